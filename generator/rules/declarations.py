"""What a report declares of itself: the fees it took, and the days over which it counts."""

from collections.abc import Iterator

from generator.bilingual import Text
from generator.model import NotAssessable, Period, Report, Severity
from generator.regex import regex
from generator.rules import sources
from generator.rules.reading import headings, no_hidden_prose, plain, since, year
from generator.rules.registry import Hit, rule
from generator.rules.wording import listed
from generator.specimen import Specimen

_OTHER = "other"
_FIGURES = {
    "fee_notices": Text("发出收费通知件数", "fee notices issued"),
    "fee_charged": Text("总金额", "amount charged"),
    "fee_collected": Text("实际收取总金额", "amount collected"),
}
_FEES = regex(r"收费|信息处理费|费用")


@rule(
    "STR-S6-FEE",
    Severity.NOTICE,
    title=Text("第六部分写明信息处理费的三项数字", "Part six gives the three fee figures"),
    meaning=Text(
        "申请量大或页数多时可以收取信息处理费；报告写明发出收费通知的件数、总金额和实际收取的总金额，"
        "读者才知道是否收过费。",
        "Large or many requests may cost an information-processing fee; with the number of "
        "notices, the amount charged and the amount collected readers know whether any was taken.",
    ),
    basis=Text(
        "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）规定了信息处理费；"
        "写明三项数字是一些地方的做法，因此仅作提醒。",
        "State Council General Office letter 〔2020〕 No. 109 regulates the fee; giving the three "
        "figures is the practice of some places, so this is a notice only.",
    ),
    sources=sources.FEES,
    message=Text(
        "第六部分没有写明信息处理费的：{lacks}；没有收费的，写为0。",
        "Part six leaves out these figures on the information-processing fee: {lacks}; where none "
        "was charged they are 0.",
    ),
    wordings={
        "short": Text(
            "第六部分提到收费，没有写明信息处理费的：{lacks}；没有收费的，写为0。",
            "Part six mentions fees and leaves out these figures on the information-processing "
            "fee: {lacks}; where none was charged they are 0.",
        )
    },
    exceptions=Text(
        "“未收取信息处理费”一句说明了没有收费，但没有给出三项数字，因此仍作提醒；"
        "当地没有要求写明三项数字的，可以不改。",
        "A sentence that no fee was charged tells so and gives none of the three figures, so the "
        "notice stands; where the place does not ask for the figures, nothing need be changed.",
    ),
    passes=Specimen(),
    breaks=Specimen(prose={_OTHER: "本年度未收取信息处理费。"}),
)
def fee_figures_missing(report: Report) -> Iterator[Hit]:
    """The prose states fee notices issued, amount charged and amount collected."""
    since(2021, report)
    section = report.section(_OTHER)
    stated = {claim.key for claim in report.claims}
    lacking = [key for key in _FIGURES if key not in stated]
    spoken = [p.line for p in report.prose(_OTHER) if _FEES.search(p.text)]
    if lacking:
        no_hidden_prose(report)
        yield Hit(
            {"lacking": " ".join(lacking)},
            {"lacks": listed(_FIGURES[key] for key in lacking)},
            line=spoken[0] if spoken else section.line,
            wording="short" if spoken else "",
        )


_STATISTICS = regex(r"统计|数据|期限|时限|报告期|年报|本报告|年度报告")
_CALLED = r"(?:统计|起止)的?(?:期限?|时限|时间|时段|周期|日期|范围)"
# A period is stated, in dates left incomplete by a conversion or a slip: `202311日起至20231230日`.
_STATED = regex(
    rf"{_CALLED}[^。；，,\d]{{0,6}}20\d{{2}}[^。；]{{0,16}}(?:至|到|—|-|－|~|～)[^。；]{{0,6}}\d"
)
_TO = r"(?:起|开始)?,?(?:至|到|—|-|~)+"
# The figures of this report, and not of a website, cover a whole year or go from day to day.
_COUNTED = regex(
    r"(?:(?<!上年)(?<!上年度)(?<!上一年)(?<!上一年度)(?:报告|年报)[^。;]{0,20}?"
    r"|(?:^|[。;,])(?:(?:所列|所有|各项|有关|相关|全部|以上)?(?:统计)?数据的?|(?=统计)))"
    rf"{_CALLED}(?:为|是|自|从|:)*(20\d\d)年"
    rf"(?:(?P<whole>度(?!\d)|全年|0?1月份?{_TO}(?:同年)?12月(?:份|底)?(?!\d))"
    rf"|(\d{{1,2}})月(\d{{1,2}})日{_TO}(?:(20\d\d)年)?(\d{{1,2}})月(\d{{1,2}})日)"
)


