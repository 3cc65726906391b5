"""What goes into a comparison of the prose of all reports, and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.model import Overlap, Report
    from generator.similarity.grams import Fingerprint


@dataclass(frozen=True, slots=True)
class Prose:
    """The prose of reports that need not be in memory: a fingerprint of each, in their order.

    `reopen` reads one again: a report as it was judged → the same with its prose.
    """

    prints: Sequence[Fingerprint]
    reopen: Callable[[Report], Report]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What one report has in common with others, the most alike first.

    `comparable` says whether its prose is long enough to be compared at all.
    """

    comparable: bool = False
    overlaps: tuple[Overlap, ...] = ()
