"""Control characters of a report never reach a page: HTML forbids them."""

from generator.fragments.original import original_parts
from generator.fragments.prose import marked
from generator.fragments.visible import visible


def test_controls_become_the_replacement_character() -> None:
    assert visible("a\x07<\x1b[31m\t\x85b") == "a\ufffd&lt;\ufffd[31m\t\ufffdb"


def test_prose_and_original_hold_none() -> None:
    assert marked("公开\x00信息\x07", ()) == "公开\ufffd信息\ufffd"
    (part,) = original_parts(("公开\x00信息\x07",), frozenset())
    assert part.html == '<li id="L1">公开\ufffd信息\ufffd</li>'
