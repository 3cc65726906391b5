"""A page as axe judges it, on a phone and on a desk, in a light and in a dark colour scheme."""

from collections.abc import Iterator
from itertools import product
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 900}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
RUN = "(options) => axe.run(options).then((found) => found.violations)"
SETTLED = "Promise.all(document.getAnimations().map((animation) => animation.finished))"


def audits(page: Page) -> Iterator[tuple[str, list[tuple[str, list[str]]]]]:
    """Show a page in every size and scheme; yield which, and each rule that is broken and where.

    axe is loaded into the page once: that takes longer than some of its runs.
    """
    page.evaluate(Axe().axe_script)
    for size, scheme in product((PHONE, DESK), SCHEMES):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.evaluate(SETTLED)
        violations = [
            (rule["id"], [f"{node['target']}: {node['failureSummary']}" for node in rule["nodes"]])
            for rule in page.evaluate(RUN, OPTIONS)
        ]
        yield f"{size['width']} px, {scheme}", violations
