"""Prose for tests of likeness: sentences of the sample reports, and invented ones without sense."""

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from generator.corpus import Entry
from generator.corpus.opening import open_file
from generator.model import Overlap, Report
from generator.similarity.cover import overlap, text_of
from generator.similarity.grams import grams
from generator.similarity.words import words
from generator.specimen import Specimen, written
from tests.conftest import ROOT
from tests.rules.judged import read

NOTHING_COMMON = grams("")
SAMPLES = ("chaiguan-2023", "heping-2023", "jugezhuang-2023", "xuying-2024", "yujiawu-2023")


@cache
def sample(name: str) -> Report:
    """A sample report with its prose."""
    file = f"{name}.txt"
    report = open_file(ROOT / "content" / "reports" / file, Entry(file), {}).report
    assert report
    return report


def sentences(report: Report) -> list[str]:
    """The sentences of a report's prose, without short ones and without its opening."""
    texts = (p.text for p in report.paragraphs if p.section)
    found = (one.strip() for text in texts for one in re.findall(r"[^。]+。", text))
    return [one for one in found if size(one) >= 12]


def size(text: str) -> int:
    """How many Chinese characters are in a text."""
    return len(re.findall(r"[\u4e00-\u9fff]", text))


def invented(seed: int, characters: int) -> list[str]:
    """Sentences of random characters, so that no two have a run in common."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    made: list[str] = []
    while sum(map(size, made)) < characters:
        letters = (chr(chance.randrange(0x4E00, 0x9F00)) for _ in range(chance.randint(15, 45)))
        made.append("".join(letters) + "。")
    return made


def share_of(own: Specimen, other: Specimen) -> Overlap:
    """What the prose of one specimen has in common with that of another, however little."""
    return shared(_placed(read(own)), _placed(read(other)))


def _placed(report: Report) -> Report:
    """A report of a body that lies where its title says."""
    body = report.body
    return replace(report, body=replace(body, county=body.printed.partition(body.name)[0]))


def shared(own: Report, other: Report) -> Overlap:
    """What the prose of one report has in common with that of another, however little."""
    return overlap(*(text_of(one, words(one), NOTHING_COMMON) for one in (own, other)))


def lines_of(specimen: Specimen) -> list[str]:
    """The lines of a specimen as written."""
    return written(specimen).splitlines()


def paragraphs(texts: Sequence[str], each: int = 3) -> str:
    """Sentences as paragraphs of a few each."""
    groups = (texts[start : start + each] for start in range(0, len(texts), each))
    return "\n".join("".join(group) for group in groups)
