"""Cards of all files → their ids, and which of several reports of a year stands for it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.corpus import Entry
from generator.ids import report_base, township_id
from generator.judging.sheets import Card
from generator.model import FileOutcome, FileRecord, Report
from generator.similarity import Fingerprint

Register = Mapping[str, Entry]


class Named(NamedTuple):
    """A record of every file, and the reports with their ids, both in path order.

    `prose` holds what the prose of each report is compared by; it is empty when nothing is.
    """

    records: tuple[FileRecord, ...]
    reports: tuple[Report, ...]
    prose: tuple[Fingerprint, ...]


def named(cards: Iterable[Card], register: Register) -> Named:
    """Of files with the same content one is kept, and every report is given its id."""
    records: list[FileRecord] = []
    kept: dict[str, Card] = {}
    first_with: dict[str, str] = {}
    for card in sorted(cards, key=lambda card: _known_best(card, register)):
        record = card.record
        twin = first_with.setdefault(record.sha256, record.file) if card.report else ""
        if twin and twin != record.file:
            same = f"same_as {twin}"
            record = replace(record, outcome=FileOutcome.DUPLICATE, reason=same)
        elif card.report:
            kept[record.file] = card
        records.append(record)
    files = sorted(kept)
    reports = tuple(_with_ids([kept[file].report for file in files], register))
    prose = tuple(kept[file].prose for file in files)
    return Named(
        tuple(_with_reports(sorted(records, key=lambda record: record.file), reports)),
        reports,
        tuple(one for one in prose if one),
    )


def _known_best(card: Card, register: Register) -> tuple[bool, str]:
    """Of identical files the one is kept that the register names, else the first."""
    return card.record.file not in register, card.record.file


def _with_reports(records: Sequence[FileRecord], reports: Sequence[Report]) -> Iterator[FileRecord]:
    ids = {report.source.file: report.id for report in reports}
    same = {record.file: record.reason.partition("same_as ")[2] for record in records}
    for record in records:
        kept = same[record.file] or record.file
        known = ids.get(same.get(kept) or kept)  # a link may lead to a duplicate
        yield replace(record, reports=(known,)) if known else record


def _with_ids(reports: Sequence[Report | None], register: Register) -> Iterator[Report]:
    """Give ids in path order: `<township>-<year>`, then `-2`, `-3` where that is taken."""
    slugs: dict[str, str] = {}
    wanted = [(report, township_id(report, slugs)) for report in reports if report]
    bases = [report_base(report, township) for report, township in wanted]
    preferred = _preferred(zip(bases, (report for report, _ in wanted), strict=True), register)
    taken: Counter[str] = Counter()
    for (report, township), base in zip(wanted, bases, strict=True):
        taken[base] += 1
        yield replace(
            report,
            id=f"{base}-{taken[base]}" if taken[base] > 1 else base,
            township=township,
            preferred=preferred[base] == report.source.file,
        )


def _preferred(reports: Iterable[tuple[str, Report]], register: Register) -> dict[str, str]:
    """The file that enters comparisons for each township and year: the register's, else the first.

    Of several that the register prefers, the first in path order is taken.
    """
    chosen: dict[str, str] = {}
    by_register: set[str] = set()
    for base, report in reports:
        file = report.source.file
        entry = register.get(file)
        wins = entry is not None and entry.prefer and base not in by_register
        if wins or base not in chosen:
            chosen[base] = file
        if wins:
            by_register.add(base)
    return chosen
