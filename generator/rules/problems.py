"""Part five of a report: what is amiss, and what is done about it."""

import re
from collections.abc import Iterator

from generator.bilingual import Text
from generator.model import Report, Severity
from generator.regex import regex
from generator.rules import sources
from generator.rules.reading import FIRST_YEAR_OF_THE_FORM, no_hidden_prose, plain, since, told_in
from generator.rules.registry import Hit, rule
from generator.rules.wording import listed
from generator.simplified import HAN
from generator.specimen import Specimen

_PROBLEMS = "problems"
_DONE = (
    r"(?:改进|改善|加强|强化|提升|提高|完善|健全|拓宽|拓展|加大|推进|优化|规范|深化|增强|丰富|细化|创新"
    r"|扩大|加快|落实|整改|严格|充实|更新|解决|改变)"
)
# `仍需加强`, `能力需进一步提升`, `落实不到位`, `不完善`: words of improvement that tell of a lack.
_LACKED = regex(
    r"(?:有待|[亟尚仍还]待|[亟尚仍还也都均]需要?|[亟尚仍还]须|[仍还]要"
    rf"|(?<={HAN}{{2}})(?<![一二三四五六七八九]是)(?<!我们)需要?)"
    r"(?:于|在|得到|进一步|继续|不断|切实|着力|持续|大力|再|更加?|加以|予以|有所|全面|的)*"
    rf"{_DONE}(?:[和与、]{_DONE})*"
    rf"|(?:未能?|没有|没能|不能|难以|缺乏|缺少)[^,。;\n]{{0,6}}{_DONE}"
    rf"|{_DONE}[^,。;\n]{{0,6}}(?:不[够足强高深严实全多]|不到位|不及时|欠缺|滞后)|不够?{_DONE}"
)
_LACK = regex(
    r"问题|不足|短板|弱项|薄弱|差距|欠缺|缺乏|缺少|困难|滞后|单一|松懈|偏[少低慢弱差]|较[少低慢弱差]"
    r"|不够|不[强高深全多广细严实大佳准熟清]|不[及按]时|不到位|不[完健]|不规范|不丰富|不平衡|不均|未能|没有"
    r"|忽视|重视程度|难以|有限|参差|待|尚|仍|还需|还不|还有|还存在"
)
_IMPROVED = regex(
    rf"{_DONE}|措施|举措|下一?步|下一?阶段|今后|接下来|未来|明年|将|努力|力争|争取|计划|打算|对策|采取|继续|拟|思路|针对|对此|坚持|抓好|做好|安排"
)
_ELSEWHERE = regex(r"改进|整改|下一?步|今后")
# Who reports that there are no problems has nothing to improve.
_NONE = regex(r"(?:无|没有|不存在|未发现)(?:任何|明显|突出|重大|主要)*的?问题(?!导向|意识)")
_ALONE = regex(r"^\W*(?:本年度?|20\d\d年度?|目前|暂|均)*(?:无|没有)\W*$", re.MULTILINE)
# A line that says more than a sub-heading does.
_TOLD = regex(r"[,;:]\w|^.{20,}$", re.MULTILINE)
_NAMES = {
    "problems": Text("存在的主要问题", "the main problems"),
    "improvements": Text("改进情况", "improvements"),
}


@rule(
    "STR-S5-BOTH",
    Severity.WARNING,
    title=Text("第五部分写明问题和改进情况", "Part five gives both problems and improvements"),
    meaning=Text(
        "第五部分既要写政府信息公开工作存在的主要问题，也要写改进情况。",
        "Part five gives the main problems of the work on open government information and how "
        "they are dealt with.",
    ),
    basis=Text(
        "《政府信息公开条例》第五十条第四项：“政府信息公开工作存在的主要问题及改进情况”。",
        "Regulations on Open Government Information, Art. 50(4): the main problems of the work on "
        "open government information and improvements.",
    ),
    sources=sources.REGULATIONS + sources.BOTH,
    message=Text("第五部分没有写到：{lacks}。", "Part five does not speak of: {lacks}."),
    exceptions=Text(
        "写明没有问题的不提示，改进情况写在第六部分的也算；“有待加强”一类说法算问题，不算改进。",
        "A part that says there are no problems is not marked, and improvements may stand in part "
        "six. Words such as “remains to be strengthened” tell of a problem, not of improvement.",
    ),
    passes=Specimen(),
    breaks=Specimen(prose={_PROBLEMS: "存在的主要问题是公开形式不够丰富，公开的时效有待提高。"}),
)
def problems_or_improvements_missing(report: Report) -> Iterator[Hit]:
    """The prose of part five has a word of what is lacking and one of what is done about it."""
    since(FIRST_YEAR_OF_THE_FORM, report)
    text = told_in(report, _PROBLEMS)
    if _says_there_are_none(text):
        return
    improved = _IMPROVED.search(_LACKED.sub("", text))
    spoken = {
        "problems": _LACK.search(text),
        "improvements": improved or _ELSEWHERE.search(plain(report.prose("other"))),
    }
    missing = [key for key, found in spoken.items() if not found]
    if missing:
        no_hidden_prose(report)
        yield Hit(
            {"lacking": " ".join(missing)},
            {"lacks": listed(_NAMES[key] for key in missing)},
            line=report.section(_PROBLEMS).line,
        )


def _says_there_are_none(text: str) -> bool:
    """In words, or by a line that is no more than `无` where no other line says anything."""
    return bool(_NONE.search(text) or (_ALONE.search(text) and not _TOLD.search(text)))
