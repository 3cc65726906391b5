"""The first step: files → their sheets, which stay in the store, and their cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.corpus import Content, Masks, Order, content_of
from generator.corpus.opening import open_content
from generator.errors import ContentError
from generator.judging import Card, Sheet, card_of, sheet_of
from generator.libreoffice import office_key
from generator.pickled import pickled_as_call
from generator.program import program_key
from generator.store import Store, key_of


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Read:
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
        """The cards of some files, in their order."""
        contents = [content_of(order.path) for order in orders]
        keys = [self._key(*one) for one in zip(orders, contents, strict=True)]
        found = zip(keys, orders, contents, strict=True)
        read = tuple(Read(key, self._card(key, order, content)) for key, order, content in found)
        if all(one.card.report for one in read):
            self.store.put(self.batch_key(keys), read)
        return read

    def known(self, orders: Sequence[Order]) -> tuple[Read, ...] | None:
        """The cards of some files as an earlier build has kept them."""
        keys = [self._key(order, content_of(order.path)) for order in orders]
        known = self.store.get(self.batch_key(keys))
        return known if isinstance(known, tuple) else None

    def batch_key(self, keys: Sequence[str]) -> str:
        """Under which key the cards of a batch are kept, by the keys of their sheets."""
        return key_of("cards", keys, self.compared)

    def sheet(self, key: str, order: Order) -> Sheet:
        """The sheet of a file that was read before, from the file itself if it is not kept."""
        sheet = self.store.get(key)
        if isinstance(sheet, Sheet):
            return sheet
        content = content_of(order.path)
        if self._key(order, content) != key:
            raise ContentError(order.label, "changed while the site was built", "Build again.")
        return self._read(key, order, content)

    def _key(self, order: Order, content: Content) -> str:
        """A checksum of all that a sheet follows from."""
        mask = self.masks.get(content.sha256, frozenset())
        return key_of(self._program, content.sha256, order.entry, mask)

    @cached_property
    def _program(self) -> str:
        return key_of("sheet", program_key(reading=True), office_key())

    def _card(self, key: str, order: Order, content: Content) -> Card:
        sheet = self.store.get(key)
        if not isinstance(sheet, Sheet):
            sheet = self._read(key, order, content)
        return card_of(sheet, compared=self.compared)

    def _read(self, key: str, order: Order, content: Content) -> Sheet:
        """Read a file, and keep what was read; what could not be may be read another day."""
        sheet = sheet_of(open_content(content, order.entry, self.masks))
        if sheet.opened.report:
            self.store.put(key, sheet)
        return sheet
