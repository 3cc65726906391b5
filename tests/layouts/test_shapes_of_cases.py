"""Table C in other shapes than the form's: read where its labels leave no doubt, else unread."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator.form import FORM, TableKey
from generator.model import Report, Status
from tests.corpus.content import Content
from tests.layouts.report import Lines, laid_out, read_report
from tests.layouts.tables import Row, Score, expected_of, numbers, printed, scored, tables_of
from tests.layouts.webpage import page_of, read_page
from tests.site.built import rows_of

_BLOCK = FORM["appeals", 2021].blocks[0]
KINDS = {item.key: item.zh for item in _BLOCK.row_leaves()}
OUTCOMES = {item.key: item.zh for item in _BLOCK.column_leaves()}
RECONSIDERATION, DIRECT, AFTER = KINDS
SUITS = "行政诉讼"

Texts = dict[str, str]
Line = tuple[str, ...]  # cells; "" where nothing stands


def _of(texts: Texts, kind: str) -> Line:
    return tuple(texts[f"appeals.{kind}.{outcome}"] for outcome in OUTCOMES)


def by_kind(texts: Texts) -> list[Line]:
    """A row for each kind of cases."""
    head = ("类别", *OUTCOMES.values())
    return [head, *((name, *_of(texts, kind)) for kind, name in KINDS.items())]


def by_outcome(texts: Texts) -> list[Line]:
    """Columns in place of rows."""
    columns = [_of(texts, kind) for kind in KINDS]
    rows = zip(OUTCOMES.values(), *columns, strict=True)
    return [("办理结果", *KINDS.values()), *rows]


def in_a_list(texts: Texts) -> list[Line]:
    """A row for each number, kinds and all suits named where they begin."""
    rows: list[Line] = []
    for kind, name in KINDS.items():
        over = SUITS if kind == DIRECT else ""
        for place, (word, text) in enumerate(zip(OUTCOMES.values(), _of(texts, kind), strict=True)):
            rows.append((*(("", "") if place else (over, name)), word, text))
    return rows


def stacked(texts: Texts) -> list[Line]:
    """Suits below reconsiderations."""
    names = tuple(OUTCOMES.values())
    return [
        ("行政复议",),
        names,
        _of(texts, RECONSIDERATION),
        (SUITS,),
        (KINDS[DIRECT], KINDS[AFTER]),
        names * 2,
        (*_of(texts, DIRECT), *_of(texts, AFTER)),
    ]


def in_three_parts(texts: Texts) -> list[Line]:
    """A heading, outcomes and numbers for each kind."""
    names = ("行政复议", f"{SUITS}（{KINDS[DIRECT]}）", f"{SUITS}（{KINDS[AFTER]}）")
    return [
        line
        for kind, name in zip(KINDS, names, strict=True)
        for line in ((name,), tuple(OUTCOMES.values()), _of(texts, kind))
    ]


SHAPES: dict[str, Callable[[Texts], list[Line]]] = {
    "by kind": by_kind,
    "by outcome": by_outcome,
    "in a list": in_a_list,
    "stacked": stacked,
    "in three parts": in_three_parts,
}
WRITTEN: dict[str, Callable[[Sequence[Line]], list[str]]] = {
    "web page": lambda lines: [f"<tr><td>{'<td>'.join(line)}" for line in lines],
    "tabs": lambda lines: ["\t".join(line) for line in lines],
    "pipes": lambda lines: [f"| {' | '.join(line)} |" for line in lines],
    "cells that start with a tab": lambda lines: [
        text for line in lines for text in (*("\t" + cell for cell in line), "")
    ],
    "one cell per line": lambda lines: [cell for line in lines for cell in line if cell],
}
shapes = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
written = pytest.mark.parametrize("way", WRITTEN)


def _read(way: str, texts: Texts, lines: Sequence[Line]) -> Report:
    """A report whose table C has these rows, the others those of the form."""
    own = WRITTEN[way](lines)
    return (
        read_page(_page(texts, own)) if way == "web page" else read_report(_text(way, texts, own))
    )


def _page(texts: Texts, own: list[str]) -> str:
    return page_of(tables_of(2021, texts), _with(own, WRITTEN["web page"]))


def _text(way: str, texts: Texts, own: list[str]) -> str:
    return laid_out(_with(own, WRITTEN[way]))(tables_of(2021, texts))


def _with(own: list[str], write: Callable[[Sequence[Line]], list[str]]) -> Lines:
    def lines(key: TableKey, rows: list[Row]) -> list[str]:
        return own if key == "appeals" else write([row.padded for row in rows])

    return lines


def _score(report: Report, texts: Texts) -> Score:
    """Of table C alone."""
    score = scored(report, expected_of(texts))
    assert (sorted(score.wrong), sorted(score.invented)) == ([], [])
    return Score(*(frozenset(at for at in one if "appeals." in at) for one in _parts(score)))


def _parts(score: Score) -> tuple[frozenset[str], ...]:
    return score.right, score.unread, score.wrong, score.invented


@written
@shapes
@pytest.mark.parametrize("kind", ["zeros", "small", "busy"])
def test_a_shape_that_labels_tell_is_read(
    shape: Callable[[Texts], list[Line]], way: str, kind: str
) -> None:
    texts = numbers(2021, kind)
    assert len(_score(_read(way, texts, shape(texts)), texts).right) == 15


@written
@shapes
def test_blank_cells_move_no_number(shape: Callable[[Texts], list[Line]], way: str) -> None:
    texts = printed(2021, "small, zeros blank")
    score = _score(_read(way, texts, shape(texts)), texts)
    assert not score.right or not score.unread
    if way == "web page" and shape is not in_three_parts:
        assert score.right


def _as_lines(texts: Texts, colon: str, comma: str, unit: str) -> list[str]:
    return [
        f"{name}{colon}"
        + comma.join(
            f"{word}{text}{unit}" for word, text in zip(OUTCOMES.values(), own, strict=True)
        )
        for name, own in ((name, _of(texts, kind)) for kind, name in KINDS.items())
    ]


@pytest.mark.parametrize(
    "marks", [("：", "，", "件"), (":", " ", ""), (" ", "；", " 件"), ("：", "、", "")]
)
def test_lines_of_outcomes_with_their_numbers_are_read(marks: tuple[str, str, str]) -> None:
    texts = numbers(2021, "busy")
    report = read_report(_text("one cell per line", texts, _as_lines(texts, *marks)))
    assert len(_score(report, texts).right) == 15
    assert {one.line for at, one in report.cells.items() if "appeals.suit_direct" in at} == {
        report.cells["appeals.reconsideration.upheld"].line + 1  # type: ignore[operator]
    }


def _changed(lines: list[Line], old: str, new: str) -> list[Line]:
    found = [tuple(new if cell == old else cell for cell in line) for line in lines]
    assert found != lines
    return found


@written
@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(lambda t: _changed(by_kind(t), "行政复议", SUITS), id="which suits"),
        pytest.param(lambda t: _changed(by_kind(t), "结果纠正", "上年总计"), id="another column"),
        pytest.param(lambda t: _changed(by_kind(t), "复议后起诉", "上年复议"), id="another row"),
        pytest.param(lambda t: [*by_kind(t), ("合计", *"12345")], id="a sum of all"),
        pytest.param(lambda t: [*by_kind(t), *by_kind(t)], id="twice"),
        pytest.param(lambda t: by_kind(t)[:-1], id="a kind missing"),
        pytest.param(lambda t: [line[:-1] for line in by_kind(t)], id="no totals"),
        pytest.param(lambda t: [(*line, "9") for line in by_kind(t)], id="one number more"),
        pytest.param(
            lambda t: [(line[0], line[1], *line[:1:-1]) for line in by_outcome(t)], id="swapped"
        ),
        pytest.param(lambda t: [(*line, "9") for line in in_a_list(t)], id="two columns"),
        pytest.param(lambda t: stacked(t)[3:] + stacked(t)[1:3], id="no heading"),
        pytest.param(lambda t: [(*line[:-1], "") for line in by_kind(t)], id="blank totals"),
        pytest.param(
            lambda t: [(line[0], line[1], "7", "", *line[3:]) for line in by_kind(t)],
            id="a number more beside a blank cell",
        ),
    ],
)
def test_what_is_not_certain_is_not_read(way: str, lines: Callable[[Texts], list[Line]]) -> None:
    texts = numbers(2021, "busy")
    report = _read(way, texts, lines(texts))
    statuses = {one.status for at, one in report.cells.items() if at.startswith("appeals.")}
    assert Status.REPORTED not in statuses


@pytest.mark.parametrize("shape", [by_kind, by_outcome, in_a_list], ids=lambda one: one.__name__)
def test_a_lost_number_is_not_made_up_for_by_that_of_a_page(
    shape: Callable[[Texts], list[Line]],
) -> None:
    texts = {**numbers(2021, "busy"), "appeals.suit_direct.pending": ""}
    lines = WRITTEN["one cell per line"](shape(texts))
    last = max(n for n, line in enumerate(lines) if line.isdigit() and n < len(lines) - 3)
    for place in range(last - 6, last):
        report = read_report(
            _text("one cell per line", texts, [*lines[:place], "3", *lines[place:]])
        )
        assert not _score(report, texts).right


def test_numbers_of_another_shape_reach_the_file_of_cells(tmp_path: Path) -> None:
    texts = numbers(2021, "busy")
    content = Content(tmp_path)
    content.report("a.html", _page(texts, WRITTEN["web page"](by_outcome(texts))))
    assert content.build().lines
    cells = {row["cell"]: row["value"] for row in rows_of(content.output, "cells")}
    assert {at: cells[at] for at in texts} == texts
