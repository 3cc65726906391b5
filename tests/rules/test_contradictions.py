"""Statements of the prose against each other: requests handled, fees; and cases against table C."""

import pytest

from generator.specimen import Specimen, of_persons
from tests.rules.judged import judged

_NOT_COMPARED = ("not_assessable no_statement", "not_assessable not_comparable")
_NONE = "2023年我镇未收到政府信息公开申请。"


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("2023年全镇依法规范办理政府信息公开申请。", "fail"),
        ("2023年，我镇依法依规答复政府信息公开申请。", "fail"),
        ("2023年以来，我镇依法办理政府信息公开申请。", "fail"),
        ("2023年青石镇人民政府依法规范办理政府信息公开申请。", "fail"),
        ("2022年我镇依法办理政府信息公开申请。", "pass"),
        ("规范办理政府信息公开申请。", "pass"),
        ("2023年我镇进一步规范办理政府信息公开申请工作。", "pass"),
        ("2023年，全县依法办理政府信息公开申请。", "pass"),
        ("2023年，对依法办理政府信息公开申请的流程作了规范。", "pass"),
        ("2023年我镇将依法办理政府信息公开申请。", "pass"),
        ("2023年我镇建立依法办理政府信息公开申请制度。", "pass"),
        ("全年依法办理政府信息公开申请0件。", "pass"),
        ("2023年我镇未办理政府信息公开申请。", "pass"),
        ("本年度我镇没有需要办理的政府信息公开申请。", "pass"),
        ("2023年，做好依法办理政府信息公开申请。", "pass"),
        ("2023年我镇无正当理由不办理政府信息公开申请。", "pass"),
        ("2023年7月我镇依法办理政府信息公开申请。", "pass"),
        ("一年来，我镇畅通渠道，依法办理政府信息公开申请。", "pass"),
        ("2023年我镇依法办理政府信息公开申请，保障群众知情权。", "pass"),
    ],
)
def test_handled_though_none_came(sentence: str, outcome: str) -> None:
    result = judged(Specimen(prose={"requests": sentence + _NONE}))
    assert result.assessments["NX-CONTRA"].outcome.value == outcome
    assert len(result.of("NX-CONTRA")) == (outcome == "fail")


_HANDLED = "2023年全镇依法规范办理政府信息公开申请。"


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "2022年未收到政府信息公开申请。",
        "未收到企业提交的政府信息公开申请。",
        "上半年未收到政府信息公开申请。",
        "收到政府信息公开申请3件，未收到重复申请。",
        "收到政府信息公开申请3件；2022年未收到政府信息公开申请。",
    ],
)
def test_some_may_have_come(sentence: str) -> None:
    result = judged(Specimen(prose={"requests": _HANDLED + sentence}))
    assert result.outcome("NX-CONTRA").startswith("not_assessable no_statement")


def test_what_was_brought_forward_was_handled() -> None:
    cells = of_persons(brought_forward=2, granted=2, processed=2)
    result = judged(Specimen(cells=cells, prose={"requests": _HANDLED + _NONE}))
    assert result.findings == ()


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("未收取信息处理费，实际收取总金额380元。", "fail"),
        ("不收取任何费用。个别申请收取信息处理费20元。", "fail"),
        ("发出收费通知0件，总金额300元，实际收取总金额300元。", "fail"),
        ("发出收费通知2件，总金额0元，实际收取总金额0元。", "fail"),
        ("发出收费通知2件，总金额300元，实际收取总金额400元。", "fail"),
        ("发出收费通知0件，总金额0元，实际收取总金额0元。", "pass"),
        ("发出收费通知2件，总金额300元，实际收取总金额0元。", "pass"),
        ("发出收费通知2件，总金额300元，未收取信息处理费。", "pass"),
        ("按件未收取费用，按量收取信息处理费380元。", "pass"),
        ("除1件收取信息处理费380元外，未收取费用。", "pass"),
        ("发出收费通知1件，总金额约100元，实际收取总金额120元。", "pass"),
        ("发出收费通知0件。行政事业性收费总金额3万元。", "not_assessable"),
        ("未收取信息处理费。", "not_assessable"),
        ("收取信息处理费380元。", "not_assessable"),
        ("上年未收取信息处理费。本年收取信息处理费380元。", "not_assessable"),
        ("2022年发出收费通知0件，总金额300元，实际收取总金额400元。", "not_assessable"),
        ("全县发出收费通知0件，总金额300元，实际收取总金额400元。", "not_assessable"),
        ("无。", "not_assessable"),
    ],
)
def test_figures_of_the_fee(sentence: str, outcome: str) -> None:
    result = judged(Specimen(prose={"other": sentence}))
    assert result.assessments["NX-FEE"].outcome.value == outcome


def test_the_charges_of_table_a_are_another_matter() -> None:
    cells = {"proactive.charges.amount": "35.2"}
    result = judged(Specimen(cells=cells, prose={"other": "发出收费通知0件，总金额0元。"}))
    assert result.outcome("NX-FEE") == "pass"


