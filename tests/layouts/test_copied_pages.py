"""Web pages and what is copied from them: cells that are paragraphs, rows that lack cells."""

from collections.abc import Mapping

from generator.model import Status
from tests.layouts.report import laid_out, read_report
from tests.layouts.tables import Row, expected_of, numbers, printed, scored, tables_of
from tests.layouts.webpage import page_of, read_page, row_of


def _copied(row: Row) -> list[str]:
    """A row whose labels are text and whose values are paragraphs, as a browser copies it."""
    if not row.values:
        return ["\t".join(row.cells)]
    values = [line for value in row.values for line in (value or "\xa0", "")]
    return ["".join(f"{word}\t" for word in row.words), *values]


def _behind_tabs(row: Row) -> list[str]:
    if not row.values:
        return ["", "\t".join(row.cells)]
    values = [line for value in row.values for line in ("\t", "", value, "")]
    return ["", "\t".join(row.words), "", *values]


def _below(row: Row) -> list[str]:
    """Labels a line each, and the values of a row below them on one line, if there are any."""
    values = "\t".join(row.values)
    labels = [line for word in row.words for line in (word, "")]
    return [*labels, *([values] if values.strip() else [])] if row.values else [*row.words]


def _page(texts: Mapping[str, str]) -> str:
    tables = tables_of(2021, texts)
    return page_of(tables, lambda _, rows: [row_of(row.cells) for row in rows])


def test_labels_copied_before_paragraphs_keep_their_values() -> None:
    texts = numbers(2021, "busy")
    write = laid_out(lambda _, rows: [line for row in rows for line in _copied(row)])
    score = scored(read_report(write(tables_of(2021, texts))), expected_of(texts))
    assert score.right == texts.keys()


def test_headings_beside_a_tab_take_no_number_from_its_paragraph() -> None:
    """Each value is a paragraph behind a tab; headings stand behind theirs on one line."""
    texts = numbers(2021, "busy")
    write = laid_out(lambda _, rows: [line for row in rows for line in _behind_tabs(row)])
    score = scored(read_report(write(tables_of(2021, texts))), expected_of(texts))
    assert score.right == texts.keys()


def test_values_on_the_line_below_their_label_are_not_another_row_s() -> None:
    """Blank cells left nothing behind, so that the row of the older edition seems to be missing."""
    texts = numbers(2019, "busy")
    blank = dict.fromkeys((at for at in texts if at.startswith("requests.closed")), "")
    write = laid_out(lambda _, rows: [line for row in rows for line in _below(row)])
    score = scored(read_report(write(tables_of(2019, texts | blank))), expected_of(texts | blank))
    assert (score.wrong, score.invented) == (frozenset(), frozenset())
    assert "requests.not_handled_confirmation.total" in score.right


def test_numbers_below_a_row_of_labels_are_not_blank_cells() -> None:
    """The first value of each row stands beside its labels, blank; the others stand below."""
    texts = numbers(2021, "busy")
    write = laid_out(
        lambda _, rows: [
            line for row in rows for line in ("\t" + _copied(row)[0] + "\t", *_copied(row)[1:])
        ]
    )
    cells = read_report(write(tables_of(2021, texts))).cells
    assert Status.BLANK not in {cell.status for cell in cells.values()}


def test_a_row_of_a_page_that_lacks_cells_is_not_blank() -> None:
    texts = printed(2021, "small") | dict.fromkeys(numbers(2021, "zeros"), "")
    page = _page(texts)
    whole = read_page(page).cells
    lacking = read_page(page.replace("<tr><td>行政许可<td>", "<tr><td>行政许可")).cells
    assert whole["proactive.licences.decisions"].status is Status.BLANK
    assert lacking["proactive.licences.decisions"].status is Status.UNREADABLE


def test_two_strokes_for_no_number_say_nothing_of_the_next_cell() -> None:
    texts = numbers(2021, "busy")
    marked = texts | {at: "--" for at in texts if at.startswith("proactive.government_rules.")}
    marked |= {"requests.granted.enterprise": "--"}
    cells = read_page(_page(marked)).cells
    assert cells["requests.granted.enterprise"].status is Status.NOT_APPLICABLE
    assert cells["proactive.government_rules.in_force"].status is Status.NOT_APPLICABLE
    assert cells["requests.granted.research_institution"].status is Status.REPORTED


def test_another_spelling_of_the_others_is_the_form_s() -> None:
    texts = numbers(2021, "busy")
    page = _page(texts).replace("其他", "其它")
    score = scored(read_page(page), expected_of(texts))
    assert score.right == texts.keys()
