"""The second step: townships → their pages, written; their rows, kept; what comparisons need."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.around import Around
from generator.bilingual import LANGS
from generator.corpus import Order
from generator.export import FILES, OfReport, rows_about
from generator.judging import Placed, Sheets, dossiers
from generator.links import Links
from generator.metrics import measured
from generator.model import Dossier
from generator.page import Page
from generator.pages import View
from generator.pages.figures import chart_files
from generator.pages.reports import report_pages
from generator.pages.townships import township_charts, township_pages
from generator.pickled import pickled_as_call
from generator.program import program_key
from generator.render import Renderer, Site
from generator.stages.reading import Reader
from generator.stages.written import staged, standing
from generator.store import key_of
from generator.survey import Survey
from generator.unread import Tally, tally
from generator.writer import Stage, Staged


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Assignment:
    """A township to be published: its reports, and what stands around it.

    `orders` gives by file the key of its sheet, and how to read it again.
    """

    township: str
    members: tuple[Placed, ...]
    orders: Mapping[str, tuple[str, Order]]
    around: Around

    @property
    def label(self) -> str:
        """What messages call it."""
        return " ".join(f"reports/{file}" for file in self.orders)

    @property
    def basis(self) -> tuple[object, ...]:
        """All that its pages are made from; what is read of a file follows from its sheet's key."""
        members = [
            (one.report.id, one.report.preferred, one.company, one.replies) for one in self.members
        ]
        sheets = [(file, key) for file, (key, _) in self.orders.items()]
        return self.township, members, sheets, self.around


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Published:
    """What came of one township.

    The dossiers hold only what comparisons need, `digest` is a checksum of them. Under `rows` the
    rows about the reports of the whole batch are kept. `links` are the pages that search engines
    may know, `cells` counts the cells of the reports.
    """

    rows: str
    dossiers: tuple[Dossier, ...]
    digest: str
    files: tuple[Staged, ...]
    links: tuple[Links, ...]
    cells: Tally
    reused: bool = False


@dataclass(frozen=True, slots=True)
class Publisher:
    """Publishes batches of townships; `site` is what every page of theirs knows of the site."""

    reader: Reader
    stage: Stage
    site: Site

    def __call__(self, assignments: Sequence[Assignment]) -> tuple[Published, ...]:
        """Judge some townships beside the others, and write all that is theirs alone."""
        return self._made(assignments, self._key(assignments))

    def known(self, assignments: Sequence[Assignment]) -> tuple[Published, ...] | None:
        """What was published of these townships by an earlier build, and still stands."""
        return standing(self.reader.store, self.stage, self._key(assignments))

    def _key(self, assignments: Sequence[Assignment]) -> str:
        return key_of("published", program_key(), self.site, [one.basis for one in assignments])

    def rows(
        self, assignments: Sequence[Assignment], published: Sequence[Published], table: str
    ) -> list[OfReport]:
        """The rows of a table about the reports of a batch that was published."""
        key = rows_key(published[0].rows, table)
        known = self.reader.store.get(key)
        if not isinstance(known, list):
            self._made(assignments, published[0].rows)
            known = self.reader.store.get(key)
        return known if isinstance(known, list) else []

    def _made(self, assignments: Sequence[Assignment], key: str) -> tuple[Published, ...]:
        renderer = Renderer(self.site)
        rows: dict[str, list[OfReport]] = {}
        made = tuple(self._published(one, renderer, key, rows) for one in assignments)
        for table, own in rows.items():
            self.reader.store.put(rows_key(key, table), own)
        self.reader.store.put(key, made)
        return made

    def _published(
        self,
        assignment: Assignment,
        renderer: Renderer,
        key: str,
        rows: dict[str, list[OfReport]],
    ) -> Published:
        orders = assignment.orders
        sheets = {file: self.reader.sheet(*one) for file, one in orders.items()}.__getitem__
        thresholds = self.site.settings.thresholds
        found = dossiers(assignment.members, sheets)
        known = tuple(measured(one, thresholds) for one in found)
        for dossier in known:
            for name, own in rows_about(dossier).items():
                rows.setdefault(name, []).append(own)
        files: list[Staged] = []
        links: list[Links] = []
        for lang in LANGS:
            around = {assignment.township: assignment.around}
            view = View(Survey(known, settings=self.site.settings), lang, around)
            charts = chart_files(view, township_charts(view))
            done, indexed = staged(self.stage, renderer, charts, _pages(view, sheets))
            files += done
            links += indexed
        slim = tuple(one.slim() for one in known)
        return Published(
            rows=key,
            dossiers=slim,
            digest=key_of(slim),
            files=tuple(files),
            links=tuple(links),
            cells=sum((tally(one.report) for one in known), Counter()),
        )


def _pages(view: View, sheets: Sheets) -> Iterator[Page]:
    yield from township_pages(view)
    yield from report_pages(view, lambda file: sheets(file).opened)


def rows_key(published: str, table: str) -> str:
    """Under which key the rows of a table are kept that came of a batch."""
    return key_of("rows", published, table)


def rows_keys(published: str) -> Iterator[str]:
    """The keys of all rows that came of a batch."""
    return (rows_key(published, name) for name, file in FILES.items() if file.of_reports)
