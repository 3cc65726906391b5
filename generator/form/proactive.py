"""Table A, section 二: rules and documents, licences, penalties, charges."""

from generator.bilingual import Text
from generator.form.layout import Block, Item, Table

CONTENT_HEADING = Text("信息内容", "Content")

_DECISIONS = (
    Item(
        "decisions",
        "本年处理决定数量",
        "decisions made this year",
        aliases=("本年处理数量", "本年处理决定件数"),
    ),
)
_ITEMS_2019 = (
    Item("items_last_year", "上一年项目数量", "items last year"),
    Item("items_change", "本年增/减", "change this year", unit="change"),
)
_HANDLED_2019 = (*_ITEMS_2019, Item("decisions", "处理决定数量", "decisions made"))

_ARTICLE_1 = Text("第二十条第（一）项", "Article 20, item (1)")
_ARTICLE_5 = Text("第二十条第（五）项", "Article 20, item (5)")
_ARTICLE_6 = Text("第二十条第（六）项", "Article 20, item (6)")
_ARTICLE_8 = Text("第二十条第（八）项", "Article 20, item (8)")
_ARTICLE_9 = Text("第二十条第（九）项", "Article 20, item (9)")

_RULES = Item(
    "government_rules",
    "规章",
    "government rules",
    basis="条例第二十条第（一）项",
    aliases=("政府规章", "行政规章"),
)
_LICENCES = Item("licences", "行政许可", "administrative licences", basis="条例第二十条第（五）项")
_PENALTIES = Item(
    "penalties", "行政处罚", "administrative penalties", basis="条例第二十条第（六）项"
)
_COERCIVE = Item(
    "coercive_measures",
    "行政强制",
    "administrative coercive measures",
    basis="条例第二十条第（六）项",
)
_CHARGES = Item(
    "charges", "行政事业性收费", "administrative charges", basis="条例第二十条第（八）项"
)

_TITLE = Text("主动公开政府信息情况", "Proactive disclosure")
PROACTIVE_2021 = Table(
    "proactive",
    2021,
    _TITLE,
    (
        Block(
            heading=_ARTICLE_1,
            rows=(
                _RULES,
                Item(
                    "normative_documents",
                    "行政规范性文件",
                    "administrative normative documents",
                    basis="条例第二十条第（一）项",
                    aliases=("规范性文件",),
                ),
            ),
            columns=(
                Item("issued", "本年制发件数", "issued this year"),
                Item("repealed", "本年废止件数", "repealed this year"),
                Item("in_force", "现行有效件数", "currently in force", aliases=("现行有效件",)),
            ),
        ),
        Block(heading=_ARTICLE_5, rows=(_LICENCES,), columns=_DECISIONS),
        Block(heading=_ARTICLE_6, rows=(_PENALTIES, _COERCIVE), columns=_DECISIONS),
        Block(
            heading=_ARTICLE_8,
            rows=(_CHARGES,),
            columns=(
                Item(
                    "amount",
                    "本年收费金额",
                    "amount charged this year (CNY 10,000)",
                    unit="wan_yuan",
                    unit_label="（单位：万元）",
                    aliases=("本年度收费金额", "本年收费总金额"),
                ),
            ),
        ),
    ),
)
PROACTIVE_2019 = Table(
    "proactive",
    2019,
    _TITLE,
    (
        Block(
            heading=_ARTICLE_1,
            rows=(
                _RULES,
                Item(
                    "normative_documents",
                    "规范性文件",
                    "normative documents",
                    basis="条例第二十条第（一）项",
                    aliases=("行政规范性文件",),
                ),
            ),
            columns=(
                Item("made", "本年新制作数量", "newly made this year"),
                Item("published", "本年新公开数量", "newly published this year"),
                Item("published_total", "对外公开总数量", "total published"),
            ),
        ),
        Block(
            heading=_ARTICLE_5,
            rows=(
                _LICENCES,
                Item(
                    "other_services",
                    "其他对外管理服务事项",
                    "other external administration and service items",
                    basis="条例第二十条第（五）项",
                ),
            ),
            columns=_HANDLED_2019,
        ),
        Block(heading=_ARTICLE_6, rows=(_PENALTIES, _COERCIVE), columns=_HANDLED_2019),
        Block(heading=_ARTICLE_8, rows=(_CHARGES,), columns=_ITEMS_2019),
        Block(
            heading=_ARTICLE_9,
            rows=(
                Item(
                    "procurement",
                    "政府集中采购",
                    "centralised government procurement",
                    basis="条例第二十条第（九）项",
                ),
            ),
            columns=(
                Item("projects", "采购项目数量", "procurement projects"),
                Item("amount", "采购总金额", "total procurement amount (CNY)", unit="yuan"),
            ),
        ),
    ),
)
