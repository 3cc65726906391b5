"""Text → numbers that stand for its runs of twelve characters, and the few kept of a report.

Of every four runs in a row the one with the smallest number is kept (winnowing), so that two texts
with fifteen characters in common keep a run in common, at two fifths of the room.
"""

import numpy as np
from numpy.typing import NDArray

from generator.model import PASSAGE
from generator.similarity.likeness import Fingerprint
from generator.similarity.words import BREAK

Grams = NDArray[np.uint32]
Mask = NDArray[np.bool_]

_WINDOW = 4
_NO_GRAM = np.uint32(0xFFFF_FFFF)
_BASE = np.uint64(0x9E37_79B9_7F4A_7C15)
_MIX = np.uint64(0xBF58_476D_1CE4_E5B9)
_HALF = np.uint64(32)


def grams(text: str) -> Grams:
    """The number of the run of characters that begins at each place; `_NO_GRAM` over a break."""
    encoded = text.encode("utf-32-le", "surrogatepass")
    codes = np.frombuffer(encoded, dtype=np.uint32).astype(np.uint64)
    count = len(codes) - PASSAGE + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint32)
    hashed = np.zeros(count, dtype=np.uint64)
    for step in range(PASSAGE):
        hashed = hashed * _BASE + codes[step : step + count]
    hashed = (hashed ^ (hashed >> _HALF)) * _MIX
    numbers = np.minimum((hashed >> _HALF).astype(np.uint32), _NO_GRAM - np.uint32(1))
    numbers[breaks_in_runs(codes == ord(BREAK))] = _NO_GRAM
    return numbers


def breaks_in_runs(breaks: Mask) -> Mask:
    """For each run of twelve characters, whether one of them is marked."""
    before = np.concatenate(([0], np.cumsum(breaks)))
    return np.asarray(before[PASSAGE:] > before[:-PASSAGE])


def is_gram(numbers: Grams) -> Mask:
    """Which of the numbers stand for a run that holds no break."""
    return np.not_equal(numbers, _NO_GRAM)


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a text."""
    numbers = grams(text)
    if len(numbers) >= _WINDOW:
        last = len(numbers) - _WINDOW + 1
        numbers = np.minimum.reduce([numbers[step : step + last] for step in range(_WINDOW)])
    kept = np.unique(numbers)
    return Fingerprint(len(text) - text.count(BREAK), kept[is_gram(kept)])


def looked_up(numbers: Grams, known: Grams) -> tuple[Mask, NDArray[np.intp]]:
    """Which numbers are among those known, which are in order, and where these stand there."""
    if not len(known):
        return np.zeros(len(numbers), dtype=np.bool_), np.zeros(len(numbers), dtype=np.intp)
    places = np.minimum(np.searchsorted(known, numbers), len(known) - 1)
    return np.equal(known[places], numbers), places


def covered(marked: Mask, length: int) -> Mask:
    """The characters of a text that stand in one of the runs marked by where they begin."""
    edges = np.zeros(length + 1, dtype=np.int32)
    begins = np.flatnonzero(marked)
    np.add.at(edges, begins, 1)
    np.add.at(edges, begins + PASSAGE, -1)
    return np.asarray(np.cumsum(edges[:-1]) > 0)
