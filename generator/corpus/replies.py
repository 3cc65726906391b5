"""`content/corrections.csv`: answers to findings, each put beside the finding that it is about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from difflib import get_close_matches
from pathlib import Path

from generator.corpus.problems import Problem
from generator.corpus.table_file import CheckedFields, read_rows
from generator.form import all_cells
from generator.ids import old_ids
from generator.model import Dossier, Reply, ReplyStatus, Report
from generator.regex import regex

COLUMNS = ("report", "rule", "cell", "status", "statement", "source_url", "date")
STATUSES = tuple(ReplyStatus)
_NUMBER = regex(r"[1-9][0-9]{0,3}")
# What HTML and most readers of CSV cannot take, line breaks and tabs excepted.
_CONTROLS = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\r\t"}


def read_replies(path: Path, problems: list[Problem]) -> tuple[Reply, ...]:
    """All replies, those to a report together and in the order they stand.

    One with an unknown status is left out, a malformed date or address is, and both are said; what
    cannot be matched with a finding is kept, for it was answered to something once.
    """
    replies: dict[Reply, str] = {}
    for where, row in read_rows(path, COLUMNS, ("report", "rule", "status"), problems):
        cleaned = {column: text.translate(_CONTROLS) for column, text in row.items()}
        fields = CheckedFields(where, cleaned, problems)
        reply = _reply(fields) if any(row.values()) else None
        if reply in replies:
            fields.say(f"the same as {replies[reply]}", "Remove one of the two.")
        elif reply:
            replies[reply] = where
    placed = (replace(reply, where=where) for reply, where in replies.items())
    return tuple(sorted(placed, key=lambda reply: reply.report))


def _reply(fields: CheckedFields) -> Reply | None:
    row = fields.row
    if row["status"] not in STATUSES:
        found = f'status is "{row["status"]}", expected one of {", ".join(STATUSES)}'
        fields.say(found, "Correct it.")
        return None
    _check_names(fields)
    reply = Reply(
        report=row["report"],
        rule=row["rule"],
        cell=row["cell"],
        status=ReplyStatus(row["status"]),
        statement=row["statement"],
        source_url=fields.address("source_url"),
        date=fields.day("date"),
    )
    return _checked(fields, reply)


_NO_DATE = "Correct it; until then the reply is shown without it."


def _check_names(fields: CheckedFields) -> None:
    """Say what names no rule of the book and no cell of the form."""
    from generator.rules import RULES  # noqa: PLC0415 - most folders have no replies

    rule, cell = fields.row["rule"], fields.row["cell"]
    if not fields.row["report"]:
        fields.say("report is empty, expected the id of a report", "See data/reports.csv.")
    if rule not in RULES:
        near = get_close_matches(rule.upper(), RULES, n=1)
        meant = f"Did you mean {near[0]}?" if near else "See data/rules.csv."
        fields.say(f'rule is "{rule}", expected the id of a rule', meant)
    if cell and cell not in all_cells() and not _NUMBER.fullmatch(cell):
        near = get_close_matches(cell, all_cells(), n=1)
        meant = f"Did you mean {near[0]}?" if near else "Correct it or leave it empty."
        fields.say(f'cell is "{cell}", expected an address such as requests.received.total', meant)


def _checked(fields: CheckedFields, reply: Reply) -> Reply:
    """Say what a reader will miss, or wonder at; a day that has not come is left out."""
    if reply.status is ReplyStatus.EXPLAINED and not reply.statement:
        fields.say("statement is empty, expected the explanation", "Enter the words to be shown.")
    # Somewhere it is tomorrow already.
    if reply.date and date.fromisoformat(reply.date) > datetime.now(UTC).date() + timedelta(days=1):
        fields.say(f"date is {reply.date}, expected a day that has come", _NO_DATE)
        return replace(reply, date="")
    return reply


def renamed(replies: Sequence[Reply], reports: Sequence[Report]) -> tuple[Reply, ...]:
    """The replies under the present ids of reports whose code was not known when they came."""
    if not replies:
        return ()
    present = {report.id for report in reports}
    moved: dict[str, str] = {}
    for report, _, old in old_ids(reports):
        moved.setdefault(old, report.id)
    return tuple(
        replace(reply, report=moved[reply.report])
        if reply.report in moved and reply.report not in present
        else reply
        for reply in replies
    )


def unplaced(replies: Iterable[Reply], dossiers: Iterable[Dossier]) -> Iterator[Problem]:
    """What to say of replies that stand beside no finding."""
    from generator.rules import RULES  # noqa: PLC0415

    by_id = {dossier.report.id: dossier for dossier in dossiers}
    for reply in sorted(replies, key=_place):
        dossier = by_id.get(reply.report)
        if dossier is None and reply.report:
            near = get_close_matches(reply.report, by_id, n=1, cutoff=0.8)
            meant = f"Did you mean {near[0]}?" if near else "See data/reports.csv."
            yield Problem(
                reply.where,
                f'report is "{reply.report}", expected the id of a report; the reply is shown on '
                "the page of corrections only",
                meant,
            )
        elif dossier and reply.rule in RULES and not any(map(reply.about, dossier.findings)):
            where = f" about {reply.cell}" if reply.cell else ""
            yield Problem(
                reply.where,
                f"{reply.report} has no finding of {reply.rule}{where}, expected one; the reply is "
                "shown on the page of corrections only",
                "Nothing to do if the report was replaced or read anew since; else correct it.",
            )


def _place(reply: Reply) -> int:
    """The line of a reply in its file."""
    return int(reply.where.rpartition(":")[2] or 0)
