"""How often Python looks for objects that only refer to each other."""

import gc

_OBJECTS = 50_000  # made and still in use since the last look; the default is 700
_YOUNG, _OLD = 10, 1_000  # such looks before one at what has lasted, and at all there is


def collect_seldom() -> None:
    """Look for such objects seldom, and hardly ever at all there are.

    Starting and reading make many objects that stay, and few of these. To go through what is known
    of ten thousand reports time and again took a third of a build after one had changed.
    """
    gc.set_threshold(_OBJECTS, _YOUNG, _OLD)
