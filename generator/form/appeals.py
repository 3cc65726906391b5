"""Table C, section 四: reconsiderations and suits."""

from generator.bilingual import Text
from generator.form.layout import TOTAL, Block, Edition, Item, Table

_RESULTS = (
    Item("upheld", "结果维持", "upheld", aliases=("维持结果",)),
    Item("corrected", "结果纠正", "corrected", aliases=("纠正结果",)),
    Item("other", "其他结果", "other result", aliases=("其他情况",)),
    Item("pending", "尚未审结", "pending", aliases=("尚未结案", "正在审理")),
    TOTAL,
)
_SUITS = Item(
    "suits",
    "行政诉讼",
    "administrative litigation",
    children=(
        Item(
            "suit_direct",
            "未经复议直接起诉",
            "filed directly in court",
            aliases=("未经复议直接诉讼", "未经行政复议直接起诉"),
        ),
        Item(
            "suit_after_reconsideration",
            "复议后起诉",
            "filed after reconsideration",
            aliases=("复议后诉讼", "经复议后起诉", "行政复议后起诉"),
        ),
    ),
    aliases=("行政诉讼情况", "行政诉讼案件"),
)


def appeals(edition: Edition) -> Table:
    return Table(
        "appeals",
        edition,
        Text(
            "政府信息公开行政复议、行政诉讼情况",
            "Administrative reconsideration and administrative litigation",
        ),
        (
            Block(
                rows=(
                    Item(
                        "reconsideration",
                        "行政复议",
                        "administrative reconsideration",
                        aliases=("行政复议情况", "行政复议案件"),
                    ),
                    _SUITS,
                ),
                columns=_RESULTS,
            ),
        ),
        side_by_side=True,
    )
