"""How often Python looks for objects that only refer to each other."""

import gc

_OBJECTS = 50_000  # made and still in use since the last look; the default is 700


def collect_seldom() -> None:
    """Look for such objects seldom: starting and reading make many that stay, and few of these."""
    gc.set_threshold(_OBJECTS)
