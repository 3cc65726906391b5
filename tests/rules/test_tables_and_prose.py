"""Table A by law and by logic, and prose beside tables: what is said, what is left alone."""

import pytest

from generator.specimen import Specimen, of_persons
from tests.rules.judged import judged

_TOWN_RULES = "proactive.government_rules"
_DOCUMENTS = "proactive.normative_documents"


@pytest.mark.parametrize("body", ["云岭县青石镇", "云岭县白河乡", "云岭区河滨街道"])
def test_government_rules_of_a_township_are_an_error(body: str) -> None:
    cells = {f"{_TOWN_RULES}.issued": "1", f"{_TOWN_RULES}.in_force": "6"}
    [finding] = judged(Specimen(body=body, cells=cells)).findings
    assert (finding.rule, finding.severity.value) == ("TA-RULES-TOWN", "error")
    assert finding.facts == {"issued": 1, "in_force": 6}
    assert finding.at == f"{_TOWN_RULES}.issued"


@pytest.mark.parametrize(
    ("cells", "severity"),
    [
        ({"made": "1", "published_total": "1"}, "error"),
        ({"published_total": "6"}, "warning"),
        ({"published": "2", "published_total": "6"}, "warning"),
    ],
)
def test_rules_that_a_township_only_published_are_a_warning(
    cells: dict[str, str], severity: str
) -> None:
    printed = {f"{_TOWN_RULES}.{column}": number for column, number in cells.items()}
    [finding] = judged(Specimen(year=2020, cells=printed, proactive=2019)).of("TA-RULES-TOWN")
    assert finding.severity.value == severity


@pytest.mark.parametrize(
    ("issued", "repealed", "in_force", "found"),
    [(3, 0, 3, 0), (3, 2, 1, 0), (0, 5, 0, 0), (7, 0, 9, 0), (3, 0, 2, 1), (1, 0, 0, 1)],
)
def test_stock_of_documents(issued: int, repealed: int, in_force: int, found: int) -> None:
    numbers = {"issued": issued, "repealed": repealed, "in_force": in_force}
    result = judged(Specimen(cells={f"{_DOCUMENTS}.{k}": str(n) for k, n in numbers.items()}))
    assert len(result.findings) == len(result.of("TA-STOCK")) == found


@pytest.mark.parametrize(
    ("made", "published", "total", "found"),
    [(8, 0, 0, 1), (2, 5, 3, 1), (5, 2, 2, 0), (0, 0, 9, 0)],
)
def test_stock_of_documents_in_the_older_edition(
    made: int, published: int, total: int, found: int
) -> None:
    numbers = {"made": made, "published": published, "published_total": total}
    cells = {f"{_DOCUMENTS}.{key}": str(number) for key, number in numbers.items()}
    result = judged(Specimen(year=2020, cells=cells, proactive=2019, requests=2019))
    assert len(result.findings) == len(result.of("TA-STOCK")) == found


