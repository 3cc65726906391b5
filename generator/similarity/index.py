"""Fingerprints of all reports → which runs of characters are in many, and who resembles whom.

Everything is in step with the number of reports: all fingerprints are sorted once, then for each
report the others are found that share a run with it, which are few because runs in many reports are
left out.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.model import FEW_BODIES, MOST_BODIES
from generator.similarity.grams import Grams, looked_up
from generator.similarity.likeness import Fingerprint

Places = NDArray[np.intp]
Holders = NDArray[np.uint32]

_PARTS = 16  # of all runs, sorted one after the other; most runs are then dropped at once
_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFF_FFFF)


def most_bodies(bodies: int) -> int:
    """In how many bodies' reports a run may stand before it is a common phrase."""
    return min(MOST_BODIES, max(FEW_BODIES, bodies // 2))


class _Part(NamedTuple):
    """Some of all runs, in order: common phrases, and what few bodies share.

    `sizes` says how many reports have each of the latter; these stand one after the other.
    """

    common: Grams
    runs: Grams
    sizes: Places
    holders: Holders


class Index:
    """The runs that reports share; reports are numbered as they are given.

    `bodies` are numbers that tell the bodies apart; `common` are the runs that too many of them
    have, in order, and `own` says how many of its kept runs are left to each report.
    """

    def __init__(self, prints: Sequence[Fingerprint], bodies: Sequence[int]) -> None:
        self._prints = prints
        self._bodies = np.asarray(bodies, dtype=np.int64)
        self.own: Places = np.fromiter((len(kept) for _, kept in prints), dtype=np.intp)
        most = most_bodies(len(set(bodies)))
        parts = [self._part(runs, holders, most) for runs, holders in self._sorted()]
        common, runs, sizes, holders = (
            np.concatenate(pieces) for pieces in zip(*parts, strict=True)
        )
        self.common: Grams = common
        self._runs: Grams = runs
        self._sizes: Places = sizes
        self._starts: Places = np.cumsum(sizes) - sizes
        self._holders: Holders = holders

    def _sorted(self) -> Iterator[tuple[Grams, Holders]]:
        """Every kept run with the report that has it, by run and then by body, in parts."""
        order = np.argsort(self._bodies, kind="stable").astype(np.uint32)
        kept = [self._prints[number].kept for number in order]
        edges = np.arange(_PARTS + 1, dtype=np.uint64) * np.uint64(2**32 // _PARTS)
        cuts = np.array([np.searchsorted(runs, edges) for runs in kept], dtype=np.intp)
        for lows, highs in pairwise(cuts.reshape(-1, _PARTS + 1).T):
            ends = zip(kept, lows.tolist(), highs.tolist(), strict=True)
            pieces = [runs[low:high] for runs, low, high in ends]
            keys = np.concatenate([np.empty(0, dtype=np.uint32), *pieces]).astype(np.uint64)
            keys <<= _HALF
            keys |= np.repeat(np.arange(len(kept), dtype=np.uint64), highs - lows)
            keys.sort()
            yield (keys >> _HALF).astype(np.uint32), order[(keys & _LOW).astype(np.intp)]

    def _part(self, runs: Grams, holders: Holders, most: int) -> _Part:
        """What is of use of some runs; those of more than `most` bodies are no report's own."""
        starts = np.flatnonzero(np.diff(runs, prepend=runs[:1] ^ np.uint32(1)))
        spread = self._spread(holders, starts)
        sizes = np.diff(starts, append=len(runs))
        common, shared = spread > most, (spread > 1) & (spread <= most)
        self.own -= np.bincount(holders[np.repeat(common, sizes)], minlength=len(self.own))
        of_shared = holders[np.repeat(shared, sizes)]
        return _Part(runs[starts[common]], runs[starts[shared]], sizes[shared], of_shared)

    def _spread(self, holders: Holders, starts: Places) -> Places:
        """Of how many bodies the reports are that have each run."""
        if not len(starts):
            return starts
        changes = np.diff(self._bodies[holders], prepend=-1) != 0
        changes[starts] = True
        return np.add.reduceat(changes, starts, dtype=np.intp)

    def alike(self, number: int) -> tuple[Holders, Places]:
        """The reports of other bodies that share runs with one, the most first, and how many."""
        kept = self._prints[number].kept
        known, places = looked_up(kept, self._runs)
        found = places[known]
        starts, sizes = self._starts[found], self._sizes[found]
        inside = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        holders = self._holders[np.repeat(starts, sizes) + inside]
        others = holders[self._bodies[holders] != self._bodies[number]]
        names, counts = np.unique(others, return_counts=True)
        order = np.argsort(-counts, kind="stable")
        return names[order], counts[order]

    def in_common(self, one: int, other: int) -> int:
        """How many runs that are no common phrases two reports share."""
        both = np.intersect1d(self._prints[one].kept, self._prints[other].kept, assume_unique=True)
        common, _ = looked_up(both, self.common)
        return int((~common).sum())
