"""Table A: the amount of administrative charges, in its unit and beside what the prose says."""

from collections.abc import Iterator
from decimal import Decimal

from generator import form
from generator.bilingual import Text
from generator.model import (
    TOWNSHIP_KINDS,
    NotAssessable,
    Report,
    Severity,
    number_text,
    statement,
)
from generator.regex import regex
from generator.rules import sources
from generator.rules.reading import fact, readings
from generator.rules.registry import Hit, rule
from generator.rules.wording import quoted, row_label
from generator.specimen import Specimen

_AMOUNT = "proactive.charges.amount"
_ITEMS = ("proactive.charges.items_last_year", "proactive.charges.items_change")
_COLUMN = form.all_cells()[_AMOUNT].column
_ROW = row_label(_AMOUNT)
_LARGE = 1_000  # in 10,000 yuan
_WAN = 10_000


@rule(
    "TA-FEE-UNIT",
    Severity.WARNING,
    title=Text("收费金额以万元为单位", "The amount charged is in units of CNY 10,000"),
    meaning=Text(
        "这一格的单位是万元。乡镇、街道的数字达到1,000（即1,000万元）时，需要核对是不是按元填写的。",
        "The unit of this cell is 10,000 yuan. Where a township has 1,000 or more (10 million "
        "yuan), readers may ask whether yuan are meant.",
    ),
    basis=Text(
        f"统一格式第二部分表格这一栏的标题为“{_COLUMN.zh}{_COLUMN.unit_label}”。1,000万元的界线是本站的取值。",
        "The head of this column in the table in part two of the form gives 10,000 yuan as the "
        "unit. The "
        "limit of 1,000 is this site's choice.",
    ),
    sources=sources.FORM,
    message=Text(
        "{row}印为{printed}万元；如按元计，为{as_yuan}万元。",
        "{row}: {printed} in units of CNY 10,000; read as yuan it would be {as_yuan} of them.",
    ),
    exceptions=Text(
        "收费项目多、规模大的街道和镇可能确有这样的金额；表头或单元格注明单位为元的，已经换算。",
        "Large towns and sub-districts may collect as much; an amount that is printed in yuan has "
        "been converted.",
    ),
    passes=Specimen(cells={_AMOUNT: "12.8"}),
    breaks=Specimen(cells={_AMOUNT: "12800"}),
)
def charges_large_for_their_unit(report: Report) -> Iterator[Hit]:
    """A township charges less than 1,000 times 10,000 yuan, unless yuan were printed."""
    if report.body.kind not in TOWNSHIP_KINDS:
        raise NotAssessable("not_a_township", report.body.kind.value)
    amount = report.value(_AMOUNT)
    in_yuan = report.cells[_AMOUNT].unit.replace("万元", "") != ""
    if amount >= _LARGE and not in_yuan:
        yield Hit(
            {"printed": fact(amount), "as_yuan": number_text(Decimal(amount) / _WAN)},
            {"row": _ROW},
            at=_AMOUNT,
            cells=(_AMOUNT,),
            line=report.line_of(_AMOUNT),
        )


_KIND = _ROW.zh
_NONE = regex(
    rf"(?:未|没有|无|不存在)(?:曾|有)?(?:收取|征收|发生|产生|涉及|开展|设立)?过?(?:任何)?{_KIND}"
    r"(?:项目|事项|行为|情况|收入|费用)?(?:的)?(?:情况|发生)?(?=[。；;，,）)]|$)"
    rf"|{_KIND}(?:项目|事项|收入|金额|总额|总金额|数额|情况)?(?:共计|共|合计)?(?:为|是|：|:)?"
    r"(?:无|零|0\s*(?:万元|元|项|个|件)?)(?=[。；;，,）)]|$)"
)
# What costs nothing is then the answer to a request.
_OF_INFORMATION = regex("公开|申请|信息")


@rule(
    "TA-FEE-TOWN",
    Severity.NOTICE,
    title=Text("“没有收费”与表格一致", "“No charges” and the table agree"),
    meaning=Text(
        "正文写没有行政事业性收费时，第二部分表格这一行应当是0。",
        "Where the prose says that there are no administrative charges, the table has 0.",
    ),
    basis=sources.SAME_NUMBERS,
    sources=sources.FORM,
    message=Text(
        "正文写{phrase}；表中{row}为{printed}万元。",
        "The prose says {phrase} (no such charges); the table has {printed} for {row} "
        "(CNY 10,000).",
    ),
    wordings={
        "items": Text(
            "正文写{phrase}；表中{row}为{printed}项。",
            "The prose says {phrase} (no such charges); the table has {printed} items for {row}.",
        )
    },
    exceptions=Text(
        "正文可能只指某一类收费。信息处理费不在这一格，不作比较。",
        "The prose may mean one kind of charge only. The information-processing fee is not counted "
        "in this cell and not compared.",
    ),
    passes=Specimen(prose={"proactive": "本年度没有行政事业性收费项目。"}),
    breaks=Specimen(cells={_AMOUNT: "3.2"}, prose={"proactive": "本年度没有行政事业性收费项目。"}),
)
def charges_although_none(report: Report) -> Iterator[Hit]:
    """A report that says it has no administrative charges has none in its table."""
    phrase, line = _said_none(report)
    old = _ITEMS[0] in readings(report, "proactive")
    cells = _ITEMS if old else (_AMOUNT,)
    printed = report.total(cells)
    if printed > 0:
        yield Hit(
            {"printed": fact(printed)},
            {"row": _ROW, "phrase": quoted(phrase)},
            at=cells[0],
            cells=cells,
            line=line,
            wording="items" if old else "",
        )


def _said_none(report: Report) -> tuple[str, int]:
    for paragraph in report.prose():
        for found in _NONE.finditer(paragraph.text) if _KIND in paragraph.text else ():
            about = statement.before(paragraph.text, found.start())
            if statement.of_the_year(about, report.year) and not _OF_INFORMATION.search(about):
                return found[0], paragraph.line
    raise NotAssessable("no_statement", "no_charges")
