"""Reports with ids → each set beside the others: of its township, of its peers, with like prose.

What of that takes the whole corpus is found once (`placed`), from what cards hold; the rest takes
no more than the sheets of one township (`dossiers`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.judging.naming import Named
from generator.judging.sheets import Card, Sheet
from generator.metrics.headline import Headline
from generator.model import Dossier, Reply, Report, ReportContext
from generator.report_context import contexts_of, with_others
from generator.rules import assess_beside, together
from generator.similarity import Likeness

Sheets = Callable[[str], Sheet]  # by file


class Placed(NamedTuple):
    """A report with its ids, what it stands beside but its own township, and replies to it.

    The report holds no more than its card does; the replies are oldest first. `headline` is what
    its neighbours tell of it.
    """

    report: Report
    context: ReportContext
    replies: tuple[Reply, ...] = ()
    headline: Headline | None = None

    @property
    def sketch(self) -> Dossier:
        """The report as the whole site knows it, with no more than who and when."""
        return Dossier(self.report, (), {}, overlaps=self.context.overlaps)


def placed(
    known: Named, replies: Iterable[Reply], likeness: Iterable[Likeness]
) -> dict[str, tuple[Placed, ...]]:
    """The reports of each township in path order, set beside those of the others."""
    answers: dict[str, list[Reply]] = {}
    for reply in sorted(replies, key=lambda reply: reply.date):
        answers.setdefault(reply.report, []).append(reply)
    townships: dict[str, list[Placed]] = {}
    numbers = [card.numbers for card in known.cards]
    context = contexts_of(known.reports, numbers, tuple(likeness))
    for report, card, beside in zip(known.reports, known.cards, context, strict=True):
        replies_to = tuple(answers.get(report.id, ()))
        own = Placed(report, beside, replies_to, _headline(card, report, replies_to))
        townships.setdefault(report.township, []).append(own)
    return {township: tuple(members) for township, members in townships.items()}


def _headline(card: Card, report: Report, replies: tuple[Reply, ...]) -> Headline | None:
    """That of a card; equations that were withdrawn break nothing."""
    if card.headline is None or not (card.broken and replies):
        return card.headline
    unbalanced = Dossier(report, card.broken, {}, replies=replies).unbalanced
    return card.headline._replace(unbalanced=int(unbalanced))


def dossiers(township: Sequence[Placed], sheets: Sheets) -> Iterator[Dossier]:
    """The reports of one township with all that is found in them, in the order given."""
    opened = [sheets(one.report.source.file) for one in township]
    whole = [_whole(one.report, sheet) for one, sheet in zip(township, opened, strict=True)]
    for one, sheet, report in zip(township, opened, whole, strict=True):
        context = with_others(one.context, report, whole)
        alone = sheet.findings, dict(sheet.assessments)
        findings, assessments = together(report, alone, assess_beside(report, context, alone[0]))
        yield Dossier(
            report,
            findings,
            assessments,
            overlaps=context.overlaps,
            replies=one.replies,
        )


def _whole(named: Report, sheet: Sheet) -> Report:
    """The report of a sheet without its prose, under the ids that it was given."""
    return replace(
        sheet.report.slim(),
        id=named.id,
        township=named.township,
        preferred=named.preferred,
    )
