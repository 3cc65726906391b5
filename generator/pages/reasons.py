"""Why a rule or a file could not be assessed, in words: codes of `NotAssessable` explained."""

from generator.form import SECTIONS, all_cells, term
from generator.pages.base import View

_SECTIONS = {section.key: section for section in SECTIONS}


def reason_text(view: View, reason: str) -> str:
    """`blank requests.received.total` → words."""
    code, _, detail = reason.partition(" ")
    share, colon, rest = detail.partition(": ")
    shown = _detail(view, rest if colon else detail)
    text = view.t(f"reason.{code}", detail=shown)
    return text + (view.t("reason.share", share=share) if colon else "")


def _detail(view: View, detail: str) -> str:
    if detail in all_cells():
        return term(detail).in_(view.lang)
    if detail in _SECTIONS:
        return _SECTIONS[detail].text.in_(view.lang)
    return detail
