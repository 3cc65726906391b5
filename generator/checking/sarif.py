"""The findings as SARIF 2.1.0, the format of OASIS that code hosts and editors read.

Severities become `error`, `warning` and `note`; a finding about a whole report stands at its first
line. A fingerprint is made of body, year, rule and cell, so it stays when lines move or a file is
renamed. Files that were not read are notifications of the run, which is then not successful.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from generator import __version__
from generator.bilingual import Lang
from generator.checking.checked import UNREAD, Checked
from generator.checking.data import Json, dumped, mends
from generator.checking.text import FIRST_LINE, said
from generator.model import Dossier, FileOutcome, FileRecord, Finding, Report, Severity
from generator.phrases import file_remark
from generator.rules import RULES, Rule

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
_PLACES = {rule: place for place, rule in enumerate(RULES)}


def as_sarif(checked: Checked, lang: Lang) -> str:
    """One run with all rules and all findings, in one language."""
    driver = {
        "name": "township-transparency",
        "version": __version__,
        "rules": [_rule(rule, lang) for rule in RULES.values()],
    }
    run = {
        "tool": {"driver": driver},
        "language": _LANGUAGES[lang],
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(checked, lang)],
        "results": [result for d in checked.dossiers for result in _results(checked, d, lang)],
    }
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule, lang: Lang) -> Json:
    said = (rule.meaning, rule.basis, rule.exceptions)
    paragraphs = [text.in_(lang) for text in said if text.in_(lang)]
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title.in_(lang)},
        "fullDescription": {"text": rule.meaning.in_(lang)},
        "help": {"text": "\n\n".join([*paragraphs, *rule.sources])},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _invocation(checked: Checked, lang: Lang) -> Json:
    notes = [_notification(path, record, lang) for path, record in checked.remarks()]
    return {
        "executionSuccessful": checked.code != UNREAD,
        "exitCode": checked.code,
        "toolExecutionNotifications": notes,
    }


def _notification(path: str, record: FileRecord, lang: Lang) -> Json:
    return {
        "level": "error" if record.outcome is FileOutcome.NOT_READ else "note",
        "message": {"text": file_remark(record.reason, lang)},
        "locations": [_location(path)],
    }


def _results(checked: Checked, dossier: Dossier, lang: Lang) -> Iterator[Json]:
    location = checked.path(dossier)
    for group in checked.groups(dossier):
        for finding in group:
            yield {
                "ruleId": finding.rule,
                "ruleIndex": _PLACES[finding.rule],
                "level": _LEVELS[finding.severity],
                "message": {"text": said(finding, group, lang)},
                "locations": [_location(location, finding.line or FIRST_LINE)],
                "partialFingerprints": {"finding/v1": _fingerprint(dossier.report, finding)},
                "properties": _properties(dossier, finding),
            }


def _properties(dossier: Dossier, finding: Finding) -> Json:
    return {
        "finding": dossier.finding_id(finding),
        "cause": dossier.cause_id(finding),
        "cells": finding.cells,
        "facts": dict(finding.facts),
        "mend": mends(finding),
    }


def _fingerprint(report: Report, finding: Finding) -> str:
    body = report.body.division_code or report.body.printed
    return f"{body}-{report.year or 'undated'}:{finding.rule}:{finding.at}"


def _location(path: str, line: int | None = None) -> Json:
    place: Json = {"artifactLocation": {"uri": _uri(path)}}
    if line:
        place["region"] = {"startLine": line}
    return {"physicalLocation": place}


def _uri(path: str) -> str:
    """Relative to the working folder where the file lies below it, as code hosts need it."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - a link is named, not followed
    here = Path.cwd()
    if absolute.is_relative_to(here):
        return quote(os.fsencode(absolute.relative_to(here).as_posix()))
    return absolute.as_uri()
