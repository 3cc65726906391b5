"""What one city asks of the reports of its own bodies."""

from collections.abc import Iterator

from generator import form
from generator.bilingual import Text
from generator.model import Body, NotAssessable, Report, Severity
from generator.rules import sources
from generator.rules.reading import no_hidden_prose, year
from generator.rules.registry import Hit, rule
from generator.rules.wording import quoted
from generator.specimen import Specimen

_CITY = "武威市"
_SINCE = 2025
_LONGEST = 1000
_OVERVIEW, _NEXT = form.SECTIONS[0], form.SECTIONS[1]
_LINE = "通过政府网站、公开栏和新媒体公开群众关心的信息，定期检查各个栏目的内容。"
_LONG = "\n".join([_LINE] * 30)


@rule(
    "TX-LEN",
    Severity.NOTICE,
    title=Text(
        "武威市：第一部分原则上不超过一千字", "Wuwei: part one has some 1,000 characters at most"
    ),
    meaning=Text(
        "武威市要求第一部分聚焦主题、简明客观，篇幅原则上不超过一千字；只对武威市的报告核对。",
        "The city of Wuwei asks for a first part that is brief and to the point, in principle of "
        "no more than 1,000 characters; only reports of Wuwei are checked.",
    ),
    basis=Text(
        "武政办发〔2025〕54号（2025年12月19日）：总体情况“聚焦主题、简明客观，"
        "篇幅原则上不超过一千字”。",
        "Notice of the government office of Wuwei 〔2025〕 No. 54 (19 December 2025): the overview "
        "is brief and objective, in principle of no more than 1,000 characters.",
    ),
    sources=sources.WUWEI,
    message=Text(
        "{section}部分共{characters}字；武威市要求原则上不超过{most}字。",
        "Part {section} has {characters} characters; Wuwei asks for no more than {most} in "
        "principle.",
    ),
    exceptions=Text(
        "字数连标点计算，不计空格和标题；只适用于武威市2025年度及以后的报告。",
        "Punctuation counts, spaces and headings do not; only for reports of Wuwei on 2025 or "
        "later.",
    ),
    passes=Specimen(body="武威市云岭县青石镇", year=_SINCE),
    breaks=Specimen(body="武威市云岭县青石镇", year=_SINCE, added={_OVERVIEW.key: _LONG}),
)
def overview_too_long_for_wuwei(report: Report) -> Iterator[Hit]:
    """The first part of a report of Wuwei on 2025 or later has at most 1,000 characters."""
    if year(report) < _SINCE or not _is_of_the_city(report.body):
        raise NotAssessable("elsewhere")
    section = report.section(_OVERVIEW.key)
    report.section(_NEXT.key)  # without its heading the first part has no end
    characters = sum(len("".join(p.text.split())) for p in report.prose(_OVERVIEW.key))
    if characters > _LONGEST:
        yield Hit(
            {"characters": characters, "most": _LONGEST},
            {"section": quoted(section.heading)},
            line=section.line,
        )
    else:
        no_hidden_prose(report)


def _is_of_the_city(body: Body) -> bool:
    return any(_CITY in name for name in (body.city, body.county, body.printed))
