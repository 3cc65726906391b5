"""What a report is compiled by: the law and the form in force for its year."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.bilingual import Text
from generator.model import Report, Severity
from generator.regex import regex
from generator.rules import sources
from generator.rules.reading import plain, since
from generator.rules.registry import Hit, rule
from generator.rules.wording import listed
from generator.specimen import Specimen

_OPEN, _CLOSE = r"[〔\[【(《<「]?", r"[〕\]】)》>」]?"


class _Superseded(NamedTuple):
    """A text no longer in force, how it is cited, and what took its place.

    A sentence that cites the `successor` too tells of the change.
    """

    key: str
    cited: re.Pattern[str]
    successor: re.Pattern[str]
    name: Text
    years: frozenset[int] = frozenset()  # in which it was made and came into force


_REGULATIONS_2019 = regex("711号")


_SUPERSEDED = (
    _Superseded(
        "form_2019",
        regex(
            rf"国办(?:政务)?公开办函?{_OPEN}2019年?{_CLOSE}第?60号"
            r"|信息公开工作年度报告格式》?[(]试行[)]"
        ),
        regex("2021[^号]{0,3}30号"),
        Text(
            "国办公开办函〔2019〕60号的试行格式（2021年度起适用〔2021〕30号的格式）",
            "the trial form of notice 〔2019〕 No. 60 (from 2021 on the form of 〔2021〕 No. 30 "
            "applies)",
        ),
    ),
    _Superseded(
        "regulations_2007",
        regex(r"(?:国务院|国令)令?[(〔\[]?第?492号"),
        _REGULATIONS_2019,
        Text(
            "国务院令第492号公布的《条例》（2019年修订，国务院令第711号，2019年5月15日起施行）",
            "the Regulations of State Council Order No. 492 (revised in 2019 by Order No. 711, in "
            "force since 15 May 2019)",
        ),
        frozenset({2007, 2008}),
    ),
    _Superseded(
        "old_articles",
        regex(
            r"(?:信息公开条例|《条例)》?(?:[(][^()]*[)])?(?:中|的|之)?第(?:三十一|三十二|31|32)条[^。;]{0,24}"
            r"(?:编制|公布|发布|撰写|形成|编写)[^。;,]{0,24}(?:报告|年报)"
        ),
        _REGULATIONS_2019,
        Text(
            "《条例》第三十一条、第三十二条（2019年修订后，年度报告由第四十九条、第五十条规定）",
            "Arts. 31 and 32 of the Regulations (since the revision of 2019 annual reports are "
            "governed by Arts. 49 and 50)",
        ),
    ),
)
_BASIS = regex(r"根据|按照|依据|依照|遵照|参照|按|依|贯彻|落实|执行|遵循|要求")
# `条例施行以来`, `根据修订前的`, `〔2019〕60号已废止`: the text is spoken of, not relied on.
_HISTORY = regex(
    r"修订|修改|修正|废止|失效|取代|替代|代替|替换|以来|曾|此前|原(?![则因])|旧|历史|不再|停止|以往|过去|当时|对比"
    r"|相比|区别|不同|不得|未按|没有按|号(?:令)?[)]?公布"
)
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?=年)")
_SENTENCE_ENDS = regex(r"[。;\n]")


@rule(
    "STR-SUPERSEDED",
    Severity.WARNING,
    title=Text("引用现行的法规和格式", "The law and form cited are those in force"),
    meaning=Text(
        "2021年度起的报告以2019年修订的《政府信息公开条例》和2021年的年度报告格式为依据。",
        "From 2021 on a report rests on the Regulations on Open Government Information as revised "
        "in 2019 and on the report form of 2021.",
    ),
    basis=Text(
        "国办公开办函〔2021〕30号印发了现行的年度报告格式，此前为〔2019〕60号的试行格式；"
        "《政府信息公开条例》2019年由国务院令第711号修订。",
        "State Council General Office notice 〔2021〕 No. 30 issued the present form, before it "
        "〔2019〕 No. 60 was the trial form; the Regulations were revised in 2019 by State Council "
        "Order No. 711.",
    ),
    sources=sources.FORM + sources.REGULATIONS + sources.TRIAL_FORM,
    message=Text("{year}年度的报告以{texts}为依据。", "The report for {year} rests on {texts}."),
    exceptions=Text(
        "叙述历史的句子，以及同时引用现行文件的句子，不在此列。",
        "Sentences that tell of the past, and those that cite the text in force as well, are left "
        "aside.",
    ),
    passes=Specimen(),
    breaks=Specimen(
        prose={
            "": "根据国办公开办函〔2019〕60号要求编制本报告，"
            "所列数据的统计期限为2023年1月1日至2023年12月31日。"
        }
    ),
)
def superseded_text_cited(report: Report) -> Iterator[Hit]:
    """No sentence of a report from 2021 on rests on the form of 2019 or the law of 2007."""
    known = since(2021, report)
    prose = report.prose()
    told = plain(prose)
    named = [text for text in _SUPERSEDED if text.cited.search(told)]
    cited = [
        (paragraph.line, text)
        for paragraph in (prose if named else ())
        for sentence in _SENTENCE_ENDS.split(plain([paragraph]))
        for text in named
        if _rests_on(text, sentence, known)
    ]
    if cited:
        texts = {text.key: text.name for _, text in cited}
        yield Hit(
            {"cited": " ".join(texts), "year": known},
            {"texts": listed(texts.values())},
            line=cited[0][0],
        )


def _rests_on(text: _Superseded, sentence: str, year: int) -> bool:
    """Whether a sentence names a text behind a word such as `根据`, and speaks of this year."""
    found = text.cited.search(sentence)
    if not found or not _BASIS.search(sentence[: found.start()]):
        return False
    if _HISTORY.search(sentence) or text.successor.search(sentence):
        return False
    around = sentence[: found.start()] + sentence[found.end() :]
    own = text.years | {year, year + 1}
    return {int(printed) for printed in _YEAR.findall(around)} <= own
