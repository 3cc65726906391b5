"""Words that stand twice in one sentence, in ways in which nobody writes them on purpose.

Reports are full of repetitions that are meant: terms of the form, 谁主管谁负责、谁公开谁负责,
counts of one kind after the other. So a run of characters that comes twice says nothing by itself;
what counts is where the two stand.
"""

from collections.abc import Iterator
from itertools import pairwise

from generator.regex import regex
from generator.rules.passages import BLANK, Passage
from generator.simplified import HAN

Span = tuple[int, int]

_SUFFIXES = "性力度化率感"

# `现将有关情况汇报如下现将…总结如下`: a sentence that announces twice.
_ANNOUNCED = regex(r"现将[^。；;]{2,30}?如下[^。；;]{0,3}?现将[^。；;]{2,40}?如下")
# `权威性和准确性和及时性`: items of one kind joined by the same word again and again.
_JOINED = regex(rf"{HAN}{{1,2}}([{_SUFFIXES}])(和|与|及|以及){HAN}{{1,4}}\1\2{HAN}{{1,4}}\1")
_WORDS = (
    "进行|加强|不断|积极|通过|根据|按照|为了|以及|由于|因此|但是|并且|同时|切实|认真"
    "|做好|健全|提高|确保|推进|推动|开展|完善|及时"
)
# `进一步进一步`, `领导小组领导小组`: the same word at once again. Of two characters, only words
# that do not end one compound and begin the next, as in 人民政府政府信息 and 公开工作工作人员. No
# places: one may stand beside another of its name, as in 城关镇城关镇村.
_AT_ONCE = regex(
    rf"(?!信息公开)({HAN}{{3,12}}(?<![省市县区旗镇乡村道]))\1"
    rf"|({_WORDS})\2"
    r"|(?<![目标])的的(?![确士])"
)
_SUFFIX_JOINED = regex(f"[{_SUFFIXES}](?:和|与|及|以及)")
_RUN = regex(rf"{HAN}{{6,}}")  # long enough to hold three characters twice
_TWICE = regex("的的|" + "|".join(word * 2 for word in _WORDS.split("|")))
_CLAUSES = regex(r"[^，,：:]+")
_CLAUSE_ENDS = regex("[，,：:。；;！？]")
_MARKER = regex(r"\s*(?:[（(]?[一二三四五六七八九十\d]+[)）是、.．要]+)?\s*")
_TERMS = regex(
    "政府信息公开工作|政府信息公开|政府信息|政务公开工作|政务公开|信息公开|主动公开|依申请公开|行政复议"
    "|行政诉讼|公开"
)
_VERBS = regex(
    r"(?:规范|加强|完善|推进|推动|做好|强化|提升|提高|落实|健全|拓宽|优化|深化|丰富|扩大|增强|促进|确保|保障"
    r"|细化|建立|开展)(?![化性的])"
)
_ENDS = "。；;！？ 　"
# `线上加强…，线下加强…`, `对内…，对外…` are meant.
_PARALLEL = regex("[上下内外级面口端中]$")
_NUMBER = regex(rf"[\d{BLANK}]")
_LEAST_CLAUSE = 8
_LEAST_NEXT = 5  # of a clause directly behind the same one
_LEAST_SENTENCE = 15
_LEAST_ITEMS = 3
_ITEM = regex(rf"{HAN}{{3,8}}")


def repeats(passage: Passage) -> Iterator[Span]:
    """Where words stand twice: from the first of the two to the end of the second; what several
    ways of looking find at one place is told once."""
    end = 0
    for start, last in sorted(_repeats(passage), key=lambda span: (span[0], -span[1])):
        if last > end:
            yield start, last
            end = last


