"""What pages say of what is not known: no publisher, no county, no neighbours."""

from hashlib import sha256
from pathlib import Path

import pytest

from generator.specimen import Specimen
from tests.corpus.content import CODE, Content
from tests.site.built import page_at, text_of

OTHER = "110118106"
ALONE = "同县其他乡镇还没有报告。"
NO_COUNTY = "没有区划代码，无法列出同县的乡镇。"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    content = Content(tmp_path)
    content.report("a.txt")
    content.register(f"a.txt,{CODE},,,,,,,,,,,")
    return content


@pytest.mark.parametrize(
    ("settings", "site"),
    [
        ("", "乡镇政府信息公开年报"),
        ('publisher = "某社"\n', "乡镇政府信息公开年报（某社）"),
    ],
)
def test_a_citation_leads_to_the_report_and_to_the_site(
    content: Content, settings: str, site: str
) -> None:
    content.settings(settings)
    assert content.build().code == 0
    checksum = sha256((content.path / "reports" / "a.txt").read_bytes()).hexdigest()[:16]
    assert {path: _citation(content, path) for path in CITED} == {
        f"reports/{CODE}-2023": (
            "云岭县青石镇：《云岭县青石镇2023年政府信息公开工作年度报告》，文件 a.txt（SHA-256 "
            f"{checksum}…）；数字由{site}读出（编号 {CODE}-2023）。（请加上本页网址和访问日期）"
        ),
        f"townships/{CODE}": f"北京市密云区青石镇，2023年，{site}。（请加上本页网址和访问日期）",
        "data": f"{site}：全部数据。（请加上本页网址和访问日期）",
    }


CITED = (f"reports/{CODE}-2023", f"townships/{CODE}", "data")


def _citation(content: Content, path: str) -> str:
    (shown,) = page_at(content.output, f"{path}/index.html").elements(".citation")
    return text_of(shown)


def test_neighbours_are_those_of_the_county_where_it_is_known(content: Content) -> None:
    assert content.build().code == 0
    page = content.page(f"townships/{CODE}/index.html")
    assert (ALONE in page, NO_COUNTY in page) == (True, False)
    content.report("b.txt", Specimen(body="云岭县白石镇"))
    assert content.build().code == 0
    page = content.page("townships/unresolved-b-txt/index.html")
    assert (ALONE in page, NO_COUNTY in page) == (False, True)
    content.register(f"a.txt,{CODE},,,,,,,,,,,", f"b.txt,{OTHER},,,,,,,,,,,")
    assert content.build().code == 0
    page = content.page(f"townships/{CODE}/index.html")
    assert (ALONE in page, NO_COUNTY in page) == (False, False)
    beside = page_at(content.output, f"townships/{CODE}/index.html").elements(
        "#neighbours + div th a"
    )
    assert "白石镇" in [text_of(link) for link in beside]