def _year(received: int, opening: int, processed: int, carried: int) -> dict[str, str]:
    """A year's requests, all by natural persons and all decided ones granted."""
    rows = {
        "received": received,
        "brought_forward": opening,
        "granted": processed,
        "processed": processed,
        "carried_forward": carried,
    }
    columns = ("natural_person", "total")
    return {f"requests.{row}.{c}": str(number) for row, number in rows.items() for c in columns}


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("全年收到政府信息公开申请10件。", "pass"),
        ("全年收到政府信息公开申请12件（含上年结转2件）。", "pass"),
        ("全年收到政府信息公开申请12件。", "pass"),
        ("全年收到政府信息公开申请10件，其中网络申请4件。", "pass"),
        ("上半年收到政府信息公开申请4件。", "not_assessable"),
        ("2022年收到政府信息公开申请4件。", "not_assessable"),
        ("收到信函申请4件。", "not_assessable"),
        ("全年收到政府信息公开申请11件（含上年结转2件）。", "fail"),
        ("收到公民提交的政府信息公开申请7件；收到企业提交的政府信息公开申请3件。", "pass"),
        ("收到公民提交的政府信息公开申请7件；收到企业提交的政府信息公开申请4件。", "fail"),
        ("收到自然人申请7件，法人或其他组织申请3件，合计10件。", "not_assessable"),
        ("收到企业提交的政府信息公开申请3件。", "not_assessable"),
        ("收到公民、法人和其他组织提交的政府信息公开申请11件。", "fail"),
        ("2023年1月1日至12月31日，收到政府信息公开申请11件。", "fail"),
        ("2022年7月1日至2023年6月30日，收到政府信息公开申请11件。", "not_assessable"),
        ("2024年，力争收到政府信息公开申请11件以内。", "not_assessable"),
        ("全年收到政府信息公开申请近20件。", "not_assessable"),
        ("全年收到政府信息公开申请20余件。", "not_assessable"),
        ("全年受理行政许可申请120件。", "not_assessable"),
        ("收到行政复议申请3件。", "not_assessable"),
        ("全年收到政府信息公开申请11件。", "fail"),
        ("2023年受理政府信息公开申请9件，较2022年增加2件。", "fail"),
    ],
)
def test_requests_received_in_prose(sentence: str, outcome: str) -> None:
    specimen = Specimen(cells=_year(10, 2, 9, 3), added={"overview": sentence})
    result = judged(specimen)
    assert result.assessments["NX-RECV"].outcome.value == outcome
    assert result.findings == tuple(result.of("NX-RECV", "TX-YEAR"))


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("受理政府信息公开申请12件，撤回3件，答复9件。", "pass"),
        ("受理政府信息公开申请12件，2件为重复申请，撤回3件，实际答复7件。", "pass"),
        ("受理政府信息公开申请12件，办结12件。", "pass"),
        ("受理政府信息公开申请12件，答复8件。", "fail"),
        ("受理政府信息公开申请12件，涉及18条信息，答复18条。", "not_assessable"),
        ("受理政府信息公开申请12件，同一人提出的合并答复1件。", "not_assessable"),
    ],
)
def test_requests_that_were_withdrawn_or_none_may_not_be_counted_as_answered(
    sentence: str, outcome: str
) -> None:
    cells = of_persons(received=12, granted=7, not_handled_petition=2, closed_other=3, processed=12)
    result = judged(Specimen(cells=cells, added={"overview": sentence}))
    assert result.assessments["NX-DONE"].outcome.value == outcome


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("收到政府信息公开申请10件，答复9件。", "pass"),
        ("收到政府信息公开申请10件，答复10件。", "fail"),
        ("受理12345热线工单130件，办结120件。", "not_assessable"),
        ("办理代表建议4件，答复4件。", "not_assessable"),
        ("收到政府信息公开申请10件，其中答复4件。", "not_assessable"),
        ("收到政府信息公开申请10件，已答复8件，其余1件已办结。", "not_assessable"),
        ("收到政府信息公开申请10件，已答复8件，办结1件。", "pass"),
        ("收到政府信息公开申请10件，超期答复2件。", "not_assessable"),
        ("收到政府信息公开申请10件，答复8件，1件告知不掌握，其余3件结转。", "not_assessable"),
        ("收到申请10件。收到“领导信箱”来信15件，办结15件。", "not_assessable"),
        ("接待群众来访15人次，办结15件。", "not_assessable"),
        ("已办结申请7件（本年新收），另办结上年结转2件。", "not_assessable"),
        ("已答复申请7件，此外办结上年结转的2件。", "not_assessable"),
        ("已答复申请7件，另行制作后再答复申请。", "fail"),
    ],
)
def test_requests_answered_in_prose(sentence: str, outcome: str) -> None:
    specimen = Specimen(cells=_year(10, 2, 9, 3), added={"overview": sentence})
    assert judged(specimen).assessments["NX-DONE"].outcome.value == outcome


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("政府信息公开申请均已答复。", "fail"),
        ("收到政府信息公开申请10件，全部按时办结。", "fail"),
        ("收到政府信息公开申请10件，答复率100%。", "fail"),
        ("收到政府信息公开申请10件，比上年增加2件，均按时办结。", "fail"),
        ("收到政府信息公开申请10件，除1件正在办理外，均已按期答复。", "not_assessable"),
        ("收到政府信息公开申请10件，1件结转下年，其余均已答复。", "not_assessable"),
        ("收到政府信息公开申请10件，均已答复，1件尚在办理。", "not_assessable"),
        ("收到的申请均已答复。3件结转下年度继续办理。", "not_assessable"),
        ("到期的政府信息公开申请均已答复。", "not_assessable"),
        ("上年结转的申请均已办结。", "not_assessable"),
        ("2022年收到的申请均已办结。", "not_assessable"),
        ("代表建议和政协提案均已答复。", "not_assessable"),
        ("各项任务全部办结。", "not_assessable"),
    ],
)
def test_all_answered_in_prose(sentence: str, outcome: str) -> None:
    specimen = Specimen(cells=_year(10, 2, 9, 3), added={"overview": sentence})
    assert judged(specimen).assessments["NX-ALLDONE"].outcome.value == outcome


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("全年未收到政府信息公开申请。", "fail"),
        ("2023年我镇未有依申请公开情况。", "fail"),
        ("全年收到政府信息公开申请10件；未收到企业提交的政府信息公开申请。", "not_assessable"),
        ("未收到行政复议申请。", "not_assessable"),
        ("未收到涉及国家秘密的申请。", "not_assessable"),
        ("未收到企业提交的政府信息公开申请。", "not_assessable"),
        ("未收到因政府信息公开提起的行政复议申请。", "not_assessable"),
        ("2022年未收到政府信息公开申请。", "not_assessable"),
    ],
)
def test_none_received_in_prose(sentence: str, outcome: str) -> None:
    specimen = Specimen(cells=_year(10, 2, 9, 3), added={"overview": sentence})
    assert judged(specimen).assessments["NX-ZERO"].outcome.value == outcome


