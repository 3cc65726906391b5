"""Who a report is by."""

from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from generator.pickled import pickled_as_call


class BodyKind(StrEnum):
    """What kind of body a report is by; only the first two are compared as townships."""

    TOWNSHIP = "township"
    SUBDISTRICT = "subdistrict"
    COUNTY = "county"
    CITY = "city"
    PROVINCE = "province"
    DEPARTMENT = "department"
    UNKNOWN = "unknown"


class Resolution(StrEnum):
    """How the division code was found."""

    EXACT = "exact"
    UNIQUE_NAME = "unique_name"
    REGISTER = "register"
    AMBIGUOUS = "ambiguous"
    NOT_A_TOWNSHIP = "not_a_township"
    UNKNOWN = "unknown"


TOWNSHIP_KINDS = frozenset({BodyKind.TOWNSHIP, BodyKind.SUBDISTRICT})


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Evidence:
    """What else a report says of its publisher, as printed, beside the name in its title.

    `publishers` name the body once more (index box, opening sentence, signature); `regions` are
    passages in which an area is named (website of a government, address).
    """

    publishers: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Body:
    """Who published the report; every name but `printed` may be empty.

    `candidates` are the codes of places that it may be when it is not certain which: all of that
    name (ambiguous), or those of the printed county that are called nearly so (unknown). `evidence`
    is dropped as soon as the body is resolved.
    """

    printed: str = ""
    name: str = ""
    kind: BodyKind = BodyKind.UNKNOWN
    county: str = ""
    city: str = ""
    province: str = ""
    division_code: str = ""
    resolution: Resolution = Resolution.UNKNOWN
    candidates: tuple[str, ...] = ()
    evidence: Evidence = Evidence()

    @property
    def basis(self) -> tuple[object, ...]:
        """All of it as values of Python's own types, which are quicker to take a checksum of."""
        return tuple(_BASIS(self))


_BASIS = attrgetter(
    *("printed", "name", "kind.value", "county", "city", "province"),
    *("division_code", "resolution.value", "candidates"),
    *("evidence.publishers", "evidence.regions"),
)
