"""One slip, one story: which single cell, written differently, would mend which broken identities.

Computed from the equations of the form alone. Two broken equations belong together when they share
a cell, so one misprinted cell gives one group. An edit may touch only a cell whose equations are
all broken (it breaks nothing that adds up), and its value is a whole number from 0 up.

1. When one edit mends a whole group, it is the cause. Several that do are alternatives. A total
   comes before its parts (a reader looks at the total first), then the order of the form decides.
2. Else two edits that together mend the group are two causes.
3. Else the edit that mends most, and every equation of its own cell, is a cause, and what is left
   is looked at anew.
4. Two cells printed alike may hide each other: the identity that both are part of holds, though
   none of their others does. When writing both differently mends all of these and no other pair
   mends as many, or of those that do it alone makes true what the prose states, the first of the
   two is the cause. Neither edit would do alone, so the two are named as one mend.
5. What is left has no cause but itself.

An equation through the cells of two causes holds only when both are edited. It is put down to the
later of them, and no edit is named for it, as none would do alone.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import combinations
from typing import NamedTuple

from generator.form import Equation
from generator.model import Agreement, Edit, Number, Report

Mends = dict[Equation, tuple[Edit, ...]]
Pair = tuple[Edit, Edit]

# No cell of the form takes part in more identities: a sum of its row, one of its column, a balance.
_MOST_MENDED = 3


class _Candidate(NamedTuple):
    """An edit and the broken equations that it mends and leaves on its cell."""

    edit: Edit
    mended: frozenset[Equation]
    left: int

    @property
    def is_total(self) -> bool:
        """Whether the cell stands alone on one side of an equation it mends."""
        return any(equation.right == (self.edit.cell,) for equation in self.mended)


class Cause(NamedTuple):
    """The cell that a broken identity is put down to, and the edits each of which mends it, or the
    two that mend it together."""

    cell: str
    edits: tuple[Edit, ...] = ()
    together: tuple[Edit, ...] = ()


Causes = dict[Equation, Cause]


class _Sheet:
    """The numbers of a report with the equations between them; edits can be tried on it."""

    def __init__(self, report: Report) -> None:
        readings = report.cells.items()
        self.numbers: dict[str, Number] = {
            address: reading.value for address, reading in readings if reading.value is not None
        }
        self.printed = dict(self.numbers)
        self.order = {address: place for place, address in enumerate(report.expected())}
        self.through: dict[str, list[Equation]] = {}
        self.equations = [e for e in report.equations() if self.numbers.keys() >= set(e.cells)]
        for equation in self.equations:
            for cell in equation.cells:
                self.through.setdefault(cell, []).append(equation)

    def gap(self, equation: Equation) -> Number:
        """How much the right side exceeds the left."""
        left = sum(self.numbers[cell] for cell in equation.left)
        return sum(self.numbers[cell] for cell in equation.right) - left

    def solved(self, equation: Equation, cell: str) -> Number:
        """What the cell would have to be for the equation to hold."""
        gap = self.gap(equation)
        return self.numbers[cell] + (gap if cell in equation.left else -gap)

    def mends(self, edit: Edit, equation: Equation) -> bool:
        """Whether the equation holds after the edit alone."""
        return self.solved(equation, edit.cell) == edit.mended

    def broken(self, equations: Iterable[Equation]) -> list[Equation]:
        """Those of the equations that do not hold."""
        return [equation for equation in equations if self.gap(equation)]

    def candidates(self, group: list[Equation]) -> list[_Candidate]:
        """Every edit that mends something in the group and breaks nothing, the best first."""
        found: list[_Candidate] = []
        for cell in {cell for equation in group for cell in equation.cells}:
            equations = self.through[cell]
            if self.numbers[cell] == self.printed[cell] and all(self.gap(e) for e in equations):
                values = {self.solved(equation, cell) for equation in equations}
                found += (self._candidate(cell, int(v)) for v in values if v >= 0 and v == int(v))
        return sorted(found, key=self._rank)

    def _candidate(self, cell: str, value: int) -> _Candidate:
        equations = self.through[cell]
        mended = frozenset(e for e in equations if self.solved(e, cell) == value)
        return _Candidate(
            Edit(cell, self.numbers[cell], value), mended, len(equations) - len(mended)
        )

    def _rank(self, one: _Candidate) -> tuple[int, int, bool, int, Number]:
        place = self.order[one.edit.cell]
        return -len(one.mended), one.left, not one.is_total, place, one.edit.mended

    @contextmanager
    def written(self, edit: Edit) -> Iterator[None]:
        """The sheet with one cell written differently."""
        self.numbers[edit.cell] = edit.mended
        yield
        self.numbers[edit.cell] = edit.printed


def causes(report: Report) -> Causes:
    """The cause of each broken equation that has one; the first of its edits names it."""
    sheet = _Sheet(report)
    mended = _explained(sheet.equations, sheet)
    found = {
        equation: Cause(edits[0].cell, tuple(e for e in edits if sheet.mends(e, equation)))
        for equation, edits in mended.items()
    }
    rest = [equation for equation in sheet.broken(sheet.equations) if equation not in found]
    pairs = {pair: frozenset(_broken_by(pair, sheet)) for pair in _pairs(rest, sheet)}
    told = {pair for pair in pairs if _is_told(pair, report)}
    for pair, equations in pairs.items():
        rivals = {
            other: also for other, also in pairs.items() if other != pair and equations & also
        }
        if all(
            also < equations or (also == equations and pair in told and other not in told)
            for other, also in rivals.items()
        ):
            found |= dict.fromkeys(equations, Cause(pair[0].cell, together=pair))
    return found


def _is_told(pair: Pair, report: Report) -> bool:
    """Whether one of the edits makes true what the prose states and the table does not."""
    differing = (claim for claim in report.claims if claim.agreement is Agreement.DIFFER)
    stated = {(claim.cell, claim.value) for claim in differing}
    return any((edit.cell, edit.mended) in stated for edit in pair)


def _pairs(rest: list[Equation], sheet: _Sheet) -> set[Pair]:
    """Pairs of edits to cells of one identity that holds, after which all theirs hold."""
    edits: dict[str, Edit] = {}
    for cell in {cell for equation in rest for cell in equation.cells}:
        broken = sheet.broken(sheet.through[cell])
        values = {sheet.solved(equation, cell) for equation in broken}
        value = values.pop()
        if not values and set(broken) <= set(rest) and value >= 0 and value == int(value):
            edits[cell] = Edit(cell, sheet.numbers[cell], int(value))
    held = [equation for equation in sheet.equations if not sheet.gap(equation)]
    both = {
        (edits[one], edits[other])
        for equation in held
        for one, other in combinations(equation.cells, 2)
        if one in edits and other in edits
    }
    return {pair for pair in both if not _broken_after(pair, sheet)}


def _broken_by(pair: Pair, sheet: _Sheet) -> list[Equation]:
    return sheet.broken(equation for edit in pair for equation in sheet.through[edit.cell])


def _broken_after(pair: Pair, sheet: _Sheet) -> list[Equation]:
    with sheet.written(pair[0]), sheet.written(pair[1]):
        return _broken_by(pair, sheet)


def _explained(equations: list[Equation], sheet: _Sheet) -> Mends:
    """The edits for those of the equations that are broken, group by group."""
    found: Mends = {}
    for group in _groups(sheet.broken(equations)):
        found |= _explained_group(group, sheet)
    return found


def _groups(broken: list[Equation]) -> list[list[Equation]]:
    """Broken equations that hang together by their cells."""
    groups: list[list[Equation]] = []
    for equation in broken:
        near = [g for g in groups if any(set(equation.cells) & set(other.cells) for other in g)]
        groups = [group for group in groups if group not in near]
        groups.append([*(other for group in near for other in group), equation])
    return groups


def _explained_group(group: list[Equation], sheet: _Sheet) -> Mends:
    for size in (1, 2):
        together = _together(group, sheet, size)
        if together is not None:
            return together
    whole = [one for one in sheet.candidates(group) if not one.left]
    if not whole:
        return {}
    with sheet.written(whole[0].edit):
        return _alternatives(whole[0], whole) | _explained(group, sheet)


def _together(group: list[Equation], sheet: _Sheet, size: int) -> Mends | None:
    """So many edits that together mend all, or None."""
    broken = sheet.broken(group)
    if not broken:
        return {}
    if len(broken) > size * _MOST_MENDED:
        return None
    candidates = sheet.candidates(broken) if size else []
    for one in candidates:
        with sheet.written(one.edit):
            rest = _together(broken, sheet, size - 1)
        if rest is not None:
            return _alternatives(one, candidates) | rest
    return None


def _alternatives(best: _Candidate, candidates: list[_Candidate]) -> Mends:
    """The edit and, where it leaves nothing broken on its cell, those that mend just the same."""
    alike = [one for one in candidates if one.mended == best.mended and one.left == best.left == 0]
    edits = tuple(one.edit for one in alike) or (best.edit,)
    return dict.fromkeys(best.mended, edits)
