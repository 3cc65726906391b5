"""`site.toml`: every key is optional; what cannot be used stops the build."""

from pathlib import Path

import pytest

from generator.corpus.problems import Problem
from generator.corpus.site_toml import base_url, read_settings
from generator.errors import ContentError
from generator.settings import TITLE, Settings, Thresholds


def settings(tmp_path: Path, text: str | bytes) -> tuple[Settings, list[Problem]]:
    """A settings file read, with what was said of it."""
    path = tmp_path / "site.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    problems: list[Problem] = []
    return read_settings(path, problems), problems


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    problems: list[Problem] = []
    assert read_settings(tmp_path / "site.toml", problems) == Settings()
    assert problems == []
    assert settings(tmp_path, "") == (Settings(), [])


def test_every_key_is_read(tmp_path: Path) -> None:
    text = """\ufeff
    base_url = "https://example.org/oversight"
    contact = "mailto:a@example.org"
    publisher = "某社"
    licence = "CC0 1.0"
    [title]
    zh = "甲"
    [thresholds]
    rate = 5
    """
    found, problems = settings(tmp_path, text)
    assert problems == []
    assert (found.title.zh, found.title.en) == ("甲", TITLE.en)
    assert (found.contact, found.publisher, found.licence) == (
        "mailto:a@example.org",
        "某社",
        "CC0 1.0",
    )
    assert found.base_url == "https://example.org/oversight/"
    assert found.thresholds == Thresholds(5, 30)


REMOVE = "Remove or rename it."
MOVE = "Move it above the first line in brackets."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('baseurl = "x"\n', f"key 'baseurl' is not known and not used. {REMOVE}"),
        ('[title]\nde = "x"\n', f"key 'de' below [title] is not known and not used. {REMOVE}"),
        (
            '[thresholds]\nrate = 10\nbase_url = "https://example.org/"\n',
            f"key 'base_url' below [thresholds] is not known and not used. {MOVE}",
        ),
    ],
)
def test_a_key_that_is_not_used_is_said(tmp_path: Path, text: str, said: str) -> None:
    found, problems = settings(tmp_path, text)
    assert found == Settings()
    assert [str(problem) for problem in problems] == [f"site.toml: {said}"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("title = [", "not readable as TOML"),
        ("标题 = 1", "not readable as TOML"),
        ('title = "甲"', "title is not a table"),
        ("thresholds = 10", "thresholds is not a table"),
        ("contact = 5", "contact is 5, expected text"),
        ("[title]\nzh = 5", "zh is 5, expected text"),
        ("[thresholds]\nrate = 0", "thresholds are"),
        ("[thresholds]\nrate = -1", "thresholds are"),
        ("[thresholds]\nrate = 2.5", "thresholds are"),
        ("[thresholds]\nrate = true", "thresholds are"),
        ('[thresholds]\nplain = "30"', "thresholds are"),
        ('base_url = "example.org"', 'base_url is "example.org"'),
        ('base_url = "ftp://example.org"', "base_url is"),
        ('base_url = "https://a b"', "base_url is"),
    ],
)
def test_what_cannot_be_used_is_said(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(ContentError, match=rf"^site\.toml: {what}") as caught:
        settings(tmp_path, text)
    assert str(caught.value).endswith(".")


def test_a_file_in_another_encoding_is_said(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"^site\.toml: not readable as TOML"):
        settings(tmp_path, 'title = {zh = "甲"}'.encode("gb18030"))


@pytest.mark.parametrize("given", ["https://example.org", "https://example.org/"])
def test_an_address_ends_with_one_slash(given: str) -> None:
    assert base_url(given, "--base-url") == "https://example.org/"
    assert base_url("", "--base-url") == ""
