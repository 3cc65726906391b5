"""Whose prose is alike, kept: it is found again only when somebody has written another one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.corpus import ReadTask
from generator.judging import Named, Sheet, prose_of
from generator.model import Report
from generator.program import program_key
from generator.similarity import Likeness, Prose, fingerprint, likenesses
from generator.stages.reading import Read, Reader
from generator.store import key_of

Tasks = Mapping[str, tuple[str, ReadTask]]  # by file, each with the key of its sheet


class Likenesses(NamedTuple):
    """What the prose of each report has in common with others, and under which key it is kept."""

    key: str
    each: Sequence[Likeness]


def likenesses_kept(
    known: Named, batches: Sequence[Sequence[Read]], tasks: Tasks, reader: Reader
) -> Likenesses:
    """What `likenesses` finds in the reports of some batches.

    Fingerprints are only asked for where it is not known from an earlier build.
    """
    key = key_of("likeness", program_key(reading=True), reader.compared, list(_basis(known)))

    def found() -> list[Likeness]:
        prose = _prose(known, batches, tasks, reader) if reader.compared else None
        return list(likenesses(known.reports, prose))

    return Likenesses(key, list(_renewed(reader.store.result(key, found), known.reports)))


def _basis(known: Named) -> Iterator[tuple[object, ...]]:
    """All that likeness follows from."""
    for report, card in zip(known.reports, known.cards, strict=True):
        body = report.body
        named = body.division_code, body.name
        yield card.prose, report.id, report.township, report.year, report.preferred, *named


def _prose(known: Named, batches: Sequence[Sequence[Read]], tasks: Tasks, reader: Reader) -> Prose:
    """The prose of all reports; a fingerprint that is not kept is taken from the sheet."""

    def sheet(file: str) -> Sheet:
        return reader.sheet(*tasks[file])

    kept = reader.prints(batches)
    both = zip(known.reports, known.cards, strict=True)
    prints = (
        kept.get(card.prose) or fingerprint(sheet(report.source.file).report)
        for report, card in both
    )
    return prose_of(tuple(prints), sheet)


def _renewed(kept: Sequence[Likeness], reports: Sequence[Report]) -> Iterator[Likeness]:
    """What was found, with the other reports as they are now."""
    by_id = {report.id: report for report in reports}
    for one in kept:
        if one.overlaps:
            now = tuple(replace(o, other=by_id[o.other.id]) for o in one.overlaps)
            yield one._replace(overlaps=now)
        else:
            yield one
