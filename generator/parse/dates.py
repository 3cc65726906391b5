"""The year of a report and the day it was published, as printed."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from generator.model import Paragraph, Period
from generator.parse.text import cleaned, last_lines, sentence, spaced
from generator.regex import regex
from generator.simplified import HAN, folded

_YEAR = r"20[0-4]\d"
_TITLE_YEAR = regex(rf"(?<!\d)({_YEAR})(?!\d)")
_DOCUMENT_NUMBER = regex(rf"[〔\[【(（]{_YEAR}年?[〕\]】)）]第?\d{{1,4}}号")
_TO = r"\s*(?:起|开始)?\s*[,，]?\s*(?:至|到|—|-|－|~|～)"
_PERIOD = regex(
    rf"({_YEAR})\s*[年./-]\s*0?1\s*[月./-]\s*0?1(?:\s*日(?:零时|0时|0?0:00)?)?{_TO}"
    rf"\s*(?:(?:20)?({_YEAR})\s*[年./-])?\s*(\d{{1,2}})\s*[月./-]\s*(\d{{1,2}})(?!\d)\s*[日号]?"
)
# A conversion may swallow 年 and 月: `从20231月1日起至`, `202111日起至`, `202011日至`.
_SWALLOWED = regex(rf"(?<!\d)({_YEAR})\s*年?\s*0?1\s*月?\s*0?1\s*日{_TO}")
_STATISTICS = regex(r"统计|数据|期限|时限|起止")
_ANNOUNCED = regex(
    rf"(?:公布|发布|编制|现将)[^，,。；]{{0,40}}?({_YEAR})年度?[^，,。；]{{0,25}}信息公开[^，,。；《]{{0,6}}(?:年度报告|年报)"
)
_TOLD = regex(rf"(?:^|[。；])\s*({_YEAR})年度?[,，](?P<ahead>[^。]{{0,12}}将)?")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_NUMERALS = {  # 一 … 三十一, the numbers of a date
    ("", "十", "二十", "三十")[n // 10] + " 一二三四五六七八九"[n % 10].strip(): str(n)
    for n in range(1, 32)
}
_CHINESE_YEAR = regex(r"二[〇○零O0][〇○零一二三四五六七八九]{2}(?=年)")

_DAY = r"(20[0-4]\d)[年./-](\d{1,2})[月./-](\d{1,2})日?"
_BEHIND_LABEL = rf"[\s|:\]】]*{_DAY}"
_PUBLISHED = regex(spaced("发布日期 发布时间 公开日期 公开时间 公布日期") + _BEHIND_LABEL)
_WRITTEN = regex(spaced("成文日期 生成日期 发文日期 生成时间") + _BEHIND_LABEL)
_SIGNED = regex(rf"(?:[^\d。，；,;:：]{{0,40}}|[^\d]{{0,6}}[:：]){_DAY}[）)]?")
_TITLE_WORDS = regex("年度报告|年报")
# Alone below the title, with a time or behind it, as web pages print the day.
_OF_THE_PAGE = regex(rf"(?<!{HAN})(?:日期|时间){_BEHIND_LABEL}")
_BELOW_TITLE = regex(
    rf"(?:.{{0,50}}(?:{_TITLE_WORDS.pattern}))?[（(]?{_DAY}"
    r"(?:(?:\d\d?:\d\d(?::\d\d)?|来源|信息来源|作者|浏览|字体|字号|[\[【]).{0,60})?[）)]?"
)
_TAIL_LINES = 10
_EARLIEST = timedelta(days=60)  # before the end of the year that the report is on
_YEARS_LATE = 3
_LAST_MONTH_DUE = 4  # the law wants reports by 31 March; a later day does not tell the year


@lru_cache(maxsize=1)  # looked at for the year as well
def read_periods(prose: tuple[Paragraph, ...]) -> tuple[Period, ...]:
    """Every span of dates from 1 January on; the statistical period is among them when stated."""
    return tuple(
        _period(found, paragraph)
        for paragraph in prose
        if "20" in (text := folded(paragraph.text))
        for found in _PERIOD.finditer(text)
    )


def _period(found: re.Match[str], paragraph: Paragraph) -> Period:
    first, last, month, day = found.groups()
    return Period(
        first_year=int(first),
        last_year=int(last or first),
        last_month=int(month),
        last_day=int(day),
        text=sentence(found.string, *found.span()),
        line=paragraph.line,
    )


def find_year(
    title: str, prose: tuple[Paragraph, ...], signed: str = "", published: str = ""
) -> int | None:
    """The year of the report, None when it is not certain.

    The title decides, else the statistical period, else the sentence that announces the report,
    else what the overview tells of and the day of the signature, when they do not contradict.
    A title with a year that was not over on the day printed gives way to the year before that day,
    where the period or the overview says so.
    """
    printed = set(_TITLE_YEAR.findall(_DOCUMENT_NUMBER.sub("", _with_digits(title))))
    stated = _stated(prose)
    told = _told(prose)
    if len(printed) == 1:
        year = int(printed.pop())
        said = stated or (next(iter(told)) if len(told) == 1 else None)
        return said if said and _is_too_late(year, said, signed or published) else year
    if stated:
        return stated
    if len(told) > 1:
        return None
    return _agreed(next(iter(told), None), date.fromisoformat(signed) if signed else None)


def _told(prose: tuple[Paragraph, ...]) -> set[int]:
    """The years that the overview tells of; a single one that lies ahead is none."""
    texts = [_with_digits(paragraph.text) for paragraph in _opening(prose)]
    found = [told for text in texts if "20" in text for told in _TOLD.finditer(text)]
    years = {int(told[1]) for told in found}
    return years if len(years) > 1 or not all(told["ahead"] for told in found) else set()


def _is_too_late(year: int, said: int, printed: str) -> bool:
    """Whether the title's year was not over on the day printed, and the year said just was."""
    if not printed:
        return False
    day = date.fromisoformat(printed)
    early = year == day.year and day.month > date.max.month - 2  # before the year is over
    return said == day.year - 1 < year and not early


