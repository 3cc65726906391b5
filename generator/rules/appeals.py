"""Table C: reconsiderations and suits."""

from collections.abc import Iterator

from generator.bilingual import Text
from generator.form import Equation
from generator.model import Report, Severity
from generator.rules import sources
from generator.rules.reading import identities, unequal
from generator.rules.registry import Hit, rule
from generator.specimen import Specimen

_OF_CASES = {"appeals": "因政府信息公开引起行政复议5件。"}
_FIVE_CASES = {
    "appeals.reconsideration.upheld": "3",
    "appeals.reconsideration.other": "2",
    "appeals.reconsideration.total": "5",
}


@rule(
    "TC-SUM",
    Severity.ERROR,
    title=Text("案件结果相加等于总计", "Results of cases add up to their total"),
    meaning=Text(
        "每件复议或诉讼案件只有一种结果，维持、纠正、其他结果与尚未审结相加应当等于总计。",
        "Every case has one result, so upheld, corrected, other and pending add up to the total.",
    ),
    basis=Text(
        "统一格式第四部分表格：行政复议与两类行政诉讼各有“总计”一列，为结果维持、结果纠正、其他结果、"
        "尚未审结四列之和。",
        "Table in part four of the national form: reconsiderations and both kinds of suits each "
        "have a "
        "total of the four columns upheld, corrected, other result and pending.",
    ),
    sources=sources.FORM + sources.ANOTHER_CHECKER,
    message=Text(
        "{row}：总计印为{printed}，各种结果相加为{parts}。",
        "{row}: total printed {printed}, results add to {parts}.",
    ),
    exceptions=Text(
        "发布后更正的年度报告，以更正后的版本为准。",
        "A report corrected after publication counts in its corrected version.",
    ),
    passes=Specimen(cells=_FIVE_CASES, prose=_OF_CASES),
    breaks=Specimen(cells=_FIVE_CASES | {"appeals.reconsideration.other": "1"}, prose=_OF_CASES),
    each=identities("appeals", "row_sum"),
)
def results_not_adding_up(report: Report, equation: Equation) -> Iterator[Hit]:
    """The four results of each group of cases equal its total."""
    return unequal(report, equation, "parts", "printed")
