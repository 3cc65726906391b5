"""The second step: townships → their pages, written; their rows, kept; what comparisons need."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.areas import unit
from generator.bilingual import LANGS
from generator.corpus import ReadTask
from generator.export import JOINT, SPLIT, RowsAbout, rows_about
from generator.judging import Placed, Sheets, dossiers
from generator.metrics import measured
from generator.model import Dossier
from generator.page import Page
from generator.pages import View
from generator.pages.figures import chart_files
from generator.pages.prepared import Prepared, prepared
from generator.pages.reports import report_pages
from generator.pages.search import text_files
from generator.pages.townships import township_charts, township_pages
from generator.pickled import pickled_as_call
from generator.program import program_key
from generator.render import Renderer, Site
from generator.stages.reading import Reader
from generator.stages.written import StagedPages
from generator.staging import FileStates, Stage
from generator.store import key_of
from generator.surroundings import Surroundings
from generator.survey import Survey
from generator.totals import ReportSummary, Totals, body_totals
from generator.unread import CellCounts, tally

Tables = tuple[str, ...]
ReportRows = Mapping[str, RowsAbout]  # by the ids of the reports

_DOSSIERS = "dossiers"
_PARTS = (_DOSSIERS, JOINT[0], SPLIT[0])


class LostError(Exception):
    """What was kept of a township is not there any more, or damaged."""


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Assignment:
    """A township to be published: its reports, and what stands around it.

    `tasks` gives by file the key of its sheet, and how to read it again.
    """

    township: str
    members: tuple[Placed, ...]
    tasks: Mapping[str, tuple[str, ReadTask]]
    surroundings: Surroundings

    @property
    def label(self) -> str:
        """What messages call it."""
        return " ".join(f"reports/{file}" for file in self.tasks)

    @property
    def sketches(self) -> Iterator[Dossier]:
        """The reports with no more than who and when."""
        return (one.sketch for one in self.members)

    @property
    def basis(self) -> tuple[object, ...]:
        """All that its pages are made from; what is read of a file follows from its sheet's key."""
        members = [
            (one.report.id, one.report.preferred, one.context.basis, one.replies)
            for one in self.members
        ]
        sheets = [(file, key) for file, (key, _) in self.tasks.items()]
        return self.township, members, sheets, self.surroundings.basis


class Outline(NamedTuple):
    """A published township as the whole site knows it.

    `summaries` are those of its reports, in the order of the assignment; `digest` is a checksum of
    all that pages about many may show of it, and `rows` are those of its rows in tables, by the
    first of those that are written together.
    """

    summaries: tuple[ReportSummary, ...]
    digest: str
    rows: Mapping[str, str]


class Published(NamedTuple):
    """The result of one township, which lies in a `unit`: see there.

    `totals` are those of its reports. `pages` are those that search engines may
    know, `cells` counts the cells of the reports.
    """

    outline: Outline
    unit: str
    totals: Totals
    files: FileStates
    pages: str
    cells: CellCounts


@dataclass(frozen=True)
class Publisher:
    """Publishes townships; `site` is what every page of theirs knows of the site."""

    reader: Reader
    stage: Stage
    site: Site

    def __call__(self, assignments: Sequence[Assignment]) -> tuple[Published, ...]:
        """Judge some townships beside the others, and write all that is theirs alone."""
        renderer = Renderer(self.site)
        return tuple(self._published(one, renderer) for one in assignments)

    def kept(self, key: str) -> Published | None:
        """What an earlier build has kept of a township, if its pages are as they were left."""
        found = self.reader.store.get(key, Published)
        if found and self.stage.unchanged(found.files):
            return found._replace(files=found.files.none_new())
        return None

    def key(self, assignment: Assignment) -> str:
        """The key of the result of a township."""
        return key_of("published", program_key(), self.site_key, assignment.basis)

    @cached_property
    def site_key(self) -> str:
        """A checksum of what every page knows of the site."""
        return key_of(self.site)

    def dossiers(self, key: str) -> tuple[Dossier, ...]:
        """The reports of a township with what pages about many may show of them; LostError.

        The key is that of the township, here and below.
        """
        found = self.reader.store.get(_part(key, _DOSSIERS), tuple)
        if found is None:
            raise LostError
        return found

    def rows(self, key: str, tables: Tables) -> ReportRows:
        """The rows in some tables about each report of a township, by its id; LostError."""
        found = self.reader.store.get(_part(key, tables[0]), dict)
        if found is None:
            raise LostError
        return found

    def restored(self, key: str, assignment: Assignment) -> tuple[Dossier, ...]:
        """The same as `dossiers`, worked out anew where they were lost."""
        try:
            return self.dossiers(key)
        except LostError:
            self.restore(key, assignment)
            return self.dossiers(key)

    def restore(self, key: str, assignment: Assignment) -> None:
        """Keep once more what was lost of a township whose pages stand, if something was."""
        if any(self.reader.store.get(_part(key, name), object) is None for name in _PARTS):
            self._keep(key, _parts(self._judged(assignment, self._sheets(assignment))))

    def _judged(self, assignment: Assignment, sheets: Sheets) -> tuple[Dossier, ...]:
        found = dossiers(assignment.members, sheets)
        return tuple(measured(one, self.site.settings.thresholds) for one in found)

    def _sheets(self, assignment: Assignment) -> Sheets:
        return {file: self.reader.sheet(*one) for file, one in assignment.tasks.items()}.__getitem__

    def _published(self, assignment: Assignment, renderer: Renderer) -> Published:
        sheets = self._sheets(assignment)
        known = self._judged(assignment, sheets)
        survey = Survey(known, settings=self.site.settings)
        written = StagedPages(self.stage, renderer)
        texts = tuple(prepared(known, lambda file: sheets(file).opened))
        around = {assignment.township: assignment.surroundings}
        views = {lang: View(survey, lang, around) for lang in LANGS}
        written.add_files(text_files(views, texts))
        for view in views.values():
            written.add_files(chart_files(view, township_charts(view)))
            written.add_pages(_pages(view, texts))
        (body,) = survey.townships
        parts = _parts(known)
        digests = {name: key_of(part) for name, part in parts.items()}
        summaries = survey.summaries
        published = Published(
            Outline(tuple(summaries.values()), digests.pop(_DOSSIERS), digests),
            unit(body.main),
            body_totals(body, summaries),
            written.files,
            written.pages,
            tally(one.report for one in known),
        )
        key = self.key(assignment)
        self._keep(key, parts)
        self.reader.store.put(key, published)
        return published

    def _keep(self, key: str, parts: Mapping[str, object]) -> None:
        for name, part in parts.items():
            self.reader.store.put(_part(key, name), part)


def _pages(view: View, texts: Iterable[Prepared]) -> Iterator[Page]:
    yield from township_pages(view)
    yield from report_pages(view, texts)


def _parts(known: Sequence[Dossier]) -> dict[str, object]:
    """What is kept of a township for pages about many and for tables, by its name."""
    rows: dict[str, object] = {
        tables[0]: {one.report.id: rows_about(one, tables) for one in known}
        for tables in (JOINT, SPLIT)
    }
    return {_DOSSIERS: tuple(one.slim() for one in known), **rows}


def _part(key: str, name: str) -> str:
    """The key of a part of the result of a township."""
    return f"{key}.{name}"


def parts_keys(key: str) -> Iterator[str]:
    """The keys of all parts of the result of a township."""
    yield key
    yield from (_part(key, name) for name in _PARTS)
