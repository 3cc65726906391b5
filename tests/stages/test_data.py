"""Tables are written by parts: only those with other rows again, and the archive of all of them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote
from zipfile import ZipFile

import pytest

from generator.export import OTHERS, parts
from generator.specimen import Specimen
from generator.stages import pieces
from generator.stages.data import PartPlan, PartPublisher, PublishedPart
from tests.corpus.content import CODE, Content, snapshot
from tests.stages.kept import forget, kept

ELSEWHERE = "130582203"  # in another province


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Content:
    """Two townships of two provinces, so many that tables are split."""
    monkeypatch.setattr(parts, "LIMIT", 1)
    made = Content(tmp_path)
    made.report("a.txt")
    made.report("b.txt", Specimen(year=2022))
    made.register(f"a.txt,{CODE},,,,,北京市,,,,,,", f"b.txt,{ELSEWHERE},,,,,河北省,,,,,,")
    return made


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts that are written from now on, by the first of their tables."""
    found: list[str] = []

    carried_out = PartPublisher.carried_out

    def noted(publisher: PartPublisher, plans: Sequence[PartPlan]) -> Iterator[PublishedPart]:
        found.extend(plan.part.stem(plan.part.tables[0]) for plan in plans)
        return carried_out(publisher, plans)

    monkeypatch.setattr(PartPublisher, "carried_out", noted)
    return found


def test_only_parts_with_other_rows_are_written_again(content: Content, written: list[str]) -> None:
    content.build("--workers", "1")
    assert sorted(written) == sorted(["cells/北京市", "cells/河北省", "reports", *OTHERS])
    written.clear()
    content.report("b.txt", Specimen(year=2022, cells={"requests.received.total": "1"}))
    content.build("--workers", "1")
    assert sorted(written) == ["cells/河北省", "files", "reports", "rules"]
    written.clear()
    content.register(
        f"a.txt,{CODE},,,,,北京市,,,,,,", f"b.txt,{ELSEWHERE},,,,,河北省,,,,,,注"
    )  # which only the page shows
    content.build("--workers", "1")
    assert written == []


def test_pages_lead_to_the_part_with_their_cells(content: Content) -> None:
    assert content.build("--strict").code == 0
    for page, path in {
        f"townships/{ELSEWHERE}/index.html": "cells/河北省.csv",
        f"reports/{CODE}-2023/index.html": "cells/北京市.csv",
    }.items():
        assert f'data/{quote(path)}"' in content.page(page)
        assert f"{path}：" in content.page(page)


def test_the_archive_holds_the_files_as_they_are(content: Content) -> None:
    for _ in range(2):
        content.build()
        files = snapshot(content.output / "data")
        with ZipFile(content.output / "data" / "everything.zip") as archive:
            assert archive.testzip() is None
            inside = {name: archive.read(name) for name in archive.namelist()}
        outside = {"everything.zip", "checksums.sha256", "index.html"}
        assert inside == {path: files[path] for path in files.keys() - outside}
        content.report("b.txt", Specimen(year=2022, cells={"requests.received.total": "1"}))


def test_an_archive_is_made_again_when_nothing_deflated_is_kept(content: Content) -> None:
    content.build()
    before = snapshot(content.output)
    deflated = list(kept(content, bytes))
    assert len(deflated) == 30  # of two parts with three tables and ten other tables, each twice
    for path in deflated:
        path.write_bytes(b"")
    content.settings('title_zh = "另一个名字"\n')
    content.build()
    (content.path / "site.toml").unlink()
    content.build()
    assert snapshot(content.output) == before


def test_what_a_large_file_is_deflated_to_is_kept_in_volumes(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    content.build()
    before = snapshot(content.output)
    monkeypatch.setattr(pieces, "_VOLUME", 100)
    forget(content.output)
    content.build()
    assert len(list(kept(content, bytes))) > 30
    assert snapshot(content.output) == before
