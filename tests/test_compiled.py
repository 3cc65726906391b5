"""Templates are compiled once, again when they change, and where nothing can be kept."""

from pathlib import Path

import pytest
from jinja2 import Template, UndefinedError
from jinja2.bccache import Bucket

from generator.render import compiled


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text("{{ word }} & one", encoding="utf-8")
    return tmp_path


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that were compiled, by the checksums of what made them."""
    found: list[str] = []
    dump = compiled.Compiled.dump_bytecode

    def counting(self: compiled.Compiled, bucket: Bucket) -> None:
        found.append(bucket.checksum)
        dump(self, bucket)

    monkeypatch.setattr(compiled.Compiled, "dump_bytecode", counting)
    return found


def _opened(folder: Path) -> Template:
    return compiled.environment("en", folder).get_template("a.html")


def test_a_template_is_compiled_once(folder: Path, counted: list[str]) -> None:
    for _ in range(3):
        assert _opened(folder).render(word="<b>") == "&lt;b&gt; & one"
    assert len(counted) == 1


def test_a_changed_template_is_compiled_again(folder: Path, counted: list[str]) -> None:
    _opened(folder)
    (folder / "a.html").write_text("{{ word }} & two", encoding="utf-8")
    assert _opened(folder).render(word="<b>") == "&lt;b&gt; & two"
    assert len(counted) == 2


def test_another_jinja_compiles_again(
    folder: Path, counted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _opened(folder)
    monkeypatch.setattr(compiled, "version", lambda name: f"a later {name}")
    _opened(folder)
    assert len(counted) == 2


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 10_000])
def test_damaged_bytecode_is_made_again(folder: Path, counted: list[str], damage: bytes) -> None:
    _opened(folder)
    (kept,) = (folder / "__pycache__").iterdir()
    whole = kept.read_bytes()
    for data in (damage, whole[: len(whole) // 2]):
        kept.write_bytes(data)
        assert _opened(folder).render(word="<b>") == "&lt;b&gt; & one"
    assert len(counted) == 3


def test_a_folder_where_nothing_can_be_kept_is_no_matter(folder: Path) -> None:
    (folder / "__pycache__").write_text("a file, so no folder", encoding="utf-8")
    assert _opened(folder).render(word="<b>") == "&lt;b&gt; & one"
    assert sorted(path.name for path in folder.iterdir()) == ["__pycache__", "a.html"]


def test_calls_attributes_and_markup_are_as_jinja_has_them(tmp_path: Path) -> None:
    (tmp_path / "m.html").write_text(
        "{% macro box(link, text, quiet=False) %}<i title={{ link(text) }}>"
        "{{ caller() }}{% if quiet %}!{% endif %}</i>{% endmacro %}",
        encoding="utf-8",
    )
    (tmp_path / "a.html").write_text(
        '{% import "m.html" as m %}{% call m.box(link, word, quiet=True) %}{{ html | safe }}'
        "{{ word.upper() }}{{ word | length }}{% endcall %}",
        encoding="utf-8",
    )
    template = compiled.environment("en", tmp_path).get_template("a.html")
    shown = template.render(word="<b>", html="<b>&amp;</b>", link=lambda text: f"/{text}")
    assert shown == "<i title=/&lt;b&gt;><b>&amp;</b>&lt;B&gt;3!</i>"


def test_what_an_object_lacks_is_an_error(folder: Path) -> None:
    (folder / "a.html").write_text("{{ word.lacks }}", encoding="utf-8")
    with pytest.raises(AttributeError):
        _opened(folder).render(word="one")
    with pytest.raises(UndefinedError):
        _opened(folder).render()
