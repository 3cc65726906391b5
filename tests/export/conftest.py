"""The samples exported once for all tests of the data folder."""

import pytest

from generator.survey import Survey
from tests.export.samples import PLACES, Written, exported, judged, read_sample, surveyed


@pytest.fixture(scope="session")
def survey() -> Survey:
    """The five samples, judged and measured."""
    return surveyed(judged(read_sample(stem)) for stem in PLACES)


@pytest.fixture(scope="session")
def folder(survey: Survey) -> dict[str, Written]:
    """Every file of the data folder by its path."""
    return exported(survey)
