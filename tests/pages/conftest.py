"""The sample corpus as its pages show it."""

import pytest

from generator.bilingual import LANGS, Lang
from generator.corpus import Corpus, open_corpus
from generator.pages.base import View
from generator.survey import Survey
from tests.conftest import ROOT
from tests.examined import examine


@pytest.fixture(scope="session")
def samples() -> Corpus:
    """The content folder of this repository."""
    return open_corpus(ROOT / "content")


@pytest.fixture(scope="session")
def examined(samples: Corpus) -> Survey:
    """The five samples, judged and measured."""
    return examine(samples)


@pytest.fixture(scope="session")
def views(examined: Survey) -> dict[Lang, View]:
    """The samples in both languages."""
    return {lang: View(examined, lang) for lang in LANGS}
