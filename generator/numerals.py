"""Numbers as readers see them, in tables and charts alike."""

from generator.bilingual import Lang
from generator.model import Number, number_text


def grouped(value: Number, lang: Lang) -> str:
    """With thousands separators in English from 1,000, in Chinese text from 10,000 on."""
    large = 10_000 if lang == "zh" else 1_000
    text = number_text(value)
    if len(text) < 4:  # as most are
        return text
    whole, point, fraction = text.partition(".")
    return f"{int(whole):,}{point}{fraction}" if abs(int(whole)) >= large else text


def percent(share: float) -> str:
    """At most one decimal; what is not quite nothing or all is not rounded to 0 % or 100 %."""
    if 0 < share < 0.0005:
        return "<0.1%"
    if 0.9995 <= share < 1:
        return ">99.9%"
    return f"{share * 100:.1f}".removesuffix(".0") + "%"
