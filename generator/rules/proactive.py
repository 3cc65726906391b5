"""Table A: what the law excludes for a township, and stocks smaller than their flow."""

from collections.abc import Iterable, Iterator

from generator.bilingual import Text
from generator.model import TOWNSHIP_KINDS, NotAssessable, Number, Report, Severity
from generator.rules import sources
from generator.rules.reading import demand, fact, readings
from generator.rules.registry import Hit, rule
from generator.rules.wording import column_label, listed, row_label
from generator.specimen import Specimen

_RULES = "proactive.government_rules"
_DOCUMENTS = "proactive.normative_documents"


@rule(
    "TA-RULES-TOWN",
    Severity.ERROR,
    title=Text("乡镇、街道的规章数为0", "Townships and sub-districts report no government rules"),
    meaning=Text(
        "规章只能由国务院部门、省级政府以及设区的市、自治州的政府制定，"
        "乡镇和街道在这一行的数字应当是0。",
        "Government rules are made by ministries, provinces and prefecture-level governments only, "
        "so a township or sub-district has 0 in this row.",
    ),
    basis=Text(
        "《立法法》（2023年）第九十一条、第九十三条，《地方各级人民代表大会和地方各级人民政府组织法》"
        "（2022年）第七十四条规定了有权制定规章的机关；同法第七十六条第一项规定乡镇人民政府"
        "“发布决定和命令”。",
        "Legislation Law (2023) Arts. 91 and 93 and Organic Law of Local People's Congresses and "
        "Governments (2022) Art. 74 name who may make rules; under Art. 76(1) of the latter a "
        "township government issues decisions and orders.",
    ),
    sources=sources.LEGISLATION,
    message=Text(
        "{row}：{printed}；乡镇人民政府、街道办事处没有规章制定权。",
        "{row}: printed {printed}; townships and sub-districts have no power to make such rules.",
    ),
    exceptions=Text(
        "2019年版格式中“公开”的数量可能计入了上级规章，因此只有公开数量不为0时为警告。",
        "Under the 2019 edition the numbers published may count rules made at a higher level; "
        "where only those are above 0 the finding is a warning.",
    ),
    passes=Specimen(cells={f"{_DOCUMENTS}.in_force": "6"}),
    breaks=Specimen(cells={f"{_RULES}.in_force": "6"}),
)
def rules_made_by_a_township(report: Report) -> Iterator[Hit]:
    """A township or sub-district cannot make government rules: every cell of the row is 0."""
    if report.body.kind not in TOWNSHIP_KINDS:
        raise NotAssessable("not_a_township", report.body.kind.value)
    row = [address for address in readings(report, "proactive") if address.startswith(f"{_RULES}.")]
    printed = {address: report.value(address) for address in row}
    positive = tuple(address for address in row if printed[address] > 0)
    if positive:
        only_published = all("published" in address for address in positive)
        named = [(column_label(address), printed[address]) for address in positive]
        yield Hit(
            {address.rpartition(".")[2]: fact(printed[address]) for address in positive},
            {
                "row": row_label(row[0]),
                "printed": listed(Text(f"{c.zh}印为{n}", f"{n} {c.en}") for c, n in named),
            },
            at=positive[0],
            cells=positive,
            line=report.line_of(positive[0]),
            severity=Severity.WARNING if only_published else None,
        )


def _rows(report: Report) -> Iterable[str]:
    demand(report, "proactive")
    return (_RULES, _DOCUMENTS)


@rule(
    "TA-STOCK",
    Severity.WARNING,
    title=Text(
        "现行有效件数不少于本年净增件数", "Documents in force cover this year's net additions"
    ),
    meaning=Text(
        "本年制发的文件减去本年废止的，年末应当仍然有效，因此现行有效件数不应比它少。",
        "What was issued this year and not repealed is still in force at its end, so the number in "
        "force is at least that.",
    ),
    basis=Text(
        "统一格式第二部分表格三个栏目的含义：本年制发件数、本年废止件数、现行有效件数"
        "（2019年版：本年新制作数量、本年新公开数量、对外公开总数量）。",
        "The meaning of the three column heads in the table in part two: issued, repealed, in "
        "force "
        "(2019 edition: newly made, newly published, total published).",
    ),
    sources=sources.FORM + sources.OLD_FORM,
    message=Text(
        "{row}：现行有效件数印为{stock}，本年制发{issued}件减去废止{repealed}件为{least}件。",
        "{row}: {stock} printed as in force; {issued} issued less {repealed} repealed is {least}.",
    ),
    wordings={
        "published": Text(
            "{row}：对外公开总数量印为{stock}，本年新制作{made}件、新公开{published}件。",
            "{row}: {stock} printed as total published; {made} newly made, {published} newly "
            "published.",
        )
    },
    exceptions=Text(
        "本年制发后又失效、宣布失效或到期的文件不在废止之列，现行有效件数可以更少。",
        "Documents that lapsed or expired within the year without being repealed lower the number "
        "in force.",
    ),
    passes=Specimen(cells={f"{_DOCUMENTS}.issued": "3", f"{_DOCUMENTS}.in_force": "3"}),
    breaks=Specimen(cells={f"{_DOCUMENTS}.issued": "3", f"{_DOCUMENTS}.in_force": "1"}),
    each=_rows,
)
def stock_below_flow(report: Report, row: str) -> Iterator[Hit]:
    """In force ≥ issued − repealed; in the 2019 edition total published ≥ newly published."""
    if report.tables["proactive"].edition == 2019:
        return _published(report, row)
    return _in_force(report, row)


def _in_force(report: Report, row: str) -> Iterator[Hit]:
    cells = tuple(f"{row}.{column}" for column in ("issued", "repealed", "in_force"))
    issued, repealed, stock = (report.value(cell) for cell in cells)
    if stock < issued - repealed:
        numbers = {"issued": issued, "repealed": repealed, "stock": stock}
        yield _short(report, cells, numbers | {"least": issued - repealed})


def _published(report: Report, row: str) -> Iterator[Hit]:
    cells = tuple(f"{row}.{column}" for column in ("made", "published", "published_total"))
    made, published, stock = (report.value(cell) for cell in cells)
    if stock < published or (stock == 0 and made > 0):
        numbers = {"made": made, "published": published, "stock": stock}
        yield _short(report, cells, numbers, "published")


def _short(
    report: Report, cells: tuple[str, ...], numbers: dict[str, Number], wording: str = ""
) -> Hit:
    stock = cells[-1]
    return Hit(
        {name: fact(number) for name, number in numbers.items()},
        {"row": row_label(stock)},
        at=stock,
        cells=cells,
        line=report.line_of(stock),
        wording=wording,
        cause=stock,
    )
