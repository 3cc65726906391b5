"""CSV files that people edit, often in Excel: a BOM, GB 18030 and stray spaces are accepted."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from generator.corpus.problems import Problem
from generator.errors import ContentError
from generator.readers.text import decode
from generator.regex import regex

Row = dict[str, str]
EXTRA = "more fields than columns"  # a key of rows whose fields may stand in the wrong columns
_URL = regex(r"https?://[^\s\"<>]+")
_BREAK = regex(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class CheckedFields:
    """One row while its fields are checked: what is wrong with one is said, and it is left out."""

    where: str
    row: Row
    problems: list[Problem]

    def matching(self, column: str, pattern: re.Pattern[str], expected: str) -> str:
        """The field when it has the right form, else "" and a message."""
        value = self.row[column]
        if value and not pattern.fullmatch(value):
            return self.refuse(column, expected)
        return value

    def address(self, column: str) -> str:
        """An address that a page may link to."""
        return self.matching(column, _URL, "an address with https://")

    def day(self, column: str) -> str:
        """A day in ISO form."""
        value = self.row[column]
        try:
            return date.fromisoformat(value).isoformat() if value else ""
        except ValueError:
            return self.refuse(column, "a date such as 2024-01-23")

    def refuse(self, column: str, expected: str) -> str:
        """Say that a field cannot be used."""
        self.say(f'{column} is "{self.row[column]}", expected {expected}')
        return ""

    def say(self, what: str, remedy: str = "Correct it or leave it empty.") -> None:
        """Say what is odd about the row."""
        self.problems.append(Problem(self.where, " ".join(what.split()), remedy))


def is_given(path: Path) -> bool:
    """Whether a file is there; ContentError when something is that cannot be read as a file.

    A link to nothing is most likely a mistake, and lines that are to be masked may hang on it.
    """
    if path.exists() and not path.is_file():
        raise ContentError(path.name, "is no file", "Put the file itself in its place.")
    if path.is_symlink() and not path.exists():
        raise ContentError(path.name, "is a link to nothing", "Mend or remove it.")
    return path.exists()


def read_rows(
    path: Path, columns: tuple[str, ...], required: tuple[str, ...], problems: list[Problem]
) -> Iterator[tuple[str, Row]]:
    """The rows of a CSV as (`name:line`, values by column); absent columns are empty strings.

    A file that is not there has no rows, see `is_given`. One without its required columns raises
    ContentError.
    """
    if not is_given(path):
        return
    text, _ = decode(path.read_bytes())
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""), strict=True)
    try:
        header = [name.strip() for name in reader.fieldnames or ()]
        _check_header(path.name, header, columns, required, problems)
        reader.fieldnames = header
        for row in reader:
            values = {name: (row.get(name) or "").strip() for name in columns}
            breaks = sum(len(_BREAK.findall(text)) for text in values.values())
            where = f"{path.name}:{reader.line_num - breaks}"
            if None in row:
                problems.append(
                    Problem(where, "more fields than columns", "Quote fields that hold a comma.")
                )
                values[EXTRA] = "yes"
            yield where, values
    except csv.Error as error:
        raise ContentError(
            f"{path.name}:{reader.line_num + 1}",
            f"not readable as CSV ({error})",
            "Save it as CSV again.",
        ) from error


def _check_header(
    name: str,
    header: list[str],
    columns: tuple[str, ...],
    required: tuple[str, ...],
    problems: list[Problem],
) -> None:
    missing = [column for column in required if column not in header]
    if missing:
        found = ", ".join(header) or "nothing"
        raise ContentError(
            f"{name}:1",
            f"the header is «{found}», expected at least {', '.join(missing)}",
            f"Known columns: {', '.join(columns)}.",
        )
    for column in header:
        meant = [] if column in columns else get_close_matches(column, columns, n=1, cutoff=0.8)
        if meant:  # what it says would be lost silently, a line to hide among it
            raise ContentError(
                f"{name}:1", f"column {column!r} is not known", f"Did you mean {meant[0]!r}?"
            )
    problems.extend(
        Problem(f"{name}:1", f"column {column!r} is not known and not used", "Remove or rename it.")
        for column in header
        if column not in columns
    )
