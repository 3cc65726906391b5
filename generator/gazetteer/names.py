"""How names of places vary in print: which spellings mean the same place, and what kind it is.

An upgrade (乡 to 镇, 镇 to 街道) makes another name and is never taken for the same; 街道,
街道办事处 and 街 are the same; the nationalities of an autonomous place may be left out.
"""

from generator.model import BodyKind
from generator.regex import regex
from generator.simplified import folded, simplified

_SPACES = regex(r"\s+")
_SUBDISTRICT_ENDS = regex(r"(?<=.)(?:街道办事处|街道办|街办事处|街道|街)$")
_OFFICE_OF_AREA = regex(r"(?<=地区)办事处$")
_LONG_PEOPLES = (
    "蒙古 维吾尔 哈萨克 柯尔克孜 锡伯 塔吉克 塔塔尔 乌孜别克 俄罗斯 鄂温克 鄂伦春 达斡尔 土家 仫佬 "
    "毛南 仡佬 布依 朝鲜 傈僳 拉祜 景颇 布朗 撒拉 普米 阿昌 德昂 基诺 门巴 珞巴 保安 裕固 东乡 "
    "哈尼 纳西 独龙 高山 赫哲 各"
)
_SHORT_PEOPLES = "汉回壮满苗彝侗瑶白傣黎佤畲水羌怒京土藏"
PEOPLE = rf"(?:{'|'.join(_LONG_PEOPLES.split())})族?|[{_SHORT_PEOPLES}]族|民族"
_PEOPLES = regex(rf"(?:{PEOPLE})+(?=自治|乡$|苏木$)")
_EACH_PEOPLE = regex(PEOPLE)
_KIND_OF_DIVISION = regex(r"(?:自治)?[省市州盟县区旗]$|地区$")
_BRACKETS = regex(r"[（()）-]")
_TOWNSHIP_ENDS = ("乡", "镇", "苏木")
_SUBDISTRICT_KEYS = ("街道", "办事处", "地区")
_MAY_BE_TOWN = regex("[乡镇街处木]|地区")
_STEM = regex(r"(?<=.)(?:街道|地区|苏木|乡|镇)$")


def plain(text: str) -> str:
    """A printed name without widths, spaces and traditional characters."""
    return _SPACES.sub("", simplified(folded(text)))


def town_key(name: str) -> str:
    """What equal names of a township or subdistrict have in common; the argument is `plain`."""
    return _OFFICE_OF_AREA.sub("", _SUBDISTRICT_ENDS.sub("街道", name))


def town_keys(name: str) -> tuple[str, ...]:
    """The keys by which a name of the list is found, which may hold two: `三星镇（…园区）`."""
    if not _MAY_BE_TOWN.search(name):
        return ()
    parts = _BRACKETS.split(name)
    both = parts if len(parts) == 1 else (name, *parts)
    return tuple(dict.fromkeys(town_key(part) for part in both if is_town(part)))


def is_town(name: str) -> bool:
    """Whether a name is that of a township or subdistrict, by its ending."""
    return town_kind(name) is not BodyKind.UNKNOWN


def town_kind(name: str) -> BodyKind:
    """Township or subdistrict by the ending of a name; unknown for farms, zones and offices."""
    key = town_key(name)
    if key in (*_TOWNSHIP_ENDS, *_SUBDISTRICT_KEYS):
        return BodyKind.UNKNOWN
    if key.endswith(_SUBDISTRICT_KEYS):
        return BodyKind.SUBDISTRICT
    return BodyKind.TOWNSHIP if key.endswith(_TOWNSHIP_ENDS) else BodyKind.UNKNOWN


def without_peoples(name: str) -> str:
    """`于家务回族乡` → `于家务乡`, `彭水苗族土家族自治县` → `彭水自治县`."""
    found = _PEOPLES.search(name, 1)
    return name[: found.start()] + name[found.end() :] if found else name


def with_peoples_apart(name: str) -> tuple[str, ...]:
    """`于家务回族乡` → `于家务`, `回族`, `乡`; a name without peoples is one part."""
    found = _PEOPLES.search(name, 1)
    if not found or not ("自治" in name or "族" in found.group()):
        return (name,)
    return name[: found.start()], *_EACH_PEOPLE.findall(found.group()), name[found.end() :]


def stem(key: str) -> str:
    """A township's name without its kind and peoples, which an upgrade leaves as it was."""
    return _STEM.sub("", without_peoples(key))


def division_names(name: str) -> tuple[str, ...]:
    """The names by which a county, city or province is printed, the full one first."""
    short = without_peoples(name) if "自治" in name else name
    names = [name, short, short.replace("自治", "")]
    rest = _KIND_OF_DIVISION.sub("", short)
    if len(rest) > 1:
        names.append(rest)
    return tuple(dict.fromkeys(names))
