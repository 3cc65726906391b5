"""Which place a printed name is: exactly one, or none at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.gazetteer import at, gazetteer, resolve
from generator.model import Body, BodyKind, Resolution
from generator.model.body import Evidence
from generator.parse.named import body_named

CERTAIN = [
    # printed in the title, code, how it was found, name
    ("巨各庄镇", "110118105", "unique_name", "巨各庄镇"),
    ("沙河市柴关乡", "130582203", "exact", "柴关乡"),
    ("北京市通州区于家务回族乡人民政府", "110112209", "exact", "于家务回族乡"),
    ("获嘉县徐营镇", "410724104", "exact", "徐营镇"),
    # names like those of a province, a city, a district, a number
    ("衢江区湖南镇", "330803113", "exact", "湖南镇"),
    ("长乐区湖南镇", "350112110", "exact", "湖南镇"),
    ("越秀区人民政府北京街道办事处", "440104003", "exact", "北京街道"),
    ("北京街道", "440104003", "unique_name", "北京街道"),
    ("番禺区市桥街道", "440113007", "exact", "市桥街道"),
    ("陆丰市八万镇", "441581109", "exact", "八万镇"),
    ("仪陇县新政镇", "511324101", "exact", "新政镇"),
    ("托克逊县夏镇人民政府", "650422105", "exact", "夏镇"),
    # one place, several spellings
    ("荔湾区南源街道办事处", "440103010", "exact", "南源街道"),
    ("荔湾区南源街", "440103010", "exact", "南源街道"),
    ("东西湖区吴家山街道", "420112001", "exact", "吴家山街"),
    ("通州区于家务乡", "110112209", "exact", "于家务回族乡"),
    ("获嘉县徐营镇政府", "410724104", "exact", "徐营镇"),
    ("获嘉县徐营镇人民政府办公室", "410724104", "exact", "徐营镇"),
    ("朝阳区南磨房地区办事处", "110105021", "exact", "南磨房地区"),
    ("沙河市 柴关乡", "130582203", "exact", "柴关乡"),
    ("獲嘉縣徐營鎮人民政府", "410724104", "exact", "徐营镇"),
    # higher divisions: short names, steps left out, a city without counties
    ("河北沙河柴关乡", "130582203", "exact", "柴关乡"),
    ("河北省邢台市沙河市柴关乡", "130582203", "exact", "柴关乡"),
    ("彭水县走马乡", "500243210", "exact", "走马乡"),
    ("彭水苗族土家族自治县走马乡", "500243210", "exact", "走马乡"),
    ("东莞市长安镇", "441900119", "exact", "长安镇"),
    ("邢台市经济开发区柴关乡", "130582203", "exact", "柴关乡"),
    ("沙河市·柴关乡", "130582203", "exact", "柴关乡"),
    ("中共沙河市柴关乡委员会沙河市柴关乡人民政府", "130582203", "exact", "柴关乡"),
    ("荔湾区南源街道办事处办公室", "440103010", "exact", "南源街道"),
]

UNCERTAIN = [
    # no such place, or not there: never the one of that name elsewhere
    ("彭江苗族土家族自治县走马乡人民政府", "unknown", 0),
    ("鹤峰县走马乡", "unknown", 1),
    ("托云县夏镇人民政府", "unknown", 0),
    ("昌河县七家镇", "unknown", 0),
    ("云岭县青石镇", "unknown", 0),
    ("青石乡", "unknown", 0),
    ("青石街道办事处", "unknown", 0),
    ("螺镇", "unknown", 0),
    ("沅江縣二酉苗族鄉人民政府", "unknown", 0),
    # a misread county (沭阳) is not corrected, and of a zone nothing is known
    ("沐阳县马厂镇", "unknown", 0),
    ("高新区和平镇", "unknown", 0),
    # an upgrade is another name; the place that it may be is kept
    ("沙河市柴关镇", "unknown", 1),
    ("获嘉县徐营街道", "unknown", 1),
    ("新政镇", "ambiguous", 2),
    ("湖南镇", "ambiguous", 2),
    ("城关镇", "ambiguous", 88),
    ("和平镇", "ambiguous", 17),
    ("市中区永安镇", "ambiguous", 2),
    ("", "unknown", 0),
    ("八五〇农场", "unknown", 0),
    ("经济开发区管委会", "not_a_township", 0),
]

OTHERS = [
    ("沭阳县发展和改革局", "department", ("江苏省", "宿迁市", "沭阳县")),
    ("上海市人民政府办公厅", "department", ("上海市", "", "")),
    ("云岭市青石局", "department", ("", "", "")),
    ("沙河市柴关乡便民服务中心", "department", ("河北省", "邢台市", "沙河市")),
    ("巨各庄镇便民服务中心", "department", ("", "", "")),
    ("沙河市人民政府", "county", ("河北省", "邢台市", "沙河市")),
    ("浦东新区人民政府", "county", ("上海市", "", "浦东新区")),
    ("云岭县人民政府", "county", ("", "", "")),
    ("邢台市人民政府", "city", ("河北省", "邢台市", "")),
    ("东莞市", "city", ("广东省", "东莞市", "")),
    ("测试市", "city", ("", "", "")),
    ("阿里地区行政公署", "unknown", ("西藏自治区", "阿里地区", "")),
    ("河北省人民政府", "province", ("河北省", "", "")),
    ("朝阳区人民政府", "county", ("", "", "")),  # of Beijing or of Changchun
]


def resolved(printed: str, publishers: tuple[str, ...] = (), regions: tuple[str, ...] = ()) -> Body:
    """A body as a report names it, looked up."""
    body = body_named(printed)
    return resolve(Body(body.printed, body.name, body.kind, evidence=Evidence(publishers, regions)))


@pytest.mark.parametrize(("printed", "code", "how", "name"), CERTAIN)
def test_a_certain_place_has_a_code(printed: str, code: str, how: str, name: str) -> None:
    body = resolved(printed)
    assert (body.division_code, body.resolution, body.name) == (code, Resolution(how), name)
    assert (body.printed, body.candidates, body.evidence) == (printed, (), Evidence())
    where = gazetteer().where(code)
    assert (body.province, body.city, body.county) == tuple(where)


@pytest.mark.parametrize(("printed", "how", "candidates"), UNCERTAIN)
def test_an_uncertain_place_has_none(printed: str, how: str, candidates: int) -> None:
    body = resolved(printed)
    assert (body.division_code, body.resolution) == ("", Resolution(how))
    assert len(body.candidates) == candidates
    assert body.candidates == tuple(sorted(body.candidates))


@pytest.mark.parametrize(("printed", "kind", "where"), OTHERS)
def test_other_bodies_are_kept_as_what_they_are(
    printed: str, kind: str, where: tuple[str, str, str]
) -> None:
    body = resolved(printed)
    assert body.kind is BodyKind(kind)
    assert (body.province, body.city, body.county) == where
    known = body.kind is not BodyKind.UNKNOWN
    assert body.resolution is (Resolution.NOT_A_TOWNSHIP if known else Resolution.UNKNOWN)
    assert body.division_code == ""


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("和平镇", "township"),
        ("沙河市柴关乡", "township"),
        ("巴林右旗索博日嘎苏木", "township"),
        ("南源街", "subdistrict"),
        ("青石街道办事处", "subdistrict"),
        ("朝阳区南磨房地区办事处", "subdistrict"),
    ],
)
def test_townships_and_subdistricts_are_told_apart(printed: str, kind: str) -> None:
    assert resolved(printed).kind is BodyKind(kind)


@pytest.mark.parametrize(
    ("publishers", "regions", "expected"),
    [
        (("汾西县人民政府",), (), "141034103"),
        (("汾西县人民政府办公室",), (), "141034103"),
        (("山西省汾西县和平镇人民政府",), (), "141034103"),
        ((), ("登录山西省汾西县",), "141034103"),
        ((), ("临汾市汾西县和平镇政府院内",), "141034103"),
        ((), ("通过云岭县",), "ambiguous"),
        ((), ("通过县",), "ambiguous"),
        (("和平镇人民政府", "县政务服务中心"), (), "ambiguous"),
        (("云岭县和平镇人民政府",), (), "unknown"),
        (("云岭县人民政府",), (), "unknown"),
        (("太平镇人民政府",), (), "unknown"),
        (("汾西县人民政府",), ("泰来县",), "unknown"),
        (("获嘉县和平镇人民政府",), (), "unknown"),
    ],
)
def test_other_statements_narrow_the_choice_or_exclude_all(
    publishers: tuple[str, ...], regions: tuple[str, ...], expected: str
) -> None:
    body = resolved("和平镇", publishers, regions)
    assert (body.division_code or body.resolution.value) == expected


def test_a_unique_name_elsewhere_is_excluded_by_a_website() -> None:
    assert resolved("走马乡").division_code == "500243210"
    body = resolved("走马乡", regions=("鹤峰县",))
    assert (body.division_code, body.resolution) == ("", Resolution.UNKNOWN)
    assert (body.province, body.county) == ("湖北省", "鹤峰县")
    assert body.candidates == ("422828100",)  # 走马镇


def test_every_place_is_found_by_its_county_and_name() -> None:
    places = gazetteer()
    missed = []
    for code, name in list(places.names.items())[::7]:
        if len(code) == 9 and name.endswith(("乡", "镇", "苏木", "街道")):
            county = places.where(code).county or places.where(code).city
            body = resolve(Body(printed=county + name))
            assert body.division_code in ("", code)
            missed += [] if body.division_code else [(county, name)]
    assert len(missed) < 10  # counties of one name that both have a place of that name


@pytest.mark.parametrize(
    ("code", "where"),
    [
        ("110118105", ("北京市", "", "密云区")),
        ("110118999", ("北京市", "", "密云区")),
        ("441900119", ("广东省", "东莞市", "")),
        ("469029104", ("海南省", "", "保亭黎族苗族自治县")),
        ("999999999", ("", "", "")),
    ],
)
def test_a_code_that_is_given_tells_where(code: str, where: tuple[str, str, str]) -> None:
    body = at(Body(printed="和平镇", name="和平镇", county="某县", candidates=("1",)), code)
    assert (body.division_code, body.candidates) == (code, ())
    assert (body.province, body.city, body.county) == where
    assert body.name == "和平镇"


PIECES = st.sampled_from(
    [
        *(
            "河北省",
            "河北",
            "北京市",
            "邢台市",
            "沙河市",
            "沙河",
            "获嘉县",
            "云岭县",
            "城区",
            "鹤峰县",
        ),
        *("朝阳区", "长安区", "高新区", "经济开发区", "彭水苗族土家族自治县", "通州区"),
        *(
            "柴关乡",
            "和平镇",
            "走马乡",
            "走马镇",
            "徐营镇",
            "北京街道",
            "湖南镇",
            "于家务乡",
            "市桥街道",
        ),
        *("人民政府", "办事处", "街道", "财政局", "2023年", " ", "（", "-"),
    ]
)
LISTED = ("沙河市", "获嘉县", "鹤峰县", "朝阳区", "长安区", "通州区", "彭水苗族土家族自治县")
NAMES = st.lists(PIECES, max_size=5).map("".join) | st.text(max_size=20)


@given(NAMES, st.lists(NAMES, max_size=2), st.lists(NAMES, max_size=2))
def test_no_code_is_excluded_by_what_is_printed(
    printed: str, publishers: list[str], regions: list[str]
) -> None:
    body = resolved(printed, tuple(publishers), tuple(regions))
    path = gazetteer().path(body.division_code)
    for division in LISTED if path else ():
        said = (printed, *publishers, *regions)
        assert division in path or not any(text.startswith(division) for text in said)
    assert not (body.division_code and body.candidates)
    assert bool(body.division_code) == (
        body.resolution in {Resolution.EXACT, Resolution.UNIQUE_NAME}
    )
