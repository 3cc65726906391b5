"""Disputes over disclosure where nobody asked for anything."""

from collections.abc import Iterator

from generator.bilingual import Text
from generator.model import Report, ReportContext, Severity
from generator.rules import sources
from generator.rules.beside import earlier, year_before
from generator.rules.reading import demand, fact
from generator.rules.registry import Hit, rule
from generator.specimen import Specimen

_CASES = tuple(
    f"appeals.{row}.total"
    for row in ("reconsideration", "suit_direct", "suit_after_reconsideration")
)
_UPHELD = {"appeals.reconsideration.upheld": "1", "appeals.reconsideration.total": "1"}
_GRANTED = {
    f"requests.{row}.{column}": "1"
    for row in ("received", "granted", "processed")
    for column in ("natural_person", "total")
}
_OVERVIEW = "平台建设均按要求开展。"
_SPOKEN_OF = ((_OVERVIEW, f"{_OVERVIEW}因政府信息公开引起行政复议1件。"),)
_DUE = ("requests.received.total", "requests.brought_forward.total")


@rule(
    "TC-NOREQ",
    Severity.NOTICE,
    title=Text("有复议、诉讼的，也有过申请", "Where there are disputes, there have been requests"),
    meaning=Text(
        "信息公开的复议和诉讼多由申请引起；有复议、诉讼而本年和以前各年都没有申请的，作出提示，便于核对。",
        "Most disputes over disclosure follow from a request; where there are some, and no request "
        "this year nor in any earlier year, this is pointed out so that it can be looked at.",
    ),
    basis=Text(
        "《政府信息公开条例》第五十条把“收到和处理政府信息公开申请的情况”与“因政府信息公开工作被申请"
        "行政复议、提起行政诉讼的情况”并列为报告内容；两者不必相等，因此仅作提醒。",
        "Art. 50 of the Regulations on Open Government Information asks for both the requests and "
        "the disputes over the work of disclosure; they need not match, so this is a notice only.",
    ),
    sources=sources.REGULATIONS,
    message=Text(
        "复议和诉讼共{cases}件；新收和上年结转的申请，本年和本站所有的以前年度（{years}年）均为0。",
        "Reconsiderations and suits: {cases}; requests received and carried over: 0 this year and "
        "in the earlier years on this site ({years}).",
    ),
    exceptions=Text(
        "复议、诉讼可能针对主动公开，也可能由本站没有的年度的申请引起；本站没有上一年报告的不核对。",
        "A dispute may be about proactive disclosure, or follow from a request in a year that is "
        "not on this site. Not assessed where the report of the year before is not on this site.",
    ),
    passes=Specimen(cells=_UPHELD | _GRANTED, swaps=_SPOKEN_OF),
    breaks=Specimen(cells=_UPHELD, swaps=_SPOKEN_OF),
    beside=(Specimen(year=2022),),
)
def disputed_but_never_asked(report: Report, context: ReportContext) -> Iterator[Hit]:
    """Reconsiderations or suits have requests in this year or in an earlier one that is known.

    A dispute is most often about a request of the year before, so that one has to be known.
    """
    demand(report, "appeals")
    cases = tuple(cell for cell in _CASES if report.value(cell))
    if not cases or report.total(_DUE):
        return
    year_before(report, context)
    before = earlier(report, context)
    if not any(one.total(_DUE) for one in before):
        years = [str(one.year) for one in before]
        yield Hit(
            {"cases": fact(report.total(cases)), "earlier": " ".join(years)},
            {"years": Text("、".join(years), ", ".join(years))},
            at=cases[0],
            cells=(*cases, *_DUE),
            line=report.line_of(cases[0]),
        )
