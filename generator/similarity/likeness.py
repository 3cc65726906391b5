"""What goes into a comparison of the prose of all reports, and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from generator.model import Overlap, Report

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Fingerprint(NamedTuple):
    """What is kept of the prose of a report: how many characters are compared, and some runs."""

    compared: int
    kept: NDArray[np.uint32]


class Prose(NamedTuple):
    """The prose of reports that need not be in memory: a fingerprint of each, in their order.

    `reopen` reads one again: a report as it was judged → the same with its prose.
    """

    prints: Sequence[Fingerprint]
    reopen: Callable[[Report], Report]


class Likeness(NamedTuple):
    """What one report has in common with others, the most alike first.

    `comparable` says whether its prose is long enough to be compared at all.
    """

    comparable: bool = False
    overlaps: tuple[Overlap, ...] = ()
