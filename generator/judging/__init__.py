"""Corpus → what the rules say of every report in it: the one way, for the site and for `check`."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from generator.corpus import Corpus
from generator.corpus.replies import renamed
from generator.judging.beside import Placed, Sheets, dossiers, placed
from generator.judging.naming import Named, named
from generator.judging.sheets import Card, Sheet, card_of, sheet_of
from generator.model import Dossier, FileRecord, Reply, Report
from generator.progress import Progress, silent
from generator.similarity import Prose

__all__ = [
    "Card",
    "Judged",
    "Named",
    "Placed",
    "Sheet",
    "Sheets",
    "card_of",
    "dossiers",
    "judge_all",
    "named",
    "placed",
    "prose_of",
    "sheet_of",
]


class Judged(NamedTuple):
    """A record of every file in path order, and by file what was found in those with a report.

    The reports have their ids and the replies to them; nothing is measured yet.
    """

    records: tuple[FileRecord, ...]
    dossiers: Mapping[str, Dossier]
    replies: tuple[Reply, ...]


def judge_all(corpus: Corpus, progress: Progress = silent) -> Judged:
    """Read and judge every file of a corpus, each report alone and then beside the others."""
    sheets = {
        file: sheet_of(corpus.read(file))
        for file in progress(corpus.files, "reading files", len(corpus.files))
    }
    compared = len(sheets) > 1
    known = named((card_of(sheet, compared=compared) for sheet in sheets.values()), corpus.register)
    replies = renamed(corpus.replies, known.reports)
    townships = placed(known.reports, replies, prose_of(known, sheets.__getitem__))
    found = chain.from_iterable(dossiers(one, sheets.__getitem__) for one in townships.values())
    by_file = sorted((dossier.report.source.file, dossier) for dossier in found)
    return Judged(known.records, dict(by_file), replies)


def prose_of(known: Named, sheets: Sheets) -> Prose | None:
    """The prose of all reports, of which a few are read again; None when nothing is compared."""

    def again(report: Report) -> Report:
        return replace(report, paragraphs=sheets(report.source.file).report.paragraphs)

    return Prose(known.prose, again) if known.prose else None
