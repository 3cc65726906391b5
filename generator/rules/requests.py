"""Table B: the balance of requests, and the totals of its columns and rows."""

from collections.abc import Iterator

from generator import form
from generator.bilingual import Text
from generator.form import Equation
from generator.model import Report, Severity
from generator.rules import sources
from generator.rules.reading import identities, unequal
from generator.rules.registry import Hit, rule
from generator.rules.wording import quoted, row_label
from generator.specimen import Specimen

_FORM = form.FORM["requests", 2021]
_LEFT, _RIGHT = (
    " plus ".join(row_label(f"requests.{row}.total").en for row in side)
    for side in _FORM.balance or ()
)
_NOTE = _FORM.note or Text("", "")
_FIVE_RECEIVED = {
    "requests.received.natural_person": "5",
    "requests.received.total": "5",
    "requests.granted.natural_person": "4",
    "requests.granted.total": "4",
    "requests.processed.natural_person": "4",
    "requests.processed.total": "4",
    "requests.carried_forward.natural_person": "1",
    "requests.carried_forward.total": "1",
}
_FIVE = Specimen(cells=_FIVE_RECEIVED)
_REPAIRED_LATER = Text(
    "发布后更正的年度报告，以更正后的版本为准。",
    "A report corrected after publication counts in its corrected version.",
)


@rule(
    "TB-BALANCE",
    Severity.ERROR,
    title=Text(
        "应办理的申请数等于办结与结转数之和", "Requests due equal those decided or carried forward"
    ),
    meaning=Text(
        "一年中要办理的申请（新收的加上年结转的），要么已经办结，要么结转到下一年；两边应当相等。",
        "Every request due in a year (new or carried over) is either decided or carried forward, "
        "so both sides come to the same number.",
    ),
    basis=Text(
        f"统一格式第三部分表格表头所印：{quoted(_NOTE.zh.strip('（）')).zh}",
        f"Printed in the head of the table in part three of the national form: "
        f"{_NOTE.en.strip('()')}.",
    ),
    sources=sources.FORM,
    message=Text(
        "{column}：第一项加第二项为{due}，第三项加第四项为{accounted}。",
        f"{{column}}: {_LEFT}: {{due}}; {_RIGHT}: {{accounted}}.",
    ),
    exceptions=_REPAIRED_LATER,
    passes=_FIVE,
    breaks=Specimen(
        cells=_FIVE_RECEIVED
        | {"requests.received.natural_person": "6", "requests.received.total": "6"}
    ),
    each=identities("requests", "balance"),
)
def requests_out_of_balance(report: Report, equation: Equation) -> Iterator[Hit]:
    """New requests and those brought forward equal those processed and carried forward."""
    return unequal(report, equation, "due", "accounted")


@rule(
    "TB-SUM",
    Severity.ERROR,
    title=Text("办理结果相加等于总计", "Outcomes add up to the total decided"),
    meaning=Text(
        "每一件办结的申请只计入一种办理结果，各种结果相加应当等于（七）总计。",
        "Every decided request is counted under one outcome, so the outcomes add up to the total.",
    ),
    basis=Text(
        "统一格式第三部分表格：（七）总计为本年度各种办理结果之和；部分公开的申请“只计这一情形，不计其他情形”。",
        "Table in part three of the national form: item (7) is the total of all outcomes of the "
        "year; a "
        "request disclosed in part is counted under that outcome only.",
    ),
    sources=sources.FORM + sources.ANOTHER_CHECKER,
    message=Text(
        "{cell}：印为{printed}，各项办理结果相加为{parts}。",
        "{cell}: printed {printed}, outcomes add to {parts}.",
    ),
    exceptions=_REPAIRED_LATER,
    passes=_FIVE,
    breaks=Specimen(
        cells=_FIVE_RECEIVED
        | {"requests.granted.natural_person": "3", "requests.granted.total": "3"}
    ),
    each=identities("requests", "column_sum"),
)
def outcomes_not_adding_up(report: Report, equation: Equation) -> Iterator[Hit]:
    """The outcomes of a column equal its total of decided requests."""
    return unequal(report, equation, "parts", "printed")


@rule(
    "TB-ROW",
    Severity.ERROR,
    title=Text("各类申请人相加等于总计", "Applicants add up to the row's total"),
    meaning=Text(
        "每件申请只有一类申请人，一行中自然人与五类组织的数字相加应当等于该行的总计。",
        "Every request has one kind of applicant, so natural persons and the five kinds of "
        "organisations add up to the total of the row.",
    ),
    basis=Text(
        "统一格式第三部分表格：最后一列“总计”为自然人与法人或其他组织各列之和。",
        "Table in part three of the national form: the last column is the total of natural "
        "persons and "
        "legal persons or other organisations.",
    ),
    sources=sources.FORM + sources.ANOTHER_CHECKER,
    message=Text(
        "{cell}：印为{printed}，各类申请人相加为{parts}。",
        "{cell}: printed {printed}, applicants add to {parts}.",
    ),
    exceptions=_REPAIRED_LATER,
    passes=_FIVE,
    breaks=Specimen(
        cells=_FIVE_RECEIVED
        | {
            "requests.granted.natural_person": "3",
            "requests.partly_granted.natural_person": "1",
        }
    ),
    each=identities("requests", "row_sum"),
)
def applicants_not_adding_up(report: Report, equation: Equation) -> Iterator[Hit]:
    """The applicants of a row equal its total."""
    return unequal(report, equation, "parts", "printed")
