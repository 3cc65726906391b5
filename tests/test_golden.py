"""What the samples give, as it was last accepted: findings, outcomes, metrics, pages as they look.

`make golden` accepts what comes out now; read the diff before committing it.
"""

import csv
import re
from collections.abc import Callable
from difflib import unified_diff
from io import StringIO
from pathlib import Path

import pytest

from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"
REPORT = "reports/110112209-2023/index.html"  # the sample whose tables do not add up
TABLES = ("findings.csv", "assessments.csv", "metrics.csv")
PAGES = {
    "home-zh.html": "index.html",
    "home-en.html": "en/index.html",
    "report-zh.html": REPORT,
    "report-en.html": f"en/{REPORT}",
}
_HASHED = re.compile(r"(assets/[\w.]+)-[0-9a-f]{10}(?=\.)")
_AFTER = re.compile(
    r"(?<=</li>)(?=<li)|(?<=</tr>)(?=<tr)|(?<=</t[dh]>)(?=<t[dh])|(?<=>)(?=<(?:thead|tbody|rect|text|g)\b)"
)


def _page(text: str) -> str:
    """A page without the hashes of its assets, and with one element a line where it has many."""
    return _AFTER.sub("\n", _HASHED.sub(r"\1", text))


def _compared(name: str, found: str, accept: bool) -> None:
    """Whether a text is the accepted one; with --accept it becomes that."""
    path = GOLDEN / name
    if accept:
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8", newline="\n")
    expected = path.read_text(encoding="utf-8") if path.is_file() else ""
    difference = unified_diff(
        expected.splitlines(), found.splitlines(), f"golden/{name}", "now", lineterm="", n=1
    )
    lines = list(difference)
    more = f"\n… and {len(lines) - 60} lines more" if len(lines) > 60 else ""
    assert expected == found, "\n".join([*lines[:60], more, "Accept it with `make golden`."])


@pytest.mark.parametrize("name", TABLES)
def test_what_is_published_of_the_samples(site: Path, name: str, accept: bool) -> None:
    _compared(name, (site / "data" / name).read_text(encoding="utf-8"), accept)


@pytest.mark.parametrize("name", PAGES)
def test_how_the_samples_are_shown(site: Path, name: str, accept: bool) -> None:
    text = (site / PAGES[name]).read_text(encoding="utf-8")
    assert len(_HASHED.findall(text)) >= 2
    _compared(name, _page(text), accept)


def test_no_golden_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {*TABLES, *PAGES}


def test_the_golden_tables_are_whole() -> None:
    rows: dict[str, int] = {}
    for name in TABLES:
        text = (GOLDEN / name).read_text(encoding="utf-8")
        rows[name] = len(list(csv.reader(StringIO(text, newline="")))) - 1
    assert rows == {"findings.csv": 53, "assessments.csv": 5 * 65, "metrics.csv": 5 * 15}


@pytest.mark.parametrize("change", [str.upper, lambda text: text + "x\n", lambda _: ""])
def test_a_difference_is_shown(
    change: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.test_golden.GOLDEN", tmp_path)
    _compared("a.csv", "one\ntwo\n", accept=True)
    _compared("a.csv", "one\ntwo\n", accept=False)
    with pytest.raises(AssertionError, match="Accept it with `make golden`") as caught:
        _compared("a.csv", change("one\ntwo\n"), accept=False)
    assert "--- golden/a.csv" in str(caught.value)
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "one\ntwo\n"


def test_hashes_of_assets_do_not_matter() -> None:
    one, two = (
        _page(f'<link href="../assets/site-{hash_}.css">') for hash_ in ("0a1b2c3d4e", "ffffffffff")
    )
    assert one == two == '<link href="../assets/site.css">'
