"""Percentages of requests in the prose: what they are of, how they may be rounded."""

import pytest

from generator.specimen import Specimen, of_persons
from tests.rules.judged import judged

# 20 new, 2 brought forward, 12 granted, 7 in part, 19 decided, 3 carried forward.
_CELLS = of_persons(
    received=20, brought_forward=2, granted=12, partly_granted=7, processed=19, carried_forward=3
)


def _outcome(sentence: str, cells: dict[str, str] = _CELLS) -> str:
    result = judged(Specimen(cells=cells, prose={"requests": sentence}))
    assert len(result.of("NX-PCT")) == (result.assessments["NX-PCT"].outcome.value == "fail")
    return result.assessments["NX-PCT"].outcome.value


@pytest.mark.parametrize(
    "percent",
    ["63%", "63.2%", "63.1%", "63.16%", "63.15%", "60%", "54.5%", "63.16 ％"],
)
def test_rounded_or_cut_off_of_those_decided_received_or_due(percent: str) -> None:
    assert _outcome(f"答复申请19件，其中予以公开12件，占{percent}。") == "pass"


@pytest.mark.parametrize("percent", ["83.2%", "63.3%", "62%", "64%", "6.32%", "73%"])
def test_of_nothing(percent: str) -> None:
    assert _outcome(f"答复申请19件，其中予以公开12件，占{percent}。") == "fail"


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("收到申请20件，答复19件，答复率95%。", "pass"),
        ("收到申请20件，办结19件，办结率86.4%。", "pass"),
        ("收到申请20件，答复19件，答复率91%。", "fail"),
        ("收到申请20件，答复19件，答复率100%。", "not_assessable"),
        ("收到申请20件，答复19件，按时答复率91%。", "not_assessable"),
        ("收到申请20件，答复19件，群众满意率91%。", "not_assessable"),
        ("收到申请约20件，答复19件，答复率91%。", "not_assessable"),
        ("收到热线工单300件，办结295件，办结率91%。", "not_assessable"),
        ("收到申请20件，同比增长33.3%。", "not_assessable"),
        ("收到申请20件，较去年增加5件，增幅31%。", "not_assessable"),
        ("主动公开政府信息30条，占70%。", "not_assessable"),
        ("答复申请19件，予以公开12件，占全县的8.2%。", "not_assessable"),
        ("答复申请19件，予以公开12件，占比约70%。", "not_assessable"),
        ("答复申请19件，予以公开12件，占70%以上。", "not_assessable"),
        ("2022年答复申请19件，予以公开12件，占70%。", "not_assessable"),
        ("全县收到申请560件，我镇20件，占3.6%。", "not_assessable"),
        ("答复申请19件，予以公开12件，部分公开7件，分别占63.2%和38%。", "not_assessable"),
        ("答复申请19件，予以公开12件，占申请总数的60%。", "pass"),
        ("答复申请19件，予以公开12件，占答复总数的75%。", "fail"),
    ],
)
def test_percentages_in_prose(sentence: str, outcome: str) -> None:
    assert _outcome(sentence) == outcome


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("公开信息80条，其中动态54条，占比65.7%，财政19条，占比23.8%，其他7条，占8.8%。", "54 80"),
        ("公开信息80条。其中，动态54条，占67.5%；财政19条，占32.8%；其他7条，占8.8%。", "19 80"),
        ("发布信息200条，其中网站120条（占62%），公众号80条（占40%）。", "120 200"),
        ("公开信息80条，其中动态54条，占比67.5%，财政19条，占比23.8%，其他7条，占8.7%。", ""),
        ("公开信息30条，其中甲类10条，占33.3%；乙类10条，占33.3%；丙类10条，占33.4%。", ""),
        ("公开信息80条，其中动态54条，占比67.5%（含图文27条，占50%）。", ""),
        ("公开信息80条，其中动态54条，占比60%，财政19条，占比20%。", ""),
        ("公开信息80条，其中动态54条，占比67.5%，公众号推送120条，占比45%。", ""),
        ("公开信息80条，其中动态54条，占比67.5%，阅读19条，占比约40%。", ""),
    ],
)
def test_parts_of_an_enumeration(text: str, odd: str) -> None:
    found = judged(Specimen(prose={"other": f"发出收费通知0件。{text}"})).of("NX-PCT")
    assert [f"{f.facts['part']} {f.facts['whole']}" for f in found] == [odd][: bool(odd)]


def test_shares_of_a_district_and_of_an_office_as_they_were_published() -> None:
    decided = of_persons(received=1423, brought_forward=30, processed=1453, granted=1453)
    shares = (
        "办结申请1453件，予以公开966件，占66.48%；部分公开67件，占4.61%；不予公开81件，占5.57%；"
        "无法提供182件，占12.53%；不予处理61件，占4.20%；其他处理96件，占6.61%。"
    )
    said = judged(Specimen(cells=decided, prose={"requests": shares}))
    assert said.of("NX-PCT") == []
    office = of_persons(received=859, brought_forward=18, processed=805, carried_forward=72)
    shares = (
        "答复申请805件。予以公开258件，占33.9%；不予公开35件，占4.34%；不予处理158件，占19.6%。"
    )
    [finding] = judged(Specimen(cells=office, prose={"requests": shares})).of("NX-PCT")
    assert finding.message.zh == (
        "正文写“予以公开258件，占33.9%”；258件占表中办结805件的32.05%；258件占表中应办理877件的29.42%。"
    )


def test_without_requests_or_with_a_cell_unread_nothing_is_compared() -> None:
    sentence = "答复申请19件，予以公开12件，占70%。"
    nothing = judged(Specimen(prose={"requests": sentence}))
    assert nothing.of("NX-PCT") == []
    unread = judged(
        Specimen(cells=_CELLS | {"requests.processed.total": ""}, prose={"requests": sentence})
    )
    assert unread.outcome("NX-PCT") == "not_assessable blank requests.processed.total"
