"""Prose with its numbers underlined."""

from collections.abc import Iterable

from generator.fragments.visible import visible
from generator.model import Agreement, Claim

_CLASSES = {
    Agreement.AGREE: "agree",
    Agreement.DIFFER: "differ",
    Agreement.NOT_COMPARABLE: "stated",
}


def marked(text: str, claims: Iterable[Claim]) -> str:
    """A line of prose as HTML, the passages that state a number marked with how they compare."""
    pieces: list[str] = []
    place = len(text) - len(text.lstrip())
    for claim in sorted(claims, key=lambda claim: claim.start):
        if claim.start < place:
            continue
        pieces.append(visible(text[place : claim.start]))
        stated = visible(text[claim.start : claim.end])
        pieces.append(f'<mark class="{_CLASSES[claim.agreement]}">{stated}</mark>')
        place = claim.end
    pieces.append(visible(text[place:].rstrip()))
    return "".join(pieces)
