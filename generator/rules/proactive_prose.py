"""Table A beside the prose: numbers of documents, and numbers that the prose does not mention."""

from collections.abc import Iterable, Iterator
from functools import cache

from generator import form
from generator.bilingual import Text
from generator.form import Edition, term
from generator.model import Report, Severity
from generator.regex import regex
from generator.rules import sources
from generator.rules.mentions import mentions, written_prose
from generator.rules.reading import demand, fact
from generator.rules.registry import Hit, rule
from generator.rules.statements import contradicting, edits, words_of
from generator.rules.wording import quoted
from generator.specimen import Specimen

_DOCUMENTS = "normative_documents"
_IN_FORCE = f"proactive.{_DOCUMENTS}.in_force"


@rule(
    "TA-STOCK-NARR",
    Severity.WARNING,
    title=Text(
        "正文所写规范性文件数与表格一致", "Numbers of normative documents: prose and table agree"
    ),
    meaning=Text(
        "正文写制发、废止或者现行有效的规范性文件有多少件，第二部分表格应当是同一个数。",
        "The numbers of normative documents that the prose says were issued, repealed or are in "
        "force are those of the table.",
    ),
    basis=Text(
        f"{sources.SAME_NUMBERS.zh}武政办发〔2025〕54号要求在总体情况中写明行政规范性文件的发布、"
        "废止数量及现行有效数量。",
        f"{sources.SAME_NUMBERS.en} Wuwei notice 〔2025〕 No. 54 asks for these numbers in the "
        "overview.",
    ),
    sources=sources.FORM + sources.WUWEI,
    message=Text(
        "{cell}：正文写{stated}件，表中为{printed}件。",
        "{cell}: the prose states {stated}, the table has {printed}.",
    ),
    wordings={
        "none": Text(
            "{cell}：正文写{words}，表中为{printed}件。",
            "{cell}: the prose says {words} (there were none), the table has {printed}.",
        )
    },
    exceptions=Text(
        "正文可能把其他文件也称为规范性文件，或者只统计一部分。",
        "The prose may call other documents normative as well, or count only some.",
    ),
    passes=Specimen(
        cells={_IN_FORCE: "27"}, prose={"proactive": "本镇现行有效的行政规范性文件27件。"}
    ),
    breaks=Specimen(
        cells={_IN_FORCE: "27"}, prose={"proactive": "本镇现行有效的行政规范性文件26件。"}
    ),
)
def documents_differ(report: Report) -> Iterator[Hit]:
    """Stated numbers of normative documents are those of the table."""
    keys = (f"{_DOCUMENTS}_{done}" for done in ("issued", "published", "repealed", "in_force"))
    for claim in contradicting(report, *keys):
        yield Hit(
            {"stated": claim.value, "printed": fact(report.value(claim.cell))},
            {"cell": term(claim.cell), "words": quoted(words_of(report, claim))},
            at=claim.cell,
            cells=(claim.cell,),
            line=claim.line,
            wording="" if claim.value else "none",
            mended_by=edits(report, claim),
        )


# Rows whose numbers are of the year or its end, and words that speak of what they count.
_MATTERS = {
    _DOCUMENTS: regex("文件"),
    "licences": regex("许可|审批|证照|办证"),
    "penalties": regex("处罚|罚款|罚没|立案|查处|执法案件|违法案件"),
    "coercive_measures": regex("强制|强拆|拆除|查封|扣押"),
}
_OF_LAST_YEAR = ("items_last_year", "items_change")
_LEAST = 10


def _counts(report: Report) -> Iterable[str]:
    """The cells that count what the prose may be expected to speak of."""
    demand(report, "proactive")
    return _counted(report.tables["proactive"].edition)


@cache
def _counted(edition: Edition) -> tuple[str, ...]:
    return tuple(
        cell.address
        for cell in form.cells_of("proactive", edition).values()
        if cell.row.key in _MATTERS and cell.column.key not in _OF_LAST_YEAR
    )


@rule(
    "TA-SILENT",
    Severity.NOTICE,
    title=Text(
        "正文提到第二部分表格中较大的数字",
        "The prose speaks of large numbers in the table in part two",
    ),
    meaning=Text(
        "第二部分表格中10件以上的数字，正文完全没有提到时，读者看不到说明。",
        "Where the table counts 10 or more and the prose gives no number on the matter, readers "
        "find no explanation.",
    ),
    basis=Text(
        "国办公开办函〔2021〕30号第（四）点列举了“发布内容不准确不全面”的问题；没有条文要求正文重复表中的"
        "数字，因此仅作提醒。10件的界线是本站的取值。",
        "State Council General Office notice 〔2021〕 No. 30, point (4), names incomplete content; "
        "no provision asks the prose to repeat the table, so this is a notice only. The limit of "
        "10 is this site's choice.",
    ),
    sources=sources.FORM,
    message=Text(
        "{cell}为{printed}；正文没有提到这个数字，也没有写到这方面的数量。",
        "{cell}: {printed}; the prose gives neither this number nor any other on the matter.",
    ),
    exceptions=Text(
        "统一格式没有要求正文写明这些数量，数字本身并不因此有疑问。",
        "The form does not ask the prose for these numbers, and nothing speaks against the number "
        "itself.",
    ),
    passes=Specimen(
        cells={"proactive.licences.decisions": "108"},
        prose={"proactive": "全年办理行政许可108件。"},
    ),
    breaks=Specimen(cells={"proactive.licences.decisions": "108"}),
    each=_counts,
)
def number_never_mentioned(report: Report, address: str) -> Iterator[Hit]:
    """A count of 10 or more stands in the prose, or another number on the same matter."""
    printed = report.value(address)
    if printed < _LEAST:
        return
    matter = _MATTERS[form.all_cells()[address].row.key]
    if not mentions(written_prose(report), int(printed), matter):
        yield Hit(
            {"printed": fact(printed)},
            {"cell": term(address)},
            at=address,
            cells=(address,),
            line=report.line_of(address),
        )
