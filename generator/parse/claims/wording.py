"""What a wording is: how the prose names the thing that a number counts."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.parse.claims.passage import SENTENCE, CountPassage

ITEMS = frozenset(["条次", "件次", "条", "件", "宗", "份", "篇", "起", "项", "次", "个", "例"])
BARE = ITEMS | {""}
MONEY = frozenset({"元"})

# What may stand between the name of a thing and its number.
COUNTED = (
    r"(?:的)?(?:总数量|数量|件数|总数|总量|数|量)?"
    r"(?:共计|共有|共|总计|合计|累计|计|均|各|都)?(?:为|是|有|达到|达)?:?$"
)
# What follows a number whose thing was named before it; `答复3条建议` counts something else.
ENDED = r"$|[,;。)(、:.]|均|全部|都|已|其中|办结|结转|含|占|被|和|及|与|较|比"
CLAUSE_END = r"(?=[。;,)]|$)"


class Wording(NamedTuple):
    """A way to name what is counted, read in the words before a number.

    `keys` are the claims by the noun that names them ("" for any words); several nouns before one
    number share it only if it is 0 or said of each, else it is their sum and a claim about none.
    `word` has to stand in the words, which is a cheap test. `follows` says what stands behind the
    number, `given` what the paragraph has said by then, `unless` what the sentence must not say.
    `cells` are given where the words speak of other cells than their claim usually does.
    """

    keys: Mapping[str, str]
    name: re.Pattern[str]
    word: str = ""
    units: frozenset[str] = ITEMS
    follows: re.Pattern[str] | None = None
    given: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    cells: tuple[str, ...] = ()

    def in_name(self, name: str) -> "FoundWording | None":
        """How the words before a number name the thing; None for other words."""
        found = self.name.search(name) if self.word in name else None
        if not found:
            return None
        joint = len(found[0]) - len(found[0].lstrip("、("))
        keys = _named(self.keys, found[0])
        return FoundWording(self, found.start() + joint, keys, len(keys) < 2 or "各" in found[0])

    def in_its_place(self, passage: CountPassage) -> bool:
        """Whether all around the name is as it has to be."""
        text, end = passage.text, passage.count.end
        if passage.alone and not passage.count.unit:
            return False
        if self.follows and not self.follows.match(text, end):
            return False
        if self.given and not self.given.search(text, max(0, end - SENTENCE), end):
            return False
        return not (self.unless and self.unless.search(passage.said))


class FoundWording(NamedTuple):
    """A wording found in the words before a number: where it starts in them, the claims it makes.

    `each` says that any number is one of each of them, and not only 0.
    """

    wording: Wording
    start: int
    keys: tuple[str, ...]
    each: bool

    def fits(self, passage: CountPassage) -> bool:
        """Whether it makes its claims with the number that follows."""
        return (self.each or not passage.count.value) and self.wording.in_its_place(passage)


class Nothing(NamedTuple):
    """A way to say that there was none of what `keys` count; one of `words` has to be said."""

    keys: Mapping[str, str]
    pattern: re.Pattern[str]
    words: tuple[str, ...]

    def read(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Every place that says so, with the claims it makes."""
        if any(word in text for word in self.words):
            for found in self.pattern.finditer(text):
                yield found.start(), found.end(), _named(self.keys, found[0])


def _named(keys: Mapping[str, str], words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for noun, key in keys.items() if noun in words))


def one(key: str) -> dict[str, str]:
    """The `keys` of a wording that names one thing."""
    return {"": key}
