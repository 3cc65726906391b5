"""A site of reports whose findings were answered in every way that there is."""

from pathlib import Path

from generator.specimen import Specimen
from tests.corpus.content import Content

SLIP, CASES, ALONE = "110118105-2023", "110118106-2023", "110118107-2023"
CELL = "requests.processed.natural_person"
HOSTILE = '=1+1 <script>alert(1)</script> "&amp; ]]> {{ 7*7 }}\u202e\x07'
REPORTS = {
    # one cell for which three sums do not hold
    "slip.txt": Specimen(
        cells={
            "requests.received.natural_person": "7",
            "requests.received.total": "7",
            "requests.granted.natural_person": "7",
            "requests.granted.total": "7",
            "requests.processed.total": "7",
        }
    ),
    # one sum that any of five edits would mend
    "cases.txt": Specimen(cells={"appeals.reconsideration.total": "3"}),
    # two sums that no edit of a single cell mends, and a value that the law excludes
    "alone.txt": Specimen(
        cells={
            "requests.received.natural_person": "2",
            "requests.received.total": "2",
            "proactive.government_rules.in_force": "6",
        }
    ),
}
REPLIES = (
    f"{SLIP},TB-SUM,{CELL},our_mistake,该格由本站读错。,,2026-01-02",
    f"{SLIP},TB-BALANCE,,explained,我乡填报无误。,https://example.org/a?b=1&c=2,2025-12-30",
    f'{CASES},TC-SUM,,confirmed,"{HOSTILE.replace(chr(34), chr(34) * 2)}",,2026-02-01',
    f"{ALONE},TB-BALANCE,requests.received.total,explained,统计口径不同。,,",
    f"{ALONE},TA-RULES-TOWN,,corrected_by_publisher,Corrected.,https://example.org/new,2026-03-01",
    "110118199-2023,TB-SUM,,explained,报告未收入。,,2026-01-05",
    f"{SLIP},TC-SUM,,explained,没有这一项。,,2026-01-06",
)


def answered(folder: Path, *replies: str) -> Content:
    """The content; its three reports have division codes."""
    content = Content(folder)
    for name, specimen in REPORTS.items():
        content.report(name, specimen)
    codes = ("110118105", "110118106", "110118107")
    content.register(*(f"{n},{c},,,,,,,,,,," for n, c in zip(REPORTS, codes, strict=True)))
    header = "report,rule,cell,status,statement,source_url,date"
    text = "\n".join([header, *replies, ""])
    (content.path / "corrections.csv").write_text(text, encoding="utf-8")
    return content
