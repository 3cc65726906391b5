"""Why a sentence may name a place of elsewhere: visits, aid, trade, brands, courts, events there.

Many of these words have other uses; they count only where they stand for such a reason. The words
of an authority or its website as the report's own source are a reason for nothing, nor is the
office that answers questions.
"""

from generator.model import Mention
from generator.regex import regex

_EXCHANGE = (
    r"考察|观摩|借鉴|取经|对标|参观|调研|结对|帮扶|(?<!分工)(?<!配合)(?<!部门)协作|对口|招商|推介|签约|赴|前往|来自|务工|返乡|外出"
    r"|支援|援[建助派藏疆青](?<!法律援助)|增援|驰援|受援|区域合作|共建|联动"
    r"|(?:与|同|和|向).{0,20}(?:交流|学习|合作)|(?:学习|推广|复制|引进|吸收|参照).{0,30}模式"
)
_WITH_REASON = regex(
    rf"{_EXCHANGE}|迁|籍|疫情|隔离|核酸|洪(?<!防洪)|震|法院|检察|仲裁|诉讼|复议|经验|做法"
    r"|精神(?<![议件话知示求令函批会]精神)(?!文明)|革命|烈士|红色"
    r"|报道|转载|日报|晚报|电视台|公安|公司|集团|厂|酒|特产|品牌|基地|合并|并入|撤|更名|改名|划归|划入"
    r"|高速|公路|国道|省道|铁路|机场|景区|地址|住所|邮编|网址|网站|门户|http|www|电话"
    r"|参加.{0,30}赛|赛.{0,20}[获夺]|[获夺].{0,20}赛|举办的.{0,20}赛|锦标赛|邀请赛|联赛|马拉松"
    r"|论坛|峰会|展会|博览|毗邻|相邻|邻近|接壤|交界"
)
_MODEL_OF_THERE = regex(r"^[”’]?(?:新|公开)?模式")
_THROUGH = regex(r"(?:通过|依托|利用|借助|在)(?:[^,，。;；、]{1,8}[省市区州])?$")
_WEBSITE = regex(r"^(?:人民)?政府(?:信息公开|门户|公众|政务)*(?:网站|网)")
# `如有疑问，请与青石镇人民政府办公室联系`: whom the report names as its own office.
_ASK = regex(r"(?:请|可)(?:[直径]接|及时)?[与向和同](?:[^,，。；;、]{1,8}[省市区州县])?$")
_OFFICE = regex(r"^(?:人民)?(?:政府|办事处)[^,，。；;]{0,20}(?:联系|咨询|反映)")
_PUBLISHED = regex(r"主动公开|公开(?:政府)?信息|发布(?:政府)?信息|(?:公开|发布).{0,6}信息")
_OTHERS = regex(rf"{_EXCHANGE}|学习|参照|报道|转载|转发|链接|复议|诉讼|法院|招标|中标|采购")


def has_reason(mention: Mention) -> bool:
    """Whether the sentence of a mention shows a reason to name a place of elsewhere."""
    before = mention.sentence[: mention.start]
    after = mention.sentence[mention.start + len(mention.name) :]
    around = f"{before} {after}"
    if _ASK.search(before) and _OFFICE.search(after):
        return False
    if _is_own_source(before, after) and not _OTHERS.search(around):
        return False
    return bool(_WITH_REASON.search(around) or _MODEL_OF_THERE.search(after))


def _is_own_source(before: str, after: str) -> bool:
    """Whether it is through the website of a government there that information was published."""
    published = _PUBLISHED.search(after)
    return bool(_THROUGH.search(before) and _WEBSITE.search(after) and published)
