"""What the interactive charts load once: plotly.js as its package carries it, and its styles.

Plotly.js writes its styles into a `<style>` element, which the site's Content-Security-Policy
forbids. It leaves that out when the page has a `<link id="plotly.js-style-global"
class="no-inline-styles">`; charts.js makes one that leads to the file made here.
"""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from generator.regex import regex

PLOTLY_JS = "plotly.min.js"
PLOTLY_CSS = "plotly.css"

# In the bundle: var z={"X a":"text-decoration:none;",…};for(… .replace(/X/g, …
_RULES = regex(r'=\{("X,X div":.+?)\};for\(', re.DOTALL)
_RULE = regex(r"""(?:"([^"]+)"|(\w+)):(?:"([^"]*)"|'([^']*)')""")


def plotly_assets() -> Iterator[tuple[str, bytes]]:
    """The names and contents of the files, always of the plotly version that is installed."""
    bundle = _bundle()
    yield PLOTLY_JS, bundle
    yield PLOTLY_CSS, plotly_css(bundle.decode()).encode()


def _bundle() -> bytes:
    spec = find_spec("plotly")  # found, not imported: that takes 0.1 s
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("plotly: not installed, expected it. Type `make site`.")
    return (Path(spec.origin).parent / "package_data" / PLOTLY_JS).read_bytes()


def plotly_css(bundle: str) -> str:
    """The style rules that plotly.js would insert itself, as a style sheet."""
    found = _RULES.search(bundle)
    if found is None:
        raise ValueError(
            f"{PLOTLY_JS}: its style rules were not found, expected them as in plotly.js 4.1. "
            "Look for `addStyleRule` in it and mend generator/charts/assets.py."
        )
    rules = [(a or b, c or d) for a, b, c, d in _RULE.findall(found[1])]
    return "".join(f"{_selector(short)}{{{declarations}}}\n" for short, declarations in rules)


def _selector(short: str) -> str:
    return short.replace("X", ".js-plotly-plot .plotly").replace("Y", ".plotly-notifier")
