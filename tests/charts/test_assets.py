"""What is loaded once for all interactive charts, and the colours they share with the page."""

import re
from itertools import combinations

import pytest
from playwright.sync_api import Browser

from generator.charts import PLOTLY_CSS, PLOTLY_JS, plotly_assets
from generator.charts.assets import plotly_css
from tests.conftest import ROOT

ASSETS = ROOT / "site_templates" / "assets"
RULES = """
    ["[id='plotly.js-style-global']", "style:last-of-type"]
        .map((selector) => document.querySelector(selector).sheet.cssRules)
        .map((rules) => Array.from(rules, (rule) => rule.cssText))
"""
TONES = ("granted", "partly", "unavailable", "withheld", "other")


@pytest.fixture(scope="module")
def assets() -> dict[str, bytes]:
    return dict(plotly_assets())


def test_the_bundle_is_plotly(assets: dict[str, bytes]) -> None:
    assert assets[PLOTLY_JS].startswith(b"/**\n* plotly.js v")
    assert len(assets[PLOTLY_JS]) > 1_000_000


def test_the_styles_are_those_that_plotly_inserts_itself(
    assets: dict[str, bytes], chromium: Browser
) -> None:
    page = chromium.new_page()
    page.add_script_tag(content=assets[PLOTLY_JS].decode())
    page.add_style_tag(content=assets[PLOTLY_CSS].decode())
    own, ours = page.evaluate(RULES)
    page.close()
    assert len(own) > 40
    assert sorted(ours) == sorted(own)


def test_a_bundle_with_other_styles_is_refused() -> None:
    with pytest.raises(ValueError, match=r"plotly\.min\.js: its style rules were not found"):
        plotly_css("var nothing = {};")


def test_every_style_element_of_plotly_is_forestalled(assets: dict[str, bytes]) -> None:
    script = (ASSETS / "charts.js").read_text(encoding="utf-8")
    bundle = assets[PLOTLY_JS].decode()
    assert bundle.count('createElement("style")') == 2
    (own,) = re.findall(r'"(plotly\.js-style-)"\+e', bundle)[:1]
    (maps,) = re.findall(r'getElementById\("([0-9a-f]{64})"\)', bundle)
    assert f'"{own}global"' in script
    assert f'"{maps}"' in script


def _palettes() -> dict[str, dict[str, str]]:
    css = (ASSETS / "charts.css").read_text(encoding="utf-8")
    light, dark = css.split("@media screen and (prefers-color-scheme: dark)")[:2]
    found = re.compile(r"--((?:c|on)-\w+): (#[0-9a-f]{6});")
    chosen = dict(found.findall(light))
    return {"light": chosen, "dark": chosen | dict(found.findall(dark.split("\n}\n")[0]))}


PALETTES = _palettes()
PAPERS = {"light": ("#ffffff", "#fdfdfb"), "dark": ("#15181b", "#1e2226")}
# Machado, Oliveira and Fernandes 2009, severity 1: how protan, deutan and tritan eyes see.
SIGHTS = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritan": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
# Björn Ottosson's Oklab, a space in which equal steps look about equally large.
TO_CONES = ((0.4122, 0.5363, 0.0514), (0.2119, 0.6807, 0.1074), (0.0883, 0.2817, 0.6300))
TO_LAB = ((0.2105, 0.7936, -0.0041), (1.9780, -2.4286, 0.4506), (0.0259, 0.7828, -0.8087))

Matrix = tuple[tuple[float, ...], ...]


def _times(matrix: Matrix, vector: list[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def _linear(colour: str) -> list[float]:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def _contrast(one: str, other: str) -> float:
    light = sorted(_times(((0.2126, 0.7152, 0.0722),), _linear(c))[0] for c in (one, other))
    return (light[1] + 0.05) / (light[0] + 0.05)


def _seen(colour: str, sight: Matrix) -> list[float]:
    cones = _times(TO_CONES, [min(1, max(0, c)) for c in _times(sight, _linear(colour))])
    return _times(TO_LAB, [c ** (1 / 3) for c in cones])


@pytest.mark.parametrize("scheme", PALETTES)
@pytest.mark.parametrize("tone", TONES)
def test_colours_stand_out_from_paper_and_from_their_numbers(scheme: str, tone: str) -> None:
    palette = PALETTES[scheme]
    for paper in PAPERS[scheme]:
        assert _contrast(palette[f"c-{tone}"], paper) >= 3
    assert _contrast(palette[f"c-{tone}"], palette[f"on-{tone}"]) >= 4.5


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("scheme", PALETTES)
def test_outcomes_differ_for_every_kind_of_sight(scheme: str, sight: str) -> None:
    seen = {tone: _seen(PALETTES[scheme][f"c-{tone}"], SIGHTS[sight]) for tone in TONES}
    for one, other in combinations(TONES, 2):
        squares = ((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True))
        assert sum(squares) ** 0.5 >= 0.11, (one, other)
