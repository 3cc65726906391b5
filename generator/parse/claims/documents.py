"""Wordings about rules and normative documents: made, published, repealed, in force, lapsed."""

from generator.parse.claims.wording import CLAUSE_END, COUNTED, Nothing, Wording, one
from generator.regex import regex

_KINDS = {"government_rules": "规章", "normative_documents": "规范性文件"}
_VERBS = {
    "制发": "issued",
    "制定": "issued",
    "印发": "issued",
    "出台": "issued",
    "公开": "published",
    "发布": "published",
    "废止": "repealed",
    "失效": "lapsed",
    "有效": "in_force",
}
_VERB = rf"(?:继续|现行|宣布)?(?:{'|'.join(_VERBS)})"
_AND = r"(?:、|和|及|与|或)"
# `公开规章13件,规范性文件60件`: the verb before the first number is that of the second as well.
_FIRST = r"[^,;。\d]{0,12}\d{1,6}[件份个部篇项][^。;]*$"


def _named(kind: str) -> tuple[Wording, ...]:
    """The verb before the kind, behind it, or alone where the sentence has named the kind."""
    keys = {verb: f"{kind}_{done}" for verb, done in _VERBS.items()}
    noun = _KINDS[kind]
    other = next(name for name in _KINDS.values() if name != noun)
    since = rf"(?:(?!{other})[^。;])*$"
    # Where no kind is named, nothing but normative documents is said to stay in force.
    kindless = "" if kind == "government_rules" else "|(?:^|[。;])(?=[^。;]*有效)"
    named = rf"(?:{noun}{kindless}){since}"
    return (
        Wording(
            keys, regex(rf"(?:{_VERB}{_AND})*{_VERB}[了的]?(?:行政|政府)?{noun}{COUNTED}"), noun
        ),
        Wording(keys, regex(rf"(?<!非){noun}(?:的)?{_VERB}{COUNTED}"), noun),
        Wording(keys, regex(rf"^[、和(]?{_VERB}{COUNTED}"), given=regex(named)),
    )


def _of_the_verb_before(kind: str, done: str) -> Wording:
    verbs = "|".join(verb for verb, meaning in _VERBS.items() if meaning == done)
    noun = _KINDS[kind]
    return Wording(
        one(f"{kind}_{done}"),
        regex(rf"^[、和]?(?:行政)?{noun}{COUNTED}"),
        noun,
        given=regex(rf"(?:{verbs})(?:了)?{_FIRST}"),
    )


DOCUMENTS = (
    *_named("normative_documents"),
    *_named("government_rules"),
    *(_of_the_verb_before(kind, done) for kind in _KINDS for done in ("issued", "published")),
)
NONE_ISSUED = Nothing(
    one("normative_documents_issued"),
    regex(
        rf"(?:未|没有|无)(?:新)?(?:(?:制发|制定|出台|印发|新增)(?:(?:政府)?规章(?:、|和|及|或|与))?(?:行政)?规范性文件"
        rf"|(?:行政)?规范性文件(?:的)?(?:制发|制定|出台|印发)(?:及更新|和更新)?(?:的?情况)?){CLAUSE_END}"
    ),
    ("规范性文件",),
)
