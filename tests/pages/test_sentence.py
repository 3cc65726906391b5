"""A year in plain words, whatever was or was not read."""

import pytest

from generator.bilingual import Lang
from generator.model import Dossier
from generator.pages.base import View
from generator.pages.sentence import year_sentence
from generator.specimen import Specimen
from tests.export.samples import judged, surveyed
from tests.rules.judged import read

RECEIVED, OPENING = "requests.received.total", "requests.brought_forward.total"
PROCESSED, CLOSING = "requests.processed.total", "requests.carried_forward.total"


def sentence(lang: Lang, **fields: object) -> str:
    specimen = Specimen(**fields)  # type: ignore[arg-type]
    dossier: Dossier = judged(read(specimen))
    return year_sentence(View(surveyed([dossier]), lang), dossier)


@pytest.mark.parametrize("address", [RECEIVED, OPENING, PROCESSED, CLOSING])
@pytest.mark.parametrize("text", ["", "/", "若干"])
def test_an_unread_total_is_said_to_be_unread(address: str, text: str) -> None:
    assert sentence("zh", cells={address: text}).startswith("2023年的申请数字有空白或未能读取的。")
    assert sentence("en", cells={address: text}).startswith(
        "Some numbers of requests of 2023 are blank or could not be read."
    )


def test_requests_carried_over_are_told() -> None:
    cells = {OPENING: "2", PROCESSED: "1", CLOSING: "1", "requests.withheld_by_law.total": "1"}
    assert sentence("zh", cells=cells).startswith(
        "2023年新收申请 0 件；上年结转 2 件；办结 1 件：不予公开 1 件；结转下年 1 件。"
    )
    assert sentence("en", cells=cells).startswith(
        "0 new requests in 2023; 2 carried over from the year before; 1 decided: "
        "disclosure refused 1; 1 carried forward."
    )


def test_a_single_request_is_one() -> None:
    cells = {RECEIVED: "1", PROCESSED: "1", "requests.granted.total": "1"}
    assert sentence("zh", cells=cells).startswith("2023年新收申请 1 件；办结 1 件：")
    assert sentence("en", cells=cells).startswith("1 new request in 2023; 1 decided: ")


def test_outcomes_of_one_group_are_added() -> None:
    cells = {
        RECEIVED: "5",
        PROCESSED: "5",
        "requests.withheld_by_law.total": "2",
        "requests.withheld_third_party.total": "1",
        "requests.closed_other.total": "2",
    }
    assert "办结 5 件：不予公开 3 件、其他处理 2 件。" in sentence("zh", cells=cells)


def test_the_older_edition_has_its_own_rows() -> None:
    cells = {RECEIVED: "2", PROCESSED: "2", "requests.closed_otherwise.total": "2"}
    told = sentence("zh", year=2020, requests=2019, cells=cells)
    assert told.startswith("2020年新收申请 2 件；办结 2 件：其他处理 2 件。")


def test_a_group_with_an_unread_cell_is_not_told() -> None:
    cells = {
        RECEIVED: "3",
        PROCESSED: "3",
        "requests.granted.total": "1",
        "requests.withheld_by_law.total": "2",
        "requests.withheld_third_party.total": "",
    }
    told = sentence("zh", cells=cells)
    assert "予以公开 1 件" in told
    assert "不予公开" not in told


def test_unread_cases_are_not_told_as_none() -> None:
    told = sentence("zh", cells={"appeals.suit_direct.total": ""})
    assert told == "2023年没有收到申请，也没有上年结转的申请。"


@pytest.mark.parametrize(("lang", "number"), [("zh", "1234 件"), ("en", "1,234 new")])
def test_large_numbers_are_written_as_each_language_does(lang: Lang, number: str) -> None:
    assert number in sentence(lang, cells={RECEIVED: "1234"})
