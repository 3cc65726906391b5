"""Numbers of the prose beside the cells they speak of.

Numbers that speak of one thing are compared together: where one of them is that of the table, or
their sum is, the others are parts. So a number differs only where none agrees, and exactly then
the rule about it (NX-RECV, NX-ZERO, NX-DONE, NX-CASE, TA-STOCK-NARR) fails.
"""

from collections.abc import Iterable, Mapping

from generator.model import Agreement, Claim, Number, Reading
from generator.parse.claims.subjects import BROUGHT_FORWARD, RECEIVED


def compared(claims: Iterable[Claim], cells: Mapping[str, Reading]) -> tuple[Claim, ...]:
    """The claims in their order, those that speak of a cell with their agreement."""
    found = tuple(claims)
    stated: dict[str, int] = {}
    for claim in found:
        stated[claim.key] = stated.get(claim.key, 0) + claim.value
    groups: dict[tuple[str, bool], list[Claim]] = {}
    for claim in found:
        if claim.cell and not claim.approximate:
            groups.setdefault((claim.key, claim.value > 0), []).append(claim)
    known: dict[Claim, Claim] = {}
    for (key, positive), group in groups.items():
        if positive or (key != "requests_processed" and not stated[key]):
            sums = {stated[key], sum(claim.value for claim in group)}
            known |= zip(group, _together(group, sums, cells), strict=True)
        else:
            known |= zip(group, _agreeing(group, cells), strict=True)
    return tuple(known.get(claim, claim) for claim in found)


def _together(group: list[Claim], sums: set[int], cells: Mapping[str, Reading]) -> list[Claim]:
    """The claims of a group, which differ when neither one of them nor a sum may be true."""
    single = [_one(claim, cells) for claim in group]
    total = [_one(group[0]._replace(value=number), cells) for number in sums]
    if {claim.agreement for claim in (*single, *total)} == {Agreement.DIFFER}:
        return single
    return _agreeing(group, cells)


def _agreeing(group: list[Claim], cells: Mapping[str, Reading]) -> list[Claim]:
    """The claims of a group, of which those that do not agree are parts or of no weight."""
    single = [_one(claim, cells) for claim in group]
    return [
        claim._replace(agreement=Agreement.NOT_COMPARABLE)
        if claim.agreement is Agreement.DIFFER
        else claim
        for claim in single
    ]


def _one(claim: Claim, cells: Mapping[str, Reading]) -> Claim:
    """A claim by itself: not comparable where a cell that it may speak of was not read."""
    for cell in _cells(claim):
        number = _number(cell, cells)
        if number is None or number == claim.value:
            agreement = Agreement.NOT_COMPARABLE if number is None else Agreement.AGREE
            return claim._replace(cell=cell, agreement=agreement)
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
