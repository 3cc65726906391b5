"""Numbers in the prose: what is a claim, on which cell, and what is left alone."""

import pytest

from generator.model import Claim
from generator.specimen import Specimen
from tests.rules.judged import read

RECEIVED = "requests.received.total"
PROCESSED = "requests.processed.total"
WITH_OPENING = "requests.received.total+requests.brought_forward.total"


def claims(sentence: str, **cells: str) -> list[Claim]:
    """What a sentence in the overview of a report claims."""
    printed = {f"requests.{row}.total": number for row, number in cells.items()}
    report = read(Specimen(prose={"overview": sentence, "other": "无。"}, cells=printed))
    return list(report.claims)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("主动公开政府信息111条。", ("disclosures", 111, "")),
        ("全年发布各类政府信息 320 余条。", ("disclosures", 320, "")),
        ("2023年主动公开政务信息共计149条次。", ("disclosures", 149, "")),
        ("共收到政府信息公开申请7件。", ("requests_received", 7, RECEIVED)),
        ("受理群众依申请公开 12 件。", ("requests_received", 12, RECEIVED)),
        ("依申请公开数量为0。", ("requests_received", 0, RECEIVED)),
        ("本年度未收到政府信息公开申请。", ("requests_received", 0, RECEIVED)),
        ("全年未有依申请公开情况。", ("requests_received", 0, RECEIVED)),
        ("处理并答复7件。", ("requests_processed", 7, PROCESSED)),
        ("办结政府信息公开申请9件。", ("requests_processed", 9, PROCESSED)),
        ("收到政府信息公开申请8件（含上年结转1件）。", ("requests_received", 8, WITH_OPENING)),
    ],
)
def test_a_number_is_understood(sentence: str, expected: tuple[str, int, str]) -> None:
    (claim,) = claims(sentence)
    assert (claim.key, claim.value, claim.cell) == expected
    assert claim.text == sentence
    assert claim.line == 4


@pytest.mark.parametrize(
    "sentence",
    [
        "收到行政复议申请3件。",
        "受理低保申请20件。",
        "收到行政许可申请45件。",
        "收到12345热线工单230件。",
        "答复人大代表建议6件。",
        "办结信访事项12件。",
        "收到申请的，应当在20个工作日内答复。",
        "公布了《政府信息公开条例》第二十条第1项。",
        "未收到申请人的补正材料。",
        "",
    ],
)
def test_what_speaks_of_other_things_is_left_alone(sentence: str) -> None:
    assert claims(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "approximate"),
    [
        ("收到政府信息公开申请约10件。", True),
        ("收到政府信息公开申请10余件。", True),
        ("收到政府信息公开申请近10件。", True),
        ("收到政府信息公开申请10件。", False),
    ],
)
def test_an_approximate_number_is_never_compared(sentence: str, approximate: bool) -> None:
    (claim,) = claims(sentence, received="99")
    assert claim.approximate == approximate
    assert claim.agreement.value == ("not_comparable" if approximate else "differ")


@pytest.mark.parametrize(
    ("cells", "agreement"),
    [
        ({"received": "7", "brought_forward": "1"}, "agree"),
        ({"received": "8", "brought_forward": "1"}, "differ"),
        ({"received": "8"}, "agree"),
        ({"received": "8", "brought_forward": ""}, "not_comparable"),
        ({"received": "/", "brought_forward": "0"}, "not_comparable"),
    ],
)
def test_a_sum_is_compared_only_when_both_cells_are_read(
    cells: dict[str, str], agreement: str
) -> None:
    (claim,) = claims("收到政府信息公开申请8件（含上年结转1件）。", **cells)
    assert claim.agreement.value == agreement


def test_the_passage_of_a_claim_is_where_it_says() -> None:
    sentence = "一年来，主动公开政府信息111条，收到政府信息公开申请7件，答复7件。"
    found = claims(sentence, received="7", processed="6")
    assert [(c.key, c.value, c.agreement.value) for c in found] == [
        ("disclosures", 111, "not_comparable"),
        ("requests_received", 7, "agree"),
        ("requests_processed", 7, "differ"),
    ]
    assert [sentence[c.start : c.end] for c in found] == [
        "主动公开政府信息111条",
        "收到政府信息公开申请7件",
        "答复7件",
    ]


def test_numbers_of_tables_are_no_claims() -> None:
    report = read(
        Specimen(prose={"overview": "", "other": ""}, cells={RECEIVED: "主动公开信息5条"})
    )
    assert report.claims == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("发出收费通知3件，总金额300元，实际收取总金额200元。", [3, 300, 200]),
        ("发出收费通知的件数为3件，总金额为300元，实际收取的总金额为200元。", [3, 300, 200]),
    ],
)
def test_the_three_fee_figures(sentence: str, expected: list[int]) -> None:
    found = read(Specimen(prose={"other": sentence})).claims
    assert [c.key for c in found] == ["fee_notices", "fee_charged", "fee_collected"]
    assert [c.value for c in found] == expected
    assert {c.agreement.value for c in found} == {"not_comparable"}


@pytest.mark.parametrize(
    "sentence", ["本年度未收取信息处理费。", "没有收取任何费用。", "未发生收取费用。"]
)
def test_nothing_collected(sentence: str) -> None:
    (claim,) = read(Specimen(prose={"other": sentence})).claims
    assert (claim.key, claim.value) == ("fee_collected", 0)
