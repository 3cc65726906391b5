"""Table B, section 三: requests by applicant and outcome."""

from generator.bilingual import Text
from generator.form.applicants import APPLICANTS
from generator.form.layout import TOTAL, Block, Edition, Item, Table

_GRANTED = Item(
    "granted",
    "予以公开",
    "disclosed in full",
    "（一）",
    basis="条例第三十六条第（一）（二）项",
    aliases=("全部公开", "同意公开"),
)
_PARTLY = Item(
    "partly_granted",
    "部分公开（区分处理的，只计这一情形，不计其他情形）",
    "disclosed in part (requests dealt with in separate parts are counted here only)",
    "（二）",
    basis="条例第三十七条",
    aliases=("部分公开", "部分予以公开"),
)
_WITHHELD = Item(
    "withheld",
    "不予公开",
    "disclosure refused",
    "（三）",
    children=(
        Item(
            "withheld_state_secret",
            "属于国家秘密",
            "state secrets",
            "1.",
            basis="条例第十四条",
            aliases=("国家秘密", "涉及国家秘密"),
        ),
        Item(
            "withheld_by_law",
            "其他法律行政法规禁止公开",
            "prohibited by other laws or administrative regulations",
            "2.",
            basis="条例第十四条",
        ),
        Item(
            "withheld_security_stability",
            "危及“三安全一稳定”",
            "endangers national, public or economic security or social stability",
            "3.",
            basis="条例第十四条",
        ),
        Item(
            "withheld_third_party",
            "保护第三方合法权益",
            "protects third parties' lawful rights and interests",
            "4.",
            basis="条例第十五条、第三十二条",
            aliases=("损害第三方合法权益",),
        ),
        Item(
            "withheld_internal_affairs",
            "属于三类内部事务信息",
            "internal-affairs information (three kinds)",
            "5.",
            basis="条例第十六条第一款",
            aliases=("内部事务信息",),
        ),
        Item(
            "withheld_process_information",
            "属于四类过程性信息",
            "deliberative (process) information (four kinds)",
            "6.",
            basis="条例第十六条第二款",
            aliases=("过程性信息",),
        ),
        Item(
            "withheld_enforcement_file",
            "属于行政执法案卷",
            "administrative enforcement case files",
            "7.",
            basis="条例第十六条第二款",
        ),
        Item(
            "withheld_register_query",
            "属于行政查询事项",
            "administrative look-up matters (registers)",
            "8.",
            basis="条例第三十六条第（七）项",
        ),
    ),
)
_UNAVAILABLE = Item(
    "unavailable",
    "无法提供",
    "unable to provide",
    "（四）",
    children=(
        Item(
            "unavailable_not_held",
            "本机关不掌握相关政府信息",
            "not held by this organ",
            "1.",
            basis="条例第三十六条第（四）（五）项",
            aliases=("不掌握相关政府信息",),
        ),
        Item(
            "unavailable_needs_creation",
            "没有现成信息需要另行制作",
            "would have to be created",
            "2.",
            basis="条例第三十八条",
            aliases=("需要另行制作",),
        ),
        Item(
            "unavailable_unclear",
            "补正后申请内容仍不明确",
            "still unclear after correction",
            "3.",
            basis="条例第三十条",
            aliases=("补正后仍不明确",),
        ),
    ),
)
_NOT_HANDLED = Item(
    "not_handled",
    "不予处理",
    "not handled",
    "（五）",
    children=(
        Item(
            "not_handled_petition",
            "信访举报投诉类申请",
            "petition, complaint or report",
            "1.",
            basis="条例第三十九条第一款",
            aliases=("信访投诉举报类申请",),
        ),
        Item(
            "not_handled_duplicate",
            "重复申请",
            "duplicate request",
            "2.",
            basis="条例第三十六条第（六）项",
        ),
        Item(
            "not_handled_publication",
            "要求提供公开出版物",
            "asks for publications",
            "3.",
            basis="条例第三十九条第二款",
            aliases=("公开出版物",),
        ),
        Item(
            "not_handled_mass_requests",
            "无正当理由大量反复申请",
            "unjustified mass or repeated requests",
            "4.",
            basis="条例第三十五条",
            aliases=("大量反复申请",),
        ),
        Item(
            "not_handled_confirmation",
            "要求行政机关确认或重新出具已获取信息",
            "asks to confirm or re-issue information already obtained",
            "5.",
        ),
    ),
)
_CLOSED_ZH, _CLOSED_EN = "其他处理", "otherwise closed"
_CLOSED_2021 = Item(
    "closed",
    _CLOSED_ZH,
    _CLOSED_EN,
    "（六）",
    children=(
        Item(
            "closed_not_corrected",
            "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "no correction in time",
            "1.",
            basis="条例第三十条",
            aliases=("逾期不补正",),
        ),
        Item(
            "closed_fee_unpaid",
            "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "fee not paid in time",
            "2.",
            basis="条例第四十二条；国办函〔2020〕109号",
            aliases=("逾期未缴费",),
        ),
        Item("closed_other", "其他", "other", "3."),
    ),
)
_CLOSED_2019 = Item("closed_otherwise", _CLOSED_ZH, _CLOSED_EN, "（六）")


def _requests(edition: Edition, closed: Item) -> Table:
    outcomes = Item(
        "outcomes",
        "本年度办理结果",
        "outcome of requests decided this year",
        "三、",
        children=(
            _GRANTED,
            _PARTLY,
            _WITHHELD,
            _UNAVAILABLE,
            _NOT_HANDLED,
            closed,
            Item(
                "processed",
                "总计",
                "total decided",
                "（七）",
                total=True,
                aliases=TOTAL.aliases,
            ),
        ),
    )
    rows = (
        Item(
            "received",
            "本年新收政府信息公开申请数量",
            "new requests received this year",
            "一、",
            basis="条例第二十七条至第三十一条",
            aliases=(
                "本年新收申请",
                "本年新收件数",
            ),
        ),
        Item(
            "brought_forward",
            "上年结转政府信息公开申请数量",
            "requests carried over from the previous year",
            "二、",
            aliases=("上年结转申请", "上年结转件数"),
        ),
        outcomes,
        Item("carried_forward", "结转下年度继续办理", "carried forward to next year", "四、"),
    )
    return Table(
        "requests",
        edition,
        Text("收到和处理政府信息公开申请情况", "Requests received and handled"),
        (Block(rows=rows, columns=APPLICANTS),),
        balance=(("received", "brought_forward"), ("processed", "carried_forward")),
        note=Text(
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
            "(reconciliation rule for each column: item 1 plus item 2 equals item 3 plus item 4)",
        ),
    )


REQUESTS_2021 = _requests(2021, _CLOSED_2021)
REQUESTS_2019 = _requests(2019, _CLOSED_2019)


def outcome_groups() -> tuple[Item, ...]:
    """The six groups of outcomes of the 2021 edition, from granted to otherwise closed."""
    outcomes = next(row for row in REQUESTS_2021.blocks[0].rows if row.key == "outcomes")
    return tuple(item for item in outcomes.children if not item.total)