def test_a_number_said_to_include_what_was_brought_forward_is_told_so() -> None:
    added = {"overview": "收到政府信息公开申请10件（含上年结转2件）。"}
    [finding] = judged(Specimen(cells=_year(10, 2, 9, 3), added=added)).findings
    assert finding.message.zh == (
        "正文写连同上年结转收到申请10件；表中本年新收总计为10件，连同上年结转为12件。"
    )


@pytest.mark.parametrize(
    ("said", "rule", "key"),
    [
        (
            "全年收到政府信息公开申请6件，其中自然人申请5件、企业1件，办结6件，1件结转下年度。",
            "NX-DONE",
            "requests_processed",
        ),
        (
            "未收到信函申请政府信息公开，收到当面申请政府信息公开6件。",
            "NX-RECV",
            "requests_received",
        ),
        ("全年收到政府信息公开申请约6件。", "NX-RECV", "requests_received"),
    ],
)
def test_a_number_that_may_be_of_a_part_is_not_said_to_be_missing(
    said: str, rule: str, key: str
) -> None:
    result = judged(Specimen(added={"overview": said}))
    assert any(claim.key == key and claim.value == 6 for claim in result.report.claims)
    assert result.outcome(rule) == f"not_assessable not_comparable {key}"


@pytest.mark.parametrize(
    ("said", "rule"),
    [("全年收到政府信息公开申请3件。", "NX-RECV"), ("全年未收到政府信息公开申请。", "NX-ZERO")],
)
def test_a_message_about_one_request_is_good_english(said: str, rule: str) -> None:
    one = of_persons(received=1, granted=1, processed=1)
    [finding] = judged(Specimen(cells=one, added={"overview": said})).of(rule)
    assert "1 new requests" not in finding.message.en
