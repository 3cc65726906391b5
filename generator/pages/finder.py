"""The data of the finder on the home page, as a classic script that also loads from disk."""

import json

from generator.bilingual import LANGS
from generator.messages import translator
from generator.pages.base import View
from generator.pages.pinyin import pinyin
from generator.survey import Survey


def places_js(survey: Survey) -> bytes:
    """`window.places`: id, name, pinyin, code and ancestors of bodies, and the field's words."""
    view, english = View(survey, "zh"), View(survey, "en")
    rows = [
        [
            township.id,
            view.place(township.main).name,
            pinyin(township.main.name),
            township.main.division_code,
            view.place(township.main).where,
            english.place(township.main).where,
        ]
        for township in survey.townships
    ]
    words = {
        key: {lang: translator(lang)(f"home.finder_{key}") for lang in LANGS}
        for key in ("label", "placeholder")
    }
    data = json.dumps({**words, "rows": rows}, ensure_ascii=False, separators=(",", ":"))
    data = data.replace("<", "\\u003c")  # no markup, wherever this text may end up
    return f"window.places={data};\n".encode()
