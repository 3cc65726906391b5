"""All reports → whose prose is alike: candidates from fingerprints, then their texts compared."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from generator.model import ALIKE, LEAST_COMPARED, MOST_PARTNERS, MOSTLY_ALIKE, Overlap, Report
from generator.similarity.cover import ComparedText, overlap, text_of
from generator.similarity.index import Index
from generator.similarity.likeness import Fingerprint, Likeness, Prose
from generator.similarity.words import words

# Kept runs understate what long passages cover, so candidates need only half of the threshold.
_LIKELY = 0.5
_TEXTS_AT_HAND = 64

Overlaps = tuple[Overlap, ...]


def compared(reports: Sequence[Report], prose: Prose) -> Iterator[Likeness]:
    """Compare the prose of all reports; a report's own year before counts as another."""
    townships = {township: n for n, township in enumerate({r.township: 0 for r in reports})}
    index = Index(prose.prints, [townships[report.township] for report in reports])
    comparable = tuple(map(_is_long, prose.prints, index.own.tolist()))

    @lru_cache(maxsize=_TEXTS_AT_HAND)
    def text(number: int) -> ComparedText:
        return text_of(reports[number], words(prose.reopen(reports[number])), index.common)

    found: list[list[Overlap]] = [[] for _ in reports]
    for one, other in sorted(set(_Search(reports, index, comparable).candidates())):
        both = overlap(text(one), text(other)), overlap(text(other), text(one))
        if _is_alike(reports[one], both[0]) or _is_alike(reports[other], both[1]):
            found[one].append(both[0])
            found[other].append(both[1])
    kept = {
        report.id: tuple(_first(report, overlaps))
        for report, overlaps in zip(reports, found, strict=True)
    }
    for long, overlaps in zip(comparable, _led(kept), strict=True):
        yield Likeness(long, overlaps)


def _is_long(one: Fingerprint, own: int) -> bool:
    """Whether enough is left of a report when its common phrases are taken out."""
    return one.compared * own >= LEAST_COMPARED * max(len(one.kept), 1)


@dataclass(frozen=True, slots=True)
class _Search:
    """Which reports are worth reading again."""

    reports: Sequence[Report]
    index: Index
    comparable: tuple[bool, ...]

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Pairs of numbers, the smaller first; a pair may come twice."""
        standing = {
            (report.township, report.year): number
            for number, report in enumerate(self.reports)
            if report.preferred and report.body.division_code
        }
        for number, report in enumerate(self.reports):
            if not self.comparable[number]:
                continue
            partners = list(self._strangers(number))
            before = standing.get((report.township, (report.year or 0) - 1))
            if before is not None and self._is_like(number, before):
                partners.append(before)
            yield from ((min(number, one), max(number, one)) for one in partners)

    def _strangers(self, number: int) -> Iterator[int]:
        """The few reports of other bodies that share the most with one."""
        names, counts = self.index.alike(number)
        own = self.index.own
        least = ALIKE * _LIKELY * np.minimum(own[number], own[names])
        left = MOST_PARTNERS
        for name in names[counts >= least].tolist():
            if left and self.comparable[name] and _differ(self.reports[number], self.reports[name]):
                left -= 1
                yield name

    def _is_like(self, number: int, before: int) -> bool:
        if not self.comparable[before]:
            return False
        least = MOSTLY_ALIKE * _LIKELY * float(self.index.own[number])
        return self.index.in_common(number, before) >= least


def _differ(one: Report, other: Report) -> bool:
    """Whether two reports are certainly of different bodies; a name may stand for many places."""
    first, second = one.body, other.body
    if first.division_code and second.division_code:
        return first.division_code != second.division_code
    return bool(first.name and second.name and first.name != second.name)


def _is_alike(report: Report, found: Overlap) -> bool:
    """Whether enough of a report stands in the other, which may be its own year before."""
    if report.township != found.other.township:
        return found.share >= ALIKE
    return (report.year or 0) > (found.other.year or 0) and found.share >= MOSTLY_ALIKE


def _first(report: Report, found: list[Overlap]) -> Iterator[Overlap]:
    """The most alike, of other bodies only a few."""
    left = MOST_PARTNERS
    for one in sorted(found, key=lambda one: (-one.share, one.other.id)):
        if one.other.township == report.township:
            yield one
        elif left:
            left -= 1
            yield one


def _led(kept: Mapping[str, Overlaps]) -> Iterator[Overlaps]:
    """What was kept of each report, by its id, with which of each two leads the pair: the one that
    shares more, unless only the other has kept it."""
    shares = {(own, one.other.id): one.share for own, found in kept.items() for one in found}
    for own, found in kept.items():
        yield tuple(
            replace(one, leads=one.share > share or (one.share == share and own < one.other.id))
            for one in found
            for share in [shares.get((one.other.id, own), -1.0)]
        )
