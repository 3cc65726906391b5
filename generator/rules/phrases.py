"""Phrases: campaigns that are over, and words that stand twice."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.bilingual import Text
from generator.model import Report, Severity
from generator.regex import regex
from generator.rules import sources
from generator.rules.passages import Passage, passages
from generator.rules.reading import year
from generator.rules.registry import Hit, rule
from generator.rules.repeats import repeats
from generator.rules.wording import on_lines, placed, some
from generator.specimen import Specimen


class _Campaign(NamedTuple):
    """A phrase, the last year to which we let it belong, and words beside it that look back.

    `before` ends where the phrase begins, `after` begins where it ends.
    """

    phrase: str
    english: str
    until: int
    before: str
    after: str


# Our own list, which the rule says; the sources of the rules name no end of either campaign.
_CAMPAIGNS = (
    _Campaign(
        "脱贫攻坚",
        "campaign against poverty",
        until=2021,
        before=r"(?:巩固|拓展|衔接|总结|原|后|完成|取得|夺取|曾)[^，,。；;]{0,8}$",
        after=r"战?(?:工作)?的?(?:伟大|全面|历史性|决定性)?"
        r"(?:成果|成效|胜利|成就|精神|收官|圆满|如期|完成|取得|任务(?:目标)?(?:如期|全面)?完成|总结|表彰"
        r"|普查|档案|史|展|以来|期间|时期|过渡|项目|资产|资金|专栏|栏目|后|[与同和向、]乡村振兴[^，,。；;]{0,4}衔接"
        r"|先进|荣誉|转向|有效衔接|[（(])",
    ),
    _Campaign(
        "扫黑除恶专项斗争",
        "special campaign against organised crime",
        until=2021,
        before=r"(?:常态化?|巩固|总结|后|完成|取得|原)[^，,。；;]{0,8}$",
        after=r"的?(?:全面|决定性|阶段性)?(?:成果|成效|胜利|收官|结束|完成|取得|总结|表彰|以来|期间|时期|后|转"
        r"|常态化?|工作常态化?|长效)",
    ),
)
_BESIDE = 24  # characters on either side that are looked at
_YEAR = regex(r"(?<!\d)(20[0-4]\d)(?=\s*年)")


@rule(
    "TX-STALE",
    Severity.NOTICE,
    title=Text("没有已经结束的专项工作的提法", "No phrases of campaigns that are over"),
    meaning=Text(
        "把几年前结束的专项工作写成当年的工作，可能是沿用旧文留下的。",
        "A campaign that ended years ago, told as work of the year, may come from an older text.",
    ),
    basis=Text(
        "本站自己列的清单："
        + "、".join(f"“{one.phrase}”（{one.until}年以后）" for one in _CAMPAIGNS)
        + "；没有条文规定，因此仅作提醒。",
        "A list of our own: "
        + "; ".join(f"{one.phrase} ({one.english}; after {one.until})" for one in _CAMPAIGNS)
        + ". No provision is on this, so it is a notice only.",
    ),
    message=Text(
        "文中写有“{phrase}”（{lines}）；报告年度为{year}年，本站的清单把这一提法列到{until}年为止。",
        "The text says “{phrase}” ({english}), {lines}; the report is for {year}, and our list has "
        "the phrase up to {until}.",
    ),
    exceptions=Text(
        "巩固拓展成果、与乡村振兴衔接、常态化开展等现行提法，以及回顾往年的句子不在此列；"
        "也可能只是网站栏目的名称。",
        "Present wordings (consolidating results, linking up with rural revitalisation, regular "
        "work) and looks back are left alone; the phrase may be the name of a column of a website.",
    ),
    passes=Specimen(
        added={"problems": "存在的主要问题是巩固拓展脱贫攻坚成果的信息公开较少，下一步将改进。"}
    ),
    breaks=Specimen(
        added={"problems": "存在的主要问题是脱贫攻坚、安全生产的信息公开较少，下一步将改进。"}
    ),
)
def campaigns_that_are_over(report: Report) -> Iterator[Hit]:
    """No phrase of the list stands in a report on a later year than the list gives it."""
    wanted = year(report)
    for campaign in _CAMPAIGNS:
        numbers = [
            passage.line
            for passage in passages(report)
            if campaign.phrase in passage.plain
            for _, sentence in passage.pieces("。；;")
            if _is_told_as_new(sentence, campaign)
        ]
        if numbers and wanted > campaign.until:
            yield Hit(
                {
                    "phrase": campaign.phrase,
                    "year": wanted,
                    "until": campaign.until,
                    "count": len(numbers),
                },
                {"lines": on_lines(numbers), "english": Text("", campaign.english)},
                line=numbers[0],
            )


def _is_told_as_new(sentence: str, campaign: _Campaign) -> bool:
    """Whether the phrase stands there without a word that looks back, or an earlier year."""
    if any(int(found) <= campaign.until for found in _YEAR.findall(sentence)):
        return False
    return any(
        not re.search(campaign.before, sentence[max(0, found.start() - _BESIDE) : found.start()])
        and not re.match(campaign.after, sentence[found.end() : found.end() + _BESIDE])
        for found in re.finditer(campaign.phrase, sentence)
    )


@rule(
    "TX-DUPPHRASE",
    Severity.NOTICE,
    title=Text("同一句话里没有重复的词句", "No words stand twice in one sentence"),
    meaning=Text(
        "同一句话里词句重复，可能是拼接或修改文字时留下的。",
        "Words that stand twice in one sentence may be left by joining or editing texts.",
    ),
    basis=Text(
        "粤办函〔2010〕249号指出年度报告在公布前没有做好核实、校对工作的问题；"
        "用语没有条文规定，因此仅作提醒。",
        "A notice of Guangdong (〔2010〕 No. 249) names reports not verified and proof-read before "
        "publication; no provision is on the words, so this is a notice only.",
    ),
    sources=sources.PROOF_READING,
    message=Text("词句重复：{places}。", "Words that stand twice: {places}."),
    exceptions=Text("个别重复可能是有意的强调。", "A repetition may be meant to stress something."),
    passes=Specimen(
        added={"problems": "谁主管谁负责、谁公开谁负责的要求落实不够，存在问题，下一步将改进。"}
    ),
    breaks=Specimen(
        added={"problems": "存在的主要问题是宣传不够，下一步将进一步进一步加强业务培训。"}
    ),
)
def words_that_stand_twice(report: Report) -> Iterator[Hit]:
    """No words are repeated within a sentence in one of the ways that are surely unmeant."""
    found = [
        (passage, start, end) for passage in passages(report) for start, end in repeats(passage)
    ]
    if found:
        yield Hit(
            {"count": len(found), "lines": " ".join(str(p.line) for p, _, _ in found)},
            {"places": some(_shown(*one) for one in found)},
            line=found[0][0].line,
        )


def _shown(passage: Passage, start: int, end: int) -> Text:
    return placed(passage.printed[start:end].strip(), passage.line)
