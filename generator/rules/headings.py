"""The six headings of the form: all there, in order, numbered as the form numbers them."""

from collections.abc import Iterator

from generator.bilingual import Text
from generator.form import SECTIONS, Section
from generator.model import Report, SectionReading, Severity
from generator.rules import sources
from generator.rules.reading import bound_by_the_form, headings, no_hidden_prose
from generator.rules.registry import Hit, rule
from generator.rules.wording import listed, quoted
from generator.specimen import Specimen

_BY_KEY = {section.key: section for section in SECTIONS}
_LAST = SECTIONS[-1]
_SIX_PARTS = Text(
    "国办公开办函〔2021〕30号附件《年度报告格式》（2019、2020年度为〔2019〕60号附件）的六个部分："
    + "、".join(section.zh for section in SECTIONS)
    + "。",
    "The six parts of the national form (State Council General Office notice 〔2021〕 No. 30; for "
    "2019 and 2020, 〔2019〕 No. 60): " + "; ".join(section.en for section in SECTIONS) + ".",
)
_LONGEST_HEADING = 40


@rule(
    "STR-SECTIONS",
    Severity.WARNING,
    title=Text("六个部分齐全、顺序一致", "All six parts are there, in order"),
    meaning=Text(
        "年度报告应当依次有统一格式规定的六个部分，每部分有自己的标题。",
        "A report has the six parts of the national form, each under its heading and in order.",
    ),
    basis=_SIX_PARTS,
    sources=sources.FORM,
    message=Text("{issues}。", "{issues}."),
    exceptions=Text(
        "标题写法不同而序号相符的，仅作提醒；2019年度的报告只是鼓励采用统一格式，也仅作提醒；"
        "标题也可能在转换文件时丢失。",
        "A heading in other words under the right number is a notice only, and so is everything in "
        "a report for 2019, when the form was but encouraged; a heading may also have been lost "
        "when the file was converted.",
    ),
    passes=Specimen(),
    breaks=Specimen(swaps=((_LAST.heading + "\n", ""),)),
)
def headings_missing_or_out_of_order(report: Report) -> Iterator[Hit]:
    """The six headings of the form are present and in order."""
    found, bound = headings(report), bound_by_the_form(report)
    worded = {heading.key for heading in found if heading.worded}
    lost = [section for section in SECTIONS if section.key not in worded]
    reworded = {section: line for section in lost if (line := _reworded(report, section))}
    missing = [section for section in lost if section not in reworded]
    moved = _out_of_order(found)
    if missing:
        no_hidden_prose(report)
    if lost or moved:
        yield Hit(
            {
                "missing": " ".join(section.key for section in missing),
                "reworded": " ".join(section.key for section in reworded),
                "out_of_order": " ".join(section.key for section in moved),
            },
            {
                "issues": listed(
                    [_not_found(section) for section in missing]
                    + [_worded(section, *line) for section, line in reworded.items()]
                    + [_moved(section) for section in moved]
                )
            },
            line=min([s.line for s in moved] + [n for _, n in reworded.values()], default=None),
            severity=None if bound and (missing or moved) else Severity.NOTICE,
        )


def _reworded(report: Report, section: Section) -> tuple[str, int] | None:
    """A heading in other words, or a short line of prose with the number of a lost section."""
    for heading in report.sections:
        if heading.key == section.key:
            return heading.heading, heading.line
    for paragraph in report.prose():
        text = paragraph.text.strip()
        if text.startswith(f"{section.number}、") and len(text) <= _LONGEST_HEADING:
            return text, paragraph.line
    return None


def _out_of_order(found: tuple[SectionReading, ...]) -> list[SectionReading]:
    """Headings that stand below one that the form puts after them."""
    order = list(_BY_KEY)
    places = [order.index(section.key) for section in found]
    return [s for i, s in enumerate(found) if places[i] < max(places[:i], default=-1)]


def _not_found(section: Section) -> Text:
    name = quoted(section.heading)
    return Text(f"未读到标题{name.zh}", f"heading {name.en} ({section.en}) not found")


def _worded(section: Section, printed: str, _: int) -> Text:
    name, other = quoted(section.heading), quoted(printed)
    return Text(f"标题{name.zh}印为{other.zh}", f"heading {name.en} printed {other.en}")


def _moved(section: SectionReading) -> Text:
    name = quoted(section.heading)
    return Text(
        f"标题{name.zh}的位置与格式的顺序不同", f"heading {name.en} is not in the form's order"
    )


@rule(
    "STR-NUMBERING",
    Severity.NOTICE,
    title=Text("六个标题的序号为一至六", "The six headings are numbered 一 to 六"),
    meaning=Text(
        "统一格式的六个标题用“一、”至“六、”编号。",
        "The form numbers its six headings with the Chinese numerals 一 to 六.",
    ),
    basis=_SIX_PARTS,
    sources=sources.FORM,
    message=Text("{issues}；可能是文件转换造成的。", "{issues}; possibly a conversion artefact."),
    exceptions=Text(
        "Word 的自动编号在转换为文本时常变成“1．”“2、”，原文件中的序号可能是对的。",
        "Automatic numbering in Word often turns into “1．” or “2、” when converted to text; the "
        "original may be as the form has it.",
    ),
    passes=Specimen(),
    breaks=Specimen(swaps=((_LAST.heading, f"6、{_LAST.zh}"),)),
)
def headings_numbered_otherwise(report: Report) -> Iterator[Hit]:
    """The main headings are numbered 一 to 六."""
    bound_by_the_form(report)
    other = [
        found
        for found in headings(report)
        if found.number.rstrip("、.．,， ") != _BY_KEY[found.key].number
    ]
    if other:
        yield Hit(
            {"headings": len(other), "first": other[0].number},
            {"issues": listed(_numbered(found) for found in other)},
            line=other[0].line,
        )


def _numbered(found: SectionReading) -> Text:
    printed, number = quoted(found.heading), quoted(f"{_BY_KEY[found.key].number}、")
    return Text(
        f"标题{printed.zh}的序号在格式中为{number.zh}",
        f"heading {printed.en} has {number.en} in the form",
    )
