"""Places that prose names, and words that are no names of places."""

import pytest

from generator.gazetteer.mentions import read_mentions
from generator.model import Mention, Paragraph


def mentions(text: str) -> tuple[Mention, ...]:
    """What is read in one paragraph."""
    return read_mentions((Paragraph("overview", 7, text),))


def named(text: str) -> dict[str, tuple[str, ...]]:
    """The names read in a sentence, with the codes of the places that they may be."""
    return {one.name: tuple(p.code for p in one.places) for one in mentions(text)}


@pytest.mark.parametrize(
    ("sentence", "name", "codes"),
    [
        ("专题研究部署诗洞镇政务公开工作，", "诗洞镇", {"441224114"}),
        ("怀集县诗洞镇政务公开，", "诗洞镇", {"441224114"}),
        ("广东省肇庆市怀集县诗洞镇，", "诗洞镇", {"441224114"}),
        ("诗洞镇，", "诗洞镇", {"441224114"}),
        ("在诗洞镇人民政府网站，", "诗洞镇", {"441224114"}),
        ("彭水县走马乡，", "走马乡", {"500243210"}),
        ("走马乡党委，", "走马乡", {"500243210"}),
        ("南源街道办事处公开，", "南源街道", {"440103010"}),
        ("达尔汗苏木公开，", "达尔汗苏木", {"150223213"}),
        ("获嘉县政府的要求，", "获嘉县", {"410724"}),
        ("按照河南省获嘉县委要求，", "获嘉县", {"410724"}),
        ("北京市朝阳区政府，", "朝阳区", {"110105"}),
        ("石家庄市人民政府，", "石家庄市", {"1301"}),
        ("按照獲嘉縣徐營鎮人民政府要求，", "徐營鎮", {"410724104"}),
    ],
)
def test_a_name_is_read_with_its_places(sentence: str, name: str, codes: set[str]) -> None:
    assert {key: set(found) for key, found in named(sentence).items()} == {name: codes}


def test_a_name_that_several_places_have_keeps_them_all() -> None:
    assert len(named("和平镇认真落实，")["和平镇"]) == 17
    assert named("汾西县和平镇认真落实，") == {"和平镇": ("141034103",)}
    assert len(named("朝阳区政府要求，")["朝阳区"]) == 2


NONE = [
    "加强小城镇建设，推进中心镇、新镇和特色小镇发展。",
    "我镇各乡镇全镇本镇该镇，城镇居民，村镇银行，集镇。",
    "推进新城镇化，统筹城乡，服务家乡，返乡创业，文化下乡，老乡见老乡。",
    "向全镇街道社区，各街道、城区街道、中心街道、主街道公开。",
    "新建镇便民服务中心，联合镇纪委，发放镇政务公开手册，建设镇级专区。",
    "比如县政府网站，合作市政府，延长县政府信息公开的时限。",
    "创建平安乡、文明镇、幸福街道、和谐乡、生态镇。",
    "负责人和镇政府，申请人和镇党委，工作中镇党委，居民和镇干部，妇联和街道干部。",
    "游子对于家乡，认同老乡观念，网上镇政府。",
    "发展乡村旅游，永和乡村振兴，太平镇村两级。",
    "《怀集县诗洞镇政府信息公开办法》，按照《获嘉县政府关于公开的通知》，执行。",
    "获嘉县域，怀集县级，朝阳区域，沙河市场，北京市民，通州区块。",
    "赴获嘉县，在石家庄市召开，来自北京市朝阳区。",  # no authority is spoken of
    "按照县委、区政府、市政府、旗政府的要求，市县区政府，各县政府。",
    "云岭县和平镇，云岭市诗洞镇，",  # of a county that is not listed
    "沙河市诗洞镇，",  # of a county that has none
    "诗洞镇",  # no running text
    "夏镇，口镇，雪乡，",
]


@pytest.mark.parametrize("sentence", NONE)
def test_other_words_name_no_place(sentence: str) -> None:
    assert named(sentence) == {}


def test_a_mention_says_where_it_stands_and_where_the_place_lies() -> None:
    text = "一是公开。二是研究部署诗洞镇政务公开工作；三是诗洞镇培训。"
    (found,) = mentions(text)
    assert (found.line, found.sentence) == (7, "二是研究部署诗洞镇政务公开工作")
    assert found.sentence[found.start :].startswith("诗洞镇政务")
    (place,) = found.places
    assert (place.province, place.city, place.county) == ("广东省", "肇庆市", "怀集县")


def test_what_is_kept_of_endless_text_is_bounded() -> None:
    found = mentions("，" + "诗洞镇和平镇" * 5_000)
    assert len(found) == 2
    assert all(len(one.sentence) < 200 for one in found)