_CASES = {
    "appeals.reconsideration.upheld": "3",
    "appeals.reconsideration.total": "3",
    "appeals.suit_direct.upheld": "1",
    "appeals.suit_direct.total": "1",
    "appeals.suit_after_reconsideration.other": "1",
    "appeals.suit_after_reconsideration.total": "1",
}


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("全年未发生行政复议、行政诉讼。", [0, 0]),
        ("未因政府信息公开被申请行政复议、提起行政诉讼。", [0, 0]),
        ("行政复议、行政诉讼均为0件。", [0, 0]),
        ("因政府信息公开引起行政复议3件、行政诉讼2件。", []),
        ("因政府信息公开引起行政复议2件。", [2]),
        ("信息公开行政复议案件2件，均维持。", [2]),
        ("未发生因政府信息公开引起的行政诉讼。", [0]),
    ],
)
def test_cases_in_prose(sentence: str, stated: list[int]) -> None:
    result = judged(Specimen(cells=_CASES, prose={"appeals": sentence}))
    assert [finding.facts["stated"] for finding in result.of("NX-CASE")] == stated
    assert result.findings == tuple(result.of("NX-CASE"))
    assert result.assessments["NX-CASE"].outcome.value == ("fail" if stated else "pass")


def test_words_that_say_that_there_were_none_are_quoted() -> None:
    said = judged(Specimen(cells=_CASES, prose={"appeals": "全年未发生行政诉讼。"}))
    (finding,) = said.of("NX-CASE")
    assert finding.message.zh == "行政诉讼：正文写“未发生行政诉讼”，第四部分表格总计为2件。"
    assert finding.message.en == (
        "Administrative litigation: the prose says “未发生行政诉讼” (there were none), the table "
        "has 2 in total."
    )
    issued = {f"proactive.normative_documents.{c}": "2" for c in ("issued", "in_force")}
    said = judged(Specimen(cells=issued, added={"overview": "本年度未制发行政规范性文件。"}))
    (finding,) = said.of("TA-STOCK-NARR")
    assert "正文写“未制发行政规范性文件”，表中为2件。" in finding.message.zh


@pytest.mark.parametrize(
    "sentence",
    [
        "因政府信息公开审结行政复议2件。",
        "因政府信息公开办结行政复议2件。",
        "因政府信息公开新增行政复议2件。",
        "政府信息公开行政复议败诉0件。",
        "未发生行政诉讼败诉案件。",
        "2022年未发生行政复议、行政诉讼。",
        "下半年未发生行政复议、行政诉讼。",
        "各村未发生行政复议。",
        "全年办理行政复议案件12件。",
        "没有因政府信息公开不当引发行政复议。",
        "争取不发生行政复议、行政诉讼。",
        "除3件行政复议外，未发生行政诉讼。",
        "未收到行政复议决定书。",
        "因政府信息公开引起行政复议约2件。",
        "因政府信息公开引起行政复议2件，其中上年度受理1件。",
    ],
)
def test_cases_of_a_part_or_of_another_time_are_not_compared(sentence: str) -> None:
    result = judged(Specimen(cells=_CASES, prose={"appeals": sentence}))
    assert result.outcome("NX-CASE").startswith(_NOT_COMPARED)


def test_cases_beside_a_cell_that_was_not_read() -> None:
    cells = _CASES | {"appeals.reconsideration.total": "/"}
    result = judged(Specimen(cells=cells, prose={"appeals": "全年未发生行政复议。"}))
    assert result.outcome("NX-CASE") == (
        "not_assessable not_applicable appeals.reconsideration.total"
    )


@pytest.mark.parametrize(
    ("text", "rule", "outcome"),
    [
        (_NONE + "\n2023年我镇" + "依法规范" * 5000 + "办理", "NX-CONTRA", "pass"),
        (_NONE + "\n" + "2023年，" * 5000, "NX-CONTRA", "pass"),
        ("收到申请3件，占" + "数量比例" * 5000, "NX-PCT", "not_assessable"),
        ("未收取" * 5000, "NX-FEE", "not_assessable"),
        ("行政处罚" + "1" * 15_000 + "件", "TA-SILENT", "fail"),
        ("1,363" * 5000, "TA-SILENT", "fail"),
        ("363件，" * 5000, "TA-SILENT", "pass"),
        (_NONE + "\n2023年我镇" + "按照规定" * 4000 + "办理", "NX-CONTRA", "pass"),
        (_NONE + "\n申请均" + "按时限" * 3000, "NX-CONTRA", "pass"),
        ("申请均" + "在答复期限内" * 3000, "NX-ALLDONE", "not_assessable"),
        ("收到" + "社会组织" * 4000 + "申请3件", "NX-RECV", "not_assessable"),
    ],
)
def test_prose_without_end_is_judged_all_the_same(text: str, rule: str, outcome: str) -> None:
    cells = {"proactive.penalties.decisions": "363"}
    result = judged(Specimen(cells=cells, prose={"requests": text, "other": ""}))
    assert result.assessments[rule].outcome.value == outcome
