"""Pieces of tables, kept as they are deflated, and volumes of what whole tables are deflated to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol
from zlib import ZLIB_RUNTIME_VERSION

from generator.export import FILES, Fields, Part, RowsAbout, rows_of
from generator.program import program_key
from generator.stages.batches import batches
from generator.stages.pipeline import PublishedTownship
from generator.stages.publishing import Publisher
from generator.store import Store, key_of

_TOWNSHIPS = 64  # in a piece
_ROWS = 512  # in a piece of a table that is not of reports
_VOLUME = 1 << 20  # bytes


class PlannedPiece(Protocol):
    """Some rows of the tables of a part, and under which key it is kept what they are deflated to.

    `shown` are the townships of which it takes what is kept, by their ids, with its keys.
    """

    @property
    def key(self) -> str: ...
    @property
    def shown(self) -> Mapping[str, str]: ...
    def rows(self, publisher: Publisher) -> Iterator[RowsAbout]:
        """The rows, a few at a time."""


class TownshipReports(NamedTuple):
    """A township, the key of its result, and the ids of some reports of it."""

    township: str
    key: str
    reports: tuple[str, ...]


class OfTownships(NamedTuple):
    """The rows about the reports of some townships in a row; those of one at a time are fetched."""

    key: str
    tables: tuple[str, ...]
    sources: tuple[TownshipReports, ...]

    @property
    def shown(self) -> Mapping[str, str]:
        """All of them."""
        return {source.township: source.key for source in self.sources}

    def rows(self, publisher: Publisher) -> Iterator[RowsAbout]:
        """Those about each report in turn."""
        for _, key, reports in self.sources:
            rows = publisher.rows(key, self.tables)
            yield from (rows[report] for report in reports)


class OfFields(NamedTuple):
    """Some rows of a table that is not of reports, given by their columns."""

    key: str
    table: str
    columns: Sequence[Fields]

    @property
    def shown(self) -> Mapping[str, str]:
        """None."""
        return {}

    def rows(self, _publisher: Publisher) -> Iterator[RowsAbout]:
        """All at once."""
        yield {self.table: rows_of(FILES[self.table], self.columns)}


def of_townships(
    part: Part, sources: Iterable[TownshipReports], townships: Mapping[str, PublishedTownship]
) -> Iterator[OfTownships]:
    """The pieces of a part with rows about reports."""
    first = part.tables[0]
    for run in batches(sources, lambda source: source.township, _TOWNSHIPS):
        rows = [(townships[one.township].outline.rows[first], one.reports) for one in run]
        yield OfTownships(_key(part.tables, rows), part.tables, tuple(run))


def of_fields(table: str, columns: Sequence[Fields]) -> Iterator[OfFields]:
    """The pieces of a table that is not of reports."""
    names = columns[0]
    for run in batches(range(len(names)), names.__getitem__, _ROWS):
        own = [column[run[0] : run[-1] + 1] for column in columns]
        yield OfFields(_key(table, own), table, own)


def _key(*rows: object) -> str:
    return key_of("piece", program_key(), ZLIB_RUNTIME_VERSION, *rows)


class Volumes:
    """Bytes that are kept in volumes as they come, so that few of them are in memory."""

    def __init__(self, store: Store, *names: str) -> None:
        self._store, self._names = store, names
        self._keys: list[str] = []
        self._waiting = bytearray()

    def add(self, data: bytes) -> None:
        """Add some bytes."""
        self._waiting += data
        if len(self._waiting) >= _VOLUME:
            self._keep()

    def _keep(self) -> None:
        self._keys.append(key_of("volume", self._names, len(self._keys)))
        self._store.put(self._keys[-1], bytes(self._waiting))
        self._waiting.clear()

    def done(self) -> tuple[str, ...]:
        """The keys of all volumes, to which nothing is added any more."""
        self._keep()
        return tuple(self._keys)
