"""Which numbers of the prose are held against the tables, and against which cells."""

import pytest

from generator import form
from generator.form import TABLE_KEYS
from generator.model import Claim, Paragraph, Reading, Status
from generator.parse.claims import read_claims
from generator.parse.claims.subjects import SUBJECTS

CELLS_2021 = [address for key in TABLE_KEYS for address in form.cells_of(key, 2021)]
CELLS_2019 = [address for key in TABLE_KEYS for address in form.cells_of(key, 2019)]


def claims(text: str, cells: list[str] = CELLS_2021, value: int = 99) -> dict[str, Claim]:
    """The claims of a paragraph of a report for 2023 in which every cell is 99."""
    known = {address: Reading(Status.REPORTED, value) for address in cells}
    return {c.key: c for c in read_claims((Paragraph("overview", 1, text),), known, 2023)}


def test_every_cell_that_a_claim_may_speak_of_is_one_of_the_form() -> None:
    named = {a for s in SUBJECTS.values() for cell in s.cells for a in cell.split("+")}
    assert named <= set(form.all_cells())
    assert len(SUBJECTS["requests_withheld"].cells[0].split("+")) == 8
    assert len(SUBJECTS["requests_unavailable"].cells[0].split("+")) == 3


@pytest.mark.parametrize(
    ("sentence", "key", "cell"),
    [
        ("上年(2022年)结转申请6件。", "requests_brought_forward", "requests.brought_forward.total"),
        ("2023年我镇累计收到申请9件。", "requests_received", "requests.received.total"),
        ("2023年信息公开申请数量为9。", "requests_received", "requests.received.total"),
        (
            "收到申请9件，结转下年1件。",
            "requests_carried_forward",
            "requests.carried_forward.total",
        ),
        ("结转至2024年办理3件。", "requests_carried_forward", "requests.carried_forward.total"),
        (
            "新收申请80件，上年(2022年)结转6件，办结81件。",
            "requests_processed",
            "requests.processed.total",
        ),
        (
            "答复申请20件，其中部分公开4件。",
            "requests_partly_granted",
            "requests.partly_granted.total",
        ),
        (
            "答复申请20件，予以公开及部分公开4件。",
            "requests_granted",
            "requests.granted.total+requests.partly_granted.total",
        ),
        (
            "答复申请20件，予以公开4件（含部分公开1件）。",
            "requests_granted",
            "requests.granted.total+requests.partly_granted.total",
        ),
        ("因信息公开引起行政复议3件。", "reconsiderations", "appeals.reconsideration.total"),
        (
            "全年未发生行政复议、行政诉讼。",
            "suits",
            "appeals.suit_direct.total+appeals.suit_after_reconsideration.total",
        ),
        ("2023年，我镇办理行政许可12件。", "licences", "proactive.licences.decisions"),
        ("全年共处理行政处罚12宗。", "penalties", "proactive.penalties.decisions"),
        ("2023年行政强制0件。", "coercive_measures", "proactive.coercive_measures.decisions"),
        (
            "2023年我镇制发规范性文件2件。",
            "normative_documents_issued",
            "proactive.normative_documents.issued",
        ),
        (
            "收到申请13件（11件网上申请，2件信函申请），答复14件。",
            "requests_processed",
            "requests.processed.total",
        ),
        (
            "截至2023年12月31日，现行有效规范性文件14件。",
            "normative_documents_in_force",
            "proactive.normative_documents.in_force",
        ),
        (
            "继续有效14件。",
            "normative_documents_in_force",
            "proactive.normative_documents.in_force",
        ),
    ],
)
def test_a_number_about_the_whole_is_compared(sentence: str, key: str, cell: str) -> None:
    claim = claims(sentence)[key]
    assert (claim.cell, claim.agreement.value) == (cell, "differ")


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("上年(2021年)结转申请6件。", "requests_brought_forward"),
        ("0件转结2023年办结。", "requests_carried_forward"),
        ("线上受理20件办结18件、结转2件。", "requests_processed"),
        ("受理申请16件，其中15件已答复。", "requests_processed"),
        ("答复申请20件，其中网上12件，予以公开4件。", "requests_granted"),
        ("上半年答复申请20件，不予公开4件。", "requests_withheld"),
        ("收到申请1件，代区政府答复申请17件。", "requests_processed"),
        ("党政办公室收到政府信息公开申请17件。", "requests_received"),
        ("近三年收到政府信息公开申请17件。", "requests_received"),
        ("村（社区）受理申请17件。", "requests_received"),
        ("青石村收到政府信息公开申请17件。", "requests_received"),
        ("县政府收到政府信息公开申请17件。", "requests_received"),
        ("所辖社区收到政府信息公开申请17件。", "requests_received"),
        ("全年办理行政复议案件12件。", "reconsiderations"),
        ("2022年因信息公开引起行政复议3件。", "reconsiderations"),
        ("一季度未发生行政诉讼。", "suits"),
        ("共处理行政处罚88宗。", "penalties"),
        ("2023年综合行政执法队共作出行政处罚88件。", "penalties"),
        ("2023年专项行动中作出行政处罚5件。", "penalties"),
        ("2023年1-6月办理行政许可12件。", "licences"),
        ("全年公示行政许可12件。", "licences"),
        ("清理规范性文件20件，废止2件，继续有效18件。", "normative_documents_in_force"),
        ("继续有效14件，失效3件、废止2件。", "normative_documents_repealed"),
        ("截至目前，现行有效规范性文件14件。", "normative_documents_in_force"),
        ("截至2022年底，现行有效规范性文件14件。", "normative_documents_in_force"),
        ("公开规范性文件6件。", "normative_documents_published"),
        ("主动公开政府信息7条。", "disclosures"),
        ("发出收费通知3件。", "fee_notices"),
    ],
)
def test_a_number_about_less_or_of_another_time_is_not_compared(sentence: str, key: str) -> None:
    claim = claims(sentence)[key]
    assert (claim.cell, claim.agreement.value) == ("", "not_comparable")


