"""`corrections.csv` row by row: what is said of a bad one, what is kept, what is withdrawn."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator.bilingual import Text
from generator.corpus import open_corpus
from generator.corpus.replies import renamed
from generator.model import Dossier, Finding, Reply, ReplyStatus, Severity
from generator.pages.base import View
from generator.pages.causes import cause_cards
from generator.specimen import Specimen
from tests.corpus.content import CODE, Content
from tests.examined import examine
from tests.site.built import page_at, rows_of, text_of

HEADER = "report,rule,cell,status,statement,source_url,date"
GOOD = f"{CODE}-2023,TB-SUM,,explained,已说明,https://example.org/,2026-01-02"
TOTAL = "requests.received.total"
SLIP = Specimen(cells={"appeals.reconsideration.total": "3"})


@pytest.fixture
def content(tmp_path: Path) -> Content:
    content = Content(tmp_path)
    content.report("a.txt", SLIP)
    content.register(f"a.txt,{CODE},,,,,,,,,,,")
    return content


def replied(content: Content, *rows: str, header: str = HEADER) -> tuple[list[str], list[Reply]]:
    """What is said of some rows, and the replies that are kept of them."""
    text = "\n".join([header, *rows, ""])
    (content.path / "corrections.csv").write_text(text, encoding="utf-8", newline="")
    corpus = open_corpus(content.path)
    return [str(problem) for problem in corpus.problems], list(corpus.replies)


def _row(**fields: str) -> str:
    values = dict(zip(HEADER.split(","), GOOD.split(","), strict=True)) | fields
    return ",".join(values[name] for name in HEADER.split(","))


TOMORROW = datetime.now(UTC).date() + timedelta(days=1)
LATER = (TOMORROW + timedelta(days=1)).isoformat()
BAD = {
    "no report": ({"report": ""}, "report is empty, expected the id of a report. "),
    "rule": ({"rule": "TB-SUN"}, 'rule is "TB-SUN", expected the id of a rule. Did you mean TB-'),
    "rule in lower case": ({"rule": "tb-sum"}, 'rule is "tb-sum", expected the id of a rule. '),
    "no rule": ({"rule": ""}, 'rule is "", expected the id of a rule. See data/rules.csv.'),
    "no such rule": (
        {"rule": "五"},
        'rule is "五", expected the id of a rule. See data/rules.csv.',
    ),
    "cell": (
        {"cell": "requests.received.totals"},
        'cell is "requests.received.totals", expected an address such as requests.received.total.',
    ),
    "no such cell": ({"cell": "B7"}, 'cell is "B7", expected an address'),
    "day of Excel": ({"date": "2026/1/2"}, 'date is "2026/1/2", expected a date such as'),
    "no such day": ({"date": "2026-02-30"}, 'date is "2026-02-30", expected a date such as'),
    "day to come": ({"date": LATER}, f"date is {LATER}, expected a day that has come. "),
    "script": ({"source_url": "javascript:alert(1)"}, 'source_url is "javascript:alert(1)"'),
    "ftp": ({"source_url": "ftp://example.org"}, 'source_url is "ftp://example.org", expected'),
    "markup": ({"source_url": "https://x/<b>"}, 'source_url is "https://x/<b>", expected'),
    "no words": ({"statement": ""}, "statement is empty, expected the explanation. "),
}


@pytest.mark.parametrize(("fields", "said"), BAD.values(), ids=BAD.keys())
def test_a_bad_field_is_said_and_the_reply_is_kept(
    content: Content, fields: dict[str, str], said: str
) -> None:
    problems, replies = replied(content, GOOD, _row(**{"statement": "又一条"} | fields))
    (problem,) = problems
    assert problem.startswith(f"corrections.csv:3: {said}")
    assert problem.endswith((".", "?"))
    assert len(replies) == 2
    (kept,) = [reply for reply in replies if reply.where == "corrections.csv:3"]
    assert kept.source_url in ("", "https://example.org/")
    assert kept.date == ("" if "date" in fields else "2026-01-02")


def test_good_rows_say_nothing(content: Content) -> None:
    rows = [
        _row(cell="requests.received.total"),
        _row(cell="2"),
        _row(date=TOMORROW.isoformat()),
        _row(date="", source_url=""),
        _row(status="our_mistake", statement=""),
        ",,,,,,",
    ]
    problems, replies = replied(content, *rows)
    assert problems == []
    assert [reply.where for reply in replies] == [f"corrections.csv:{n}" for n in range(2, 7)]


def test_a_row_is_found_by_its_first_line_and_counts_once(content: Content) -> None:
    long = _row(statement='"一行\r\n二行\n三行"', rule="TB-SUN")
    problems, replies = replied(
        content, long, GOOD, GOOD, _row(status="ok"), header=f"\ufeff{HEADER}"
    )
    assert [problem.split(":", 2)[1] for problem in problems] == ["2", "6", "7"]
    assert problems[1].endswith("the same as corrections.csv:5. Remove one of the two.")
    assert [reply.statement for reply in replies] == ["一行\r\n二行\n三行", "已说明"]


def test_the_columns_may_stand_in_any_order_but_three_must_be_there(content: Content) -> None:
    problems, (reply,) = replied(
        content, f"our_mistake,TC-SUM,{CODE}-2023", header="status,rule,report"
    )
    assert (problems, reply.status, reply.date) == ([], ReplyStatus.OUR_MISTAKE, "")
    content.build()
    assert "已撤回：本站差错" in content.page(f"reports/{CODE}-2023/index.html")
    (content.path / "corrections.csv").write_text("rule,status\nTC-SUM,confirmed\n")
    done = content.build()
    assert done.complaint.startswith("corrections.csv:1: the header is «rule, status», expected")


def test_a_reply_follows_its_report_to_a_new_id(content: Content) -> None:
    old = _row(report="unresolved-a-txt-2023", rule="TC-SUM")
    _, replies = replied(content, old)
    dossiers = examine(open_corpus(content.path)).dossiers
    (reply,) = renamed(replies, [dossier.report for dossier in dossiers])
    assert reply.report == f"{CODE}-2023"
    assert [one.statement for one in dossiers[0].replies] == ["已说明"]
    done = content.build()
    assert [line for line in done.lines if "corrections" in line] == []
    assert [row["report"] for row in rows_of(content.output, "corrections")] == [reply.report]


def _finding(rule: str, at: str, *cells: str, cause: str = "", identity: bool = True) -> Finding:
    text = Text("数", "n")
    return Finding(rule, Severity.ERROR, at, text, cells=cells, cause=cause, identity=identity)


def _reply(rule: str, status: str, date: str = "2026-01-02", cell: str = "") -> Reply:
    return Reply(f"{CODE}-2023", rule, cell, ReplyStatus(status), date, "", date)


SUM = _finding("TB-SUM", "x.y.z", "x.y.z", "a.b.c", cause="x.y.z")
ROW = _finding("TB-ROW", "a.b.c", "a.b.c", cause="x.y.z")
SAYS = _finding("NX-DONE", "1", cause="x.y.z", identity=False)
ELSE = _finding("TB-SUM", "d.e.f", "d.e.f")
ALL = (SUM, ROW, SAYS, ELSE)
# replies, oldest first → the findings that stand
STANDING: dict[str, tuple[tuple[Reply, ...], tuple[Finding, ...]]] = {
    "nothing": ((), ALL),
    "an explanation": ((_reply("TB-SUM", "explained"),), ALL),
    "a confirmation": ((_reply("TB-SUM", "confirmed"),), ALL),
    "a correction": ((_reply("TB-SUM", "corrected_by_publisher"),), ALL),
    "a rule": ((_reply("TB-SUM", "our_mistake"),), ()),
    "a cell": ((_reply("TB-SUM", "our_mistake", cell="d.e.f"),), (SUM, ROW, SAYS)),
    "a cell of the equation": ((_reply("TB-SUM", "our_mistake", cell="a.b.c"),), (ELSE,)),
    "one sum of a cause": ((_reply("TB-ROW", "our_mistake"),), (ELSE,)),
    "prose of a cause": ((_reply("NX-DONE", "our_mistake"),), (SUM, ROW, ELSE)),
    "its running number": ((_reply("NX-DONE", "our_mistake", cell="1"),), (SUM, ROW, ELSE)),
    "another number": ((_reply("NX-DONE", "our_mistake", cell="2"),), ALL),
    "another rule": ((_reply("TB-BALANCE", "our_mistake"),), ALL),
}


@pytest.fixture
def dossier(content: Content) -> Dossier:
    (dossier,) = examine(open_corpus(content.path)).dossiers
    return dossier


@pytest.mark.parametrize(("replies", "standing"), STANDING.values(), ids=STANDING.keys())
def test_what_a_mistake_of_ours_withdraws(
    dossier: Dossier, replies: tuple[Reply, ...], standing: tuple[Finding, ...]
) -> None:
    result = replace(dossier, findings=ALL, replies=replies)
    assert result.standing == standing
    assert result.unbalanced is any(finding.identity for finding in standing)
    assert result.count(Severity.ERROR) == len({f.cause or f.at for f in standing})
    assert result.count(Severity.ERROR) + result.withdrawn == 2 == len(result.causes)


def test_the_last_mistake_of_ours_dates_a_withdrawal(content: Content) -> None:
    days = ("2026-03-01", "2026-01-01", "", "2026-02-01")
    said = ("explained", "our_mistake", "confirmed", "our_mistake")
    rows = (_row(rule="TC-SUM", status=one, date=day) for one, day in zip(said, days, strict=True))
    replied(content, *rows)
    (result,) = examine(open_corpus(content.path)).dossiers
    assert [reply.date for reply in result.replies] == sorted(days)
    (finding,) = [found for found in result.findings if found.rule == "TC-SUM"]
    withdrawal = result.withdrawal(finding)
    assert withdrawal is not None
    assert withdrawal.date == "2026-02-01"


def test_what_was_withdrawn_of_a_cause_stands_below_the_rest(content: Content) -> None:
    content.report(
        "a.txt",
        Specimen(
            cells={"requests.received.total": "7", "requests.received.natural_person": "7"},
        ),
    )
    survey = examine(open_corpus(content.path))
    (dossier,) = survey.dossiers
    (first, second) = [f for f in dossier.findings if f.rule == "TB-BALANCE"]
    joined = (replace(first, cause=TOTAL), replace(second, cause=TOTAL, identity=False))
    reply = _reply("TB-BALANCE", "our_mistake", cell=second.at)
    result = replace(dossier, findings=joined, replies=(reply,))
    (card,) = cause_cards(View(replace(survey, dossiers=(result,)), "en"), result)
    assert (card.withdrawn, card.heading) == ("", first.message.en)
    assert [one.withdrawn for one in card.taken_back] == ["Withdrawn on 2026-01-02: our mistake"]
    assert card.single is not None
    assert card.single.message == first.message.en


@pytest.mark.parametrize(
    ("lang", "none"),
    [("zh", "目前还没有答复或更正。"), ("en", "There are no replies or corrections yet.")],
)
def test_without_replies_the_page_says_so_and_how_to_ask(
    content: Content, lang: str, none: str
) -> None:
    content.settings('contact = "mailto:desk@example.org"\n')
    content.build()
    prefix = "" if lang == "zh" else "en/"
    page = page_at(content.output, f"{prefix}corrections/index.html")
    (main,) = page.elements("main")
    assert none in text_of(main)
    assert [text_of(link) for link in main.css('a[href^="mailto:"]')] == ["desk@example.org"]
    assert "mask_lines" in text_of(main)
    about = page_at(content.output, f"{prefix}about/index.html")
    links = [about.target(link.attributes["href"] or "")[0] for link in about.elements("main a")]
    assert f"{prefix}corrections/index.html" in links


def test_the_list_stands_last_on_a_page_of_the_maintainer_that_gives_it_no_place(
    content: Content,
) -> None:
    replied(content, _row(rule="TC-SUM", statement="我方说明"))
    own = content.path / "pages" / "zh" / "corrections.md"
    own.parent.mkdir(parents=True)
    own.write_text("# 本社更正\n\n<!-- corrections --> 请来信。\n\n[[contact]]\n", encoding="utf-8")
    content.build()
    (main,) = page_at(content.output, "corrections/index.html").elements("main")
    text = text_of(main)
    assert text.index("本社更正") < text.index("请来信") < text.index("我方说明")
    assert len(main.css("h1")) == 1
