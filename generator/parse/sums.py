"""Numbers that were glued together, taken apart by the form's own sums.

`640020470` behind a row of table B is 64, 0, 0, 2, 0, 4, 70, because the first six add up to the
seventh; the columns of the table and its balance then have to hold for all rows together. A digit
string is decoded only where that leaves exactly one answer.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from operator import add

Numbers = tuple[int, ...]
Choice = tuple[Numbers, ...]

_PARTS = 6
_MOST_CANDIDATES = 200
_MOST_STATES = 20_000
_MOST_SOLUTIONS = 64


def summing(digits: str, parts: int = _PARTS) -> list[Numbers]:
    """Every way to cut digits into `parts` numbers and their sum; [] when there are too many."""
    found: list[Numbers] = []
    # A sum is hardly longer than the longest of its parts, and that is no shorter than a part.
    for cut in range(max(parts, len(digits) - len(digits) // 2), len(digits)):
        total = digits[cut:]
        if total == "0" or total[0] != "0":
            found += ((*numbers, int(total)) for numbers in _cuts(digits[:cut], parts, int(total)))
        if len(found) > _MOST_CANDIDATES:
            return []
    return found


def _cuts(digits: str, parts: int, total: int) -> Iterator[Numbers]:
    """Every way to cut digits into so many numbers that add up to a total, found from both ends."""
    longest = len(str(total))
    half = parts // 2
    for cut in range(half, len(digits) - (parts - half) + 1):
        behind: dict[int, list[Numbers]] = {}
        for numbers in _splits(digits[cut:], parts - half, longest):
            behind.setdefault(sum(numbers), []).append(numbers)
        for numbers in _splits(digits[:cut], half, longest) if behind else ():
            yield from ((*numbers, *rest) for rest in behind.get(total - sum(numbers), ()))


@lru_cache(maxsize=4096)
def _splits(digits: str, parts: int, longest: int) -> tuple[Numbers, ...]:
    """Every way to cut digits into so many numbers of limited length; none begins with a zero."""
    if len(digits) > parts * longest:
        return ()
    if parts == 1:
        return ((int(digits),),) if digits == "0" or digits[:1] not in ("", "0") else ()
    return tuple(
        (int(digits[:length]), *rest)
        for length in range(1, 2 if digits[:1] == "0" else longest + 1)
        for rest in _splits(digits[length:], parts - 1, longest)
    )


def side_by_side(digits: str, groups: int, parts: int) -> Choice | None:
    """The one way to cut digits into groups of numbers that each end with their sum."""
    found = list(_groups(digits, groups, parts))
    return found[0] if len(found) == 1 else None


def _groups(digits: str, groups: int, parts: int) -> Iterator[Choice]:
    if groups == 1:
        yield from ((numbers,) for numbers in summing(digits, parts))
        return
    for cut in range(parts + 1, len(digits) - (groups - 1) * (parts + 1) + 1):
        for numbers in summing(digits[:cut], parts):
            for rest in _groups(digits[cut:], groups - 1, parts):
                yield (numbers, *rest)


def jointly(
    rows: Mapping[str, Sequence[Numbers]],
    balance: tuple[Sequence[str], Sequence[str]],
    total: str,
) -> dict[str, Numbers]:
    """The rows that have one answer when every column adds up and every column balances.

    `rows` are the candidates of each row; `balance` the keys whose sums are equal; `total` the key
    of the row that all rows outside the balance add up to.
    """
    parts = [key for key in rows if key not in (*balance[0], *balance[1])]
    sums = _column_sums([rows[key] for key in parts])
    ends = [*balance[0], *balance[1]]
    solutions: list[dict[str, Numbers]] = []
    for chosen in product(*(rows[key] for key in ends)):
        known = dict(zip(ends, chosen, strict=True))
        due = _added([known[key] for key in balance[0]])
        if due != _added([known[key] for key in balance[1]]):
            continue
        solutions += (
            known | dict(zip(parts, choice, strict=True)) for choice in sums.get(known[total], ())
        )
        if len(solutions) > _MOST_SOLUTIONS:
            return {}
    return {
        key: solutions[0][key]
        for key in (rows if solutions else ())
        if len({solution[key] for solution in solutions}) == 1
    }


def _column_sums(rows: Sequence[Sequence[Numbers]]) -> dict[Numbers, list[Choice]]:
    """Every sum of one candidate of each row, with the choices that lead to it."""
    sums: dict[Numbers, list[Choice]] = {(0,) * (_PARTS + 1): [()]}
    for candidates in rows:
        following: dict[Numbers, list[Choice]] = {}
        for known, choices in sums.items():
            for numbers in candidates:
                reached = following.setdefault(_added([known, numbers]), [])
                reached += [(*choice, numbers) for choice in choices]
        if sum(map(len, following.values())) > _MOST_STATES:
            return {}
        sums = following
    return sums


def _added(rows: Sequence[Numbers]) -> Numbers:
    summed = rows[0]
    for row in rows[1:]:
        summed = tuple(map(add, summed, row))
    return summed
