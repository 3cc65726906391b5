"""What the prose says of requests and cases: against itself, and against the table."""

from collections.abc import Iterator

from generator import form
from generator.bilingual import Text
from generator.model import Claim, NotAssessable, Report, Severity, statement
from generator.regex import regex
from generator.rules import sources
from generator.rules.answers import answered
from generator.rules.reading import fact
from generator.rules.registry import Hit, rule
from generator.rules.statements import contradicting, edits, words_of
from generator.rules.wording import quoted
from generator.simplified import HAN
from generator.specimen import Specimen

_OPENING = "requests.brought_forward.total"
_OF_INFORMATION = r"(?:政府|政务)?信息(?:的)?公开"
_ASKERS = r"(?:群众|公众|社会公众|公民(?:、法人[和或及与]其他组织)?|村民|居民|申请人|申请者)"
_ASKED = (
    rf"(?:{_ASKERS}(?:的|(?:提出|提交|递交)的)?)?"
    rf"(?:{_OF_INFORMATION}(?:的)?申请(?:事项|件)?|依申请公开(?:政府信息)?(?:的)?(?:申请|事项|件)?)"
)
_HANDLE = r"(?:办理|办结|处理|答复|回复|受理)"
# `2024年全镇依法规范办理政府信息公开申请。`: said of a year that is over, by the body of itself.
_HANDLED = regex(
    r"(?:严格|依法|依规|依申请|规范|有序|认真|及时|妥善|高效|稳妥|按时|按期|全部|均|共"
    r"|(?:按照?|依照|根据)(?:《[^》]{1,30}》|条例|国家|上级|相关|有关|法定|各项|规定|要求|程序|时限|期限"
    r"|[的和及、])*){0,9}+"
    rf"{_HANDLE}(?:[、和并及](?:依法|及时|按时|按期)?{_HANDLE})?(?:了|好|完)?"
    rf"(?:各类|有关|相关|每一?件)?{_ASKED}(?=[。；;]|$"
    r"|[，,][^，,。；;]{0,8}(?:未有?|没有|无)(?!超期|逾期|延期|误)"
    r"|[，,](?:均|全部|都)(?:已|依法|依规|按时|按期|及时|按规定|予以)*(?:办结|答复|回复))"
)
_YEAR = r"(?:20\d\d\s*年度?|全年|本年度?|年内|一年来|过去一年|今年)"
_IN_THE_YEAR = regex(
    rf"(?:^|[，,。；;：:)）\s])\s*{_YEAR}(?:以来)?[，,]?"
    rf"(?:(?:我|本|全)(?:镇|乡|街道|办事处|单位|机关)|{HAN}{{1,6}}(?:镇|乡|街道)(?:人民政府|办事处)?)?"
    r"(?:共|共计|累计)?$"
)
_SOME_YEAR = regex(_YEAR)
_NONE = regex(r"(?<!\d)0\s*[件宗份起]|零件|[未没无]")


@rule(
    "NX-CONTRA",
    Severity.NOTICE,
    title=Text(
        "“办理了申请”与“没有申请”不同时出现",
        "“Requests were handled” and “there were none” do not stand together",
    ),
    meaning=Text(
        "同一份报告既写当年办理了政府信息公开申请，又写没有收到申请，读者无法知道是哪一种。",
        "Where a report says that requests were handled in the year and that there were none, "
        "readers cannot tell which holds.",
    ),
    basis=sources.SAME_NUMBERS,
    sources=sources.FORM,
    message=Text(
        "正文写{handled}，又写{none}。",
        "The prose says {handled} (requests were handled) and {none} (there were none).",
    ),
    exceptions=Text(
        "前一句可能只是说明办理申请的要求；有上年结转的申请时不作比较。",
        "The former may tell how requests are to be handled; where any were carried over from the "
        "previous year the two are not compared.",
    ),
    passes=Specimen(prose={"requests": "2023年我镇未收到政府信息公开申请。"}),
    breaks=Specimen(
        prose={
            "requests": "2023年我镇依法办理政府信息公开申请。\n2023年我镇未收到政府信息公开申请。"
        }
    ),
)
def handled_though_none_received(report: Report) -> Iterator[Hit]:
    """A year in which no request came is not one in which requests were handled."""
    none = _said_none(report)
    if report.value(_OPENING) > 0:
        return
    for words, line in _said_handled(report):
        yield Hit(
            {"handled_line": line, "none_line": none.line},
            {"handled": quoted(words), "none": quoted(words_of(report, none))},
            at="1",
            line=line,
        )
        return