def _repeats(passage: Passage) -> Iterator[Span]:
    text = passage.plain
    clauses = _CLAUSE_ENDS.split(text)
    patterns = (
        (_ANNOUNCED, "现将" in text),
        (_JOINED, _SUFFIX_JOINED.search(text)),
        (_AT_ONCE, _may_stand_twice(text, clauses)),
    )
    for pattern, is_promising in patterns:
        if is_promising:
            yield from (found.span() for found in pattern.finditer(text))
    if text.count("。") > 1:
        yield from _sentences_again(passage)
    if text.count("、") > 1:
        yield from _items_again(passage)
    if _end_alike(clauses):
        for start, piece in passage.pieces("。；;！？"):
            yield from ((start + first, start + last) for first, last in _clauses_again(piece))


def _may_stand_twice(text: str, clauses: list[str]) -> bool:
    """Whether the same word may stand there twice at once; few texts are worth a closer look.

    Where three characters in a row come again, there are three characters that came before.
    """
    return bool(_TWICE.search(text)) or any(
        len(set(zip(run, run[1:], run[2:], strict=False))) < len(run) - 2
        for clause in clauses
        if len(set(clause)) < len(clause) - 2
        for run in _RUN.findall(clause)
    )


def _items_again(passage: Passage) -> Iterator[Span]:
    """An item that comes once more in the same list: `知情权、参与权、知情权`."""
    for start, piece in passage.pieces("，,。；;：:！？"):
        items = piece.rstrip("，,。；;：:！？").split("、")
        items[0] = items[0].rpartition("的")[2]
        if len(set(items)) == len(items) or len(items) < _LEAST_ITEMS:
            continue
        for item in dict.fromkeys(items):
            if items.count(item) > 1 and _ITEM.fullmatch(item):
                yield start + piece.find(item), start + piece.rfind(item) + len(item)


def _end_alike(clauses: list[str]) -> bool:
    """Whether two clauses end alike, as far as all do in which something may be found."""
    if any(one == other and len(one) >= _LEAST_NEXT for one, other in pairwise(clauses)):
        return True
    ends = [clause.strip(_ENDS)[-_LEAST_CLAUSE:] for clause in clauses]
    long = [end for end in ends if len(end) == _LEAST_CLAUSE]
    return len(set(long)) < len(long)


def _sentences_again(passage: Passage) -> Iterator[Span]:
    """A sentence that comes once more in the same paragraph."""
    seen: dict[str, int] = {}
    for start, sentence in passage.pieces("。"):
        words = _unmarked(sentence).strip()
        if len(words) >= _LEAST_SENTENCE and BLANK not in words:
            if words in seen:
                yield start, start + len(sentence)
            seen.setdefault(words, start)


def _clauses_again(piece: str) -> Iterator[Span]:
    """A clause that comes once more, and two after each other that end in the same deed."""
    seen: dict[str, int] = {}
    above = ""
    for found in _CLAUSES.finditer(piece):
        text = _unmarked(found[0]).strip(_ENDS)
        at_once = text == above and len(text) >= _LEAST_NEXT and not _NUMBER.search(text)
        if text in seen and (at_once or _is_a_clause(text)):
            yield seen[text], found.end()
        elif _same_deed(above, text):
            yield seen[above], found.end()
        seen[text] = found.start()
        above = text


def _unmarked(text: str) -> str:
    """A text without the marker of a list that it begins with."""
    marker = _MARKER.match(text)
    return text[marker.end() :] if marker else text


def _is_a_clause(text: str) -> bool:
    """Whether a clause says something beside terms of the form and numbers."""
    bare = _TERMS.sub("", text)
    return len(text) >= _LEAST_CLAUSE and len(bare) >= 4 and not _NUMBER.search(text)


def _same_deed(first: str, second: str) -> bool:
    """Whether two clauses end in the same verb and the same object."""
    if first[-_LEAST_CLAUSE:] != second[-_LEAST_CLAUSE:]:
        return False
    common = 0
    while common < min(len(first), len(second)) and first[-1 - common] == second[-1 - common]:
        common += 1
    ending = first[len(first) - common :]
    if any(_PARALLEL.search(text[: len(text) - common]) for text in (first, second)):
        return False
    return any(
        len(ending) - verb.start() >= _LEAST_CLAUSE for verb in _VERBS.finditer(ending)
    ) and not _NUMBER.search(ending)
