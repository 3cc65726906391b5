"""What pages about many are made from: whose reports they show, what of areas as a whole.

Where that is decided, a report is known by its summary. The pages are made where its dossier is at
hand, and only when something of this has changed.
"""

from collections.abc import Callable, Iterator
from heapq import nsmallest
from itertools import chain

from generator.areas import Area
from generator.model import Dossier, Severity, Township
from generator.pages.area_pages import COMPARISON, FINDINGS, SIMILAR, AreaPages
from generator.pages.home import SHOWN_CAUSES, SHOWN_REPORTS, newness
from generator.pages.occurrences import of_rule
from generator.survey import Survey
from generator.totals import RuleCounts, Tally, Totals

Bodies = tuple[Township, ...]
Shown = Callable[[Survey, Area], Bodies]
Told = Callable[[Totals], Totals]


def nobody(_survey: Survey, _area: Area) -> Bodies:
    """For pages that show sums alone."""
    return ()


def undivided(kind: AreaPages) -> Shown:
    """All bodies of an area that is shown whole."""
    return lambda _survey, area: () if kind.is_divided(area) else area.members


def compared_in(_survey: Survey, area: Area) -> Bodies:
    """The bodies that the pages of a comparison name: in years with few reports also of an area
    that has too many of them in others."""
    if not COMPARISON.is_divided(area):
        return area.members
    few = {year for year, sums in area.totals.years.items() if sums.reports <= COMPARISON.limit}
    return tuple(body for body in area.members if any(map(_enters(few), body.dossiers)))


def gravest_in(survey: Survey, area: Area) -> Bodies:
    """The bodies whose findings stand on the pages of an area; where it is divided, the errors."""
    if not FINDINGS.is_divided(area):
        return area.members
    if area.totals.tally.errors > FINDINGS.limit:
        return ()
    return tuple(body for body in area.members if any(_have(survey, body, Severity.ERROR)))


def leading(_survey: Survey, area: Area) -> Bodies:
    """The bodies whose reports lead the pairs that stand on the pages of an area."""
    if SIMILAR.is_divided(area):
        return ()
    return tuple(body for body in area.members if any(dossier.led for dossier in body.dossiers))


def at_home(survey: Survey, nation: Area) -> Bodies:
    """The bodies of the latest reports, of those worth a look, and of a chart of few."""
    wanted = nsmallest(SHOWN_REPORTS, survey.dossiers, newness)
    causes = 0
    for severity in Severity:
        if causes < SHOWN_CAUSES:
            found = (d for d in survey.dossiers if survey.summaries[d.report.id].tally.of(severity))
            first = nsmallest(SHOWN_CAUSES - causes, found, newness)
            causes += sum(survey.summaries[d.report.id].tally.of(severity) for d in first)
            wanted += first
    named = {dossier.report.township for dossier in wanted}
    year = survey.main_year
    if year and nation.totals.years[year].reports <= COMPARISON.limit:
        named |= {body.id for body in nation.members if any(map(_enters({year}), body.dossiers))}
    return tuple(body for body in nation.members if body.id in named)


def found_by(rule: str) -> Shown:
    """The bodies in whose reports a rule found something and, where they are few, those that it
    could not assess."""
    kind = of_rule(rule)

    def shown(survey: Survey, area: Area) -> Bodies:
        found = () if kind.is_divided(area) else survey.found.get(rule, ())
        if area.code:
            inside = {body.id for body in area.members} if found else set()
            return tuple(body for body in found if body.id in inside)
        named = {body.id: body for body in chain(found, survey.silent.get(rule, ()))}
        return tuple(named.values())

    return shown


def _enters(years: set[int]) -> Callable[[Dossier], bool]:
    """Whether a report enters the comparison of one of some years."""
    return lambda dossier: dossier.compared and dossier.report.year in years


def _have(survey: Survey, body: Township, severity: Severity) -> Iterator[bool]:
    """Whether causes of a severity were found in each report of a body."""
    for dossier in body.dossiers:
        yield survey.summaries[dossier.report.id].tally.of(severity) > 0


def sizes(totals: Totals) -> Totals:
    """How many bodies and reports there are, and in how many equations do not hold."""
    return Totals(totals.bodies, tally=Tally(totals.tally.reports, totals.tally.unbalanced))


def sums(totals: Totals) -> Totals:
    """The sums by year."""
    return Totals(totals.bodies, years=totals.years)


def tally(totals: Totals) -> Totals:
    """How many causes were found."""
    return Totals(totals.bodies, tally=totals.tally)


def pairs(totals: Totals) -> Totals:
    """How many pairs of alike reports there are, among how many."""
    return Totals(pairs=totals.pairs, tally=Tally(totals.tally.reports))


def tally_and_sums(totals: Totals) -> Totals:
    """Both of them."""
    return Totals(totals.bodies, tally=totals.tally, years=totals.years)


def outcomes(totals: Totals) -> Totals:
    """How often each rule had each outcome, whatever the reasons."""
    rules = {
        rule: RuleCounts(failed=one.failed, unassessed=(("", one.silent),))
        for rule, one in totals.rules.items()
    }
    return Totals(tally=Tally(totals.tally.reports), rules=rules)


def said_by(rule: str) -> Told:
    """What one rule said."""
    return lambda totals: Totals(
        tally=Tally(totals.tally.reports), rules={rule: totals.of_rule(rule)}
    )
