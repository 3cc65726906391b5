"""Corpus → what the rules say of every report in it: the one way, for the site and for `check`."""

from collections.abc import Mapping, Sequence
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
from generator.similarity import Fingerprint, Prose, fingerprint, likenesses

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
    known = named(map(card_of, sheets.values()), corpus.register)
    replies = renamed(corpus.replies, known.reports)
    opened = sheets.__getitem__
    several = len(sheets) > 1
    prints = [fingerprint(opened(one.source.file).report) for one in known.reports if several]
    likeness = likenesses(known.reports, prose_of(prints, opened) if several else None)
    townships = placed(known, replies, likeness)
    found = chain.from_iterable(dossiers(one, opened) for one in townships.values())
    by_file = sorted((dossier.report.source.file, dossier) for dossier in found)
    return Judged(known.records, dict(by_file), replies)


def prose_of(prints: Sequence[Fingerprint], sheets: Sheets) -> Prose:
    """The prose of all reports, of which a few are read again."""

    def again(report: Report) -> Report:
        whole = sheets(report.source.file).report
        return replace(report, paragraphs=whole.paragraphs, sections=whole.sections)

    return Prose(prints, again)
