"""Where the law, the form and the practice that rules rest on can be read."""

from urllib.parse import quote

from generator.bilingual import Text


def _law(commit: str, path: str) -> tuple[str, ...]:
    """The text of a law in the collection that the articles were read in, as it was then."""
    return (f"https://github.com/LawRefBook/Laws/blob/{commit}/{quote(path)}",)


FORM = (
    "http://zrzy.smx.gov.cn/16903/616589856/1288675.html",
    "https://275167.com/OpennessContent/download/2277958.html",
)
OLD_FORM = (
    "https://www.huangpi.gov.cn/jxzl/slqj_jxzl/zfxxgkndbg_slqj/202101/t20210127_1618961.html",
)
TRIAL_FORM = (
    (
        "https://fujian.gov.cn:82/gate/big5/www.fujian.gov.cn/zwgk/zfxxgk/zfxxgkzd/gjzdwj/"
        "201912/t20191205_5145687.htm"
    ),
)
REGULATIONS = _law(
    "6ef77b0a407dfcb4285dc149af0a159b09e28aa7", "行政法规/政府信息公开条例(2019-04-03).md"
)
LEGISLATION = _law(
    "87f5a42aaccf80b2ecbe53531594aed7b0d68e16", "宪法相关法/立法法(2023-03-13).md"
) + _law(
    "8fbca0249801d5577f099fd0efb46a3dc23c35e9",
    "宪法相关法/地方各级人民代表大会和地方各级人民政府组织法(2022-03-11).md",
)
RECONSIDERATION = _law(
    "318d624517cf7e0ed06355db8a79530ec0b52aa7",
    "诉讼与非诉讼程序法/行政复议法(2023-09-01).md",
)
PENALTIES = _law("d7dff8469fd023ff2455d74c99ff1cb93189bdbb", "行政法/行政处罚法.md")
FIVE_TOPICS = (
    (
        "http://www.lixia.gov.cn/gongkai/site_lixiaqulxqdmhjdbscaf/"
        "channel_63899ae537599182826222fc/doc_641d4d4d749a4723fdc77fb7.html"
    ),
)
BOTH = ("https://www.guzhen.gov.cn/zfxxgk/public/29641/51305266.html",)
FEES = (
    "http://sdzhian.com/art/2021/2/26/art_48387_3211285.html",
    "http://www.xinhui.gov.cn/zwgk/zdlyxxgk/hjbhxxgk/tzgg/content/post_2365222.html",  # tariff
)
PERIODS = ("http://comment.hebnews.cn/2011-03/31/content_1817814.htm",)
WUWEI = ("https://www.gswuwei.gov.cn/art/2025/12/19/art_76_1558865.html",)
FOREIGN_PLACES = (
    "http://jujiao.meiriwang.cn/jujiao/2023/0703/40820.html",
    "http://www.jh9h.cn/22271.html",
)
EVALUATION = ("https://qianqiantushu.com/ebook/read2666924.html",)
SELF_CORRECTION = ("https://www.hfyaohai.gov.cn/public/18721/111284957.html",)
SCORE_SHEET = ("http://www.qzlc.gov.cn/xxgk/zfxxgk/xxgkzdgd/202012/t20201214_2479123.htm",)
COUNTY_NOTICE = (
    "http://www.chnzj.gov.cn/chnzj/c133076/202204/c7190af08a8e4fc49bf5450b10396b52.shtml",
)
US_FORM = ("https://www.formsbank.com/template/360313/dd-form-2564-annual-foia-report.html?page=3",)
PROOF_READING = ("http://fsou.com/html/text/lar/171865/17186519.html",)
ANOTHER_CHECKER = ("https://github.com/zxj6827111-blip/KIROGOVCOMPARE",)

ANNEX = Text(
    "国办公开办函〔2021〕30号附件（2019、2020年度为〔2019〕60号附件）所印的表格。",
    "The tables printed in the annex of State Council General Office notice 〔2021〕 No. 30 "
    "(for 2019 and 2020, 〔2019〕 No. 60).",
)
SAME_NUMBERS = Text(
    "国办公开办函〔2021〕30号第（四）点列举了“发布内容不准确不全面”的问题；"
    "正文与表格说的是同一件事，同一个数字应当一致。",
    "State Council General Office notice 〔2021〕 No. 30, point (4), names inaccurate and "
    "incomplete content; prose and tables speak of the same things, so a number given twice is "
    "the same.",
)
