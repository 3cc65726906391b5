"""The numbers that the prose states."""

from typing import NamedTuple

from generator.bilingual import Text
from generator.export import common
from generator.export.declare import Column, DataFile, flag, words
from generator.model import Agreement, Claim


class ReportClaim(NamedTuple):
    """A number in the prose of a report."""

    report: str
    claim: Claim


CLAIMS: DataFile[ReportClaim] = DataFile(
    "claims",
    Text("文中数字", "Numbers in the prose"),
    Text("报告文字中的一个数字", "number stated in the prose"),
    (
        Column("report", "string", common.REPORT, lambda s: s.report),
        Column("claim", "string", Text("所述事项", "What it counts"), lambda s: s.claim.key),
        Column("value", "integer", Text("数值", "Value"), lambda s: str(s.claim.value)),
        Column(
            "approximate",
            "boolean",
            Text("是否约数", "Approximate"),
            lambda s: flag(s.claim.approximate),
        ),
        Column("text", "string", Text("所在句子", "Sentence"), lambda s: s.claim.text),
        Column("line", "integer", common.LINE, lambda s: str(s.claim.line)),
        Column(
            "cell",
            "string",
            Text("对应单元格", "Cell it speaks of"),
            lambda s: s.claim.cell,
            note=Text(
                "可以是两个单元格之和，写作 a+b。", "May be the sum of two cells, written a+b."
            ),
        ),
        Column(
            "agreement",
            "string",
            Text("与表格是否一致", "Agreement with the table"),
            lambda s: s.claim.agreement.value,
            words=words(Agreement),
        ),
    ),
    lambda survey: (
        ReportClaim(d.report.id, claim) for d in survey.dossiers for claim in d.report.claims
    ),
    references=(common.OF_REPORT,),
    of_reports=True,
    by_province=True,
)
