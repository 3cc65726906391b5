"""How much of a report is found in another: planted copies, and prose that is unrelated."""

import random
import re
from collections.abc import Callable
from itertools import combinations

import pytest

from generator.corpus import Entry
from generator.corpus.opening import open_file
from generator.specimen import Specimen
from tests.conftest import ROOT
from tests.similarity.texts import (
    SAMPLES,
    invented,
    lines_of,
    paragraphs,
    sample,
    sentences,
    share_of,
    shared,
    size,
)

SOURCE = "云岭县青石镇"
OTHER = "河口区新桥街道办事处"
WITHIN = 0.03


def _planted(share: float, seed: int) -> tuple[list[str], list[str], float]:
    """Sentences of a report, those of one that copies some of them, and the share it copies."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    names = chance.sample(SAMPLES, 2)
    original, own = (sentences(sample(name)) for name in names)
    whole = sum(map(size, own))
    begin = chance.randrange(3)
    copied: list[str] = []
    for sentence in original[begin:]:
        if sum(map(size, copied)) >= share * whole:
            break
        copied.append(sentence)
    kept: list[str] = []
    while own and sum(map(size, copied)) > share * sum(map(size, [*copied, *kept])):
        kept.append(own.pop(0))
    middle = len(kept) // 2
    result = [*kept[:middle], *copied, *kept[middle:]]
    return original, result, sum(map(size, copied)) / sum(map(size, result))


def _names_replaced(texts: list[str]) -> list[str]:
    """A copy as it is made: the other's names and words for itself stand in it."""
    replaced = {"我镇": "我街道", "我乡": "我街道", "全镇": "全街道", "县": "区", "我办": "本街道"}
    return [re.sub("|".join(replaced), lambda m: replaced[m[0]], text) for text in texts]


def _digits_changed(texts: list[str]) -> list[str]:
    return [re.sub(r"\d+", lambda m: str(int(m[0]) * 3 + 1), text) for text in texts]


def _reordered(texts: list[str]) -> list[str]:
    groups = [texts[start : start + 2] for start in range(0, len(texts), 2)]
    return [text for group in reversed(groups) for text in group]


def _punctuated(texts: list[str]) -> list[str]:
    return [text.replace("，", ",").replace("、", " ，") for text in texts]


@pytest.mark.parametrize(
    "change", [list, _names_replaced, _digits_changed, _reordered, _punctuated]
)
@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("share", [0.3, 0.64])
def test_a_planted_copy_is_measured_within_three_points(
    share: float, seed: int, change: Callable[[list[str]], list[str]]
) -> None:
    original, copy, planted = _planted(share, seed)
    found = share_of(
        Specimen(body=OTHER, prose={"overview": paragraphs(change(copy)), **_REST}),
        Specimen(body=SOURCE, prose={"overview": paragraphs(original), **_REST}),
    )
    assert found.share == pytest.approx(planted, abs=WITHIN)
    assert planted == pytest.approx(share, abs=0.06)
    assert sum(passage.length for passage in found.passages) == found.shared


_REST = {"": "", "problems": "", "other": ""}


def test_the_names_of_either_body_do_not_hide_a_copy() -> None:
    own = "云岭县青石镇党委高度重视。各村设公开栏，我镇干部向云岭县群众解答，青石镇政府汇总。"
    theirs = (
        "河口区新桥街道党委高度重视。各村设公开栏，本街道干部向河口区群众解答，新桥街道政府汇总。"
    )
    found = share_of(
        Specimen(body=SOURCE, prose={"overview": own, **_REST}),
        Specimen(body=OTHER, prose={"overview": theirs, **_REST}),
    )
    assert (found.share, found.other_share) == (1, 1)


def test_the_share_is_given_in_both_directions() -> None:
    short, long = invented(1, 400), invented(2, 1200)
    found = share_of(
        Specimen(prose={"overview": paragraphs(short), **_REST}),
        Specimen(prose={"overview": paragraphs([*long, *short]), **_REST}),
    )
    assert found.share == 1
    assert found.other_share == pytest.approx(0.25, abs=WITHIN)
    assert found.shared == found.compared == found.other_shared < found.other_compared


