"""How bodies and reports are named in addresses and files."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from generator.model import Report, Resolution
from generator.regex import regex

_LONGEST_SLUG = 200  # bytes; file systems allow 255 for a name, with what stands around it
_NOT_IN_SLUG = regex(r"[^0-9a-z\u3400-\u9fff\uf900-\ufaff]+")


def slug(file: str) -> str:
    """The part of an id that stands for a file whose body is not resolved; a long one is cut."""
    whole = _NOT_IN_SLUG.sub("-", file.lower()).strip("-")
    data = whole.encode()
    if len(data) <= _LONGEST_SLUG:
        return whole
    cut = data[:_LONGEST_SLUG].decode(errors="ignore")
    return f"{cut}-{sha256(file.encode()).hexdigest()[:6]}"


def township_id(report: Report, slugs: dict[str, str]) -> str:
    """The division code, else a name made from the path; `slugs` remembers whose each name is.

    A file keeps its name when the register gives the code, so that its old address can lead on.
    """
    if _found_by_name(report):
        return report.body.division_code
    name = _unresolved(report, slugs)
    return report.body.division_code or name


def _found_by_name(report: Report) -> bool:
    body = report.body
    return bool(body.division_code) and body.resolution is not Resolution.REGISTER


def _unresolved(report: Report, slugs: dict[str, str]) -> str:
    name = slug(report.source.file)
    if slugs.setdefault(name, report.source.file) != report.source.file:
        name = f"{name}-{report.source.sha256[:6]}"
    return f"unresolved-{name}"


def report_base(report: Report, township: str) -> str:
    """`<township>-<year>`, which is the report's id unless another report has it already."""
    return f"{township}-{report.year or 'undated'}"


def old_ids(reports: Iterable[Report]) -> Iterator[tuple[Report, str, str]]:
    """Each report that has a code, with the ids of township and report while it was unknown.

    The reports are all of the site, in path order; one found by its name keeps none from others.
    """
    slugs: dict[str, str] = {}
    for report in reports:
        township = _unresolved(report, {} if _found_by_name(report) else slugs)
        if report.body.division_code:
            yield report, township, report_base(report, township)
