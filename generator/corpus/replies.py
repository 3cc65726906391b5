"""`content/corrections.csv`: answers to findings."""

from pathlib import Path

from generator.corpus.problems import Problem
from generator.corpus.table_file import read_rows
from generator.model import Reply

COLUMNS = ("report", "rule", "cell", "status", "statement", "source_url", "date")
STATUSES = ("confirmed", "corrected_by_publisher", "explained", "our_mistake")


def read_replies(path: Path, problems: list[Problem]) -> tuple[Reply, ...]:
    """All replies in the order they stand; one with an unknown status is left out and said so."""
    replies: list[Reply] = []
    for where, row in read_rows(path, COLUMNS, ("report", "rule", "status"), problems):
        if row["status"] in STATUSES:
            replies.append(Reply(**{column: row[column] for column in COLUMNS}))
        elif any(row.values()):
            found = f'status is "{row["status"]}", expected one of {", ".join(STATUSES)}'
            problems.append(Problem(where, found, "Correct it."))
    return tuple(replies)
