"""Rules across years and peers, through one build and seen in its files: a township for each."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from generator.specimen import Specimen
from tests.corpus.content import Content
from tests.site.built import page_at, rows_of, text_of

RULES = (
    *("TA-OUTLIER", "TC-NOREQ", "NX-DELTA"),
    *("CY-CARRY", "CY-STOCK", "CY-JUMP", "CY-COPY", "CY-GAP", "CY-TWICE"),
)
DOCUMENTS = "proactive.normative_documents"
LICENCES, PENALTIES = "proactive.licences.decisions", "proactive.penalties.decisions"
SUITS = "appeals.suit_direct"
OPENING, CLOSING = "requests.brought_forward", "requests.carried_forward"


def requests(**rows: str) -> dict[str, str]:
    """Rows of requests, each of natural persons, businesses and in total: `received="2 1 3"`."""
    columns = ("natural_person", "enterprise", "total")
    return {
        f"requests.{row}.{column}": number
        for row, numbers in rows.items()
        for column, number in zip(columns, numbers.split(), strict=True)
    }


def asked(number: int) -> dict[str, str]:
    """So many people asked, and all were given what they asked for."""
    numbers = f"{number} 0 {number}"
    return requests(received=numbers, granted=numbers, processed=numbers)


def stating(number: int, change: str) -> Specimen:
    said = f"全年收到政府信息公开申请{number}件，{change}。"
    return Specimen(cells=asked(number), prose={"overview": said})


COPIED = requests(
    received="5 2 7", granted="4 2 6", unavailable_not_held="1 0 1", processed="5 2 7"
) | {PENALTIES: "363", f"{DOCUMENTS}.in_force": "27"}
OLD = Specimen(proactive=2019, requests=2019)
UPHELD = {"appeals.reconsideration.upheld": "1", "appeals.reconsideration.total": "1"}
ONE_LEFT = requests(received="1 0 1", carried_forward="1 0 1")

# By place: the report of each year, of which the second file of a year has a name of its own.
SERIES: dict[str, dict[str, Specimen]] = {
    "110118101": {  # a whole row of requests was forgotten
        "2022": Specimen(cells=requests(received="2 1 3", carried_forward="2 1 3")),
        "2023": Specimen(),
        "2024": Specimen(),
    },
    "110118102": {  # one cell of that row was misprinted, which two identities show as well
        "2022": Specimen(cells=ONE_LEFT),
        "2023": Specimen(
            cells=requests(brought_forward="0 0 1", granted="1 0 1", processed="1 0 1")
        ),
    },
    "110118103": {
        "2021": Specimen(cells={f"{DOCUMENTS}.in_force": "3"}),
        "2022": Specimen(
            cells={
                f"{DOCUMENTS}.issued": "2",
                f"{DOCUMENTS}.repealed": "1",
                f"{DOCUMENTS}.in_force": "4",
            }
        ),
        "2023": Specimen(cells={f"{DOCUMENTS}.in_force": "9"}),
    },
    "110118104": {
        "2022": Specimen(cells={LICENCES: "20"}),
        "2023": Specimen(cells={LICENCES: "100"}),
        "2024": Specimen(cells={LICENCES: "30"}),
    },
    "110118105": {"2022": Specimen(cells=COPIED), "2023": Specimen(cells=COPIED)},
    "110118106": {"2020": OLD, "2021": Specimen(), "2024": Specimen()},
    "110118107": {"2022": Specimen(), "2023": Specimen(cells=UPHELD)},
    "110118108": {
        "2022": Specimen(cells=asked(5)),
        "2023": stating(7, "比上年增加3件"),
        "2024": stating(6, "较上年减少1件"),
    },
    "110118109": {  # the form of 2020 counts otherwise
        "2020": replace(OLD, cells={f"{DOCUMENTS}.published_total": "30", LICENCES: "100"}),
        "2021": Specimen(cells={f"{DOCUMENTS}.in_force": "2", LICENCES: "5"}),
    },
    "110118110": {  # since 2024 refusals go to reconsideration before a court
        "2023": Specimen(cells=asked(9) | {f"{SUITS}.upheld": "60", f"{SUITS}.total": "60"}),
        "2024": Specimen(cells=asked(9)),
    },
    "110118111": {  # of two reports of 2022 the second is preferred
        "2022": Specimen(),
        "2022b": Specimen(cells=ONE_LEFT),
        "2023": Specimen(
            cells=requests(brought_forward="1 0 1", granted="1 0 1", processed="1 0 1")
        ),
    },
    "": {  # these may be of one body or of two
        "2021": Specimen(cells=ONE_LEFT),
        "2022": Specimen(cells={LICENCES: "20"}),
        "2023": Specimen(cells=UPHELD | {LICENCES: "200"}),
    },
    **{  # a county of eleven
        f"130582{place:03}": {"2016": Specimen(cells={PENALTIES: str(number), LICENCES: "0"})}
        for place, number in enumerate((1251, *range(10, 20)), start=201)
    },
}


def _files() -> Iterator[tuple[str, str, Specimen]]:
    for place, (code, years) in enumerate(SERIES.items()):
        for name, specimen in years.items():
            # Names of their own, as files of the same bytes are read once.
            named = replace(specimen, year=int(name[:4]), body=f"云岭县{chr(0x5C71 + place)}镇")
            yield code, f"{code or 'unknown'}-{name}.txt", named


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    content = Content(tmp_path_factory.mktemp("years"))
    lines = []
    for code, file, specimen in _files():
        content.report(file, specimen)
        preferred = "yes" if "2022b" in file else ""
        lines.append(f"{file},{code},,,,,,,,,{preferred},,")
    content.register(*lines)
    assert content.build().code == 0
    return content


@pytest.fixture(scope="module")
def found(content: Content) -> list[dict[str, str]]:
    return [row for row in rows_of(content.output, "findings") if row["rule"] in RULES]


def _of(found: list[dict[str, str]], rule: str) -> list[dict[str, str]]:
    return [row for row in found if row["rule"] == rule]


def test_these_and_no_others_are_found(found: list[dict[str, str]]) -> None:
    assert {row["finding"]: row["severity"] for row in found} == {
        f"110118101-2023:CY-CARRY:{OPENING}.natural_person": "warning",
        f"110118101-2023:CY-CARRY:{OPENING}.enterprise": "warning",
        f"110118101-2023:CY-CARRY:{OPENING}.total": "warning",
        f"110118102-2023:CY-CARRY:{OPENING}.natural_person": "warning",
        f"110118103-2023:CY-STOCK:{DOCUMENTS}.in_force": "warning",
        f"110118104-2023:CY-JUMP:{LICENCES}": "notice",
        "110118105-2023:CY-COPY:1": "warning",
        "110118106-2024:CY-GAP:1": "notice",
        "110118107-2023:TC-NOREQ:appeals.reconsideration.total": "notice",
        "110118108-2023:NX-DELTA:requests.received.total": "warning",
        "110118111-2022:CY-TWICE:1": "warning",
        "110118111-2022-2:CY-TWICE:1": "warning",
        f"130582201-2016:TA-OUTLIER:{PENALTIES}": "notice",
    }


def test_the_columns_of_a_forgotten_row_are_one_story(found: list[dict[str, str]]) -> None:
    rows = [row for row in _of(found, "CY-CARRY") if row["report"] == "110118101-2023"]
    assert {row["cause"] for row in rows} == {f"110118101-2023:{OPENING}.total"}
    assert rows[0]["message_zh"] == ("自然人：2022年报告结转下年2件，本年报告上年结转0件。")
    assert rows[2]["message_en"] == (
        "Total: the report for 2022 carries 3 forward to the next year; this one has 0 carried "
        "over."
    )
    assert json.loads(rows[0]["facts"]) == {
        "before": 2022,
        "left": 2,
        "opening": 0,
    }


def test_last_years_number_and_this_years_identities_call_for_one_edit(content: Content) -> None:
    cell = f"{OPENING}.natural_person"
    rows = [r for r in rows_of(content.output, "findings") if r["report"] == "110118102-2023"]
    joined = [row for row in rows if row["cause"] == f"110118102-2023:{cell}"]
    assert [row["rule"] for row in joined] == ["TB-BALANCE", "TB-ROW", "CY-CARRY"]
    assert {row["mend"] for row in joined} == {f'[{{"cell":"{cell}","from":0,"to":1}}]'}


# What each finding says, in both languages.
SAID: dict[str, tuple[str, str]] = {
    "CY-STOCK": (
        "行政规范性文件：2022年现行有效4件，本年制发0件、废止0件，得4件；印为9件。",
        (
            "Administrative normative documents: 4 in force in 2022, 0 issued and 0 repealed this "
            "year come to 4; printed 9."
        ),
    ),
    "CY-JUMP": (
        "行政许可 · 本年处理决定数量：2022年为20，本年为100。",
        "Administrative licences · decisions made this year: 20 in 2022, 100 now.",
    ),
    "CY-COPY": (
        "大于0的13格数字全部与2022年的报告相同。",
        "All 13 numbers above 0 are those of the report for 2022.",
    ),
    "CY-GAP": (
        "本站没有2022、2023年的报告，前一份是2021年的。",
        "Not on this site: 2022, 2023; the report before this one is for 2021.",
    ),
    "TC-NOREQ": (
        "复议和诉讼共1件；新收和上年结转的申请，本年和本站所有的以前年度（2022年）均为0。",
        (
            "Reconsiderations and suits: 1; requests received and carried over: 0 this year and in "
            "the earlier years on this site (2022)."
        ),
    ),
    "NX-DELTA": (
        (
            "正文写“全年收到政府信息公开申请7件，比上年增加3件。”；一、本年新收政府信息公开申请数量："
            "2022年为5，本年为7，相差2。"
        ),
        (
            "The prose says “全年收到政府信息公开申请7件，比上年增加3件。”; new requests received "
            "this year: 5 in 2022, 7 this year, a change of 2."
        ),
    ),
    "TA-OUTLIER": (
        "行政处罚 · 本年处理决定数量：1251；沙河市其他10个乡镇、街道同年度的中位数为14.5。",
        (
            "Administrative penalties · decisions made this year: 1251; the median of 10 other "
            "townships and sub-districts of 沙河市 in the same year is 14.5."
        ),
    ),
}


@pytest.mark.parametrize("rule", SAID)
def test_messages(found: list[dict[str, str]], rule: str) -> None:
    (row,) = _of(found, rule)
    assert (row["message_zh"], row["message_en"]) == SAID[rule]
    assert row["line"]


def _reasons(content: Content, report: str) -> Mapping[str, str]:
    return {
        row["rule"]: f"{row['outcome']} {row['reason']}".strip()
        for row in rows_of(content.output, "assessments")
        if row["report"] == report and row["rule"] in RULES
    }


def test_a_report_without_a_year_before(content: Content) -> None:
    assert _reasons(content, "110118101-2022") == {
        "TA-OUTLIER": "not_assessable few_peers 2/2: proactive.licences.decisions",
        "TC-NOREQ": "pass",
        "NX-DELTA": "not_assessable no_statement change",
        "CY-CARRY": "not_assessable no_year_before 2021",
        "CY-STOCK": "not_assessable no_year_before 2021",
        "CY-JUMP": "not_assessable no_year_before 2021",
        "CY-COPY": "not_assessable no_year_before 2021",
        "CY-GAP": "not_assessable no_earlier_year",
        "CY-TWICE": "pass",
    }


def test_a_report_whose_township_is_not_known_is_joined_to_none(content: Content) -> None:
    outcomes = _reasons(content, "unresolved-unknown-2023-txt-2023")
    assert outcomes == {
        "TA-OUTLIER": "not_assessable few_peers 2/2: proactive.licences.decisions",
        "TC-NOREQ": "not_assessable no_code",
        "NX-DELTA": "not_assessable no_statement change",
        **dict.fromkeys(RULES[3:], "not_assessable no_code"),
    }


def test_nothing_is_compared_over_a_series_break(content: Content) -> None:
    outcomes = _reasons(content, "110118109-2021")
    assert outcomes["CY-STOCK"].startswith("not_assessable series_break 2/2: ")
    assert outcomes["CY-JUMP"].startswith("not_assessable series_break 8/14: ")
    assert _reasons(content, "110118110-2024")["CY-JUMP"] == (
        f"not_assessable series_break 1/14: {SUITS}.total"
    )


def test_the_second_report_of_a_year_is_no_part_of_the_series(content: Content) -> None:
    assert _reasons(content, "110118111-2022")["CY-GAP"] == "not_assessable not_preferred"
    assert _reasons(content, "110118111-2023")["CY-CARRY"] == "pass"


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("", "相互关联的发现 3 项：二、上年结转政府信息公开申请数量 · 总计"),
        ("en/", "3 connected findings: requests carried over from the previous year · total"),
    ],
)
def test_a_card_tells_what_belongs_together(content: Content, folder: str, said: str) -> None:
    page = page_at(content.output, f"{folder}reports/110118101-2023/index.html")
    assert any(said in text_of(card) for card in page.elements(".card.warning"))


@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_page_of_a_rule_shows_the_peers_of_its_examples(content: Content, folder: str) -> None:
    page = page_at(content.output, f"{folder}rules/ta-outlier/index.html")
    for example in page.elements(".examples > div"):
        assert text_of(example).count("云岭县") >= 10
