"""What the site and the command line say of findings and outcomes in the same words."""

from collections.abc import Sequence

from generator.bilingual import Lang
from generator.form import SECTIONS, all_cells, term
from generator.messages import translator
from generator.model import Edit, Finding, number_text

_SECTIONS = {section.key: section for section in SECTIONS}


def cause_heading(group: Sequence[Finding], lang: Lang) -> str:
    """The message of a single finding; for several of one cause, what they have in common."""
    t, first = translator(lang), group[0]
    if len(group) == 1:
        return first.message.in_(lang)
    mends = mends_of(group)
    cell = term(mends[0].cell if mends else first.cause).in_(lang)
    if not all(finding.identity for finding in group):
        return t("finding.connected", cell=cell, n=len(group))
    return t("finding.shared" if mends else "finding.together", cell=cell, n=len(group))


def mends_of(group: Sequence[Finding]) -> tuple[Edit, ...]:
    """The edits that a cause names; each mends every finding of it that names any."""
    return next((finding.mends for finding in group if finding.mends), ())


def together_of(group: Sequence[Finding]) -> tuple[Edit, ...]:
    """The two edits that mend a cause when both are made, where none does alone."""
    return next((finding.together for finding in group if finding.together), ())


def edits_text(group: Sequence[Finding], lang: Lang) -> tuple[str, ...]:
    """What to write instead: each of several mends, or two edits as one mend."""
    single = tuple(edit_text(edit, lang) for edit in mends_of(group))
    pair = [edit_text(edit, lang) for edit in together_of(group)]
    return single or ((translator(lang)("site.and").join(pair),) if pair else ())


def mend_intro(group: Sequence[Finding], lang: Lang) -> str:
    """What introduces the edits that would mend a cause, each alone; where a sum does not add up
    and no edit would, that there is none.
    """
    t, mends = translator(lang), mends_of(group)
    if mends:
        mended = sum(bool(finding.mends) for finding in group)
        if mended < len(group):
            some = ("finding.mend_some", "finding.mend_any_some")
            return t(some[len(mends) > 1], mended=mended, n=len(group))
        several = ("finding.mend_all", "finding.mend_any_all")
        single = ("finding.mend", "finding.mend_any")
        return t((several if len(group) > 1 else single)[len(mends) > 1])
    if together_of(group):
        return t("finding.mend_together")
    sums = [finding for finding in group if finding.identity]
    told = len(sums) == len(group) > 1  # the heading says it
    return t("finding.no_mend") if sums and not told else ""


def edit_text(edit: Edit, lang: Lang) -> str:
    """What to write instead in one cell."""
    return translator(lang)(
        "finding.edit",
        cell=term(edit.cell).in_(lang),
        old=number_text(edit.printed),
        new=number_text(edit.mended),
    )


def file_text(reason: str, lang: Lang) -> str:
    """Why a file was not read, or not read whole; `reason` is a code and its detail."""
    code, _, detail = reason.partition(" ")
    return translator(lang)(f"file_reason.{code}", detail=detail)


def file_remedy(reason: str, lang: Lang) -> str:
    """What to do about it."""
    return translator(lang)(f"file_remedy.{reason.partition(' ')[0]}")


def file_remark(reason: str, lang: Lang) -> str:
    """Why, and what to do about it."""
    t = translator(lang)
    return file_text(reason, lang) + t("site.stop") + t("site.space") + file_remedy(reason, lang)


def reason_text(reason: str, lang: Lang) -> str:
    """Why a rule could not be assessed: `blank requests.received.total` → words."""
    t = translator(lang)
    code, _, detail = reason.partition(" ")
    share, colon, rest = detail.partition(": ")
    shown = _detail(rest if colon else detail, lang)
    text = t(f"reason.{code}", detail=shown)
    part, _, whole = share.partition("/")
    return text + (t("reason.share", share=share) if colon and part != whole else "")


def _detail(detail: str, lang: Lang) -> str:
    if detail in all_cells():
        return term(detail).in_(lang)
    if detail in _SECTIONS:
        return _SECTIONS[detail].text.in_(lang)
    return detail
