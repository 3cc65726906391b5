"""What part one of a report speaks of: in headings of its own or anywhere in its sentences.

The wordings are wide, because a topic is missing only when no word of it is there.
"""

import re
from typing import NamedTuple

from generator.bilingual import Text
from generator.regex import regex


class Topic(NamedTuple):
    """Something a report has to speak of, and the words by which it does."""

    key: str
    name: Text
    words: re.Pattern[str]


_ITEMS = r"[\d零一二三四五六七八九十百千万余多几两]+(?:条次|[条篇件份则次期宗个项])"

# The five of the uniform form, in its order.
TOPICS = (
    Topic(
        "proactive",
        Text("主动公开", "proactive disclosure"),
        regex(
            rf"主动[^。;]{{0,16}}(?:公开|公布|发布|公示)|公开[^。;申请]{{0,20}}{_ITEMS}"
            r"|(?:发布|公布|公示|推送|更新|上传)[^。;]{0,30}(?:信息|文件|公告|动态|事项)"
            r"|重点领域|解读|公开(?:的)?(?:内容|范围|目录|事项|清单)"
        ),
    ),
    Topic(
        "requests",
        Text("依申请公开", "disclosure on request"),
        regex(r"申请"),
    ),
    Topic(
        "management",
        Text("政府信息管理", "management of government information"),
        regex(
            r"(?:信息|内容|规范|日常|动态|分类|公开|文件|公文|源头|制度|加强|强化)[^。;,]{0,8}管理"
            r"|管理(?:制度|机制|办法|规定|规范|情况|方面|工作)"
            r"|审(?![计判理议])|把关|保密|脱敏|隐私|涉密|清理|归档|档案|台账|备案|登记"
            r"|规范性文件|公文属性|公开属性|目录|清单|动态调整|动态更新|流程|程序"
        ),
    ),
    Topic(
        "platform",
        Text("政府信息公开平台建设", "building the platforms of disclosure"),
        regex(
            r"平台|网站|网页|官网|政府网|政务网|门户|公众号|两微|微信|微博|新媒体|抖音|快手|视频号|客户端"
            r"|app|小程序|专栏|栏目|公[开示告]栏|宣传栏|展板|显示屏|电子屏|广播|载体|渠道|阵地|专区|公报"
            r"|(?:查阅|查询|公开)(?:点|室|场所)|线上|网络|互联网|服务大厅|服务中心|站点",
            re.IGNORECASE,
        ),
    ),
    Topic(
        "supervision",
        Text("监督保障", "supervision and safeguards"),
        regex(
            r"监督|保障|考核|考评|评议|培训|责任|追究|问责|督[查导促办]|检查|自查|领导小组|组织领导|组织机构"
            r"|专人|专职|专员|职责|机制|绩效|评估|学习|队伍|会议|部署"
        ),
    ),
)

# What a people's government has to give the results of.
ACCOUNTS = (
    Topic(
        "assessment",
        Text("工作考核", "performance assessment"),
        regex(r"考核|考评|考绩|绩效|测评|目标管理"),
    ),
    Topic(
        "appraisal",
        Text("社会评议", "public appraisal"),
        regex(r"评议|社会评价|群众评价|公众评价|评估|满意度|测评|行风"),
    ),
    Topic(
        "accountability",
        Text("责任追究", "accountability"),
        regex(r"追究|问责|追责|究责|责任倒查|处分"),
    ),
)


def lacking(topics: tuple[Topic, ...], text: str) -> list[Topic]:
    """The topics of which a text has no word."""
    return [topic for topic in topics if not topic.words.search(text)]
