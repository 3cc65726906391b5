"""Years: those of another report left in the text, and a year spoken of as if it still ran."""

import re
from collections.abc import Iterator

from generator.bilingual import Text
from generator.model import Report, Severity
from generator.rules import sources
from generator.rules.leftovers import leftovers
from generator.rules.passages import passages
from generator.rules.reading import year
from generator.rules.registry import Hit, rule
from generator.rules.wording import on_lines, placed, some
from generator.specimen import Specimen


@rule(
    "TX-YEAR",
    Severity.WARNING,
    title=Text("正文所说的年份是报告年度", "The prose speaks of the year of the report"),
    meaning=Text(
        "年度报告讲的是一个年度；正文以另一个年份开头来写当年的工作或数字时，"
        "读者无法知道说的是哪一年。",
        "A report is on one year. Where a statement on the year's work or numbers begins with "
        "another year, readers cannot tell which of the two is meant.",
    ),
    basis=Text(
        "《政府信息公开条例》第四十九条要求公布“上一年度”的年度报告；"
        "整份报告印着另一年份、与上年一字不差的情形，报刊报道过。",
        "Art. 49 of the Regulations on Open Government Information asks for the report of the "
        "preceding year; reports that print another year or repeat the last one word for word have "
        "been in the press.",
    ),
    sources=sources.REGULATIONS + sources.PERIODS,
    message=Text(
        "报告年度为{year}年；文中写有：{places}。",
        "The report is for {year}; the text says: {places}.",
    ),
    exceptions=Text(
        "句子可能有意讲述另一年的情况；写有比较、结转、计划、法规名称和文号的句子不作比较。",
        "A sentence may mean the other year; comparisons, requests carried over, plans, names of "
        "laws and document numbers are left alone.",
    ),
    passes=Specimen(
        prose={
            "problems": "2022年，我镇发布信息12条，2023年发布30条，仍然存在形式单一的问题，将改进。"
        }
    ),
    breaks=Specimen(
        added={"problems": "2022年，我镇在信息公开工作中存在形式单一的问题，下一步将加强业务培训。"}
    ),
)
def another_year(report: Report) -> Iterator[Hit]:
    """No statement on the year's work begins with a year that is not the report's."""
    wanted = year(report)
    found = tuple(leftovers(report, wanted))
    if found:
        stated = sorted({one.year for one in found})
        yield Hit(
            {
                "year": wanted,
                "stated": " ".join(map(str, stated)),
                "statements": len(found),
                "lines": " ".join(str(one.line) for one in found),
            },
            {"places": some(placed(one.printed, one.line) for one in found)},
            line=found[0].line,
        )


@rule(
    "TX-SINCE",
    Severity.NOTICE,
    title=Text("不以“某年以来”称已结束的年度", "No “since” for a year that is over"),
    meaning=Text(
        "年度报告写的是已经结束的一年；“某年以来”读起来像是还没有结束，也可能包括了下一年的情况。",
        "A report is on a year that is over; “since” that year reads as if it still ran, and may "
        "take in what came later.",
    ),
    basis=Text(
        "《政府信息公开条例》第四十九条要求公布“上一年度”的年度报告；"
        "用语没有条文规定，因此仅作提醒。",
        "Art. 49 of the Regulations on Open Government Information asks for the report of the "
        "preceding year; no provision is on the words, so this is a notice only.",
    ),
    sources=sources.REGULATIONS,
    message=Text(
        "文中{count}处写“{phrase}”（{lines}）；该年度到{year}年12月31日为止。",
        "The text says “{phrase}” (since {year}): {count} in all, {lines}; that year ended on "
        "31 December {year}.",
    ),
    exceptions=Text(
        "多数情况下只是指当年全年的习惯说法。",
        "Mostly a habit of speech that means the whole of the year.",
    ),
    passes=Specimen(added={"problems": "2019年以来存在的形式单一的问题，下一步将改进。"}),
    breaks=Specimen(added={"problems": "2023年以来，公开形式不够丰富。下一步将加强业务培训。"}),
)
def since_the_reported_year(report: Report) -> Iterator[Hit]:
    """The report does not say 以来 of its own year."""
    wanted = year(report)
    since = re.compile(rf"(?<!\d){wanted}\s*年度?(?:以来|来(?=[，,我本全]))")
    found = [
        (passage.printed[hit.start() : hit.end()], passage.line)
        for passage in passages(report)
        if "来" in passage.plain
        for hit in since.finditer(passage.plain)
    ]
    if found:
        numbers = [line for _, line in found]
        yield Hit(
            {"year": wanted, "count": len(found), "phrase": "".join(found[0][0].split())},
            {"lines": on_lines(numbers)},
            line=numbers[0],
        )
