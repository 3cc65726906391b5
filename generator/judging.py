"""Corpus → what the rules say of every report in it: the one way, for the site and for `check`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from generator.company import companies
from generator.corpus import Corpus
from generator.corpus.replies import renamed, with_replies
from generator.ids import report_base, township_id
from generator.model import Dossier, FileOutcome, FileRecord, Reply, Report
from generator.progress import Progress, silent
from generator.rules import assess_alone, assess_beside, together
from generator.similarity import Fingerprint, Prose, fingerprint


@dataclass(frozen=True, slots=True)
class Judged:
    """A record of every file in path order, and by file what was found in those with a report.

    The reports have their ids and the replies to them; nothing is measured yet.
    """

    records: tuple[FileRecord, ...]
    dossiers: Mapping[str, Dossier]
    replies: tuple[Reply, ...]


def judge_all(corpus: Corpus, progress: Progress = silent) -> Judged:
    """Read and judge every file of a corpus, each report alone and then beside the others."""
    prints: dict[str, Fingerprint] = {}
    records, dossiers = _judged_files(corpus, prints, progress)
    texts = [prints[file] for file in dossiers if file in prints]
    prose = Prose(texts, partial(_reopened, corpus)) if texts else None
    known = tuple(_with_ids(dossiers.values(), corpus))
    named = dict(zip(dossiers, _compared(known, prose), strict=True))
    replies = renamed(corpus.replies, named.values())
    answered = dict(zip(named, with_replies(named.values(), replies), strict=True))
    return Judged(tuple(_with_reports(records, named)), answered, replies)


def _judged_files(
    corpus: Corpus, prints: dict[str, Fingerprint], progress: Progress
) -> tuple[list[FileRecord], dict[str, Dossier]]:
    """A record of every file, and what was found in those that hold a report, in path order.

    What their prose is compared by goes into `prints`, unless there is but one file.
    """
    records: list[FileRecord] = []
    dossiers: dict[str, Dossier] = {}
    first_with: dict[str, str] = {}
    files = sorted(corpus.files, key=partial(_known_best, corpus))
    for file in progress(files, "reading", len(files)):
        opened = corpus.read(file)
        record, report = opened.record, opened.report
        if report and record.sha256 in first_with:
            twin = first_with[record.sha256]
            record = replace(record, outcome=FileOutcome.DUPLICATE, reason=f"same_as {twin}")
        elif report:
            first_with[record.sha256] = file
            dossiers[file] = _judged(report)
            if len(files) > 1:
                prints[file] = fingerprint(report)
        records.append(record)
    return sorted(records, key=lambda record: record.file), dict(sorted(dossiers.items()))


def _known_best(corpus: Corpus, file: str) -> tuple[bool, str]:
    """Of identical files the one is kept that the register names, else the first."""
    return file not in corpus.register, file


def _judged(report: Report) -> Dossier:
    findings, assessments = assess_alone(report)
    return Dossier(report.slim(), findings, assessments)


def _reopened(corpus: Corpus, report: Report) -> Report:
    """A report with its prose; as it is when its file has gone since it was judged."""
    return corpus.read(report.source.file).report or report


def _with_reports(records: list[FileRecord], named: dict[str, Dossier]) -> Iterator[FileRecord]:
    same = {record.file: record.reason.partition("same_as ")[2] for record in records}
    for record in records:
        kept = same[record.file] or record.file
        known = named.get(same.get(kept) or kept)  # a link may lead to a duplicate
        yield replace(record, reports=(known.report.id,)) if known else record


def _with_ids(dossiers: Iterable[Dossier], corpus: Corpus) -> Iterator[Dossier]:
    """Give ids in path order: `<township>-<year>`, then `-2`, `-3` where that is taken."""
    slugs: dict[str, str] = {}
    wanted = [(dossier, township_id(dossier.report, slugs)) for dossier in dossiers]
    bases = [report_base(dossier.report, township) for dossier, township in wanted]
    preferred = _preferred(zip(bases, (dossier for dossier, _ in wanted), strict=True), corpus)
    taken: Counter[str] = Counter()
    for (dossier, township), base in zip(wanted, bases, strict=True):
        taken[base] += 1
        report = replace(
            dossier.report,
            id=f"{base}-{taken[base]}" if taken[base] > 1 else base,
            township=township,
            preferred=preferred[base] == dossier.report.source.file,
        )
        yield replace(dossier, report=report)


def _compared(dossiers: tuple[Dossier, ...], prose: Prose | None) -> Iterator[Dossier]:
    """Set each report beside the others; `dossiers` are in path order."""
    reports = tuple(dossier.report for dossier in dossiers)
    for dossier, company in zip(dossiers, companies(reports, prose), strict=True):
        report, alone = dossier.report, (dossier.findings, dict(dossier.assessments))
        findings, assessments = together(report, alone, assess_beside(report, company))
        yield replace(
            dossier,
            findings=findings,
            assessments=assessments,
            overlaps=company.overlaps,
        )


def _preferred(dossiers: Iterable[tuple[str, Dossier]], corpus: Corpus) -> dict[str, str]:
    """The file that enters comparisons for each township and year: the register's, else the first.

    Of several that the register prefers, the first in path order is taken.
    """
    chosen: dict[str, str] = {}
    by_register: set[str] = set()
    for base, dossier in dossiers:
        file = dossier.report.source.file
        entry = corpus.register.get(file)
        wins = entry is not None and entry.prefer and base not in by_register
        if wins or base not in chosen:
            chosen[base] = file
        if wins:
            by_register.add(base)
    return chosen