def test_documents_are_those_of_the_edition() -> None:
    issued, published = "制发规范性文件60件。", "公开规范性文件60件。"
    row = "proactive.normative_documents"
    old = claims(issued, CELLS_2019, 60)["normative_documents_issued"]
    assert (old.cell, old.agreement.value) == (f"{row}.made", "agree")
    assert claims(published, CELLS_2019)["normative_documents_published"].cell == f"{row}.published"
    assert claims(issued)["normative_documents_issued"].cell == f"{row}.issued"


def test_a_sum_is_compared_with_the_sum_of_its_rows() -> None:
    text = "答复政府信息公开申请40件，不予公开24件，无法提供9件。"
    found = claims(text, value=3)
    assert found["requests_withheld"].agreement.value == "agree"
    assert found["requests_unavailable"].agreement.value == "agree"
    assert claims(text, CELLS_2019, 3)["requests_withheld"].agreement.value == "agree"


def test_a_cell_that_was_not_read_is_not_compared() -> None:
    known = {address: Reading(Status.BLANK) for address in CELLS_2021}
    text = Paragraph("overview", 1, "因信息公开引起行政复议3件，行政诉讼0件。")
    for claim in read_claims((text,), known, 2023):
        assert claim.cell
        assert claim.agreement.value == "not_comparable"


def test_no_disputes_are_compared_only_where_no_number_is_stated() -> None:
    text = "未发生行政复议；因信息公开引起行政复议99件。"
    known = {address: Reading(Status.REPORTED, 99) for address in CELLS_2021}
    found = read_claims((Paragraph("overview", 1, text),), known, 2023)
    assert [(c.value, c.agreement.value) for c in found] == [(0, "not_comparable"), (99, "agree")]


def test_a_text_that_never_ends_a_sentence_is_read_in_bounded_time() -> None:
    text = "收到政府信息公开申请7件，" * 1500
    found = read_claims((Paragraph("overview", 1, text),), {}, 2023)
    assert len(found) == 1500
    assert max(len(claim.text) for claim in found) < 2100


@pytest.mark.parametrize(
    "sentence",
    [
        "全县共收到政府信息公开申请560件，我镇12件。",
        "全市共收到政府信息公开申请560件，其中我镇收到申请12件。",
        "各村（社区）收到政府信息公开申请7件。",
        "我镇政务服务中心共收到申请事项3200件。",
        "镇属事业单位收到政府信息公开申请7件。",
        "制发规范性文件3件（含废止1件）。",
        "收到政务服务申请1200件，均已办结。",
        "县自然资源局收到政府信息公开申请30件。",
        "镇财政所、卫生院分别收到政府信息公开申请2件、3件。",
        "收到省、市、县政府信息公开申请征求意见函6件。",
        "全年未收到政府信息公开申请以外的其他申请。",
        "除1起行政诉讼外，未发生其他行政复议、行政诉讼。",
        "力争实现行政复议、行政诉讼0件。",
        "没有因未公开而被提起行政诉讼的情况。",
    ],
)
def test_a_number_of_another_body_or_of_several_things_is_not_compared(sentence: str) -> None:
    assert {claim.agreement.value for claim in claims(sentence).values()} <= {"not_comparable"}


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("今年新收申请减少8件，共12件。", []),
        ("新收申请较上年减少8件。", []),
        ("新收申请比去年多8件。", []),
        ("新收申请12件，比去年增加5件。", [12]),
        ("健全县镇联动机制，收到政府信息公开申请至少12件。", [12]),
        ("新收申请12件。" + "字" * 20_000, []),
    ],
)
def test_a_change_is_no_count_and_a_paragraph_without_end_is_not_read(
    sentence: str, values: list[int]
) -> None:
    assert [claim.value for claim in claims(sentence).values()] == values
