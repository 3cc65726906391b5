"""The claims of a paragraph: its numbers by the words around them, and where it says none."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.model import Claim, Paragraph, statement
from generator.parse.claims.disputes import DISPUTES, NO_DISPUTES
from generator.parse.claims.documents import DOCUMENTS, NONE_ISSUED
from generator.parse.claims.fees import FEES, NO_FEES
from generator.parse.claims.passage import SENTENCE, CountPassage, passages, rest, said
from generator.parse.claims.plain import Plain, plain
from generator.parse.claims.proactive import DECISIONS, DISCLOSURES
from generator.parse.claims.requests import (
    ALSO_PROCESSED,
    ANY_REQUESTS,
    COUNTED_REQUESTS,
    NONE_RECEIVED,
)
from generator.parse.claims.scope import Stated, cell_of
from generator.parse.claims.subjects import SUBJECTS, Scope
from generator.parse.claims.wording import FoundWording
from generator.parse.text import sentence
from generator.regex import regex

# The first that fits a number names it.
WORDINGS = (*DISPUTES, *COUNTED_REQUESTS, *DECISIONS, *DOCUMENTS, *FEES, *DISCLOSURES)
NOTHING = (*NONE_RECEIVED, NO_DISPUTES, NONE_ISSUED, *NO_FEES)

_UNITS = {unit for wording in WORDINGS for unit in wording.units}
_BY_UNIT = {u: tuple(wording for wording in WORDINGS if u in wording.units) for u in _UNITS}
# Every way to say that there was nothing has one of these.
_DENIAL = regex("[未没无不零]|申请公开[^,。;]{0,8}0")
_NAMES = 4096  # words before numbers: the same few stand in many reports

_DISPUTES = regex("复议|诉讼")
_BESIDE_DISPUTES = regex("依申请公开(?:申请)?[、,和及与以或]")
_ONE_KIND = regex(r"法人|组织|(?<![本我])单位")
# `2024年主动公开信息500条以上`, `力争公开信息600条`: what is hoped for is no count.
_AHEAD = regex(
    r"(?:^|[,:])(?:到|在)?(?:(?P<year>20\d\d)年|(?:下一?年度?|次年)(?=[,将我本计拟力争])|明年|来年"
    r"|下一?步|下一?阶段|今后)"
)
_HOPED = regex(
    r"(?:力争|争取|预计|(?:(?<![划类作度和、])计划|拟)(?:主动|全年|新增)?(?:公开|发布|更新|制定|制发|办理))"
    r"[^,。;]*$"
)
_ANY_KIND = regex("公民|自然人|个人|群众|公众")


class _Found(NamedTuple):
    """Words of a plain text that state a number about one thing."""

    key: str
    start: int
    end: int
    value: int = 0
    approximate: bool = False
    cells: tuple[str, ...] = ()


def in_paragraph(paragraph: Paragraph, year: int | None, known: Collection[str]) -> list[Claim]:
    """What a paragraph of a report with some cells states, in reading order."""
    prose = plain(paragraph.text)
    found = [
        f
        for f in _counted(prose.text)
        if not (_of_another_kind(f, prose.text) or _is_hoped_for(f, prose.text, year))
    ]
    found += list(_none(prose.text, found))
    found.sort(key=lambda one: one.start)
    return [_claim(one, prose, paragraph, _cell(one, prose.text, year, known)) for one in found]


def _counted(text: str) -> Iterator[_Found]:
    for passage in passages(text):
        if passage.changed:
            continue
        named = (one for one in _names(passage.name, passage.count.unit) if one.fits(passage))
        first = next(named, None)
        if first:
            yield from _numbers(passage, first)
            also = ALSO_PROCESSED.in_name(passage.name)
            yield from _numbers(passage, also) if also and also.fits(passage) else ()


@lru_cache(maxsize=_NAMES)
def _names(name: str, unit: str) -> tuple[FoundWording, ...]:
    """What the words before a number with a unit may name, the surest first."""
    found = (wording.in_name(name) for wording in _BY_UNIT.get(unit, ()))
    return tuple(filter(None, found))


def _numbers(passage: CountPassage, named: FoundWording) -> Iterator[_Found]:
    count, start = passage.count, passage.label + named.start
    for key in named.keys:
        yield _Found(key, start, count.end, count.value, count.approximate, named.wording.cells)


def _none(text: str, counted: list[_Found]) -> Iterator[_Found]:
    """Where it says that there was none, but for words that state a number already."""
    if not _DENIAL.search(text):
        return
    taken = bytearray(len(text))
    for one in counted:
        taken[one.start : one.end] = b"1" * (one.end - one.start)
    for wording in NOTHING:
        for start, end, keys in wording.read(text):
            found = [_Found(key, start, end) for key in keys]
            if any(taken[start:end]) or any(_of_another_kind(one, text) for one in found):
                continue
            taken[start:end] = b"1" * (end - start)
            yield from found


def _of_another_kind(found: _Found, text: str) -> bool:
    """Whether the words, or their sentence up to here, speak of requests of another kind."""
    scope, words = SUBJECTS[found.key].scope, text[found.start : found.end]
    if scope not in {Scope.REQUESTS, Scope.OUTCOMES}:
        return False
    nothing = not found.value and not any(sign.isdigit() for sign in words)
    if nothing and _ONE_KIND.search(words):
        return not _ANY_KIND.search(words)
    if scope is Scope.REQUESTS and "公开" in words:
        return bool(_DISPUTES.search(words)) and not _BESIDE_DISPUTES.match(words)
    if found.key == "requests_received" and not nothing and not _of_any(words):
        return True
    return statement.of_other_matters(said(text, found.end))


def _of_any(words: str) -> bool:
    """Whether words about requests do not say what for; others than these are read by more."""
    return "申请" not in words or bool(ANY_REQUESTS.match(words))


def _is_hoped_for(found: _Found, text: str, year: int | None) -> bool:
    """Whether the sentence speaks of a time to come, as requests carried forward do as well."""
    if found.key == "requests_carried_forward":
        return False
    about = said(text, found.end)
    years = (one["year"] for one in _AHEAD.finditer(about))
    ahead = any(n is None or (year is not None and int(n) > year) for n in years)
    return ahead or bool(_HOPED.search(about))


def _cell(found: _Found, text: str, year: int | None, known: Collection[str]) -> str:
    stated = Stated(
        found.key,
        found.value,
        said(text, found.end),
        text[found.start : found.end],
        rest(text, found.end),
        found.cells,
    )
    return cell_of(stated, year, known)


def _claim(found: _Found, prose: Plain, paragraph: Paragraph, cell: str) -> Claim:
    start, end = prose.span(found.start, found.end)
    first = max(0, start - SENTENCE)
    around = paragraph.text[first : end + SENTENCE]
    return Claim(
        found.key,
        found.value,
        sentence(around, start - first, end - first),
        paragraph.line,
        start,
        end,
        approximate=found.approximate,
        cell=cell,
    )
