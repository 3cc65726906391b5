"""Text of a file made fit for a terminal, which must not obey what stands in it."""


def shown(text: str) -> str:
    """The text with everything that a terminal might obey, or could not show, as its number."""
    return "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in text)


def plain(text: str) -> str:
    """The text on one line, every run of white space as one space."""
    return shown(" ".join(text.split()))
