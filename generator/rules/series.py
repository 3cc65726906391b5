"""A township's reports beside each other."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.bilingual import Text
from generator.model import ABSENT, UNREAD, NotAssessable, Report, ReportContext, Severity
from generator.regex import regex
from generator.rules import sources
from generator.rules.beside import earlier
from generator.rules.reading import of_a_known_place
from generator.rules.registry import Hit, rule
from generator.rules.wording import quoted, some
from generator.specimen import Specimen

_CORRECTED = regex("更正|修正|订正|勘误|修订[版稿本]|[(（]修订")


class _Twin(NamedTuple):
    """Another report of the same year: cells read in both, and those whose numbers differ."""

    report: Report
    compared: int
    differing: tuple[str, ...]

    @property
    def said(self) -> Text:
        """Which report it is and how its numbers compare."""
        named, difference = _named(self.report), self._difference
        return Text(f"{named.zh}，{difference.zh}", f"{named.en}, {difference.en}")

    @property
    def _difference(self) -> Text:
        n = len(self.differing)
        if n:
            return Text(f"{n}格数字不同", f"{n} cells differ" if n > 1 else "1 cell differs")
        if not self.compared:
            return Text("数字无法比较", "no numbers that could be compared")
        if self.compared < len(self.report.cells):
            known = self.compared
            return Text(f"能比较的{known}格数字相同", f"same numbers in the {known} cells read")
        return Text("全部数字相同", "same numbers throughout")


@rule(
    "CY-TWICE",
    Severity.WARNING,
    title=Text("一个年度只有一份报告", "One report for each year"),
    meaning=Text(
        "同一单位同一年度有两份内容不同的报告时，读者无法知道以哪一份为准。",
        "Where a body has two reports of one year that differ, readers cannot tell which counts.",
    ),
    basis=Text(
        "中国社会科学院2016年的评估把年度报告发布后改动、不同平台上版本不一列为问题；"
        "没有条文明确禁止，仅供核对。",
        "The 2016 evaluation of the Chinese Academy of Social Sciences names changes after "
        "publication and several versions on several platforms; no provision forbids them.",
    ),
    sources=sources.EVALUATION,
    message=Text(
        "{year}年还有：{others}；各项比较用的是{used}。",
        "Also published for {year}: {others}; comparisons use {used}.",
    ),
    exceptions=Text(
        "更正后重新发布，或者同一份报告有两种文件格式，都会出现这种情况；"
        "数字没有差别，或者标题写明是更正版的，只作提醒。",
        "A corrected version, or one report in two file formats, looks like this too; without a "
        "difference in numbers, or where a title says that it is corrected, it is a notice only.",
    ),
    passes=Specimen(year=2022),
    breaks=Specimen(cells={"proactive.licences.decisions": "3"}),
    beside=(Specimen(),),
)
def published_twice(report: Report, context: ReportContext) -> Iterator[Hit]:
    """No other report of the same body is of the same year."""
    year = of_a_known_place(report)
    twins = [_twin(report, other) for other in context.others if other.year == year]
    if twins:
        used = next((one for one in (report, *context.others) if _stands_for(year, one)), report)
        yield Hit(
            {
                "year": year,
                "reports": " ".join(twin.report.id for twin in twins),
                "compared": " ".join(str(twin.compared) for twin in twins),
                "differing": " ".join(str(len(twin.differing)) for twin in twins),
                "comparisons_use": used.id,
            },
            {
                "others": some(twin.said for twin in twins),
                "used": Text("本份", "this one") if used is report else _named(used),
            },
            cells=tuple(dict.fromkeys(cell for twin in twins for cell in twin.differing)),
            line=report.title_line,
            severity=None if _leaves_open(report, twins) else Severity.NOTICE,
        )


def _leaves_open(report: Report, twins: list[_Twin]) -> bool:
    """Whether numbers differ and no title says which of the versions is the corrected one."""
    titles = (report.title, *(twin.report.title for twin in twins))
    return any(t.differing for t in twins) and not any(map(_CORRECTED.search, titles))


def _stands_for(year: int, report: Report) -> bool:
    return report.year == year and report.preferred


def _twin(report: Report, other: Report) -> _Twin:
    """Cells that were not read in one of the two say nothing of what it prints."""
    read = [
        address
        for address, reading in report.cells.items()
        if UNREAD.isdisjoint((reading.status, other.cells.get(address, ABSENT).status))
    ]
    differing = (a for a in read if report.cells[a].value != other.cells[a].value)
    return _Twin(other, len(read), tuple(differing))


def _named(report: Report) -> Text:
    file = quoted(report.source.file)
    return Text(f"{file.zh}（{report.id}）", f"{file.en} ({report.id})")


@rule(
    "CY-GAP",
    Severity.NOTICE,
    title=Text("各年度的报告连续", "The years of a body follow each other"),
    meaning=Text(
        "本站有一个单位前后年度的报告而缺中间年度的，作出提示，读者不至于把相隔的两年当作相邻的两年。",
        "Where this site has reports of a body before and after a year but not for it, readers are "
        "told, so that nobody takes years that lie apart for neighbours.",
    ),
    basis=Text(
        "《政府信息公开条例》第四十九条要求每年公布上一年度的年度报告。"
        "本站没有的报告不等于没有公布。",
        "Art. 49 of the Regulations on Open Government Information asks for a report on every "
        "year. A report that is not on this site may well have been published.",
    ),
    sources=sources.REGULATIONS,
    message=Text(
        "本站没有{years}年的报告，前一份是{before}年的。",
        "Not on this site: {years}; the report before this one is for {before}.",
    ),
    exceptions=Text(
        "报告可能已在别处公布，只是没有收入本站；单位合并、设立或更名的年份也可能由别的单位报告。",
        "The report may be published elsewhere and not be among those collected here; for years in "
        "which a body was merged, founded or renamed another body may have reported.",
    ),
    passes=Specimen(),
    breaks=Specimen(year=2024),
    beside=(Specimen(year=2022),),
)
def years_missing(report: Report, context: ReportContext) -> Iterator[Hit]:
    """The latest of the earlier reports of the body is of the year before."""
    before = earlier(report, context)
    if not report.preferred:
        raise NotAssessable("not_preferred")
    if not before:
        raise NotAssessable("no_earlier_year")
    last, this = before[-1].year or 0, report.year or 0
    missing = [str(year) for year in range(last + 1, this)]
    if missing:
        yield Hit(
            {"missing": " ".join(missing), "before": last},
            {"years": Text("、".join(missing), ", ".join(missing))},
            line=report.title_line,
        )
