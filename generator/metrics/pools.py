"""The metrics of areas: sums over the reports of an area in a year."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.areas import UNRESOLVED
from generator.metrics.calculation import pooled
from generator.metrics.registry import METRICS
from generator.model import Dossier, Measure, MeasureStatus
from generator.settings import Thresholds

Group = list[Mapping[str, Measure]]


class Pooled(NamedTuple):
    """A metric of a group, and of how many reports it could be made."""

    reports: int
    measure: Measure


class Pools:
    """The metrics of areas in a year, by the codes of areas: one pass over all for each level."""

    def __init__(self, dossiers: Iterable[Dossier], thresholds: Thresholds) -> None:
        self._dossiers, self._thresholds = tuple(dossiers), thresholds
        self._levels: dict[int, dict[tuple[str, int | None], Group]] = {}
        self._known: dict[tuple[str, int, str], Pooled] = {}

    def of(self, area: str, year: int, metric: str) -> Pooled:
        """A metric of an area with reports in that year."""
        key = area, year, metric
        if key not in self._known:
            self._known[key] = self._pooled(*key)
        return self._known[key]

    def _pooled(self, area: str, year: int, metric: str) -> Pooled:
        digits = len(area) if area.isdigit() else 2
        if digits not in self._levels:
            self._levels[digits] = self._grouped(digits)
        found = [measures[metric] for measures in self._levels[digits][area, year]]
        usable = sum(1 for one in found if one.status is not MeasureStatus.NOT_ASSESSABLE)
        return Pooled(usable, pooled(METRICS[metric], found, self._thresholds))

    def _grouped(self, digits: int) -> dict[tuple[str, int | None], Group]:
        """The measures of the reports by the first digits of their codes and by year."""
        groups: dict[tuple[str, int | None], Group] = {}
        for dossier in self._dossiers:
            area = dossier.report.body.division_code[:digits] or UNRESOLVED
            groups.setdefault((area, dossier.report.year), []).append(dossier.measures)
        return groups
