"""Who a report is by."""

from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Body:
    """Who published the report; every name but `printed` may be empty."""

    printed: str = ""
    name: str = ""
    kind: BodyKind = BodyKind.UNKNOWN
    county: str = ""
    city: str = ""
    province: str = ""
    division_code: str = ""
    resolution: Resolution = Resolution.UNKNOWN
