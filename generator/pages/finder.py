"""The data of the finder, as classic scripts that also load from disk.

How what is typed is understood stands in finder.js alone. A few places are one list. Of many, every
name from each of its characters on, the pinyin, its initials and the code stand in one sorted list,
which is cut into files: what begins with the letters typed stands together, so a reader loads one
file of it for each name that is typed. Areas are among the places then.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from unicodedata import normalize

from generator.areas import Area
from generator.bilingual import LANGS
from generator.gazetteer.names import PEOPLE
from generator.gazetteer.pinyin import initials, pinyin
from generator.messages import translator
from generator.model import Body
from generator.pages.area_pages import DIRECTORY
from generator.pages.base import View
from generator.simplified import traditional_of
from generator.survey import Survey

FINDER = "places.js"
LIMIT = 500  # places in one list
SHARD = 100_000  # bytes of a file, about
_OF_COUNTY = 6  # digits of its code
# What is left out of what is typed, and what alone is no name; the longer one first.
_OFFICES = ("人民政府", "政府", "街道办事处", "街道办", "街办", "办事处")
_KINDS = (
    *("街道办事处", "办事处", "民族乡", "街道", "苏木", "地区"),
    *("镇", "乡", "省", "市", "区", "县", "旗", "州", "盟"),
)
# What is left out of the name of an autonomous place or an ethnic township, in Chinese or pinyin,
# and then out of what is left; never at its beginning.
_PEOPLES = (
    rf"(?:{PEOPLE}|族)+(?=自治)|(?=.*族(?:乡|苏木)$)(?:{PEOPLE})+(?=(?:乡|苏木)$)"
    r"|(?: \S+zu)+(?= )"
)
_AUTONOMOUS = "自治|Zizhi"
_LEFT_OUT = re.compile(r"[\s'’·›\u0300-\u036f-]+")
Row = list[str]


@dataclass(frozen=True, slots=True)
class Finder:
    """The script that every finder loads, and the files that it asks for when they are wanted."""

    script: bytes
    shards: tuple[tuple[str, bytes], ...] = ()


def finder(survey: Survey) -> Finder:
    """`window.places`: words, and `rows` or the `shards` with the first term of each.

    A row is id, name, pinyin, initials, code and ancestors in both languages; in shards its term
    comes first.
    """
    views = tuple(View(survey, lang) for lang in LANGS)
    rows = [_body(views, township.id, township.main) for township in survey.townships]
    if len(rows) <= LIMIT:
        return Finder(_script("window.places", {**_words(rows), "rows": rows}))
    rows += [_area(views, area) for area in views[0].areas.values() if area.names]
    entries = sorted((_order(term), term, row) for row in rows for term in _terms(row))
    shards: list[tuple[str, str]] = []
    files: list[tuple[str, bytes]] = []
    for first, part in _cut(entries):
        digest = sha256(_script("", part)).hexdigest()[:10]  # so that a browser keeps no stale one
        path = f"places/{len(files)}-{digest}.js"
        files.append((path, _script(f"(window.placeShards??={{}})[{json.dumps(path)}]", part)))
        shards.append((first, path))
    return Finder(_script("window.places", {**_words(rows), "shards": shards}), tuple(files))


def _words(rows: list[Row]) -> dict[str, object]:
    """What is said by the finder, and what it knows of names: those of the rows and in general."""
    names = frozenset("".join((*_OFFICES, *_KINDS, *(row[1] + row[5] for row in rows))))
    keys = ("label", "placeholder", "more", "loading", "failed")
    return {
        **{key: {lang: translator(lang)(f"home.finder_{key}") for lang in LANGS} for key in keys},
        "kinds": _KINDS,
        "offices": _OFFICES,
        "shortened": (_PEOPLES, _AUTONOMOUS),
        "traditional": traditional_of(names),
    }


def _body(views: tuple[View, ...], place: str, body: Body) -> Row:
    name = views[0].place(body).name
    where = (view.place(body).where for view in views)
    spoken = pinyin(body.name)
    return [place, name, spoken, initials(spoken), body.division_code, *where]


def _area(views: tuple[View, ...], area: Area) -> Row:
    """An area; its id is that of the smallest around it with a page in the directory, and where
    on that page it stands."""
    page = DIRECTORY.nearest(views[0].survey.nation, area.code).code
    place = page if page == area.code else f"{page}#{area.code}"
    name = views[0].area(area).name
    where = (view.area(area).where for view in views)
    spoken = pinyin(name)
    return [place, name, spoken, initials(spoken), area.code, *where]


def _terms(row: Row) -> Iterator[str]:
    """What a place is found by: its name from any character on, its pinyin, initials and code.

    An area is found without its kind as well: of all that begins so, that is the first term.
    """
    _, name, spoken, letters, code, *_ = row
    kind = next((end for end in _KINDS if name.endswith(end) and name != end), "")
    names, sounds = _forms(name), _forms(spoken)
    pieces = [form[at:] for form in names for at in range(len(form) - len(kind))]
    if 0 < len(code) <= _OF_COUNTY:
        pieces += [names[-1].removesuffix(kind), sounds[-1].rpartition(" ")[0]]
    yield from dict.fromkeys(filter(None, map(plain, (*pieces, *sounds))))
    yield from filter(None, (letters, code))


def _forms(name: str) -> tuple[str, ...]:
    """`青龙满族自治县` → itself, 青龙自治县, 青龙县; in finder.js as well."""
    if not any(word in name for word in ("族", "自治", "zu ", "Zizhi")):
        return (name,)  # as nearly all are
    short = name[:1] + re.sub(_PEOPLES, "", name[1:])
    return tuple(dict.fromkeys((name, short, re.sub(_AUTONOMOUS, "", short))))


def plain(text: str) -> str:
    """A text as the finder compares it, in finder.js as well; ü may be typed as v or u."""
    return _LEFT_OUT.sub("", normalize("NFKD", text).lower()).replace("v", "u")


def _order(term: str) -> bytes:
    """By UTF-16 units, as JavaScript compares."""
    return term.encode("utf-16-be", "surrogatepass")


def _cut(entries: list[tuple[bytes, str, Row]]) -> Iterator[tuple[str, list[Row]]]:
    """Runs of entries of about one size, each with its first term."""
    first, part, size = "", list[Row](), 0
    for _, term, row in entries:
        if size > SHARD:
            yield first, part
            part, size = [], 0
        if not part:
            first = term
        part.append([term, *row])
        size += sum(len(text.encode()) + 3 for text in part[-1])
    yield first, part


def _script(target: str, value: object) -> bytes:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    data = data.replace("<", "\\u003c")  # no markup, wherever this text may end up
    return f"{target}={data};\n".encode()
