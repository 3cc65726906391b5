"""The markers of lists in running text, 一是 … 二是 … 三是: where one of them is missing."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from generator.bilingual import Text
from generator.regex import regex
from generator.rules.passages import Passage
from generator.rules.wording import quoted

_DEEPEST = 4  # lists within lists
_NUMERALS = "一二三四五六七八九"
# Only behind a mark or a space; a dash is often typed for 一.
_MARKER = regex(
    rf"([{_NUMERALS}—－-])(?=\s?[是要])(?<![^，,。；;：:、\s）)”].)\s?(?:是(?!\1)|要(?![素件点]))"
)
# Other ways to count: what seems to be missing may be among them.
_OTHERWISE = regex(
    r"首先|其次|再次|第[一二三四五六]|其[一二三]|一方面|[（(][一二三四五六1-6１-６][）)]|[①-⑥]"
    rf"|(?:^|[，,。；;：:、\s])\s*(?:[{_NUMERALS}]|[1-6１-６]\s*[、.．是])",
    re.MULTILINE,
)


class MarkerGap(NamedTuple):
    """A marker that does not follow from the one before it (0: none that it could follow)."""

    number: int
    before: int
    line: int

    @property
    def said(self) -> Text:
        """What is there and what precedes it."""
        marker = quoted(_marker(self.number))
        if not self.before:
            return Text(
                f"列举以{marker.zh}开头（第{self.line}行）",
                f"a list begins with {marker.en} (line {self.line})",
            )
        before = quoted(_marker(self.before))
        return Text(
            f"{before.zh}之后为{marker.zh}（第{self.line}行）",
            f"{marker.en} follows {before.en} (line {self.line})",
        )


def gaps(known: tuple[Passage, ...]) -> Iterator[MarkerGap]:
    """Lists that begin with 二是, pass over a number or repeat one.

    A list may run over lines of a section and hold another list; where the text from the marker
    before counts in another way, nothing is said.
    """
    for section in dict.fromkeys(passage.section for passage in known):
        lines = [passage for passage in known if passage.section == section]
        text = "\n".join([passage.plain for passage in lines])
        if _MARKER.search(text):
            yield from _of_section(text, lines)


def _of_section(text: str, lines: list[Passage]) -> Iterator[MarkerGap]:
    starts = list(accumulate((len(passage.plain) + 1 for passage in lines), initial=0))[:-1]
    reached: list[int] = []  # the last number of each list that is open, the innermost last
    end = 0
    for found in _MARKER.finditer(text):
        number = _NUMERALS.find(found[1]) + 1 or 1
        between, end = text[end : found.start()], found.end()
        if number > 1 and number - 1 not in reached and not _OTHERWISE.search(between):
            before = reached[-1] if reached else 0
            line = lines[bisect_right(starts, found.start()) - 1].line
            if before in (0, number) or before < number - 1:
                yield MarkerGap(number, before, line)
            elif number == 2:
                yield MarkerGap(number, 0, line)
        while reached and number > 1 and reached[-1] != number - 1 and number - 1 in reached:
            reached.pop()
        if reached and number > 1:
            reached.pop()
        reached = [*reached, number][-_DEEPEST:]


def _marker(number: int) -> str:
    return f"{_NUMERALS[number - 1]}是"
