"""Findings on lines of their own, for a terminal, an editor, `grep`."""

from collections.abc import Iterator, Sequence

from generator.bilingual import Lang
from generator.checking.checked import Checked
from generator.form import term
from generator.messages import translator
from generator.model import Edit, Finding, Severity, number_text
from generator.phrases import file_remark, mend_intro
from generator.terminal import plain, shown

# Where a finding about a whole report is shown: editors and CI systems want a line.
FIRST_LINE = 1


def as_text(checked: Checked, lang: Lang) -> str:
    """`path:line: RULE severity: message`, those of one cause one after the other.

    The smallest mend of a cause ends the line of each of its findings, so that every line says all
    that is known when it stands alone.
    """
    return "".join(f"{line}\n" for line in _lines(checked, lang))


def _lines(checked: Checked, lang: Lang) -> Iterator[str]:
    for dossier in checked.dossiers:
        path = shown(checked.path(dossier))
        for group in checked.groups(dossier):
            for finding in group:
                place = f"{path}:{finding.line or FIRST_LINE}"
                yield f"{place}: {finding.rule} {finding.severity}: {said(finding, group, lang)}"


def said(finding: Finding, group: Sequence[Finding], lang: Lang) -> str:
    """The message of a finding and the smallest mend of its cause, on one line."""
    t, message = translator(lang), plain(finding.message.in_(lang))
    edits = [_arrow(edit, lang) for edit in finding.mends or finding.together]
    if edits:
        mend = t("site.or" if finding.mends else "site.and").join(edits)
        return message + t("site.space") + mend_intro(group, lang) + mend
    return message + t("site.space") + t("finding.no_mend") if finding.identity else message


def _arrow(edit: Edit, lang: Lang) -> str:
    label = term(edit.cell).in_(lang)
    return f"{label} {number_text(edit.printed)} → {number_text(edit.mended)}"


def remarks(checked: Checked, lang: Lang) -> Iterator[str]:
    """What has to be said beside the findings: files not read whole, the register, the totals."""
    for path, record in checked.remarks():
        yield f"{shown(path)}: {plain(file_remark(record.reason, lang))}"
    yield from (shown(str(problem)) for problem in checked.corpus.problems)
    yield translator(lang)(
        "check.summary",
        reports=len(checked.dossiers),
        causes=sum(checked.causes(severity) for severity in Severity),
        errors=checked.causes(Severity.ERROR),
        warnings=checked.causes(Severity.WARNING),
        notices=checked.causes(Severity.NOTICE),
        open=checked.not_assessable,
    )
