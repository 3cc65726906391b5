"""A number beside those of other townships of the same year."""

from collections.abc import Iterable, Iterator

from generator.bilingual import Text
from generator.form import term
from generator.model import TOWNSHIP_KINDS, NotAssessable, Report, ReportContext, Severity, Typical
from generator.rules import sources
from generator.rules.reading import demand, fact, year
from generator.rules.registry import Hit, rule
from generator.specimen import Specimen

_LICENCES, _PENALTIES = "proactive.licences.decisions", "proactive.penalties.decisions"
COMPARED = (_LICENCES, _PENALTIES)  # the cells whose medians are needed
_PEERS = tuple(
    Specimen(body=f"云岭县{name}镇", cells={_LICENCES: "2", _PENALTIES: str(number)})
    for number, name in enumerate(
        ("东山", "西山", "南山", "北山", "中山", "东河", "西河", "南河", "北河", "中河"), 1
    )
)


def _cells(report: Report) -> Iterable[str]:
    if report.body.kind not in TOWNSHIP_KINDS:
        raise NotAssessable("not_a_township", report.body.kind.value)
    year(report)
    demand(report, "proactive")
    return COMPARED


def _many(number: int) -> Specimen:
    """An example with so many penalties, which its prose speaks of as well."""
    said = "平台建设均按要求开展。"
    return Specimen(
        cells={_PENALTIES: str(number)}, swaps=((said, f"{said}全年作出行政处罚{number}件。"),)
    )


@rule(
    "TA-OUTLIER",
    Severity.NOTICE,
    title=Text(
        "许可、处罚数量与其他乡镇相近",
        "Licences and penalties are of the size usual among townships",
    ),
    meaning=Text(
        "行政许可或行政处罚的数量超过同年度其他乡镇、街道中位数的十倍时作出提示，便于核对；不作排名。",
        "A number of licences or penalties above ten times the median of other townships and "
        "sub-districts of the year is pointed out so that it can be looked at; nothing is ranked.",
    ),
    basis=Text(
        "统一格式第二部分表格要求填写本年处理决定数量，各乡镇口径相同；十倍和至少10个乡镇是本站的选择，仅作提醒。",
        "The table in part two of the national form asks every township for the decisions made "
        "this "
        "year; ten times, and at least 10 townships, are choices of this site, so this is a notice "
        "only.",
    ),
    sources=sources.FORM + sources.ANOTHER_CHECKER + sources.PENALTIES,
    message=Text(
        "{cell}：{number}；{area}{count}个乡镇、街道同年度的中位数为{median}。",
        "{cell}: {number}; the median of {count} other townships and sub-districts {area} in the "
        "same year is {median}.",
    ),
    exceptions=Text(
        "省、自治区、直辖市可以决定把处罚权交给乡镇、街道（《行政处罚法》第二十四条），"
        "数量取决于下放的权限和辖区大小，并不说明执法松严。",
        "Provinces may hand powers of penalty down to townships and sub-districts (Law on "
        "Administrative Penalties, Art. 24): numbers follow from the powers held and the size of "
        "the place, not from how strictly the law is applied.",
    ),
    passes=_many(55),
    breaks=_many(56),
    beside=_PEERS,
    each=_cells,
)
def far_above_the_median(report: Report, context: ReportContext, cell: str) -> Iterator[Hit]:
    """The number is at most ten times the median of at least 10 peers."""
    number = report.value(cell)
    if cell not in context.typical:
        raise NotAssessable("few_peers", cell)
    typical = context.typical[cell]
    if typical and typical.median <= 0:
        raise NotAssessable("median_zero", cell)
    if typical:
        yield Hit(
            {
                "number": fact(number),
                "median": fact(typical.median),
                "peers": typical.reports,
                "area_name": typical.area,
            },
            {"cell": term(cell), "area": _area(typical), "count": _count(typical)},
            at=cell,
            cells=(cell,),
            line=report.line_of(cell),
            cause=cell,
        )


def _area(typical: Typical) -> Text:
    if not typical.area:
        return Text("本站其他", "known here")
    return Text(f"{typical.area}其他", f"of {typical.area}")


def _count(typical: Typical) -> Text:
    number = str(typical.reports)
    return Text(f"至少{number}", f"at least {number}") if typical.of_many else Text(number, number)