def _with_digits(text: str) -> str:
    """A text with narrow digits, and years in Chinese digits (二〇二三年) in figures."""
    plain = folded(text).replace("二O", "二〇")
    return _CHINESE_YEAR.sub(lambda found: found[0].translate(_DIGITS).replace("二", "2"), plain)


def _stated(prose: tuple[Paragraph, ...]) -> int | None:
    periods = read_periods(prose)
    best = [p for p in periods if _STATISTICS.search(p.text)] or periods
    sure = [period.first_year for period in best if period.first_year == period.last_year]
    if sure:
        return sure[0]
    for pattern, paragraphs in ((_SWALLOWED, prose), (_ANNOUNCED, _opening(prose))):
        for paragraph in paragraphs:
            found = pattern.search(_with_digits(paragraph.text))
            if found:
                return int(found[1])
    return None


def _opening(prose: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    return (paragraph for paragraph in prose if paragraph.section in ("", "overview"))


def _agreed(told: int | None, signed: date | None) -> int | None:
    if signed is None:
        return told
    possible = [signed.year - 1] if signed.month <= _LAST_MONTH_DUE else []
    if told is None:
        return next(iter(possible), None)
    if signed.month > date.max.month - 2:  # some are published before the year is over
        possible.append(signed.year)
    return told if told in (*possible, signed.year - 1) else None


def signed_on(lines: tuple[str, ...], after: int = 0) -> str:
    """The day that stands alone or behind the body's name at the end of a report, else "".

    Only the last lines, and none up to the line `after`, are looked at.
    """
    tail = last_lines(lines, _TAIL_LINES)
    days = [_day(_SIGNED.fullmatch(_dense(line))) for number, line in tail if number > after]
    return next(filter(None, reversed(days)), "")


def labelled_on(lines: tuple[str, ...], head: tuple[str, ...]) -> str:
    """The day labelled as that of publication at the head or end, whatever the year; or ""."""
    return _first_day(_PUBLISHED, _around(lines, head))


def published_on(
    lines: tuple[str, ...], head: tuple[str, ...], signed: str, year: int | None
) -> str:
    """The day of publication: as labelled at the head or end, else signed, else below the
    title, else written; or "".

    A signature is by the body itself, so one in the year of the report counts as printed: the year
    is often left as it was.
    """
    around = _around(lines, head)
    labelled, written = _first_day(_PUBLISHED, around), _first_day(_WRITTEN, around)
    for day in (labelled, signed, *_below_title(head), written):
        if day and _is_plausible(date.fromisoformat(day), year):
            return day
    return signed if year and signed.startswith(f"{year}-") else ""


@lru_cache(maxsize=1)  # looked at for the year as well
def _around(lines: tuple[str, ...], head: tuple[str, ...]) -> str:
    """The head and the last lines as one text, in which dates are looked for."""
    return folded("\n".join((*head, *[line for _, line in last_lines(lines, _TAIL_LINES)])))


def _below_title(head: tuple[str, ...]) -> Iterator[str]:
    """Days behind or below the words of a title; one above them may be that of the visit."""
    below = False
    for line in head:
        text = _dense(line)
        below = below or bool(_TITLE_WORDS.search(text))
        if below and "20" in text:
            yield _day(_BELOW_TITLE.fullmatch(text) or _OF_THE_PAGE.search(folded(line)))


def _first_day(labelled: re.Pattern[str], text: str) -> str:
    days = (_day(found) for found in labelled.finditer(text))
    return next(filter(None, days), "")


def _dense(line: str) -> str:
    plain = re.sub(r"\s+", "", _with_digits(cleaned(line)))
    return re.sub(r"(?<=[年月])([一二三四五六七八九十]{1,3})(?=[月日])", _number, plain)


def _number(found: re.Match[str]) -> str:
    return _NUMERALS.get(found[1], found[1])


def _day(found: re.Match[str] | None) -> str:
    try:
        return date(*map(int, found.groups())).isoformat() if found else ""
    except ValueError:
        return ""


def _is_plausible(day: date, year: int | None) -> bool:
    """Not long before the year is over, and not years later, as after a move of the website."""
    if year is None:
        return False
    return date(year, 12, 31) - _EARLIEST <= day <= date(year + _YEARS_LATE, 12, 31)
