"""What metrics say of themselves, in the words of the form."""

import pytest

from generator import form
from generator.form import term
from generator.metrics import METRICS, Metric


@pytest.mark.parametrize("metric", METRICS.values(), ids=list(METRICS))
def test_a_metric_says_everything_in_both_languages(metric: Metric) -> None:
    for text in (metric.title, metric.meaning, metric.caveat, metric.formula):
        assert text.zh
        assert text.en
        assert text.zh != text.en
    assert metric.per == (100 if metric.kind == "ratio" else 1)
    assert (metric.denominator is None) == (metric.kind == "count")


def test_the_formula_speaks_in_the_words_of_the_form() -> None:
    assert METRICS["disclosure_rate"].formula == (
        "（三（一）予以公开 + 三（二）部分公开） ÷ 三（七）总计",
        "(disclosed in full + disclosed in part) ÷ total decided",
    )
    assert METRICS["reconsideration_correction_rate"].formula.zh == (
        "行政复议 · 结果纠正 ÷ （行政复议 · 总计 − 行政复议 · 尚未审结）"
    )
    assert METRICS["disputes_per_100_requests"].formula.en.endswith(
        "÷ new requests received this year × 100"
    )
    assert METRICS["disputes"].formula.zh == (
        "行政复议 · 总计 + 未经复议直接起诉 · 总计 + 复议后起诉 · 总计"
    )


def test_every_cell_has_a_name_of_its_own() -> None:
    names = [term(address) for address in form.all_cells()]
    assert len({name.zh for name in names}) == len({name.en for name in names}) == len(names)
