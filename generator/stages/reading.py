"""The first step: files → their sheets, which stay in the store, and their cards."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.corpus import Checksums, Content, Masks, Order, content_of
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

    def __call__(self, orders: Sequence[Order]) -> tuple[Read, ...]:
        """The cards of some files, in their order; of their prose fingerprints are kept."""
        contents = [content_of(order.path) for order in orders]
        keys = [self._key(*one) for one in zip(orders, (c.sha256 for c in contents), strict=True)]
        read: list[Read] = []
        prints: dict[str, Fingerprint] = {}
        for key, order, content in zip(keys, orders, contents, strict=True):
            sheet = self._kept(key) or self._read(key, order, content)
            read.append(Read(key, card_of(sheet)))
            if self.compared and sheet.opened.report:
                prints[key] = fingerprint(sheet.report)
        if prints:
            self.store.put(_prints_key(keys), prints)
        if all(one.card.report for one in read):
            self.store.put(_cards_key(keys), tuple(read))
        return tuple(read)

    def known(self, checksums: Checksums, orders: Sequence[Order]) -> tuple[Read, ...] | None:
        """The cards of some files as an earlier build has kept them."""
        keys = [self._key(order, checksums.of(order.place)) for order in orders]
        known = self.store.get(_cards_key(keys))
        return known if isinstance(known, tuple) else None

    def prints(self, batches: Iterable[Sequence[str]]) -> Mapping[str, Fingerprint]:
        """What is kept of the prose of some batches; all are told by the keys of their sheets."""
        known: dict[str, Fingerprint] = {}
        for keys in batches:
            kept = self.store.get(_prints_key(keys))
            known |= kept if isinstance(kept, dict) else {}
        return known

    def sheet(self, key: str, order: Order) -> Sheet:
        """The sheet of a file that was read before, from the file itself if it is not kept."""
        sheet = self._kept(key)
        if sheet:
            return sheet
        content = content_of(order.path)
        if self._key(order, content.sha256) != key:
            raise ContentError(order.label, "changed while the site was built", "Build again.")
        return self._read(key, order, content)

    def _key(self, order: Order, checksum: str) -> str:
        """A checksum of all that a sheet follows from, by that of the content."""
        mask = self.masks.get(checksum, frozenset())
        return key_of(self._program, checksum, order.file, order.registered, mask)

    @cached_property
    def _program(self) -> str:
        return key_of("sheet", program_key(reading=True), office_key())

    def _kept(self, key: str) -> Sheet | None:
        sheet = self.store.get(key)
        return sheet if isinstance(sheet, Sheet) else None

    def _read(self, key: str, order: Order, content: Content) -> Sheet:
        """Read a file, and keep what was read; what could not be may be read another day."""
        sheet = sheet_of(open_content(content, order.entry, self.masks))
        if sheet.opened.report:
            self.store.put(key, sheet)
        return sheet


def batch_keys(keys: Sequence[str]) -> tuple[str, str]:
    """Under which keys it is kept what came of a batch, by the keys of its sheets."""
    return _cards_key(keys), _prints_key(keys)


def _cards_key(keys: Sequence[str]) -> str:
    return key_of("cards", keys)


def _prints_key(keys: Sequence[str]) -> str:
    return key_of("prints", keys)
