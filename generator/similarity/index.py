"""Fingerprints of all reports → which runs of characters are in many, and who resembles whom.

Everything is in step with the number of reports: one sort of all fingerprints, then for each report
the others that share a run with it, which are few because runs in many reports are left out.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from generator.model import FEW_BODIES, MOST_BODIES
from generator.similarity.grams import Grams
from generator.similarity.likeness import Fingerprint

_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFF_FFFF)


def most_bodies(bodies: int) -> int:
    """In how many bodies' reports a run may stand before it is a common phrase."""
    return min(MOST_BODIES, max(FEW_BODIES, bodies // 2))


class Index:
    """The runs that reports share; reports are numbered as they are given.

    `bodies` are numbers that tell the bodies apart; `common` are the runs that too many of them
    have, in order, and `own` says how many of its kept runs are left to each report.
    """

    def __init__(self, prints: Sequence[Fingerprint], bodies: Sequence[int]) -> None:
        self._prints = prints
        self._bodies = np.asarray(bodies, dtype=np.int64)
        runs, holders = self._sorted()
        starts = np.flatnonzero(np.diff(runs, prepend=runs[:1] ^ np.uint32(1)))
        spread = self._spread(holders, starts)
        most = most_bodies(len(set(bodies)))
        self.common: Grams = runs[starts[spread > most]]
        sizes = np.diff(starts, append=len(runs))
        shared = (spread > 1) & (spread <= most)
        self._runs: Grams = runs[starts[shared]]
        self._starts, self._sizes = starts[shared], sizes[shared]
        self._holders = holders
        self.own = np.fromiter(
            ((~np.isin(kept, self.common)).sum() for _, kept in prints), dtype=np.intp
        )

    def _sorted(self) -> tuple[Grams, NDArray[np.uint32]]:
        """Every kept run with the report that has it, by run and then by body."""
        order = np.argsort(self._bodies, kind="stable")
        keys = np.concatenate(
            [np.empty(0, dtype=np.uint64)]
            + [
                (self._prints[number].kept.astype(np.uint64) << _HALF) | np.uint64(rank)
                for rank, number in enumerate(order)
            ]
        )
        keys.sort()
        ranks = (keys & _LOW).astype(np.intp)
        return (keys >> _HALF).astype(np.uint32), order[ranks].astype(np.uint32)

    def _spread(self, holders: NDArray[np.uint32], starts: NDArray[np.intp]) -> NDArray[np.intp]:
        """Of how many bodies the reports are that have each run."""
        if not len(starts):
            return starts
        bodies = self._bodies[holders]
        changes = np.diff(bodies, prepend=-1) != 0
        changes[starts] = True
        return np.add.reduceat(changes.astype(np.intp), starts)

    def alike(self, number: int) -> tuple[NDArray[np.uint32], NDArray[np.intp]]:
        """The reports of other bodies that share runs with one, the most first, and how many."""
        kept = self._prints[number].kept
        found = self._found(kept)
        starts, sizes = self._starts[found], self._sizes[found]
        inside = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        holders = self._holders[np.repeat(starts, sizes) + inside]
        others = holders[self._bodies[holders] != self._bodies[number]]
        names, counts = np.unique(others, return_counts=True)
        order = np.argsort(-counts, kind="stable")
        return names[order], counts[order]

    def _found(self, kept: Grams) -> NDArray[np.intp]:
        """Where in the list of shared runs those of a report stand."""
        if not len(self._runs):
            return np.empty(0, dtype=np.intp)
        places = np.minimum(np.searchsorted(self._runs, kept), len(self._runs) - 1)
        known = np.asarray(self._runs[places] == kept)
        return np.asarray(places[known], dtype=np.intp)

    def in_common(self, one: int, other: int) -> int:
        """How many runs that are no common phrases two reports share."""
        both = np.intersect1d(self._prints[one].kept, self._prints[other].kept, assume_unique=True)
        return int((~np.isin(both, self.common)).sum())
