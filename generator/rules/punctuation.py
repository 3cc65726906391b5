"""Sentences that break off, and marks of another script."""

import re
from collections.abc import Iterator

from generator.bilingual import Text
from generator.model import NotAssessable, Report, Severity
from generator.regex import regex
from generator.rules import sources
from generator.rules.markers import gaps
from generator.rules.passages import Passage, passages
from generator.rules.reading import no_hidden_prose
from generator.rules.registry import Hit, rule
from generator.rules.wording import placed, some
from generator.simplified import HAN
from generator.specimen import Specimen

_BASIS = Text(
    "粤办函〔2010〕249号指出年度报告在公布前没有做好核实、校对工作的问题；"
    "标点和语句没有条文规定，因此仅作提醒。",
    "A notice of Guangdong (〔2010〕 No. 249) names reports not verified and proof-read before "
    "publication; no provision is on punctuation or syntax, so this is a notice only.",
)
_AROUND = 8  # characters shown on either side of a place

# `，的`, which nothing can begin with; 的确 and 的士 are words of their own.
_HEADLESS = regex(r"[，,。；;：、]\s?的(?![确士话])")
_MARK_BEFORE = regex(r"[，,。；;：、]\s?[，,。；;、的]")  # as in both of the following
# Two marks of which one is too many; `。。。` may stand for an ellipsis, `：，` for a lost address.
# The marks come before what has to stand before them: to look for marks is quick.
_CLASHING = regex(
    rf"[，,、；;。](?=[，,、；;。])(?<=(?:{HAN}|[\d”》）)]).)"
    r"(?:(?<=[，,])[。；;，,]|(?<=、)[。；;，,、]|(?<=[；;])[，,。、；;]|(?<=。)[，,；;、。])"
    r"(?![，,。；;、.])"
)


@rule(
    "TX-BROKEN",
    Severity.NOTICE,
    title=Text("语句和列举完整", "Sentences and lists are whole"),
    meaning=Text(
        "列举缺了“一是”、分句以“的”开头、两个标点相连，可能是修改时丢了文字，读者看不到完整的意思。",
        "A list without its first marker, a clause that begins with the particle 的 or two marks "
        "in a row may mean that words were lost in editing, and with them the sense.",
    ),
    basis=_BASIS,
    sources=sources.PROOF_READING,
    message=Text("{issues}。", "{issues}."),
    exceptions=Text(
        "文字也可能在转换文件时丢失，发布的网页上可能是完整的。",
        "Words may also have been lost when the file was converted; the published page may be "
        "whole.",
    ),
    passes=Specimen(
        added={"problems": "存在的主要问题：一是形式不够丰富；二是更新不够及时。下一步将改进。"}
    ),
    breaks=Specimen(
        added={"problems": "存在的主要问题：形式不够丰富；二是更新不够及时。下一步将改进。"}
    ),
)
def broken_sentences(report: Report) -> Iterator[Hit]:
    """Lists count from one on, no clause begins with 的, no two marks clash."""
    known = passages(report)
    missing = tuple(gaps(known))
    if missing:
        no_hidden_prose(report)
    doubtful = tuple(passage for passage in known if _MARK_BEFORE.search(passage.printed))
    headless, clashing = _hits(doubtful, _HEADLESS), _hits(doubtful, _CLASHING)
    lines = [gap.line for gap in missing] + [p.line for p, _ in (*headless, *clashing)]
    if lines:
        yield Hit(
            {"lists": len(missing), "clauses": len(headless), "marks": len(clashing)},
            {
                "issues": some(
                    [gap.said for gap in missing]
                    + [_told("分句以“的”开头", "a clause begins with 的", *hit) for hit in headless]
                    + [_told("两个标点相连", "two marks in a row", *hit) for hit in clashing]
                )
            },
            line=min(lines),
        )


_Hit = tuple[Passage, re.Match[str]]


def _hits(known: tuple[Passage, ...], pattern: re.Pattern[str]) -> list[_Hit]:
    return [(passage, found) for passage in known for found in pattern.finditer(passage.printed)]


def _around(passage: Passage, found: re.Match[str]) -> Text:
    start = max(0, found.start() - _AROUND)
    return placed(passage.printed[start : found.end() + _AROUND].strip(), passage.line)


def _told(zh: str, en: str, passage: Passage, found: re.Match[str]) -> Text:
    place = _around(passage, found)
    return Text(f"{zh}：{place.zh}", f"{en}: {place.en}")


# Between Chinese characters or closing and opening marks; a full stop also at the end of a line.
# Parentheses are left alone, and so is what stands next to a figure or a Latin letter.
_HALF_WIDTH = regex(
    rf"[,;:.](?<=(?:{HAN}|[”》）)]).)"
    rf"(?:(?<!\.)(?=\s?(?:{HAN}|[“《（(]))|(?<=\.)(?=\s*$|{HAN}|[“《]))"
)
_NUMBERED = regex(r"(?:^|[。；;，,\s（(第])[一二三四五六七八九十]{1,3}[）)]?$")
_FULL_WIDTH = {",": "，", ";": "；", ":": "：", ".": "。"}


@rule(
    "TX-PUNCT",
    Severity.NOTICE,
    title=Text("中文语句用中文标点", "Chinese sentences have Chinese punctuation"),
    meaning=Text(
        "中文语句里夹有半角的逗号、句点、分号或冒号，是录入或拼接文字时留下的；括号不在此列。",
        "Half-width commas, full stops, semicolons or colons among Chinese characters are left by "
        "typing or joining texts; parentheses are not counted.",
    ),
    basis=_BASIS,
    sources=sources.PROOF_READING,
    message=Text("半角标点{count}处：{places}。", "Half-width marks, {count} in all: {places}."),
    exceptions=Text(
        "一种标点半角多于全角时，多半是收集或转换文件时统一改成半角的，不作判断。",
        "A mark that mostly is half-width was most likely converted when the file was collected, "
        "and is not judged.",
    ),
    passes=Specimen(
        added={"problems": "存在的主要问题是公开形式(含新媒体)不够丰富，下一步将改进。"}
    ),
    breaks=Specimen(added={"problems": "存在的主要问题是更新不够及时,下一步将改进。"}),
)
def half_width_punctuation(report: Report) -> Iterator[Hit]:
    """No half-width mark stands between Chinese characters of a sentence."""
    known = tuple(passage for passage in passages(report) if "。" in passage.plain)
    found = [
        hit
        for hit in _hits(known, _HALF_WIDTH)
        if not _NUMBERED.search(hit[0].printed[max(0, hit[1].start() - 6) : hit[1].start()])
    ]
    rare = {mark for mark in _FULL_WIDTH if _is_an_exception(mark, known, found)}
    mixed = [hit for hit in found if hit[1][0] in rare]
    if found and not mixed:
        raise NotAssessable("converted")
    if mixed:
        yield Hit(
            {"count": len(mixed), "lines": " ".join(str(p.line) for p, _ in mixed)},
            {"places": some(_around(*hit) for hit in mixed)},
            line=mixed[0][0].line,
        )


def _is_an_exception(mark: str, known: tuple[Passage, ...], found: list[_Hit]) -> bool:
    """Whether the text mostly prints a mark at its full width."""
    full_width = sum(passage.printed.count(_FULL_WIDTH[mark]) for passage in known)
    return full_width > sum(hit[0] == mark for _, hit in found)
