"""What a wording is: how the prose names the thing that a number counts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.parse.claims.passage import Passage

ITEMS = frozenset("条次 件次 条 件 宗 份 篇 起 项 次 个 例".split())
BARE = ITEMS | {""}
MONEY = frozenset({"元"})

# What may stand between the name of a thing and its number.
COUNTED = (
    r"(?:的)?(?:总数量|数量|件数|总数|总量|数)?"
    r"(?:共计|共有|共|总计|合计|累计|计|均|各|都)?(?:为|是|有|达到|达|:)?$"
)
# What follows a number whose thing was named before it; `答复3条建议` counts something else.
ENDED = r"$|[,;。)(、:.]|均|全部|都|已|其中|办结|结转|含|占|被|和|及|与|较|比"


@dataclass(frozen=True, slots=True)
class Wording:
    """A way to name what is counted, read in the words before a number.

    `keys` are the claims by the noun that names them ("" for any words); several nouns before one
    number share it only if it is 0 or said of each, else it is their sum and a claim about none.
    `word` has to stand in the words, which is a cheap test. `follows` says what stands behind the
    number, `given` what the paragraph has said by then, `unless` what the sentence must not say.
    """

    keys: Mapping[str, str]
    name: re.Pattern[str]
    word: str = ""
    units: frozenset[str] = ITEMS
    follows: re.Pattern[str] | None = None
    given: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None

    def read(self, passage: Passage) -> tuple[int, tuple[str, ...]] | None:
        """Where the name starts and the claims it makes; None for other words."""
        name, count = passage.name, passage.count
        if self.word not in name or count.unit not in self.units:
            return None
        found = self.name.search(name)
        if not found or not self._in_its_place(passage):
            return None
        keys = tuple(key for noun, key in self.keys.items() if noun in found[0])
        if len(keys) > 1 and count.value and "各" not in found[0]:
            return None
        return passage.label + found.start(), keys

    def _in_its_place(self, passage: Passage) -> bool:
        text, end = passage.text, passage.count.end
        if self.follows and not self.follows.match(text, end):
            return False
        if self.given and not self.given.search(text, 0, end):
            return False
        return not (self.unless and self.unless.search(passage.said))


@dataclass(frozen=True, slots=True)
class Nothing:
    """A way to say that there was none; `word` is a cheap test as before."""

    keys: Mapping[str, str]
    pattern: re.Pattern[str]
    word: str


def wording(key: str, name: str, *, word: str = "", **more: object) -> Wording:
    """A wording of one claim."""
    raise NotImplementedError
