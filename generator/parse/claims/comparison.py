"""Numbers of the prose beside the cells they speak of.

Numbers that speak of one thing are compared together: where one of them is that of the table, or
their sum is, the others are parts. So a number differs only where none agrees, and exactly then
the rule about it (NX-RECV, NX-ZERO, NX-DONE, NX-CASE, TA-STOCK-NARR) fails.
"""

from collections.abc import Iterable, Mapping

from generator.model import Agreement, Claim, Number, Reading
from generator.parse.claims.subjects import (
    ANSWERED,
    BROUGHT_FORWARD,
    DECIDED,
    PROCESSED,
    RECEIVED,
)


def compared(claims: Iterable[Claim], cells: Mapping[str, Reading]) -> tuple[Claim, ...]:
    """The claims in their order, those that speak of a cell with their agreement."""
    found = list(claims)
    stated: dict[str, int] = {}
    for claim in found:
        stated[claim.key] = stated.get(claim.key, 0) + claim.value
    groups: dict[tuple[str, bool], list[int]] = {}
    for place, claim in enumerate(found):
        if claim.cell and not claim.approximate:
            groups.setdefault((claim.key, claim.value > 0), []).append(place)
    for (key, positive), places in groups.items():
        group = [_one(found[place], cells) for place in places]
        sums = {stated[key], sum(claim.value for claim in group)}
        together = positive or (key != "requests_processed" and not stated[key])
        if not together or not _differ(group, sums, cells):
            group = [_as_part(claim) for claim in group]
        for place, claim in zip(places, group, strict=True):
            found[place] = claim
    return tuple(found)


def _differ(group: list[Claim], sums: set[int], cells: Mapping[str, Reading]) -> bool:
    """Whether neither one of the numbers of a group nor a sum of them may be true."""
    return all(claim.agreement is Agreement.DIFFER for claim in group) and all(
        _one(group[0]._replace(value=number), cells).agreement is Agreement.DIFFER
        for number in sums
    )


def _as_part(claim: Claim) -> Claim:
    """A claim of a group; one that does not agree is a part or of no weight."""
    if claim.agreement is not Agreement.DIFFER:
        return claim
    return claim._replace(agreement=Agreement.NOT_COMPARABLE)


def _one(claim: Claim, cells: Mapping[str, Reading]) -> Claim:
    """A claim by itself: not comparable where a cell that it may speak of was not read."""
    for cell in _cells(claim):
        number = _number(cell, cells)
        if number is None or number == claim.value:
            agreement = Agreement.NOT_COMPARABLE if number is None else Agreement.AGREE
            return claim._replace(cell=cell, agreement=agreement)
    if claim.cell == PROCESSED and claim.value not in (0, _number(DECIDED, cells)):
        for cell in ANSWERED:
            if _number(cell, cells) == claim.value:
                return claim._replace(cell=cell, agreement=Agreement.AGREE)
    return claim._replace(agreement=Agreement.DIFFER)


def _cells(claim: Claim) -> tuple[str, ...]:
    """Requests received may or may not include those brought forward, if nothing is said of it."""
    if claim.cell == RECEIVED and claim.value:
        return RECEIVED, f"{RECEIVED}+{BROUGHT_FORWARD}"
    return (claim.cell,)


def _number(cell: str, cells: Mapping[str, Reading]) -> Number | None:
    values = [cells[address].value if address in cells else None for address in cell.split("+")]
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None
