"""Names → division codes, never by guessing."""

from dataclasses import replace

from generator.gazetteer.divisions import Gazetteer, gazetteer
from generator.gazetteer.mentions import read_mentions
from generator.gazetteer.own import misnamed
from generator.gazetteer.resolve import at, resolve, titled_place
from generator.gazetteer.signed import other_township, signatures, titled
from generator.model import Body, Report, Resolution

__all__ = ["Gazetteer", "at", "gazetteer", "located", "resolve"]


def located(report: Report) -> Report:
    """A report as it was parsed, with the place of its body and the places that its prose names."""
    body = resolve(report.body)
    signed = signatures(report)
    return replace(
        report,
        body=body,
        titled=_titled(report, body),
        mentions=read_mentions(report.paragraphs),
        misnamed=misnamed(report, body, signed),
        signed=other_township(report, signed),
    )


def _titled(report: Report, body: Body) -> Body | None:
    """What the title alone tells of a body that is not found by all that the report says."""
    alone = body.resolution is Resolution.UNKNOWN and titled(report)
    return titled_place(report.body) if alone else None
