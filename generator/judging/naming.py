"""Cards of all files → their ids, and which of several reports of a year stands for it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.corpus import Entry
from generator.ids import report_base, township_id
from generator.judging.sheets import Card
from generator.model import FileOutcome, FileRecord, Report

Register = Mapping[str, Entry]


class Named(NamedTuple):
    """A record of every file, and the reports with their ids, both in path order.

    `cards` are those of the reports, under the ids that they would have alone.
    """

    records: tuple[FileRecord, ...]
    reports: tuple[Report, ...]
    cards: tuple[Card, ...]


def named(cards: Iterable[Card], register: Register) -> Named:
    """Of files with the same content one is kept, and every report is given its id.

    The cards are in path order.
    """
    all_cards = tuple(cards)
    first_with: dict[str, Card] = {}
    for card in all_cards:
        first = first_with.setdefault(card.record.sha256, card) if card.report else card
        if _known_best(card, register) < _known_best(first, register):
            first_with[card.record.sha256] = card
    kept: list[Card] = []
    records: list[FileRecord] = []
    for card in all_cards:
        record = card.record
        twin = first_with[record.sha256] if card.report else card
        if twin is not card:
            same = f"same_as {twin.record.file}"
            record = replace(record, outcome=FileOutcome.DUPLICATE, reason=same)
        elif card.report:
            kept.append(card)
        records.append(record)
    reports = tuple(_with_ids([card.report for card in kept], register))
    return Named(tuple(_with_reports(records, reports)), reports, tuple(kept))


def _known_best(card: Card, register: Register) -> tuple[bool, str]:
    """Of identical files the one is kept that the register names, else the first."""
    return card.record.file not in register, card.record.file


def _with_reports(records: Sequence[FileRecord], reports: Sequence[Report]) -> Iterator[FileRecord]:
    ids = {report.source.file: report.id for report in reports}
    same = {record.file: record.reason.partition("same_as ")[2] for record in records}
    for record in records:
        kept = same[record.file] or record.file
        known = ids.get(same.get(kept) or kept)  # a link may lead to a duplicate
        reports_in = (known,) if known else ()
        yield record if record.reports == reports_in else replace(record, reports=reports_in)


def _with_ids(reports: Sequence[Report | None], register: Register) -> Iterator[Report]:
    """Give ids in path order: `<township>-<year>`, then `-2`, `-3` where that is taken."""
    slugs: dict[str, str] = {}
    wanted = [(report, township_id(report, slugs)) for report in reports if report]
    bases = [report_base(report, township) for report, township in wanted]
    preferred = _preferred(zip(bases, (report for report, _ in wanted), strict=True), register)
    taken: Counter[str] = Counter()
    for (report, township), base in zip(wanted, bases, strict=True):
        taken[base] += 1
        id_ = f"{base}-{taken[base]}" if taken[base] > 1 else base
        first = preferred[base] == report.source.file
        if (report.id, report.township, report.preferred) == (id_, township, first):
            yield report  # as it is on the card
        else:
            yield replace(report, id=id_, township=township, preferred=first)


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
