"""Table C, section 四: reconsiderations and suits."""

from generator.bilingual import Text
from generator.form.layout import TOTAL, Block, Edition, Item, Table

_RESULTS = (
    Item("upheld", "结果维持", "upheld"),
    Item("corrected", "结果纠正", "corrected"),
    Item("other", "其他结果", "other result"),
    Item("pending", "尚未审结", "pending"),
    TOTAL,
)
_SUITS = Item(
    "suits",
    "行政诉讼",
    "administrative litigation",
    children=(
        Item("suit_direct", "未经复议直接起诉", "filed directly in court"),
        Item("suit_after_reconsideration", "复议后起诉", "filed after reconsideration"),
    ),
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
                    Item("reconsideration", "行政复议", "administrative reconsideration"),
                    _SUITS,
                ),
                columns=_RESULTS,
            ),
        ),
        side_by_side=True,
    )
