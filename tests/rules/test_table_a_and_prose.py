"""Table A beside the prose and beside what a township can charge."""

import pytest

from generator.specimen import Specimen
from tests.rules.judged import judged

_NOT_COMPARED = ("not_assessable no_statement", "not_assessable not_comparable")
_AMOUNT = "proactive.charges.amount"
_DOCUMENTS = "proactive.normative_documents"
_HEAD = "本年收费金额（单位：万元）"


@pytest.mark.parametrize(
    ("printed", "outcome"),
    [("0", "pass"), ("999.99", "pass"), ("1000", "fail"), ("12800", "fail"), ("1280.53", "fail")],
)
def test_charges_of_a_township_that_are_large_for_their_unit(printed: str, outcome: str) -> None:
    result = judged(Specimen(cells={_AMOUNT: printed}))
    assert result.assessments["TA-FEE-UNIT"].outcome.value == outcome
    assert len(result.findings) == (outcome == "fail")


def test_charges_name_what_they_come_to_in_yuan() -> None:
    [finding] = judged(Specimen(cells={_AMOUNT: "12800"})).findings
    assert finding.facts == {"printed": 12800, "as_yuan": "1.28"}
    assert finding.message.zh == "行政事业性收费印为12800万元；如按元计，为1.28万元。"


def test_charges_printed_in_yuan_have_been_converted() -> None:
    specimen = Specimen(cells={_AMOUNT: "12800000"}, swaps=((_HEAD, _HEAD.replace("万元", "元")),))
    result = judged(specimen)
    assert result.report.value(_AMOUNT) == 1280
    assert result.outcome("TA-FEE-UNIT") == "pass"


def test_charges_are_judged_of_townships_and_in_money_only() -> None:
    county = judged(Specimen(body="云岭县", cells={_AMOUNT: "12800"}))
    assert county.outcome("TA-FEE-UNIT") == "not_assessable not_a_township county"
    old = judged(Specimen(year=2019, proactive=2019, requests=2019))
    assert old.outcome("TA-FEE-UNIT") == f"not_assessable absent {_AMOUNT}"


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("我镇无行政事业性收费项目。", "fail"),
        ("本年度行政事业性收费0万元。", "fail"),
        ("本年度行政事业性收费金额为零。", "fail"),
        ("全年未收取行政事业性收费。", "fail"),
        ("未发生行政事业性收费情况。", "fail"),
        ("无违规行政事业性收费。", "not_assessable"),
        ("没有擅自设立行政事业性收费项目。", "not_assessable"),
        ("上年无行政事业性收费。", "not_assessable"),
        ("2022年无行政事业性收费。", "not_assessable"),
        ("各村无行政事业性收费。", "not_assessable"),
        ("没有公布行政事业性收费依据。", "not_assessable"),
        ("公开了行政许可、行政事业性收费等信息。", "not_assessable"),
        ("办理依申请公开没有行政事业性收费。", "not_assessable"),
        ("本年度未收取信息处理费，没有收取任何费用。", "not_assessable"),
        ("行政事业性收费3.2万元。", "not_assessable"),
    ],
)
def test_no_charges_in_prose(sentence: str, outcome: str) -> None:
    result = judged(Specimen(cells={_AMOUNT: "3.2"}, prose={"proactive": sentence}))
    assert result.assessments["TA-FEE-TOWN"].outcome.value == outcome
    assert len(result.of("TA-FEE-TOWN")) == (outcome == "fail")


@pytest.mark.parametrize(("last", "change", "found"), [("3", "0", 1), ("2", "-2", 0)])
def test_no_charges_beside_the_items_of_the_older_edition(
    last: str, change: str, found: int
) -> None:
    row = "proactive.charges"
    cells = {f"{row}.items_last_year": last, f"{row}.items_change": change}
    prose = {"proactive": "我镇没有行政事业性收费项目。"}
    specimen = Specimen(year=2020, proactive=2019, requests=2019, cells=cells, prose=prose)
    assert len(judged(specimen).of("TA-FEE-TOWN")) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("2023年我镇制发行政规范性文件3件。", []),
        ("制发规范性文件3件，废止规范性文件1件，现行有效27件。", []),
        ("制发规范性文件2件。", [("issued", 2, 3)]),
        ("2023年未制定行政规范性文件。", [("issued", 0, 3)]),
        ("现行有效行政规范性文件26件。", [("in_force", 26, 27)]),
        (
            "制定规范性文件4件、废止规范性文件2件。",
            [("issued", 4, 3), ("repealed", 2, 1)],
        ),
    ],
)
def test_documents_in_prose(sentence: str, found: list[tuple[str, int, int]]) -> None:
    numbers = {"issued": "3", "repealed": "1", "in_force": "27"}
    cells = {f"{_DOCUMENTS}.{column}": number for column, number in numbers.items()}
    result = judged(Specimen(cells=cells, prose={"proactive": sentence}))
    assert [
        (f.at.rpartition(".")[2], f.facts["stated"], f.facts["printed"])
        for f in result.of("TA-STOCK-NARR")
    ] == found
    assert result.assessments["TA-STOCK-NARR"].outcome.value == ("fail" if found else "pass")


