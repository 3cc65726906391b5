"""The places that a body without a division code may be."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.gazetteer import gazetteer
from generator.gazetteer.pinyin import pinyin
from generator.model import Body, Resolution
from generator.pages.base import View


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a body may be: its names from the province down, and its code."""

    names: str
    code: str


def why_no_code(view: View, body: Body) -> str:
    """Why a body that may be one of several places has no code, "" when there are none."""
    if not body.candidates:
        return ""
    several = body.resolution is Resolution.AMBIGUOUS
    key = "township.candidates" if several else "township.near_candidates"
    return view.t(key, name=body.name, n=len(body.candidates))


def candidates(view: View, body: Body) -> Iterator[Candidate]:
    """The places in the order of their codes; names are looked up only here."""
    for code in body.candidates:
        names = gazetteer().path(code, body.name)
        if view.lang == "en":
            names = tuple(f"{name} {pinyin(name)}" for name in names)
        yield Candidate(" › ".join(names), code)
