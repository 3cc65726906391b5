"""Places named in the prose: those of elsewhere, and the words for a report's own levels."""

from collections.abc import Iterator

from generator.bilingual import Text
from generator.model import (
    TOWNSHIP_KINDS,
    Body,
    Mention,
    NotAssessable,
    Place,
    Report,
    Severity,
)
from generator.rules import sources
from generator.rules.elsewhere import has_reason
from generator.rules.levels import misnomers
from generator.rules.registry import Fact, Hit, rule
from generator.rules.wording import excerpt, quoted
from generator.specimen import Specimen

_FORMERLY = ("原", "原来的", "旧称")
_ANYWHERE = Text(
    "可能的发布单位所在的任何省份", "any province that the body of this report may lie in"
)


@rule(
    "TX-PLACE",
    Severity.WARNING,
    title=Text("正文只提到本地的地名", "The prose names places of its own area only"),
    meaning=Text(
        "正文写到外地的乡镇、县或市，又看不出缘由（考察学习、帮扶协作、招商等）时，"
        "这句话可能说的不是本地。标题与落款写的是两个不同的乡镇、街道时，也看不出报告是谁的。",
        "Where the prose names a township, county or city of elsewhere without a reason to be seen "
        "(a visit, aid, trade), the sentence may not be about this place. Where the title and the "
        "signature name two townships, whose report it is cannot be seen.",
    ),
    basis=Text(
        "国办公开办函〔2021〕30号第（四）点列举了“内容雷同”的问题；媒体报道过公文中留有外地地名的例子。"
        "地名依据2023年6月30日的全国行政区划名单。",
        "State Council General Office notice 〔2021〕 No. 30, point (4), names duplicated content; "
        "the press has reported official papers with names of other places left in them. Names are "
        "looked up in the national list of divisions as of 30 June 2023.",
    ),
    sources=sources.FORM + sources.FOREIGN_PLACES,
    message=Text(
        "{sentence}：{name}（区划代码{code}）在{where}，不在{area}。",
        "In {sentence}, {name} (division code {code}) is in {where}, not in {area}.",
    ),
    wordings={
        "several": Text(
            "{sentence}：名单中名为{name}的地方有{places}个，都不在{area}。",
            "In {sentence}: the list has {places} places called {name}, none of them in {area}.",
        ),
        "signed": Text(
            "标题写的是{titled}，落款写的是{name}。",
            "The title says {titled}; the signature says {name}.",
        ),
        "signed_elsewhere": Text(
            "标题写的是{titled}，落款写的是{name}（区划代码{code}，{where}）。",
            "The title says {titled}; the signature says {name} (division code {code}, {where}).",
        ),
    },
    exceptions=Text(
        "已撤并的乡镇或村中的小地名可能与外地乡镇同名；有些句子提到外地另有缘由；"
        "乡镇更名后，标题和落款可能一新一旧。正文中不查本市（直辖市为全市）的其他乡镇、县，"
        "因为看不出与本地的村名、往来有何不同；名单中有几处同名而其中一处在本省的，以及省名，也不查。"
        "落款只写县或部门的，不与标题比较。",
        "A former township or a spot in a village may have the name of a township elsewhere, and a "
        "sentence may have other reasons to name one; after a renaming the title may have one name "
        "and the signature the other. Not looked for in the prose are other townships and counties "
        "of the same city (of all of a municipality), as they cannot be told from villages and "
        "dealings of its own; names of several places of which one lies in the province; and names "
        "of provinces. A signature that names only a county or a department is not compared.",
    ),
    passes=Specimen(
        body="河北省云岭县青石镇",
        added={"problems": "存在的问题是公开形式不够丰富。赴怀集县诗洞镇考察学习，改进公开方式。"},
    ),
    breaks=Specimen(
        body="河北省云岭县青石镇",
        added={"problems": "存在的问题是公开形式不够丰富。下一步将加强诗洞镇政务公开工作。"},
    ),
)
def place_of_elsewhere(report: Report) -> Iterator[Hit]:
    """No township, county or city is named that lies outside the body's own city.

    A name of several places is held against a report only when none lies in its province. The
    township that signs is that of the title, wherever another one lies.
    """
    body = _of_a_township(report)
    if report.signed:
        yield _signed(report.signed, body)
    body = body if body.division_code else report.titled or body
    if not body.province and not body.candidates:
        raise NotAssessable("no_place")
    told = set()
    for mention in report.mentions:
        if mention.name not in told and _is_foreign(mention, body):
            told.add(mention.name)
            yield _foreign(mention, body)


def _of_a_township(report: Report) -> Body:
    if report.body.kind not in TOWNSHIP_KINDS:
        raise NotAssessable("not_a_township", report.body.kind.value)
    return report.body


