"""The day on which a report came out: after the dates that the law knows, or before its year ended.

The day is the register's, else that of publication or signature as the report prints it.
"""

import re
from collections.abc import Iterator
from datetime import date

from generator.bilingual import Text
from generator.model import TOWNSHIP_KINDS, NotAssessable, Report, Severity
from generator.rules import sources
from generator.rules.reading import year
from generator.rules.registry import Hit, rule
from generator.simplified import folded
from generator.specimen import Specimen

_NO_DATE_OF_THEIR_OWN = Text(
    "第四十九条没有提到乡镇人民政府和街道办事处，乡镇没有自己的法定日期；"
    "期限由县、市的通知规定，例如有的县要求2月20日前公布。",
    "Art. 49 does not name township governments and sub-district offices; townships have no "
    "statutory date of their own. Counties and cities set one by notice, 20 February for instance.",
)
_OTHER_DAY = Text(
    "网站搬家或更正后重新发布的，页面日期可能晚于首次发布日期。",
    "A page moved to another website, or published anew after a correction, may carry a later day "
    "than that of its first publication.",
)
_EXCEPTIONS = Text(
    f"{_NO_DATE_OF_THEIR_OWN.zh}{_OTHER_DAY.zh}", f"{_NO_DATE_OF_THEIR_OWN.en} {_OTHER_DAY.en}"
)

_NUMERALS = ("[〇○零O0]", *"一二三四五六七八九")


def _day(report: Report) -> date:
    """The day on which a report came out.

    Where it fits the statistical period and not the title, the year of the title is in doubt.
    """
    if not report.source.published_on:
        raise NotAssessable("no_date")
    day = date.fromisoformat(report.source.published_on)
    if year(report) != day.year - 1:
        counted = {period.first_year for period in report.periods if period.is_whole_year}
        if year(report) not in counted and day.year - 1 in counted:
            raise NotAssessable("told_by", "STR-PERIOD")
    return day


def _township_day(report: Report) -> tuple[date, int]:
    """The day on which a township's report came out, and the year in which it was due."""
    if report.body.kind not in TOWNSHIP_KINDS:
        raise NotAssessable("not_a_township", report.body.kind.value)
    return _day(report), year(report) + 1


def _hit(day: date, report: Report, limit: date) -> Hit:
    return Hit({"day": day.isoformat(), "limit": limit.isoformat()}, line=_line(report, day))


def _line(report: Report, day: date) -> int | None:
    """The last line of prose that prints the day, in figures or in Chinese numerals."""
    year, month = _either(day.year), _either(day.month)
    printed = re.compile(rf"{year}\s*[年./-]\s*{month}\s*[月./-]\s*{_either(day.day)}(?!\d)")
    lines = ((p.line, folded(p.text)) for p in reversed(report.paragraphs))
    return next((line for line, text in lines if printed.search(text)), None)


def _either(number: int) -> str:
    """A pattern for a year, month or day: 2024 or 二〇二四, 03 or 三, 31 or 三十一."""
    tens, ones = divmod(number, 10)
    if number > date.max.day:
        words = "".join(_NUMERALS[int(digit)] for digit in str(number))
    else:
        words = f"{_NUMERALS[tens]}十" if tens > 1 else "十" * tens
        words += _NUMERALS[ones] if ones else ""
    return f"(?:0?{number}|{words})"


