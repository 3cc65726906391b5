"""A file is the same whether its pieces are new or were deflated before."""

from hashlib import sha256
from io import BytesIO
from zlib import MAX_WBITS, decompress

import pytest

from generator.export.written import DeflatedPiece, Growing, Written, deflated

HEADER = b"report,value\n"
LONG = (1 << 20) + 1  # more than is inflated at once
CONTENTS = {
    "nothing": b"",
    "a row": b"a,1\n",
    "rows": b"".join(b"a,%d\n" % n for n in range(9_999)),
    "much of a kind": b"0" * LONG * 3,
    "a round size": b"0" * (1 << 20),
    "noise": b"".join(sha256(b"%d" % n).digest() for n in range(LONG // 32 + 1)),
}


class Grown:
    """A file whose bytes and what they are deflated to are put down."""

    def __init__(self) -> None:
        self.data, self.deflated = bytearray(), bytearray()
        self.growing = Growing("a.csv", self.data.extend, self.deflated.extend, "a")
        self.growing.add(HEADER)
        self.growing.cut()

    def add(self, data: bytes, rows: int) -> DeflatedPiece:
        self.growing.add(data, rows)
        return self.growing.cut()

    def outcome(self) -> tuple[Written, bytes, bytes]:
        return self.growing.done(), bytes(self.data), bytes(self.deflated)


def _fresh() -> Grown:
    grown = Grown()
    for n, data in enumerate(CONTENTS.values()):
        grown.add(data, n)
    return grown


def test_what_is_deflated_is_the_file() -> None:
    written, data, packed = _fresh().outcome()
    assert data == HEADER + b"".join(CONTENTS.values())
    assert decompress(packed, -MAX_WBITS) == data
    assert (written.facts.size, written.facts.rows) == (len(data), sum(range(len(CONTENTS))))


@pytest.mark.parametrize("name", CONTENTS)
def test_a_piece_is_the_same_wherever_it_stands(name: str) -> None:
    alone = Grown().add(CONTENTS[name], 1)
    after = _fresh().add(CONTENTS[name], 1)
    assert alone == after


@pytest.mark.parametrize("new", CONTENTS)
def test_a_file_is_the_same_when_only_one_piece_is_new(new: str) -> None:
    pieces = {name: Grown().add(data, n) for n, (name, data) in enumerate(CONTENTS.items())}
    grown = Grown()
    for name, piece in pieces.items():
        if name == new:
            grown.add(CONTENTS[name], piece.rows)
        else:
            grown.growing.paste(piece)
    assert grown.outcome() == _fresh().outcome()


def test_what_was_deflated_is_found_from_the_file_alone() -> None:
    written, data, packed = _fresh().outcome()
    assert b"".join(deflated(BytesIO(data), written.ends)) == packed
