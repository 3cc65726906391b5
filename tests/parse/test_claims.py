"""Numbers in the prose: what is a claim, on which cell, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Claim
from generator.specimen import Specimen
from tests.rules.judged import judged, read

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
    claim = claims(sentence)[0]
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
        "“县长信箱”共受理有效信件3件，已办结3件，办结率100%。",
        "收到“领导信箱”来信158件，已答复158件。",
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
    claim, opening = claims("收到政府信息公开申请8件（含上年结转1件）。", **cells)
    assert (claim.cell, claim.agreement.value) == (WITH_OPENING, agreement)
    assert (opening.key, opening.value) == ("requests_brought_forward", 1)


TWENTY = {"received": "20", "brought_forward": "0", "processed": "19", "carried_forward": "1"}


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("其中收到网上申请12件。", [12]),
        ("收到信函申请8件。", [8]),
        ("收到网上申请12件，收到信函申请8件。", [12, 8]),
        ("通过传真收到政府信息公开申请3件。", [3]),
        ("上年收到政府信息公开申请15件。", [15]),
        ("去年受理政府信息公开申请15件。", [15]),
        ("2022年收到政府信息公开申请15件。", [15]),
        ("截至6月底，收到政府信息公开申请9件。", [9]),
        ("1至6月收到政府信息公开申请9件。", [9]),
        ("较2022年收到的政府信息公开申请15件有所增加。", [15]),
        ("同比收到的政府信息公开申请15件有所增加。", [15]),
        ("收到政府信息公开申请18件，另有2件为当面提出。", [18]),
        ("对政府信息公开申请依法办理，已答复18件，其余2件已办结。", [18]),
        ("对政府信息公开申请依法办理，其中答复4件。", [4]),
        ("2022年未收到政府信息公开申请。", [0]),
        ("上半年未收到政府信息公开申请。", [0]),
    ],
)
def test_a_number_of_a_part_or_of_another_time_is_kept_and_not_compared(
    sentence: str, values: list[int]
) -> None:
    found = claims(sentence, **TWENTY)
    assert [claim.value for claim in found] == values
    assert {(claim.cell, claim.agreement.value) for claim in found} == {("", "not_comparable")}


@pytest.mark.parametrize(
    ("sentence", "agreements"),
    [
        ("收到政府信息公开申请20件，其中收到网上申请12件。", ["agree", "not_comparable"]),
        ("收到公民提交的申请13件；收到企业提交的申请7件。", ["not_comparable"] * 2),
        ("收到公民提交的申请13件；收到企业提交的申请8件。", ["differ", "not_comparable"]),
        ("收到政府信息公开申请20件，较上年增加5件，答复18件。", ["agree", "differ"]),
        ("收到政府信息公开申请20件，已答复18件，其余2件已办结。", ["agree", "not_comparable"]),
        ("已答复政府信息公开申请18件，办结1件。", ["not_comparable"] * 2),
        ("收到政府信息公开申请20件；未收到申请。", ["agree", "not_comparable"]),
        ("收到申请12件，收到网上申请8件。", ["not_comparable"] * 2),
        ("未收到政府信息公开申请。", ["differ"]),
        ("收到政府信息公开申请21件。", ["differ"]),
        ("对政府信息公开申请依法办理，答复0件。", ["not_comparable"]),
    ],
)
def test_numbers_stated_together_are_compared_together(
    sentence: str, agreements: list[str]
) -> None:
    assert [claim.agreement.value for claim in claims(sentence, **TWENTY)] == agreements


def test_a_number_that_includes_what_was_brought_forward_agrees_with_both_cells() -> None:
    (claim,) = claims("收到政府信息公开申请12件。", received="10", brought_forward="2")
    assert (claim.cell, claim.agreement.value) == (WITH_OPENING, "agree")
    (claim,) = claims("收到政府信息公开申请12件。", received="10", brought_forward="")
    assert (claim.cell, claim.agreement.value) == (WITH_OPENING, "not_comparable")


_SENTENCES = st.sampled_from(
    [
        "收到政府信息公开申请20件",
        "收到政府信息公开申请7件",
        "收到企业提交的申请13件",
        "收到政府信息公开申请22件（含上年结转2件）",
        "收到政府信息公开申请约9件",
        "其中收到网上申请12件",
        "2022年收到政府信息公开申请15件",
        "未收到政府信息公开申请",
        "依申请公开数量为0",
        "答复19件",
        "已答复18件",
        "其余2件已办结",
        "办结1件",
        "较上年增加5件",
    ]
)
_NUMBERS = st.sampled_from(["0", "1", "2", "7", "19", "20", "", "/"])


@given(
    sentences=st.lists(st.tuples(_SENTENCES, st.sampled_from("，；。")), max_size=5),
    numbers=st.tuples(_NUMBERS, _NUMBERS, _NUMBERS),
)
def test_a_claim_differs_exactly_where_its_rule_fails(
    sentences: list[tuple[str, str]], numbers: tuple[str, str, str]
) -> None:
    rows = ("received", "brought_forward", "processed")
    cells = {f"requests.{r}.total": n for r, n in zip(rows, numbers, strict=True)}
    text = "对政府信息公开申请依法办理，" + "".join(map("".join, sentences))
    result = judged(Specimen(prose={"overview": text}, cells=cells))
    differing = {c.key for c in result.report.claims if c.agreement.value == "differ"}
    failed = {f.rule for f in result.of("NX-RECV", "NX-ZERO", "NX-DONE")}
    assert ("requests_received" in differing) == bool(failed & {"NX-RECV", "NX-ZERO"})
    assert ("requests_processed" in differing) == ("NX-DONE" in failed)


@pytest.mark.parametrize(
    "sentence",
    [
        "未收到公民、法人和其他组织需要本机关主动公开以外的政府信息的申请。",
        "没有接到要求公开的申请。",
        "未收到公民、法人和其他组织提出的申请。",
        "未收到关于政府信息公开的申请。",
        "未收到任何单位和个人向我镇提出的政府信息公开申请，也未收取费用。",
        "全年没有收到过依申请公开申请。",
        "未收到政府信息公开申请及行政复议、诉讼。",
        "本年度无依申请公开情况发生。",
    ],
)
def test_none_received(sentence: str) -> None:
    found = claims(sentence, received="2")
    assert (found[0].key, found[0].value, found[0].cell) == ("requests_received", 0, RECEIVED)
    assert found[0].agreement.value == "differ"


@pytest.mark.parametrize(
    "sentence",
    [
        "未收到涉及国家秘密的申请。",
        "未收到关于征地的申请。",
        "未收到有关集体土地的信息公开申请。",
        "未收到要求公开村级财务的申请。",
        "未收到针对执法案卷的申请。",
        "未收到企业提交的政府信息公开申请。",
        "未收到法人和其他组织的申请。",
        "未收到网上申请。",
        "未收到信函、传真形式的申请。",
        "未收到重复申请。",
        "未受理的申请均说明理由。",
        "未收到申请行政复议的材料。",
        "未收到政府信息公开申请的投诉。",
        "不存在依申请公开申请超期未答复的现象。",
        "没有依申请公开情况不及时的现象。",
    ],
)
def test_none_of_one_kind_received_is_left_alone(sentence: str) -> None:
    assert claims(sentence, received="2") == []


@pytest.mark.parametrize("word", ["未", "不予", "超期", "逾期", "延期"])
def test_what_was_not_answered_in_time_is_no_number_answered(word: str) -> None:
    assert claims(f"对政府信息公开申请依法办理，{word}答复2件。", processed="9") == []


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
        ("发出收费通知件数、总金额、实际收取总金额均为0。", [0, 0, 0]),
        ("发出收费通知的件数和总金额以及实际收取的总金额均为零。", [0, 0, 0]),
        ("发出收费通知的件数为0、总金额为0以及实际收取的总金额为0。", [0, 0, 0]),
        ("收费通知0件，收费总金额0元，实收0元。", [0, 0, 0]),
    ],
)
def test_the_three_fee_figures(sentence: str, expected: list[int]) -> None:
    found = read(Specimen(prose={"overview": "", "other": sentence})).claims
    assert [c.key for c in found] == ["fee_notices", "fee_charged", "fee_collected"]
    assert [c.value for c in found] == expected
    assert {c.agreement.value for c in found} == {"not_comparable"}


def test_no_fee_notice() -> None:
    (claim,) = read(Specimen(prose={"overview": "", "other": "未发出收费通知。"})).claims
    assert (claim.key, claim.value) == ("fee_notices", 0)


@pytest.mark.parametrize(
    "sentence", ["本年度未收取信息处理费。", "没有收取任何费用。", "未发生收取费用。"]
)
def test_nothing_collected(sentence: str) -> None:
    (claim,) = read(Specimen(prose={"overview": "", "other": sentence})).claims
    assert (claim.key, claim.value) == ("fee_collected", 0)
