"""Title, leftovers of a conversion, signature and date."""

import re
from collections.abc import Iterator

from generator import form
from generator.bilingual import Text
from generator.model import TOWNSHIP_KINDS, NotAssessable, Paragraph, Report, Severity
from generator.regex import regex
from generator.rules.reading import headings, no_hidden_prose
from generator.rules.registry import Hit, rule
from generator.rules.wording import listed, quoted, some
from generator.simplified import folded, simplified
from generator.specimen import Specimen

_OUR_PRACTICE = Text(
    "各地年度报告的通行写法，没有条文明确规定，因此仅作提醒。",
    "Common practice of annual reports; no provision requires it, so this is a notice only.",
)
_ANCESTOR = regex(r"[省市县区旗州盟].*[乡镇木道]")
# `工作2023年度报告` holds the words of the form as well as a year.
_YEAR = regex(r"(?:20\d\d|二[〇○零Oo0][〇○零一二三四五六七八九]{2})(?:年(?!度报告))?")
_TITLE_ISSUES = {
    "words": Text(
        f"没有“{form.TITLE_WORDS}”的字样",
        f"it lacks “{form.TITLE_WORDS}” (annual report on open government information)",
    ),
    "year": Text("没有年份", "no year"),
    "body": Text("没有单位名称", "no body named"),
    "region": Text("没有写明所属的省、市、县（区）", "no province, city or county named"),
}


@rule(
    "STR-TITLE",
    Severity.NOTICE,
    title=Text(
        "标题写明地区、单位、年份和报告名称", "The title names region, body, year and report"
    ),
    meaning=Text(
        "完整的标题让人知道是哪个地方、哪个单位、哪一年的报告；同名的乡镇很多，只有镇名时无法确定是哪一个。",
        "A full title tells whose report it is and of which year; many townships share a name, so "
        "the name alone does not tell which one.",
    ),
    basis=_OUR_PRACTICE,
    message=Text("标题{title}：{lacks}。", "Title {title}: {lacks}."),
    exceptions=Text(
        "地区可能写在网页的其他位置。", "The region may be given elsewhere on the web page."
    ),
    passes=Specimen(),
    breaks=Specimen(title="青石镇2023年政府信息公开年报"),
)
def title_incomplete(report: Report) -> Iterator[Hit]:
    """The title holds region, body, year and the words of the form."""
    if not report.title:
        raise NotAssessable("no_title")
    body = report.body
    named = bool(body.printed) and body.printed in report.title  # else it is from elsewhere
    title, place = _plainly(report.title), _plainly(body.printed)
    lacking = {
        "words": form.TITLE_WORDS not in _YEAR.sub("", title),
        "year": not _YEAR.search(title),
        "body": not named,
        "region": named and body.kind in TOWNSHIP_KINDS and not _ANCESTOR.search(place),
    }
    issues = [issue for issue, lacks in lacking.items() if lacks]
    if issues:
        no_hidden_prose(report)
        yield Hit(
            {"issues": " ".join(issues)},
            {
                "title": quoted(report.title),
                "lacks": listed(_TITLE_ISSUES[issue] for issue in issues),
            },
            line=report.title_line,
        )


def _plainly(text: str) -> str:
    """A text in simplified characters and narrow digits."""
    return simplified(folded(text))


@rule(
    "STR-ARTEFACT",
    Severity.NOTICE,
    title=Text("没有转换文件留下的痕迹", "No leftovers of a file conversion"),
    meaning=Text(
        "书签标记、软连字符等不属于报告内容，是转换文件时留下的。",
        "Bookmark marks, soft hyphens and the like are left by a conversion, not by the author.",
    ),
    basis=_OUR_PRACTICE,
    message=Text(
        "文中有{count}处转换文件留下的痕迹：{marks}。",
        "Left in the text by a file conversion, {count} in all: {marks}.",
    ),
    exceptions=Text(
        "痕迹可能在收集报告时产生，不一定在发布的网页上。",
        "The mark may come from collecting the report and not be on the published page.",
    ),
    passes=Specimen(),
    breaks=Specimen(added={"problems": "[bookmark: _GoBack]下一步将加强业务培训。"}),
)
def conversion_left_marks(report: Report) -> Iterator[Hit]:
    """The text holds no residue of a conversion."""
    marks = report.artefacts
    if marks:
        yield Hit(
            {"count": len(marks)},
            {"marks": some(quoted(mark.text) for mark in marks)},
            line=marks[0].line,
        )


_DAY = (
    r"(?:20\d\d\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?"
    r"|二[〇○OＯ零0]\S{2}年\S{1,2}月\S{1,3}日)"
)
_DATE = regex(_DAY)
_DATE_ALONE = regex(rf"[（(]?(?:[^。；，,\d]{{0,8}}[：:])?\s*{_DAY}\s*[）)]?")
_SIGNATURE = regex(
    r"(?:政府|办事处|街道|镇|乡|苏木|委员会|管委会|办公室|局|厅|中心|院|队|站|所)(?:[（(].{1,6}[）)])?$"
)
_LONGEST_SIGNATURE = 40
_SIGNED = {
    "signature": Text("末尾没有落款单位", "no signature of the issuing body at the end"),
    "date": Text("没有日期", "no date"),
}


@rule(
    "STR-SIGNDATE",
    Severity.NOTICE,
    title=Text("有落款单位和日期", "The report is signed and dated"),
    meaning=Text(
        "落款和日期说明报告由谁、在何时作出。",
        "Signature and date tell who issued the report and when.",
    ),
    basis=_OUR_PRACTICE,
    message=Text("{lacks}。", "{lacks}."),
    exceptions=Text(
        "单位和发布日期可能写在网页的其他位置。",
        "Body and date of publication may be given elsewhere on the web page.",
    ),
    passes=Specimen(),
    breaks=Specimen(signature="", date=""),
)
def unsigned_or_undated(report: Report) -> Iterator[Hit]:
    """A line of its own names the issuing body, and one gives a date."""
    headings(report)
    last_first = report.prose()[::-1]  # where both are found soonest
    present = {
        "signature": any(p.section and _is_signature(_alone(p)) for p in last_first),
        "date": any(_is_date(_alone(p)) for p in last_first),
    }
    lacking = [name for name, there in present.items() if not there]
    if lacking:
        no_hidden_prose(report)
        yield Hit(
            {"lacking": " ".join(lacking)},
            {"lacks": listed(_SIGNED[name] for name in lacking)},
        )


def _alone(paragraph: Paragraph) -> str:
    return _plainly(paragraph.text).strip()


def _is_signature(text: str) -> bool:
    """Whether a line holds a body's name and nothing else but a date."""
    alone = _DATE.sub("", text).strip()
    short = 2 < len(alone) <= _LONGEST_SIGNATURE and not re.search(r"[。；;，,：:、]", alone)
    return short and bool(_SIGNATURE.search(alone))


def _is_date(text: str) -> bool:
    """Whether a line holds a date and nothing else but a body's name or a word such as 日期."""
    return bool(_DATE_ALONE.fullmatch(text) or (_DATE.search(text) and _is_signature(text)))
