"""The first step: files → their sheets, which stay in the store, and their cards."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.corpus import Checksums, Content, Masks, ReadTask, content_of
from generator.corpus.opening import open_content
from generator.errors import ContentError
from generator.judging import Card, Sheet, card_of, sheet_of
from generator.libreoffice import office_key
from generator.program import program_key
from generator.similarity import Fingerprint, fingerprint
from generator.store import Store, key_of


class Read(NamedTuple):
    """The card of a file, and under which key its sheet is kept."""

    key: str
    card: Card


@dataclass(frozen=True)
class Reader:
    """Reads batches of files; `compared` says whether their prose will be compared."""

    store: Store
    masks: Masks
    compared: bool

    def __call__(self, tasks: Sequence[ReadTask]) -> tuple[Read, ...]:
        """The cards of some files, in their order; fingerprints of their prose are kept."""
        contents = [content_of(task.path) for task in tasks]
        keys = [self._key(*one) for one in zip(tasks, (c.sha256 for c in contents), strict=True)]
        found = zip(keys, tasks, contents, strict=True)
        sheets = [
            self.store.get(key, Sheet) or self._read(key, task, content)
            for key, task, content in found
        ]
        read = tuple(map(Read, keys, map(card_of, sheets)))
        if all(one.card.report for one in read):
            self.store.put(_cards_key(keys), read)
        if self.compared:
            self._keep_prints(read, sheets)
        return read

    def _keep_prints(self, read: Sequence[Read], sheets: Sequence[Sheet]) -> None:
        """Keep the fingerprints of a batch, unless no prose in it is another than before."""
        key = self._prints_key(read)
        if not self.store.holds(key):
            both = zip(read, sheets, strict=True)
            opened = ((one.card.prose, sheet.report) for one, sheet in both if one.card.report)
            self.store.put(key, {prose: fingerprint(report) for prose, report in opened})

    def known(self, checksums: Checksums, tasks: Sequence[ReadTask]) -> tuple[Read, ...] | None:
        """The cards of some files as an earlier build has kept them."""
        keys = [self._key(task, checksums.of(task.place)) for task in tasks]
        return self.store.get(_cards_key(keys), tuple)

    def prints(self, batches: Iterable[Sequence[Read]]) -> Mapping[bytes, Fingerprint]:
        """The fingerprints of some batches as they are kept, by the checksums of the prose."""
        known: dict[bytes, Fingerprint] = {}
        for read in batches:
            known |= self.store.get(self._prints_key(read), dict) or {}
        return known

    def batch_keys(self, read: Sequence[Read]) -> tuple[str, ...]:
        """The keys of the results of a batch."""
        keys = [one.key for one in read]
        return _cards_key(keys), self._prints_key(read), *keys

    def sheet(self, key: str, task: ReadTask) -> Sheet:
        """The sheet of a file that was read before, from the file itself if it is not kept."""
        sheet = self.store.get(key, Sheet)
        if sheet:
            return sheet
        content = content_of(task.path)
        if self._key(task, content.sha256) != key:
            raise ContentError(task.label, "changed while the site was built", "Build again.")
        return self._read(key, task, content)

    def _key(self, task: ReadTask, checksum: str) -> str:
        """A checksum of all that a sheet follows from, by that of the content."""
        mask = self.masks.get(checksum, frozenset())
        return key_of(self._program, checksum, task.file, task.registered, mask)

    def _prints_key(self, read: Sequence[Read]) -> str:
        return key_of("prints", self._program, [one.card.prose for one in read])

    @cached_property
    def _program(self) -> str:
        return key_of("sheet", program_key(reading=True), office_key())

    def _read(self, key: str, task: ReadTask, content: Content) -> Sheet:
        """Read a file, and keep what was read; what could not be may be read another day."""
        sheet = sheet_of(open_content(content, task.entry, self.masks))
        if sheet.opened.report:
            self.store.put(key, sheet)
        return sheet


def _cards_key(keys: Sequence[str]) -> str:
    return key_of("cards", keys)
