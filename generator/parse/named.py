"""What the printed name of a body says by itself, without a list of places."""

import re

from generator.model import Body, BodyKind
from generator.regex import regex
from generator.simplified import folded, simplified

_NO_DIVISIONS = ("开发区", "园区", "高新区", "社区", "景区", "度假区", "示范区", "管理区")
_ENDS = (
    (("街道", "街道办事处", "街道办", "街", "地区办事处"), BodyKind.SUBDISTRICT),
    (("乡", "镇", "苏木"), BodyKind.TOWNSHIP),
    (
        ("局", "委员会", "委", "管委会", "办公室", "中心", "厅", "处", "院", "队", "所", "站"),
        BodyKind.DEPARTMENT,
    ),
    (_NO_DIVISIONS, BodyKind.UNKNOWN),
    (("省", "自治区"), BodyKind.PROVINCE),
    (("县", "区", "旗"), BodyKind.COUNTY),
    (("市", "州", "盟", "地区"), BodyKind.CITY),
)
# `住房和城市更新局`, `专业市场发展中心`, `社区服务中心` lie in no 城市, 专业市 or 社区;
# the committee of a zone is named by its zone.
_ANCESTORS = regex(
    r"^(?!城市).+?(?:省|自治区|自治州|地区|盟|(?<![和与]城)市(?!场)|自治县|县|(?<!社)区|旗)"
    r"(?:人民政府(?=.+(?:乡|镇|苏木|街道|街道办事处)$))?"
    r"(?!街道$|街$|街道办|人民政府|管委会|管理委员会)(?=.{2,})"
)


def kind_of(name: str) -> BodyKind:
    """The kind of a body by the ending of its name, `人民政府` taken off."""
    own = _own(simplified(folded(name)))
    kind = next((kind for ends, kind in _ENDS if own.endswith(ends)), BodyKind.UNKNOWN)
    governs = own != name and kind is BodyKind.DEPARTMENT  # no department is a government
    return BodyKind.UNKNOWN if governs and name.endswith("政府") else kind


def body_named(printed: str) -> Body:
    """A body of which only the printed name is known: its own name and its kind."""
    own = _own(simplified(folded(printed)))
    name = previous = own
    while (name := _ANCESTORS.sub("", name)) != previous:
        previous = name
    if name.endswith(("街道办事处", "地区办事处")):
        name = name.removesuffix("办事处")
    return Body(printed=printed, name=name or own, kind=kind_of(printed))


def _own(name: str) -> str:
    """A name without the words for its government or, of a township, its office."""
    bare = re.sub(r"(?<=[乡镇木])(?:人民)?政府办公室$|(?<=街道办事处)办公室$", "", name)
    return re.sub(r"人民政府$|(?<=[乡镇木])政府$", "", bare)
