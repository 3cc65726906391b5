"""What the rules found, one row per finding."""

from typing import NamedTuple

from generator.bilingual import Text
from generator.export import common
from generator.export.declare import Column, DataFile, compact, listed, number, words
from generator.model import Dossier, Finding, Severity


class ReportFinding(NamedTuple):
    """A finding and the report it is about."""

    dossier: Dossier
    finding: Finding


def _mends(found: ReportFinding) -> str:
    return compact(
        [
            {"cell": edit.cell, "from": edit.printed, "to": edit.mended}
            for edit in found.finding.mends
        ]
    )


FINDINGS: DataFile[ReportFinding] = DataFile(
    "findings",
    Text("发现", "Findings"),
    Text("一处发现", "finding"),
    (
        Column(
            "finding",
            "string",
            Text("发现编号", "Finding id"),
            lambda f: f.dossier.finding_id(f.finding),
            note=Text(
                "已撤回的也列出；是否撤回见 corrections.csv（our_mistake）。",
                "Those withdrawn are listed too: see corrections.csv (our_mistake).",
            ),
        ),
        Column(
            "cause",
            "string",
            Text("起因编号", "Cause id"),
            lambda f: f.dossier.cause_id(f.finding),
            note=Text(
                "编号相同的发现出于同一起因。",
                "Findings that share it have one cause.",
            ),
        ),
        Column("report", "string", common.REPORT, lambda f: f.dossier.report.id),
        Column("rule", "string", common.RULE, lambda f: f.finding.rule),
        Column(
            "severity",
            "string",
            Text("严重程度", "Severity"),
            lambda f: f.finding.severity.value,
            words=words(Severity),
        ),
        Column(
            "cells",
            "string",
            Text("涉及的单元格", "Cells involved"),
            lambda f: listed(f.finding.cells),
            note=common.BY_SPACES,
        ),
        Column("line", "integer", common.LINE, lambda f: number(f.finding.line)),
        Column(
            "message_zh",
            "string",
            Text("中文说明", "Message, Chinese"),
            lambda f: f.finding.message.zh,
        ),
        Column(
            "message_en",
            "string",
            Text("英文说明", "Message, English"),
            lambda f: f.finding.message.en,
        ),
        Column(
            "facts",
            "object",
            Text("有关数字", "Facts"),
            lambda f: compact(dict(f.finding.facts)),
            note=Text("JSON 对象。", "A JSON object."),
        ),
        Column(
            "mend",
            "array",
            Text("最小改动", "Smallest mend"),
            _mends,
            note=Text(
                "JSON 列表；其中任何一处改动单独就能使数字一致。",
                "A JSON list of edits; each alone would make the numbers agree.",
            ),
        ),
    ),
    lambda survey: (ReportFinding(d, finding) for d in survey.dossiers for finding in d.findings),
    key=("finding",),
    references=(common.OF_REPORT, common.OF_RULE),
    of_reports=True,
)
