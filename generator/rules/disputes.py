"""Table C: suits without reconsideration, and cases that the prose does not mention."""

from collections.abc import Iterable, Iterator

from generator import form
from generator.bilingual import Text
from generator.model import NotAssessable, Report, Severity
from generator.regex import regex
from generator.rules import sources
from generator.rules.mentions import written_prose
from generator.rules.reading import fact, readings, year
from generator.rules.registry import Hit, rule
from generator.rules.wording import column_label, listed, row_label
from generator.specimen import Specimen

_DIRECT = "appeals.suit_direct.total"
_SINCE = 2024  # the Administrative Reconsideration Law of 2023 is in force
_SUIT = {"appeals.suit_direct.upheld": "1", _DIRECT: "1"}
_AFTER = "appeals.suit_after_reconsideration"
_REVIEWED = {f"{_AFTER}.upheld": "1", f"{_AFTER}.total": "1"}
_SPOKEN = {"appeals": "因政府信息公开被提起行政诉讼1件。"}


@rule(
    "TC-DIRECT-2024",
    Severity.NOTICE,
    title=Text("2024年起，不服不予公开的先申请复议", "From 2024 refusals go to reconsideration"),
    meaning=Text(
        "自2024年1月1日起，对不予公开决定不服的，应当先申请行政复议；此后未经复议直接起诉的案件，"
        "读者会想知道原因。",
        "Since 1 January 2024 a refusal is to be taken to reconsideration first; readers may ask "
        "what suits filed directly in court are about.",
    ),
    basis=Text(
        "《行政复议法》（2023年修订）第二十三条第一款第（四）项：申请政府信息公开，行政机关不予公开的，"
        "应当先向行政复议机关申请行政复议；第九十条：自2024年1月1日起施行。",
        "Administrative Reconsideration Law (2023), Art. 23(1)(4): where disclosure is refused, "
        "reconsideration is to be applied for first; Art. 90: in force from 1 January 2024.",
    ),
    sources=sources.RECONSIDERATION,
    message=Text(
        "{row}：总计{cases}件；自2024年起，不服不予公开决定的应当先申请行政复议。",
        "{row}: {cases} in total; since 2024 a refusal is to be taken to reconsideration first.",
    ),
    exceptions=Text(
        "2024年以前起诉、尚未审结的案件不受这一规定限制；既不涉及不予公开、也不涉及未履行法定职责"
        "（同款第三项）的案件也一样。",
        "Suits filed before 2024 and still pending are not concerned, nor are suits about neither "
        "a refusal nor a duty that was not performed (item 3 of the same paragraph).",
    ),
    passes=Specimen(year=2024, cells=_REVIEWED, prose=_SPOKEN),
    breaks=Specimen(year=2024, cells=_SUIT, prose=_SPOKEN),
)
def suits_without_reconsideration(report: Report) -> Iterator[Hit]:
    """From 2024 no suit is filed directly in court."""
    if year(report) < _SINCE:
        raise NotAssessable("before_2024", str(report.year))
    cases = report.value(_DIRECT)
    if cases > 0:
        yield Hit(
            {"cases": fact(cases)},
            {"row": row_label(_DIRECT)},
            at=_DIRECT,
            cells=(_DIRECT,),
            line=report.line_of(_DIRECT),
        )


_CASES = regex("复议|诉讼|起诉|应诉|行政争议|被诉|法院|官司")


def _kinds(report: Report) -> Iterable[str]:
    return [address for address in readings(report, "appeals") if address.endswith(".total")]


@rule(
    "TC-SILENT",
    Severity.NOTICE,
    title=Text(
        "正文提到第四部分表格中的案件", "The prose speaks of the cases in the table in part four"
    ),
    meaning=Text(
        "第四部分表格有复议或诉讼案件，正文完全没有提到时，读者看不到说明。",
        "Where the table counts reconsiderations or suits and the prose never speaks of any, "
        "readers find no explanation.",
    ),
    basis=Text(
        "《政府信息公开条例》第五十条第（三）项要求年度报告包括被申请行政复议、提起行政诉讼的情况；"
        "没有条文要求正文重复表中的数字，因此仅作提醒。",
        "Regulations on Open Government Information, Art. 50(3), asks for an account of "
        "reconsiderations and suits; no provision asks the prose to repeat the table, so this is "
        "a notice only.",
    ),
    sources=sources.REGULATIONS,
    message=Text(
        "{row}：表中总计{cases}件（{results}）；正文没有提到复议或诉讼。",
        "{row}: {cases} in the table ({results}); the prose does not speak of reconsideration or "
        "litigation.",
    ),
    exceptions=Text(
        "统一格式没有要求正文再写案件情况，数字本身并不因此有疑问。",
        "The form does not ask the prose for it, and nothing speaks against the number itself.",
    ),
    passes=Specimen(cells=_SUIT, prose=_SPOKEN),
    breaks=Specimen(cells=_SUIT),
    each=_kinds,
)
def cases_never_mentioned(report: Report, address: str) -> Iterator[Hit]:
    """A report with reconsiderations or suits speaks of them in its prose."""
    cases = report.value(address)
    if cases > 0 and not any(_CASES.search(sentence) for sentence in written_prose(report)):
        yield Hit(
            {"cases": fact(cases)},
            {"row": row_label(address), "results": _results(report, address)},
            at=address,
            cells=(address,),
            line=report.line_of(address),
        )


def _results(report: Report, total: str) -> Text:
    """The results that were read and are not 0, or that none was."""
    row = total.removesuffix("total")
    parts = [a for a in form.cells_of("appeals", 2021) if a.startswith(row) and a != total]
    read = ((column_label(a), report.cells[a].value) for a in parts)
    found = [Text(f"{c.zh}{n}", f"{c.en} {n}") for c, n in read if n]
    return listed(found) if found else Text("没有写明结果", "no result given")