@pytest.mark.parametrize(("one", "other"), list(combinations(SAMPLES, 2)))
def test_the_samples_have_next_to_nothing_in_common(one: str, other: str) -> None:
    found = shared(sample(one), sample(other))
    assert max(found.share, found.other_share) < 0.07


def test_reports_of_other_bodies_stay_under_a_tenth() -> None:
    files = sorted((ROOT / "tests" / "layouts" / "data" / "files").glob("*.txt"))
    read = [open_file(path, Entry(path.name), {}).report for path in files]
    reports = [*filter(None, read), *map(sample, SAMPLES)]
    named = [report for report in reports if report.body.name]
    pairs = [(a, b) for a, b in combinations(named, 2) if a.body.name != b.body.name]
    assert len(pairs) > 100
    assert max(max(o.share, o.other_share) for o in (shared(a, b) for a, b in pairs)) < 0.1


@pytest.mark.parametrize(
    "text",
    [
        "认真学习《中华人民共和国政府信息公开条例》和《政府信息公开信息处理费管理办法》。",
        "（一）坚持以公开促进工作落实到位。",
        "收到和处理政府信息公开申请情况。",
        "全年公开信息二百条。",
    ],
    ids=["titles of laws", "a heading", "a wording of the form", "less than twelve characters"],
)
def test_what_is_not_compared(text: str) -> None:
    texts = (
        f"{''.join(invented(seed, 200))}\n{text}\n{''.join(invented(seed + 9, 90))}"
        for seed in (1, 2)
    )
    found = share_of(*(Specimen(prose={"overview": text, **_REST}) for text in texts))
    assert found.shared == 0


def test_what_stands_before_the_first_heading_is_not_compared() -> None:
    opening = "".join(invented(3, 300))
    found = share_of(
        *(
            Specimen(prose={**_REST, "": opening, "overview": paragraphs(invented(seed, 300))})
            for seed in (4, 5)
        )
    )
    assert found.shared == 0


def test_no_passage_runs_from_one_section_into_the_next() -> None:
    first, second = invented(6, 60), invented(7, 60)
    prose = {**_REST, "overview": "".join(first), "problems": "".join(second)}
    found = share_of(Specimen(prose=prose), Specimen(body=OTHER, prose=prose))
    assert [passage.text for passage in found.passages] == [prose["overview"], prose["problems"]]


def test_passages_are_given_as_printed_with_their_lines_in_both_reports() -> None:
    common = "2023年，青石镇在12个村设了公开栏，\n群众可以就近查阅各类惠民政策（含补贴名单）。"
    theirs = common.replace("2023", "2022").replace("青石镇", "新桥街道").replace("12", "7")
    own = Specimen(prose={**_REST, "overview": f"{''.join(invented(8, 90))}\n{common}"})
    before = "\n".join(invented(9, 200))
    other = Specimen(body=OTHER, prose={**_REST, "overview": f"{before}\n{theirs}"})
    [passage] = share_of(own, other).passages
    assert passage.text == common
    assert passage.other_text == theirs
    assert _between(lines_of(own), passage.line, passage.last_line) == common
    assert _between(lines_of(other), passage.other_line, passage.other_last_line) == theirs
    assert passage.length == size(common) - size("青石镇")


def _between(lines: list[str], first: int, last: int) -> str:
    return "\n".join(lines[first - 1 : last])


def test_a_text_that_repeats_itself_is_compared() -> None:
    again = "".join(invented(10, 40)) * 200
    found = share_of(
        Specimen(prose={**_REST, "overview": again}),
        Specimen(body=OTHER, prose={**_REST, "overview": again[:-30]}),
    )
    assert found.share > 0.99
    assert sum(passage.length for passage in found.passages) == found.shared
