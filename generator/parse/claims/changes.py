"""Changes from the year before that the prose states: `比上年增加2件`, `同比下降3件`, `与去年持平`.

Only of requests received and decided, disputes, licences and penalties, and only where it is sure
what changed: directly behind a number that is that of the table, or behind the words for the
number of a thing. Rounded numbers and changes from other years are left aside.
"""

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from itertools import groupby

from generator.model import Agreement, Claim, Number, Paragraph, StatedChange, statement
from generator.parse.claims.numerals import of_han
from generator.parse.claims.passage import rest, said
from generator.parse.claims.plain import Plain, plain
from generator.parse.claims.scope import Stated, cell_of
from generator.parse.text import sentence
from generator.regex import regex

_HINTS = ("比", "较", "持平", "相同")
_BEFORE = (
    r"(?:上一?年度?|去年|(?P<year{n}>20\d\d)年度?)(?:同期)?(?:的?\(?\d{{1,6}}(?:件|宗|起|条)\)?)?"
)
_AMOUNT = (
    r"(?:(?P<more>新增|增加|增长|增多|上升|多)|(?P<less>减少|下降|降低|少))[了出]?"
    r"(?:(?P<number>\d{1,6}|[一二两三四五六七八九十]{1,3})(?:件次|件|宗|起|条|份|例|项|个)"
    r"|(?P<percent>\d{1,4}(?:\.\d{1,4})?)%)"
)
_SAME = r"(?P<same>持平|相同|一致)"
_CHANGE = (
    r"(?:今年|本年度?)?(?:"
    rf"(?:同比|相?[比较]于?{_BEFORE.format(n=1)}|[与同和]{_BEFORE.format(n=2)}(?:相比|相较|比较),?)"
    rf"{_AMOUNT}|[与同和]{_BEFORE.format(n=3)}(?:的)?(?:数量|件数|总数)?{_SAME})(?=[,;。()、]|$)"
)
_BEHIND_A_NUMBER = regex(rf"[,(]?{_CHANGE}")
_QUANTITY = r"(?:申请)?(?:的)?(?:数量|总量|总数|件数|量|数),?"
_GAP = r"[^,;。\d]"
# Words that may open a clause before its subject; any others could say that only a part is meant.
_OPENING = (
    r"(?:^|(?<=[,;。:)]))"
    r"(?:(?:全|本|今)年度?|20\d\d年度?|年内|[我本全](?:[镇乡]|街道|单位|机关)|共|,)*"
)
_SUBJECTS = {
    "requests_processed": rf"(?:答复|办结){_GAP}{{0,12}}?申请",
    "requests_received": rf"(?:(?:收到|受理|接收|新收){_GAP}{{0,20}}?|政府信息公开|依申请公开)申请"
    r"|(?:收到|受理)?依申请公开",
    "licences": "(?:办理|作出|受理)?行政许可(?:办件|决定|事项)?",
    "penalties": "(?:办理|作出|实施)?行政处罚(?:决定|案件)?",
}
_BEHIND_A_SUBJECT = regex(
    rf"{_OPENING}(?P<words>"
    + "|".join(f"(?P<{key}>{words})" for key, words in _SUBJECTS.items())
    + rf")(?P<quantity>{_QUANTITY}){_CHANGE}"
)
_REQUESTS = frozenset({"requests_received", "requests_processed"})
_COUNTED = _REQUESTS | {"reconsiderations", "suits", "licences", "penalties"}


def read_changes(
    prose: tuple[Paragraph, ...],
    claims: tuple[Claim, ...],
    known: Collection[str],
    year: int | None,
) -> tuple[StatedChange, ...]:
    """Every change that the prose of a report with some cells states, in reading order."""
    if year is None:
        return ()
    return tuple(
        change
        for paragraph in prose
        if any(hint in paragraph.text for hint in _HINTS)
        for change in (
            *_behind_numbers(paragraph, claims, year),
            *_behind_subjects(paragraph, known, year),
        )
    )


def _behind_numbers(
    paragraph: Paragraph, claims: tuple[Claim, ...], year: int
) -> Iterator[StatedChange]:
    """Changes directly behind a number, unless it may be that of several numbers together."""
    here = (one for one in claims if one.line == paragraph.line and one.key in _COUNTED)
    open_since = 0
    alone = True
    for end, together in groupby(here, key=lambda one: one.end):
        group = list(together)
        between = plain(paragraph.text[open_since : group[0].start]).text
        found = _BEHIND_A_NUMBER.match(plain(paragraph.text[end:]).text)
        amount = _amount(found, year)
        if amount is not None and (alone or re.search("[。;]", between)):
            text = sentence(paragraph.text, group[0].start, end)
            for claim in group:
                if claim.cell and claim.agreement is Agreement.AGREE:
                    percent = isinstance(amount, Decimal)
                    yield StatedChange(claim.cell, amount, text, paragraph.line, percent)
        open_since, alone = end, found is not None


def _behind_subjects(
    paragraph: Paragraph, known: Collection[str], year: int
) -> Iterator[StatedChange]:
    """Changes behind `收到的申请数量`, where the number itself is not stated."""
    prose = plain(paragraph.text)
    for found in _BEHIND_A_SUBJECT.finditer(prose.text):
        amount = _amount(found, year)
        cell = _cell(found, prose, known, year) if amount is not None else ""
        if amount is not None and cell:
            text = sentence(paragraph.text, *prose.span(found.start("words"), found.end()))
            percent = isinstance(amount, Decimal)
            yield StatedChange(cell, amount, text, paragraph.line, percent)


def _cell(found: re.Match[str], prose: Plain, known: Collection[str], year: int) -> str:
    key = next(key for key in _SUBJECTS if found[key])
    about, words = said(prose.text, found.end("words")), found["words"]
    if key in _REQUESTS and statement.of_other_matters(about):
        return ""
    return cell_of(Stated(key, 1, about, words, rest(prose.text, found.end())), year, known)


def _amount(found: re.Match[str] | None, year: int) -> Number | None:
    """The change with its sign, a percentage as a decimal; None when it is from another year than
    the one before."""
    if found is None or any(found[f"year{n}"] not in (None, str(year - 1)) for n in (1, 2, 3)):
        return None
    if found["same"]:
        return 0
    number = found["number"] or ""
    size: Number | None = Decimal(found["percent"]) if not number else of_han(number)
    size = int(number) if number.isdigit() else size
    return None if size is None else -size if found["less"] else size
