"""Whether the prose mentions a number, or gives any number on a matter; in doubt it does."""

import re
from functools import lru_cache

from generator import form
from generator.model import NotAssessable, Paragraph, Report
from generator.regex import regex
from generator.rules.reading import no_hidden_prose
from generator.simplified import folded

_OVERVIEW = "overview"
# Years, dates, articles, document numbers, telephones, addresses and titles count nothing.
_NO_COUNT = regex(
    r"《[^》]*》|(?:https?://|www\.)[\w./?=&%#-]+|\d{3,4}-\d{7,8}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|20\d\d\s*年度?|\d{1,2}\s*月(?:份|底)?(?:\s*\d{1,2}\s*[日号])?|第\s*[\d一二三四五六七八九十百]+\s*[条款项章号批届次]"
    r"|[〔\[(【]\s*20\d\d\s*[〕\])】]\s*(?:第)?\s*\d*\s*号?"
)
_NUMBER = regex(r"\d(?<!\d\d)(?:\d{0,2}(?:,\d{3}){1,4}|\d{0,11})(?!\d)")
_HAN_COUNT = regex(
    r"(?:[两二三四五六七八九十百千]|[一二两三四五六七八九十百千]{2,})[余多]?万?[余多]?"
    r"(?:件|宗|起|份|个|项|例|条|部|篇|人次|户)"
)
_NUMERAL = regex(r"[\d一二两三四五六七八九十百千]")
_SENTENCE_END = regex(r"[。;!?\n]")
# A sentence that names this many of the six parts is a list of them, and says nothing of any.
_LIST_OF_PARTS = 3
_PARTS = tuple(section.zh for section in form.SECTIONS)
_SHORTEST_PART = min(map(len, _PARTS))


def written_prose(report: Report) -> tuple[str, ...]:
    """The sentences of a report whose overview says anything, made plain and without what lists
    its parts; NotAssessable where there is none, or where a line is hidden."""
    no_hidden_prose(report)
    report.section(_OVERVIEW)
    if not any(paragraph.text.strip() for paragraph in report.prose(_OVERVIEW)):
        raise NotAssessable("no_statement", _OVERVIEW)
    return _sentences(report.prose())


@lru_cache(maxsize=1)  # asked for each number of a report
def _sentences(prose: tuple[Paragraph, ...]) -> tuple[str, ...]:
    lines = (folded(paragraph.text) for paragraph in prose)
    sentences = (sentence for line in lines for sentence in _SENTENCE_END.split(line))
    return tuple(sentence for sentence in sentences if not _lists_parts(sentence))


def _lists_parts(sentence: str) -> bool:
    if len(sentence) < _LIST_OF_PARTS * _SHORTEST_PART:
        return False
    return sum([part in sentence for part in _PARTS]) >= _LIST_OF_PARTS


def mentions(sentences: tuple[str, ...], number: int, matter: re.Pattern[str]) -> bool:
    """Whether a number stands in the prose, or any number in a sentence about the matter."""
    counting = _counting(sentences)
    return any(number in found or matter.search(sentence) for sentence, found in counting)


@lru_cache(maxsize=1)  # asked for each number of a report
def _counting(sentences: tuple[str, ...]) -> tuple[tuple[str, frozenset[int]], ...]:
    """The sentences that count anything, in figures or in words, with their numbers in figures."""
    found: list[tuple[str, frozenset[int]]] = []
    for sentence in filter(_NUMERAL.search, sentences):
        counted = _NO_COUNT.sub(" ", sentence)
        numbers = frozenset(_numbers(counted))
        if numbers or _HAN_COUNT.search(counted):
            found.append((sentence, numbers))
    return tuple(found)


def _numbers(text: str) -> set[int]:
    """Every number of a text; one with commas also as the numbers that these may part."""
    found = _NUMBER.findall(text)
    parts = [part for one in found if "," in one for part in one.split(",")]
    return {*map(int, parts), *(int(one.replace(",", "")) for one in found)}
