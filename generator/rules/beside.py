"""What a report is set beside in the series of its body: one report for each year, by its code."""

from generator.form import all_cells
from generator.model import NotAssessable, Report, ReportContext
from generator.rules.reading import of_a_known_place

_NO_DIRECT_SUITS = 2024


def year_before(report: Report, context: ReportContext) -> Report:
    """The report that stands for the same body in the year before."""
    wanted = of_a_known_place(report) - 1
    for other in context.others:
        if other.year == wanted and other.preferred:
            return other
    raise NotAssessable("no_year_before", str(wanted))


def earlier(report: Report, context: ReportContext) -> tuple[Report, ...]:
    """The reports that stand for the same body in years before, oldest first; there may be none."""
    year = of_a_known_place(report)
    return tuple(o for o in context.others if o.preferred and o.year and o.year < year)


def same_count(address: str, report: Report, before: Report) -> bool:
    """Whether a cell counts the same thing in the report of the year before.

    Table A was another one up to 2020; since 2024 refusals go to reconsideration before a court.
    """
    cell = all_cells()[address]
    if cell.table == "proactive":
        return report.tables[cell.table].edition == before.tables[cell.table].edition
    return cell.row.key != "suit_direct" or report.year != _NO_DIRECT_SUITS