@rule(
    "STR-PERIOD",
    Severity.WARNING,
    title=Text(
        "写明统计期限，且为报告年度全年", "The statistical period is stated and is the report year"
    ),
    meaning=Text(
        "报告应当说明数字统计的起止日期，即报告年度的1月1日至12月31日。",
        "A report says over which days it counts: 1 January to 31 December of its year.",
    ),
    basis=Text(
        "《政府信息公开条例》第四十九条要求公布“上一年度”的年度报告；写明统计期限是通行写法，"
        "没有写明仅作提醒。",
        "Art. 49 of the Regulations on Open Government Information asks for the report of the "
        "preceding year; stating the period is common practice, so its lack is a notice only.",
    ),
    sources=sources.REGULATIONS + sources.PERIODS,
    message=Text(
        "统计期限印为{period}；报告年度为{year}年。",
        "Statistical period printed {period}; the report is for {year}.",
    ),
    exceptions=Text(
        "年内新设或合并的单位，统计期限可能不是全年。",
        "A body set up or merged within the year may count over less than all of it.",
    ),
    wordings={
        "missing": Text("未读到统计期限。", "No statement of the statistical period was found.")
    },
    passes=Specimen(),
    breaks=Specimen(prose={"": "本年度报告所列数据的统计期限为2023年1月1日至2022年12月31日。"}),
)
def period_missing_or_other(report: Report) -> Iterator[Hit]:
    """The period from 1 January to 31 December of the report's year is stated.

    Another span of dates counts as the period only when its sentence speaks of the figures.
    """
    headings(report)
    wanted = year(report)
    if any(p.is_whole_year and p.first_year == wanted for p in report.periods):
        return
    spans = [_span(p) for p in report.periods if _STATISTICS.search(p.text)] + list(_spans(report))
    if any((start, end) == _whole(wanted) for start, end, _ in spans):
        return
    no_hidden_prose(report)
    if not spans and any(_STATED.search(paragraph.text) for paragraph in report.paragraphs):
        raise NotAssessable("unreadable_period")
    yield _other_period(spans[0], wanted) if spans else _MISSING


_MISSING = Hit({"stated": 0}, wording="missing", severity=Severity.NOTICE)
_Span = tuple[str, str, int]  # the first day and the last one as `2023-01-01`, and the line


def _span(period: Period) -> _Span:
    end = f"{period.last_year}-{period.last_month:02}-{period.last_day:02}"
    return f"{period.first_year}-01-01", end, period.line


def _spans(report: Report) -> Iterator[_Span]:
    """The periods that a sentence gives for the figures of the report and prints in full."""
    for paragraph in report.prose():
        for found in _COUNTED.finditer(plain((paragraph,))):
            first, whole, month, day, last, *end = found.groups()
            if whole:
                yield *_whole(int(first)), paragraph.line
            elif max(int(month), int(end[0])) <= 12 and max(int(day), int(end[1])) <= 31:
                start = f"{first}-{int(month):02}-{int(day):02}"
                yield start, f"{last or first}-{int(end[0]):02}-{int(end[1]):02}", paragraph.line


def _whole(year: int) -> tuple[str, str]:
    return f"{year}-01-01", f"{year}-12-31"


def _other_period(span: _Span, wanted: int) -> Hit:
    start, end, line = span
    return Hit(
        {"stated": 1, "from": start, "to": end, "year": wanted},
        {"period": Text(f"{start}至{end}", f"{start} to {end}")},
        line=line,
    )
