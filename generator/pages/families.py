"""The families of rules, as pages name them."""

from functools import cache

from generator.bilingual import Lang
from generator.form import FORM
from generator.messages import translator


@cache
def family(lang: Lang, rule: str) -> str:
    """What a family of rules is about, by the beginning of its ids."""
    t = translator(lang)
    words = {
        "STR": t("family.structure"),
        "TA": FORM["proactive", 2021].title.in_(lang),
        "TB": FORM["requests", 2021].title.in_(lang),
        "TC": FORM["appeals", 2021].title.in_(lang),
        "NX": t("family.prose"),
        "TX": t("family.language"),
        "DT": t("family.time"),
        "CY": t("family.time"),
    }
    prefix = rule.partition("-")[0]
    return words.get(prefix, prefix)
