"""Each format of `check` under its name; what it needs is loaded when it is asked for."""

from generator.bilingual import Lang
from generator.checking.checked import Checked
from generator.checking.text import as_text


def formatted(checked: Checked, name: str, lang: Lang) -> str:
    """The findings as `text`, `json`, `sarif` or `html`."""
    if name == "json":
        from generator.checking.data import as_json  # noqa: PLC0415

        return as_json(checked)
    if name == "sarif":
        from generator.checking.sarif import as_sarif  # noqa: PLC0415

        return as_sarif(checked, lang)
    if name == "html":
        from generator.checking.page import as_html  # noqa: PLC0415

        return as_html(checked, lang)
    return as_text(checked, lang)