@pytest.mark.parametrize(
    "sentence",
    [
        "上年制发规范性文件2件。",
        "2022年制发规范性文件2件。",
        "上级制发规范性文件8件。",
        "县政府制发规范性文件8件。",
        "学习规范性文件8件。",
        "转发上级规范性文件8件。",
        "清理规范性文件8件，废止4件。",
        "审查规范性文件8件。",
        "我镇累计制定规范性文件30件。",
        "制发规范性文件约5件。",
        "制发党委文件8件。",
        "出台规范性文件解读5件。",
    ],
)
def test_other_documents_are_not_compared(sentence: str) -> None:
    result = judged(Specimen(prose={"proactive": sentence}))
    assert result.outcome("TA-STOCK-NARR").startswith(_NOT_COMPARED)


def test_documents_beside_a_cell_that_was_not_read() -> None:
    cells = {f"{_DOCUMENTS}.issued": "/"}
    result = judged(Specimen(cells=cells, prose={"proactive": "制发规范性文件3件。"}))
    reason = f"not_assessable not_applicable {_DOCUMENTS}.issued"
    assert result.outcome("TA-STOCK-NARR") == reason


_PENALTIES, _LICENCES = "proactive.penalties.decisions", "proactive.licences.decisions"


@pytest.mark.parametrize(
    "sentence",
    [
        "全年作出行政处罚363件。",
        "全年作出行政处罚三百六十三件。",
        "行政处罚300余件。",
        "全年共363件。",
        "作出处罚决定1,363件。",
        "全年立案查处８８起。",
    ],
)
def test_a_number_in_the_prose_or_another_on_the_matter_is_a_mention(sentence: str) -> None:
    result = judged(Specimen(cells={_PENALTIES: "363"}, prose={"proactive": sentence}))
    assert result.outcome("TA-SILENT") == "pass"


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "加大处罚力度，及时公开处罚信息。",
        "2023年12月前处罚信息全部公开。",
        "依据《行政处罚法》第三十六条作出处罚。",
        "根据第363号文件开展工作。",
        "联系电话：0319-8686363。",
        "全年办理行政许可108件。",
        "主动公开政府信息三十条。",
    ],
)
def test_what_is_no_number_on_the_matter_is_no_mention(sentence: str) -> None:
    result = judged(Specimen(cells={_PENALTIES: "363"}, prose={"proactive": sentence}))
    [finding] = result.of("TA-SILENT")
    assert (finding.at, finding.severity.value) == (_PENALTIES, "notice")
    assert finding.facts == {"printed": 363}
    assert finding.line == result.report.line_of(_PENALTIES)


def test_every_cell_that_is_never_mentioned_is_a_finding_from_ten_on() -> None:
    row = "proactive.normative_documents"
    cells = {_LICENCES: "9", _PENALTIES: "10", f"{row}.in_force": "27", _AMOUNT: "40"}
    result = judged(Specimen(cells=cells))
    assert [f.at for f in result.of("TA-SILENT")] == [f"{row}.in_force", _PENALTIES]


def test_numbers_of_last_year_in_the_older_edition_need_no_mention() -> None:
    cells = {"proactive.licences.items_last_year": "40", _LICENCES: "50"}
    result = judged(Specimen(year=2020, proactive=2019, requests=2019, cells=cells))
    assert [f.at for f in result.of("TA-SILENT")] == [_LICENCES]


def test_a_report_without_an_overview_says_nothing_that_could_be_missing() -> None:
    silent = judged(Specimen(cells={_LICENCES: "50"}, prose={"overview": ""}))
    assert silent.of("TA-SILENT") == []
    assert silent.outcome("TA-SILENT").startswith("not_assessable no_statement 1/")