def _is_foreign(mention: Mention, body: Body) -> bool:
    widely = len(mention.places) > 1 or len(mention.places[0].code) == 4
    before = mention.sentence[: mention.start]
    if mention.name in body.printed or before.endswith(_FORMERLY):
        return False
    if has_reason(mention):
        return False
    return not any(_is_near(place, body, widely=widely) for place in mention.places)


def _is_near(place: Place, body: Body, *, widely: bool) -> bool:
    """Whether a place lies in the body's city, or `widely` in its province.

    A municipality has no cities. Names are compared by their first two characters, which tell them
    apart: the register may hold 河北 for 河北省.
    """
    if not body.province:
        return place.code[:2] in {code[:2] for code in body.candidates}
    if place.province[:2] != body.province[:2]:
        return False
    return widely or not body.city or place.city[:2] == body.city[:2]


def _signed(by: Mention, body: Body) -> Hit:
    known = len(by.places) == 1
    code = by.places[0].code if known else ""
    where = _where(by.places[0]) if known else ""
    return Hit(
        {"name": by.name, "titled": body.printed} | ({"code": code} if known else {}),
        {"where": Text(where, where)},
        line=by.line,
        wording="signed_elsewhere" if known else "signed",
    )


def _where(place: Place, name: str = "") -> str:
    """The names of the divisions that a place lies in, those above the one that has the name."""
    above = (place.province, place.city, place.county if len(place.code) == 9 else "")
    return " › ".join(one for one in above if one and one != name)


def _foreign(mention: Mention, body: Body) -> Hit:
    place, several = mention.places[0], len(mention.places) > 1
    area = body.province if several else body.city or body.province
    where = _where(place, mention.name)
    facts: dict[str, Fact] = {"name": mention.name, "places": len(mention.places)}
    if not several:
        facts["code"] = place.code
    return Hit(
        facts,
        {
            "sentence": quoted(excerpt(mention.sentence, mention.start)),
            "where": Text(where, where),
            "area": Text(area, area) if area else _ANYWHERE,
        },
        line=mention.line,
        severity=Severity.NOTICE if several else None,
        wording="several" if several else "",
    )


@rule(
    "TX-LEVEL",
    Severity.NOTICE,
    title=Text("对本级和上级的称呼与其建制一致", "The words for the levels are those of the place"),
    meaning=Text(
        "镇自称“我乡”或者把自己的名称写成“某某乡”，或者区所辖的乡镇写“参加县组织的培训”，与当地的建制不一致，读者会疑惑说的是哪里。",
        "Where a town says “our township”, or writes its own name as that of one, or a township of "
        "a district speaks of what the county ordered, readers wonder which place is meant.",
    ),
    basis=Text(
        "乡、镇、街道和县、区、旗、县级市是不同的建制，称呼应当与标题中的单位和区划名单一致；"
        "没有条文规定，因此仅作提醒。",
        "Township, town and sub-district, and county, district, banner and city, are different "
        "kinds of divisions, known from the title and the list of divisions; no provision says how "
        "to call them, so this is a notice only.",
    ),
    message=Text(
        "{sentence}：写作{said}；{place}是{is}。",
        "In {sentence} it says {said}; {place} is a {is}.",
    ),
    exceptions=Text(
        "建制刚刚变更的地方，新旧称呼会同时出现。本地名称后用了别的建制字的，"
        "只看落款和分句开头写明工作的地方；省内另有同名的地方，或者正文写到建制变更的，不算。",
        "Where the kind has just changed, the old and the new word stand side by side. The own "
        "name with another word is looked for in the signature and where a clause begins with it "
        "that tells what was done; not where the province has another place of that name, nor "
        "where the report tells of a change of its kind.",
    ),
    passes=Specimen(
        body="云岭区青石镇",
        added={"problems": "存在的问题是公开形式不够丰富。我镇将积极参加区组织的培训，改进不足。"},
    ),
    breaks=Specimen(
        body="云岭区青石镇",
        added={"problems": "存在的问题是公开形式不够丰富。我镇将积极参加县组织的培训，改进不足。"},
    ),
)
def wrong_word_for_a_level(report: Report) -> Iterator[Hit]:
    """Words for the body itself and for the county above it are those of their kinds."""
    _of_a_township(report)
    for found in misnomers(report):
        yield Hit(
            {"printed": found.printed, "kind": found.kind, "place": found.place},
            {
                "sentence": quoted(excerpt(found.text, found.start)),
                "said": _with_english(f"“{found.printed}”", found.word),
                "is": _with_english(found.kind, found.kind),
            },
            line=found.line,
        )


_ENGLISH = {
    "乡": "township",
    "镇": "town",
    "街道": "sub-district",
    "苏木": "sumu",
    "县": "county",
    "区": "district",
    "旗": "banner",
    "市": "city",
}


def _with_english(printed: str, kind: str) -> Text:
    return Text(printed, f"{printed} ({_ENGLISH[kind]})")