@rule(
    "DT-JAN31",
    Severity.NOTICE,
    title=Text("不晚于次年1月31日", "No later than 31 January of the following year"),
    meaning=Text(
        "县级以上政府部门的年度报告应当在次年1月31日前公布；乡镇没有自己的法定日期，"
        "晚于这一天的只作提示。",
        "Departments of county level and above publish their reports by 31 January of the "
        "following year. Townships have no statutory date; a later day is pointed out.",
    ),
    basis=Text(
        "《政府信息公开条例》第四十九条第一款：“县级以上人民政府部门应当在每年1月31日前”"
        "提交年度报告“并向社会公布”。该款没有提到乡镇，这里只作参照。",
        "Regulations on Open Government Information, Art. 49(1): departments of governments of "
        "county level and above submit and publish their reports by 31 January of each year. It "
        "does not name townships and serves as a yardstick only.",
    ),
    sources=sources.REGULATIONS + sources.COUNTY_NOTICE,
    message=Text(
        "报告日期为{day}，晚于县级以上政府部门适用的{limit}；乡镇没有自己的法定日期。",
        "The report is dated {day}, later than {limit}, the date for departments of county level "
        "and above; townships have no statutory date of their own.",
    ),
    exceptions=_EXCEPTIONS,
    passes=Specimen(date="2024年1月31日"),
    breaks=Specimen(date="2024年2月5日"),
)
def dated_after_january(report: Report) -> Iterator[Hit]:
    """The report is dated no later than 31 January; after 31 March DT-MAR31 says so."""
    day, due = _township_day(report)
    if day > date(due, 3, 31):
        raise NotAssessable("told_by", "DT-MAR31")
    if day > date(due, 1, 31):
        yield _hit(day, report, date(due, 1, 31))


@rule(
    "DT-MAR31",
    Severity.WARNING,
    title=Text("不晚于次年3月31日", "No later than 31 March of the following year"),
    meaning=Text(
        "县级以上地方政府的年度报告应当在次年3月31日前公布，这是条例中最晚的日期。",
        "Local governments of county level and above publish their reports by 31 March of the "
        "following year, the latest date in the Regulations.",
    ),
    basis=Text(
        "《政府信息公开条例》第四十九条第二款：县级以上地方人民政府的政府信息公开工作主管部门"
        "“应当在每年3月31日前向社会公布本级政府上一年度政府信息公开工作年度报告”。"
        "该款没有提到乡镇，这里只作参照。",
        "Regulations on Open Government Information, Art. 49(2): competent departments of local "
        "governments of county level and above publish the report of their government by 31 March "
        "of each year. It does not name townships and serves as a yardstick only.",
    ),
    sources=sources.REGULATIONS + sources.COUNTY_NOTICE,
    message=Text(
        "报告日期为{day}，晚于县级以上地方政府适用的{limit}；乡镇没有自己的法定日期。",
        "The report is dated {day}, later than {limit}, the date for local governments of county "
        "level and above; townships have no statutory date of their own.",
    ),
    exceptions=_EXCEPTIONS,
    passes=Specimen(date="2024年1月31日"),
    breaks=Specimen(date="2024年4月1日"),
)
def dated_after_march(report: Report) -> Iterator[Hit]:
    """The report is dated no later than 31 March."""
    day, due = _township_day(report)
    if day > date(due, 3, 31):
        yield _hit(day, report, date(due, 3, 31))


@rule(
    "DT-BEFORE",
    Severity.WARNING,
    title=Text("不早于报告年度结束", "Not before the end of the year reported on"),
    meaning=Text(
        "报告统计全年的数字，到12月31日才能统计完；日期早于年度结束的，数字可能不全。",
        "A report counts a whole year, which is over on 31 December; where it is dated before, "
        "its numbers may not cover all of it.",
    ),
    basis=Text(
        "《政府信息公开条例》第四十九条要求公布的是“上一年度”的年度报告。",
        "Art. 49 of the Regulations on Open Government Information asks for the report of the "
        "preceding year.",
    ),
    sources=sources.REGULATIONS,
    message=Text(
        "报告日期为{day}，报告年度到{limit}才结束。",
        "The report is dated {day}; the year it reports on ends on {limit}.",
    ),
    exceptions=Text(
        "所写日期可能是起草或成文的日期，正式发布在年度结束之后。",
        "The day printed may be that of drafting or signing, and publication may have followed "
        "after the end of the year.",
    ),
    passes=Specimen(date="2024年1月2日"),
    breaks=Specimen(date="2023年12月25日"),
)
def dated_before_the_end_of_the_year(report: Report) -> Iterator[Hit]:
    """The report is not dated before the last day of the year it is on."""
    day, end = _day(report), date(year(report), 12, 31)
    if day < end:
        yield _hit(day, report, end)