def _said_none(report: Report) -> Claim:
    """Where it says that no request was received in the year, and no number of any."""
    claims = report.claims_on("requests_received")
    said = [claim for claim in claims if claim.cell and not claim.value]
    if not said or any(claim.value for claim in claims):
        raise NotAssessable("no_statement", "none_received")
    return said[0]


def _said_handled(report: Report) -> Iterator[tuple[str, int]]:
    """What says that requests were handled in the year, or that all were answered, by its line."""
    for paragraph in report.prose():
        for found in _HANDLED.finditer(paragraph.text):
            about = statement.before(paragraph.text, found.start())
            when = _IN_THE_YEAR.search(about)
            if when and statement.of_the_year(about, report.year):
                yield when[0].lstrip("，,。；;：:)） ") + found[0], paragraph.line
    for said in answered(report):
        told = said.certain or _SOME_YEAR.search(said.about)
        if told and not _NONE.search(said.about):
            yield said.words, said.paragraph.line


_RECONSIDERATION, _SUITS = form.FORM["appeals", 2021].blocks[0].rows
_KINDS = {"reconsiderations": _RECONSIDERATION.text, "suits": _SUITS.text}
_UPHELD = {"appeals.reconsideration.upheld": "1", "appeals.reconsideration.total": "1"}


@rule(
    "NX-CASE",
    Severity.WARNING,
    title=Text(
        "正文所写复议、诉讼件数与表格一致", "Reconsiderations and suits: prose and table agree"
    ),
    meaning=Text(
        "正文写因政府信息公开发生多少件行政复议、行政诉讼，或者没有发生，第四部分表格应当是同一个数。",
        "The number of reconsiderations and suits that the prose states, or that there were none, "
        "is that of the table.",
    ),
    basis=sources.SAME_NUMBERS,
    sources=sources.FORM,
    message=Text(
        "{kind}：正文写{stated}件，第四部分表格总计为{printed}件。",
        "{kind}: the prose states {stated}, the table has {printed} in total.",
    ),
    wordings={
        "none": Text(
            "{kind}：正文写{words}，第四部分表格总计为{printed}件。",
            "{kind}: the prose says {words} (there were none), the table has {printed} in total.",
        )
    },
    exceptions=Text(
        "正文可能只统计本年新发生的案件，或者采用与表格不同的口径。",
        "The prose may count only cases that began in the year, or count them in another way.",
    ),
    passes=Specimen(cells=_UPHELD, prose={"appeals": "因政府信息公开引起行政复议1件。"}),
    breaks=Specimen(cells=_UPHELD, prose={"appeals": "全年未发生政府信息公开行政复议、行政诉讼。"}),
)
def cases_differ(report: Report) -> Iterator[Hit]:
    """Stated numbers of reconsiderations and suits, or none, are the totals of the table."""
    for claim in contradicting(report, *_KINDS):
        cells = tuple(claim.cell.split("+"))
        yield Hit(
            {"stated": claim.value, "printed": fact(report.total(cells))},
            {"kind": _KINDS[claim.key], "words": quoted(words_of(report, claim))},
            at=cells[0],
            cells=cells,
            line=claim.line,
            wording="" if claim.value else "none",
            mended_by=edits(report, claim),
        )
