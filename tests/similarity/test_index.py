"""Runs that reports share, counted one by one beside what the index finds."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.similarity import Fingerprint
from generator.similarity.index import Index, most_bodies

Kept = tuple[int, set[int]]  # the number of a body, and the runs of a report of it
EDGES = (0, 1, 2**28 - 1, 2**28, 2**31, 2**32 - 2)  # of the parts in which runs are sorted
RUNS = st.sets(st.one_of(st.sampled_from(EDGES), st.integers(0, 2**32 - 2)), max_size=9)


def _index(reports: list[Kept]) -> Index:
    prints = [Fingerprint(0, np.array(sorted(runs), dtype=np.uint32)) for _, runs in reports]
    return Index(prints, [body for body, _ in reports])


@given(st.lists(st.tuples(st.integers(0, 30), RUNS), max_size=40), RUNS)
def test_the_index_finds_what_counting_finds(drawn: list[Kept], everywhere: set[int]) -> None:
    reports = [(body, runs | everywhere if n % 3 else runs) for n, (body, runs) in enumerate(drawn)]
    index = _index(reports)
    bodies = {run: {body for body, runs in reports if run in runs} for _, r in reports for run in r}
    most = most_bodies(len({body for body, _ in reports}))
    common = {run for run, found in bodies.items() if len(found) > most}
    assert index.common.tolist() == sorted(common)
    assert index.own.tolist() == [len(runs - common) for _, runs in reports]
    for number, (body, runs) in enumerate(reports):
        shared = Counter(
            {
                other: len((runs & theirs) - common)
                for other, (its, theirs) in enumerate(reports)
                if its != body
            }
        )
        names, counts = index.alike(number)
        found = sorted((+shared).items(), key=lambda one: (-one[1], one[0]))
        assert list(zip(names.tolist(), counts.tolist(), strict=True)) == found
        for other, (_, theirs) in enumerate(reports):
            assert index.in_common(number, other) == len((runs & theirs) - common)
