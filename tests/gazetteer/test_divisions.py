"""The list of divisions that comes with the program, and how it is made."""

import base64
import gzip
import hashlib
import io
import subprocess
import sys
import tarfile

import pytest

from generator.errors import UsageError
from generator.gazetteer import gazetteer
from generator.gazetteer.divisions import DIVISIONS, NAMES, NO_PLACES, TOWNS
from generator.gazetteer.make import SHA512, TABLES, compact
from generator.gazetteer.names import division_names, town_keys, without_peoples
from generator.gazetteer.pinyin import PINYIN
from generator.simplified import simplified
from tests.conftest import ROOT


def test_the_list_is_whole() -> None:
    places = gazetteer()
    digits = {n: sum(1 for code in places.names if len(code) == n) for n in (2, 4, 6, 9)}
    assert digits == {2: 31, 4: 342, 6: 2978, 9: 41352}
    assert len(places.towns["和平镇"].split()) == 17
    assert list(places.names) == sorted(places.names)
    assert all(code[:6] in places.names for code in places.names)


@pytest.mark.parametrize(
    ("code", "path"),
    [
        ("110118105", ("北京市", "密云区", "巨各庄镇")),
        ("130582203", ("河北省", "邢台市", "沙河市", "柴关乡")),
        ("441900119", ("广东省", "东莞市", "长安镇")),
        ("500243210", ("重庆市", "彭水苗族土家族自治县", "走马乡")),
        ("469029104", ("海南省", "保亭黎族苗族自治县", "新政镇")),
        ("1305", ("河北省", "邢台市")),
        ("000000000", ()),
    ],
)
def test_a_path_names_real_places_only(code: str, path: tuple[str, ...]) -> None:
    assert gazetteer().path(code) == path
    assert gazetteer().path(code, path[-1] if path else "和平镇") == path


def test_the_list_is_read_only_when_it_is_wanted() -> None:
    code = (
        "import generator.corpus, generator.pages.candidates\n"
        "from generator.gazetteer import gazetteer\n"
        "assert gazetteer.cache_info().currsize == 0\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("三星镇（叠石桥家纺产业园区）", ("三星镇",)),
        ("化学新材料产业园-沿江街道", ("化学新材料产业园-沿江街道", "沿江街道")),
        ("吴家山街", ("吴家山街道",)),
        ("保康街道办事处", ("保康街道",)),
        ("庆北办事处", ("庆北办事处",)),
        ("八五〇农场", ()),
        ("街道", ()),
        ("镇", ()),
    ],
)
def test_the_keys_of_a_town(name: str, keys: tuple[str, ...]) -> None:
    assert town_keys(name) == keys


@pytest.mark.parametrize(
    ("name", "shorter"),
    [
        ("于家务回族乡", "于家务乡"),
        ("二酉苗族乡", "二酉乡"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江自治县"),
        ("前郭尔罗斯蒙古族自治县", "前郭尔罗斯自治县"),
        ("巴音郭楞蒙古自治州", "巴音郭楞自治州"),
        ("东乡族自治县", "东乡族自治县"),  # nothing would be left
        ("土门乡", "土门乡"),
        ("东乡镇", "东乡镇"),
        ("白水乡", "白水乡"),
    ],
)
def test_peoples_may_be_left_out(name: str, shorter: str) -> None:
    assert without_peoples(name) == shorter


def test_divisions_have_short_names() -> None:
    assert division_names("沙河市") == ("沙河市", "沙河")
    assert division_names("赵县") == ("赵县",)
    assert "彭水县" in division_names("彭水苗族土家族自治县")
    assert "湘西州" in division_names("湘西土家族苗族自治州")


def test_traditional_characters_become_one_character_each() -> None:
    printed = "沅陵縣二酉苗族鄉人民政府2020年政府信息公開工作年度報告"
    assert simplified(printed) == "沅陵县二酉苗族乡人民政府2020年政府信息公开工作年度报告"
    assert simplified("補償債務、評價違規傷亂處罰著") == "补偿债务、评价违规伤乱处罚著"
    names = "".join(gazetteer().names.values())
    assert simplified(names) == names


def _package(names: dict[str, str]) -> bytes:
    """A package as it is published, with one row in each table."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as archive:
        for table, code in zip(TABLES, names, strict=True):
            data = f'code,name,extra\n{code},"{names[code]}",1\n'.encode()
            member = tarfile.TarInfo(f"package/dist/{table}.csv")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return file.getvalue()


def test_the_list_is_made_from_its_package() -> None:
    names = {"13": "河北省", "1305": "邢台市", "130582": "沙河市", "110118105": "吴家山街"}
    package = _package(names)
    digest = base64.b64encode(hashlib.sha512(package).digest()).decode()
    tables = compact(package, digest)
    assert tables == compact(package, digest)
    assert _rows(tables[DIVISIONS]) == [
        *("code,name", "110118105,吴家山街", "13,河北省", "1305,邢台市", "130582,沙河市"),
    ]
    assert _rows(tables[TOWNS]) == ["key,codes", "吴家山街道,110118105"]
    assert _rows(tables[PINYIN]) == [
        *("part,pinyin", "吴家山,wujiashan", "市,shi", "沙河,shahe", "河北,hebei", "省,sheng"),
        *("街,jie", "邢台,xingtai"),
    ]
    assert _rows(tables[NAMES]) == [
        *("name,codes", "河北省,13", "河北,13", "邢台市,1305", "邢台,1305"),
        *("沙河市,130582", "沙河,130582"),
    ]


def _rows(data: bytes) -> list[str]:
    assert data[4:8] == bytes(4)  # no time of making
    return gzip.decompress(data).decode().splitlines()


def test_another_package_is_refused() -> None:
    with pytest.raises(UsageError, match=r"its sha512 is .*, expected 4uUPAT"):
        compact(b"something else")
    assert len(base64.b64decode(SHA512)) == 64


def test_the_tables_are_small_and_keyed_as_names_are_looked_up() -> None:
    folder = ROOT / "generator" / "gazetteer"
    tables = [(folder / file).read_bytes() for file in (DIVISIONS, TOWNS, NAMES)]
    assert sum(map(len, tables)) < 400_000
    listed, towns, names = map(_rows, tables)
    assert (listed[0], towns[0], names[0]) == ("code,name", "key,codes", "name,codes")
    assert listed[1:] == sorted(listed[1:])
    places = gazetteer()
    keys: dict[str, list[str]] = {}
    higher: dict[str, list[str]] = {}
    for code, name in places.names.items():
        for key in town_keys(name) if len(code) == 9 else ():
            keys.setdefault(key, []).append(code)
        for printed in division_names(name) if len(code) < 9 and name not in NO_PLACES else ():
            higher.setdefault(printed, []).append(code)
    assert {key: " ".join(codes) for key, codes in keys.items()} == places.towns
    assert {name: " ".join(codes) for name, codes in higher.items()} == places.divisions


@pytest.mark.parametrize(
    ("code", "key", "name"),
    [
        ("130582203", "柴关乡", "柴关乡"),
        ("110113011", "空港街道", "空港街道"),
        ("110112209", "于家务乡", "于家务回族乡"),  # found near the key
    ],
)
def test_a_place_that_was_found_has_its_listed_name(code: str, key: str, name: str) -> None:
    assert gazetteer().name(code, key) == name


def test_a_place_of_two_keys_has_one_name() -> None:
    places = gazetteer()
    code = places.towns["三星镇"].split()
    names = {places.name(one, "三星镇") for one in code}
    assert "三星镇（叠石桥家纺产业园区）" in names
    assert names == {places.names[one] for one in code}
