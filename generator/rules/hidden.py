"""Reports with hidden lines: where nothing amiss was seen, something may stand in these lines."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Never

from generator.model import NotAssessable, Report
from generator.rules.reading import has_hidden_prose


class _Hidden(tuple[Never, ...]):
    """Prose that was not seen: whoever looks at it cannot assess what is asked."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Never]:
        raise NotAssessable("masked")

    def __len__(self) -> int:
        raise NotAssessable("masked")


_HIDDEN = _Hidden()


def without_prose(report: Report) -> Report | None:
    """The report as if all of its prose were hidden; None where all of it can be seen.

    A rule that finds nothing in the report is applied to this one as well: if it is not assessable
    here, it reads prose, and so what it asks for may stand in a hidden line. The tables are those
    of the report, for rules on them alone.
    """
    if not has_hidden_prose(report):
        return None
    return replace(
        report,
        masked_lines=frozenset(),
        sections=_HIDDEN,
        claims=_HIDDEN,
        changes=_HIDDEN,
        periods=_HIDDEN,
        mentions=_HIDDEN,
        artefacts=_HIDDEN,
        paragraphs=_HIDDEN,
    )
