"""The findings as one JSON object, with the names of the columns of the data files.

    version          of the program
    fail_on          `error`, `warning` or `notice`
    exit_code        0, 1 or 2, as the program ends
    causes           how many causes there are by severity; what one edit would mend counts once
    files            every file: path, outcome, reason, reason_zh, reason_en
                     (outcome `read`, `partly_read`, `not_read` or `duplicate`)
    reports          every report: path, report, township, year, title, body, kind, division_code,
                     resolution, proactive_edition, requests_edition, cells_expected,
                     cells_reported, masked_lines, findings, assessments
      findings       finding, cause, rule, severity, cells, line, message_zh, message_en, facts,
                     mend: list of {cell, from, to}, each of which alone would do
      assessments    of every rule: rule, outcome (`pass`, `fail`, `not_assessable`), reason,
                     reason_zh, reason_en

What is not known is null, or empty where it is text; findings with the same `cause` are one story,
those withdrawn as our mistake are left out.
"""

import json
from collections.abc import Callable

from generator import __version__
from generator.bilingual import LANGS, Lang
from generator.checking.checked import Checked
from generator.model import Assessment, Dossier, Edit, FileRecord, Finding, Severity
from generator.phrases import file_text, reason_text

Json = dict[str, object]


def as_json(checked: Checked) -> str:
    """The object as text; keys stand in a fixed order, equal input gives equal bytes."""
    return dumped(
        {
            "version": __version__,
            "fail_on": checked.fail_on,
            "exit_code": checked.code,
            "causes": {severity: checked.causes(severity) for severity in Severity},
            "files": [_file(checked, record) for record in checked.judged.records],
            "reports": [_report(checked, dossier) for dossier in checked.dossiers],
        }
    )


def dumped(value: object) -> str:
    """JSON as text; exact decimals become numbers."""
    return json.dumps(value, ensure_ascii=False, indent=1, default=float) + "\n"


def mends(finding: Finding) -> list[Json]:
    """The edits each of which would mend a finding, as in `findings.csv`."""
    return [_edit(edit) for edit in finding.mends]


def _edit(edit: Edit) -> Json:
    return {"cell": edit.cell, "from": edit.printed, "to": edit.mended}


def _file(checked: Checked, record: FileRecord) -> Json:
    return {
        "path": checked.paths[record.file],
        "outcome": record.outcome,
        **_reasons(record.reason, file_text),
    }


def _reasons(reason: str, text: Callable[[str, Lang], str]) -> Json:
    """A reason as its code, and in words of both languages."""
    words = {f"reason_{lang}": text(reason, lang) if reason else "" for lang in LANGS}
    return {"reason": reason, **words}


def _report(checked: Checked, dossier: Dossier) -> Json:
    report = dossier.report
    return {
        "path": checked.path(dossier),
        "report": report.id,
        "township": report.township,
        "year": report.year,
        "title": report.title,
        "body": report.body.printed,
        "kind": report.body.kind,
        "division_code": report.body.division_code,
        "resolution": report.body.resolution,
        "proactive_edition": report.tables["proactive"].edition,
        "requests_edition": report.tables["requests"].edition,
        "cells_expected": len(report.cells),
        "cells_reported": report.reported,
        "masked_lines": sorted(report.masked_lines),
        "findings": [_finding(dossier, f) for group in checked.groups(dossier) for f in group],
        "assessments": [_assessment(*one) for one in dossier.assessments.items()],
    }


def _finding(dossier: Dossier, finding: Finding) -> Json:
    return {
        "finding": dossier.finding_id(finding),
        "cause": dossier.cause_id(finding),
        "rule": finding.rule,
        "severity": finding.severity,
        "cells": finding.cells,
        "line": finding.line,
        "message_zh": finding.message.zh,
        "message_en": finding.message.en,
        "facts": dict(finding.facts),
        "mend": mends(finding),
    }


def _assessment(rule: str, assessment: Assessment) -> Json:
    reasons = _reasons(assessment.reason, reason_text)
    return {"rule": rule, "outcome": assessment.outcome, **reasons}
