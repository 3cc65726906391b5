"""What a metric is: k and n as sums and differences of cells of the form."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.bilingual import Text
from generator.form import FORM, Edition, outcome_groups, short_term

Kind = Literal["rate", "ratio", "count"]


@dataclass(frozen=True, slots=True)
class Sum:
    """Cells to add and cells to take away.

    In `requests`, the key of a group of outcomes (`requests.withheld.total`) stands for the rows of
    that group, which differ between the editions.
    """

    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()

    def cells(self, edition: Edition) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The addresses to add and to take away in one edition of the form."""
        return _rows(self.plus, edition), _rows(self.minus, edition)

    def text(self) -> Text:
        """The sum in the words of the form."""
        return Text(self._words("zh", "（{}）"), self._words("en", "({})"))

    def _words(self, lang: Literal["zh", "en"], brackets: str) -> str:
        added = " + ".join(short_term(address).in_(lang) for address in self.plus)
        taken = "".join(f" − {short_term(address).in_(lang)}" for address in self.minus)
        single = len(self.plus) + len(self.minus) == 1
        return added if single else brackets.format(added + taken)


def joined(*texts: Text) -> Text:
    """Sentences one after the other."""
    return Text("".join(text.zh for text in texts), " ".join(text.en for text in texts))


@dataclass(frozen=True, slots=True)
class Metric:
    """A published figure: what it means, how it is made and what it must not be taken for.

    A `rate` is the share of n things that are also k, so 0 ≤ k ≤ n. A `ratio` sets two different
    things side by side and may exceed 1. A `count` has a numerator only.
    """

    key: str
    kind: Kind
    title: Text
    meaning: Text
    caveat: Text
    numerator: Sum
    denominator: Sum | None = None
    per: int = 1

    @property
    def formula(self) -> Text:
        """The calculation in the words of the form."""
        above = self.numerator.text()
        if self.denominator is None:
            return Text(above.zh.strip("（）"), above.en.strip("()"))
        below = self.denominator.text()
        times = f" × {self.per}" if self.per != 1 else ""
        return Text(f"{above.zh} ÷ {below.zh}{times}", f"{above.en} ÷ {below.en}{times}")


@cache
def _rows(addresses: tuple[str, ...], edition: Edition) -> tuple[str, ...]:
    groups = _groups(edition)
    return tuple(
        f"{table}.{key}.{column}"
        for table, row, column in (address.split(".") for address in addresses)
        for key in groups.get(row, (row,))
    )


@cache
def _groups(edition: Edition) -> dict[str, tuple[str, ...]]:
    """The rows of each group of outcomes; both editions have the same six groups in one order."""
    rows = FORM["requests", edition].blocks[0].rows
    outcomes = next(row for row in rows if row.key == "outcomes")
    own = (item for item in outcomes.children if not item.total)
    return {
        standard.key: tuple(leaf.key for leaf in group.leaves())
        for standard, group in zip(outcome_groups(), own, strict=True)
    }
