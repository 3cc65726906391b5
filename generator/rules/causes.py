"""One slip, one story: which single cell, written differently, would mend which broken identities.

Computed from the equations of the form alone. Two equations belong together when they share a
cell, so one misprinted cell gives one group. An edit may touch only cells whose equations are all
broken (it breaks nothing that adds up), and its value is a whole number from 0 up.

- The edit that mends most of a group is its cause; other edits that mend just the same equations
  are named beside it. Totals come before their parts (a reader looks at the total first), then the
  order of the form decides.
- What such an edit leaves broken is another slip: the edit is taken as written and the search goes
  on in what is left. An edit that leaves an equation of its own cell broken counts only when two
  others agree on its value.
- What no edit mends has no cause but itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.form import Equation
from generator.model import Edit, Number, Report


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An edit and the broken equations that it mends and leaves on its cell."""

    edit: Edit
    mended: frozenset[Equation]
    left: int

    @property
    def is_total(self) -> bool:
        """Whether the cell stands alone on one side of an equation it mends."""
        return any(equation.right == (self.edit.cell,) for equation in self.mended)


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

    def broken(self, equations: Iterable[Equation]) -> list[Equation]:
        """Those of the equations that do not hold."""
        return [equation for equation in equations if self.gap(equation)]

    def candidates(self, group: list[Equation]) -> Iterator[_Candidate]:
        """Every edit that mends something in the group and breaks nothing."""
        for cell in sorted({c for e in group for c in e.cells}, key=self.order.__getitem__):
            equations = self.through[cell]
            if len(self.broken(equations)) < len(equations) or cell not in self.untouched:
                continue
            for value in sorted({self.solved(equation, cell) for equation in equations}):
                yield from self._candidate(cell, value)

    def _candidate(self, cell: str, value: Number) -> Iterator[_Candidate]:
        equations = self.through[cell]
        mended = frozenset(e for e in equations if self.solved(e, cell) == value)
        left = len(equations) - len(mended)
        if value >= 0 and value == int(value) and (not left or len(mended) > 1):
            yield _Candidate(Edit(cell, self.numbers[cell], int(value)), mended, left)

    @property
    def untouched(self) -> set[str]:
        """The cells that no edit was tried on so far."""
        return {cell for cell, number in self.numbers.items() if number == self.printed[cell]}


def mends(report: Report) -> dict[Equation, tuple[Edit, ...]]:
    """The alternative edits for each broken equation that has any; the first names the cause."""
    sheet = _Sheet(report)
    found: dict[Equation, tuple[Edit, ...]] = {}
    for group in _groups(sheet.broken(sheet.equations)):
        found |= _explained(group, sheet)
    return found


def _groups(broken: list[Equation]) -> list[list[Equation]]:
    """Broken equations that hang together by their cells."""
    groups: list[list[Equation]] = []
    for equation in broken:
        near = [g for g in groups if any(set(equation.cells) & set(other.cells) for other in g)]
        groups = [group for group in groups if group not in near]
        groups.append([*(other for group in near for other in group), equation])
    return groups


def _explained(group: list[Equation], sheet: _Sheet) -> dict[Equation, tuple[Edit, ...]]:
    found: dict[Equation, tuple[Edit, ...]] = {}
    while candidates := sorted(
        sheet.candidates(sheet.broken(group)),
        key=lambda c: (-len(c.mended), c.left, not c.is_total, sheet.order[c.edit.cell]),
    ):
        best = candidates[0]
        alike = [c for c in candidates if (c.mended, c.left) == (best.mended, best.left)]
        found |= dict.fromkeys(best.mended, tuple(candidate.edit for candidate in alike))
        sheet.numbers[best.edit.cell] = best.edit.mended
    return found
