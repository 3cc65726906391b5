"""What checksums are taken of holds every field, as a change of any of them must tell."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

import pytest

from generator.areas import Region
from generator.model import ALONE, Body, BodyKind, Resolution, Typical
from generator.model.body import Evidence
from generator.similar_pairs import PairPage
from generator.store import key_of
from generator.surroundings import County, Surroundings

BODY: Mapping[str, Any] = {
    "kind": BodyKind.TOWNSHIP,
    "resolution": Resolution.EXACT,
    "candidates": ("110118105",),
    "evidence": Evidence(("东邵渠镇人民政府",)),
}
AROUND: Mapping[str, Any] = {
    "county": County((), 2, "other"),
    "listed_in": (Region("11", ("北京市",)),),
    "namesakes": frozenset({"110118105-2023"}),
    "pairs": {frozenset({"a", "b"}): PairPage(Region("", ()), 1)},
    "is_split": True,
}
COMPANY: Mapping[str, Any] = {
    "typical": {"requests.received.total": Typical(1, 10)},
    "overlaps": (None,),
    "strangers": True,
    "comparable": frozenset({"110118105-2023"}),
}


@pytest.mark.parametrize("field", [field.name for field in fields(Body)])
def test_of_a_body(field: str) -> None:
    other = replace(Body(), **{field: BODY.get(field, "东邵渠镇")})
    assert key_of(other.basis) != key_of(Body().basis)


@pytest.mark.parametrize("field", [field.name for field in fields(Surroundings)])
def test_of_what_stands_around(field: str) -> None:
    other = replace(Surroundings(), **{field: AROUND[field]})
    assert key_of(other.basis) != key_of(Surroundings().basis)


@pytest.mark.parametrize("field", [field.name for field in fields(ALONE) if field.name != "others"])
def test_of_a_company(field: str) -> None:
    other = replace(ALONE, **{field: COMPANY[field]})
    assert key_of(other.basis) != key_of(ALONE.basis)
