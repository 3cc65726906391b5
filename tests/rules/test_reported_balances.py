"""How reports tell the balance of requests, in the wordings of many places, and tables that fit."""

import pytest

from generator.specimen import Specimen, of_persons
from tests.rules.judged import judged

_CASES = [
    (
        (
            "共受理政府信息公开申请58件，申请数量较2022年下降19.44%，答复信息公开申请72件（含上年度结转"
            "17件，另有3件申请顺延至下年度答复），均在法定期限内予以答复。"
        ),
        {"received": 58, "brought_forward": 17, "granted": 72, "carried_forward": 3},
    ),
    (
        (
            "2023年度共受理信息公开申请115件，答复政府信息公开申请112件（含上年度结转申请5件，另有3件申请"
            "按照《条例》规定顺延到下年度答复）。"
        ),
        {"received": 110, "brought_forward": 5, "granted": 112, "carried_forward": 3},
    ),
    (
        (
            "全年共受理依申请公开45件。其中，已主动公开和同意公开的31件，不属于本机关公开的7件，不予公开2件，"
            "其他处理3件，结转下年办理2件。包括2022年结转2023年申请4件，其中，已主动公开和同意公开4件。"
        ),
        {
            "received": 41,
            "brought_forward": 4,
            "granted": 31,
            "withheld_third_party": 2,
            "unavailable_not_held": 7,
            "closed_other": 3,
            "carried_forward": 2,
        },
    ),
    (
        (
            "收到并办理依申请公开47件，其中，予以公开8件，因申请信息不存在等原因无法提供32件，结转下年度"
            "继续办理9件。"
        ),
        {
            "received": 47,
            "brought_forward": 2,
            "granted": 8,
            "unavailable_not_held": 32,
            "carried_forward": 9,
        },
    ),
    (
        (
            "收到政府信息公开申请19件，上年结转1件，其中自然人提交申请20件，通过互联网渠道提交15件，通过邮寄"
            "信件方式提交2件，通过当面申请方式3件。截止2023年12月31日，所有申请已办结完成15件，另外5件结转"
            "下年度继续办理。"
        ),
        {"received": 19, "brought_forward": 1, "granted": 15, "carried_forward": 5},
    ),
    (
        "共受理政府信息公开申请91件（另有2件结转下年度办理），均按时答复。",
        {"received": 91, "granted": 89, "carried_forward": 2},
    ),
    (
        "共受理政府信息公开申请158件，均已按照法规要求做好答复，其中，2023年办结121件，转2024年办理37件。",
        {"received": 158, "granted": 121, "carried_forward": 37},
    ),
]


@pytest.mark.parametrize(("told", "rows"), _CASES)
def test_a_balance_told_in_many_ways_agrees_with_its_table(told: str, rows: dict[str, int]) -> None:
    opening, carried = rows.get("brought_forward", 0), rows["carried_forward"]
    numbers = rows | {"processed": rows["received"] + opening - carried}
    clean = "加强主动公开、依申请公开、政府信息管理、平台建设和监督保障，全年主动公开政府信息30条。"
    account = "工作考核和社会评议结果为良好，没有需要追究责任的情形。"
    specimen = Specimen(
        prose={"overview": f"{clean}\n{told}\n{account}"},
        cells=of_persons(**numbers),
    )
    assert [(one.rule, one.message.zh) for one in judged(specimen).findings] == []
