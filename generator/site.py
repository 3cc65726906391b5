"""The whole program on one screen: a corpus in, a publishable folder out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from generator import __version__
from generator.bilingual import LANGS, Lang
from generator.charts import plotly_assets
from generator.cluster import Cluster
from generator.corpus import Corpus
from generator.defects import refuse_defective_pages, refuse_defective_words
from generator.example_messages import example_messages
from generator.export import FileFacts, WrittenPart, data_files
from generator.links import unpacked
from generator.pages import Page, RenderedProse, View, pages
from generator.pages.data import data_page
from generator.pages.finder import FINDER, finder
from generator.pages.search import CHARACTERS, characters
from generator.program import program_key
from generator.progress import Progress, silent
from generator.render import Asset, Renderer, Site, default_text, load_assets, prose
from generator.rule_benchmark import rule_benchmark
from generator.sitemap import robots, sitemap
from generator.stages import (
    AreaPublisher,
    PartPublisher,
    Publisher,
    Reader,
    publish_all,
    publish_areas,
    publish_parts,
    read_all,
)
from generator.staging import FileStates
from generator.store import Store, folder_beside, key_of
from generator.summary import Summary
from generator.survey import Survey
from generator.workers import Workers
from generator.writer import Writer

File = tuple[str, bytes | Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: `base_url` is the address of the site, if it is not that of the settings.

    `workers` processes work on it, 0 for one on each core; or the workers of a Dask cluster whose
    `scheduler` has an address. A `strict` build fails on defects of the site itself.
    """

    base_url: str = ""
    workers: int = 0
    scheduler: str = ""
    strict: bool = False


_USUAL = Options()


def build(
    corpus: Corpus, writer: Writer, options: Options = _USUAL, progress: Progress = silent
) -> Summary:
    """Read, judge and measure the reports, then write the site; OperatorError when it cannot.

    DefectError when it is strict and the site has defects; the old site then stays.
    """
    if options.strict:
        refuse_defective_words()
    with writer, _workers(options, corpus, writer) as workers:
        store = Store(folder_beside(writer.output))
        assets = tuple(_assets())
        site = Site(corpus.settings, __version__, {asset.name: asset.path for asset in assets})
        reader = Reader(store, corpus.masks, compared=len(corpus.files) > 1)
        publisher = Publisher(reader, writer.stage, site)
        read = read_all(corpus, reader, workers, progress)
        townships = publish_all(read.assignments, publisher, workers, progress)
        survey = replace(
            townships.survey(publisher, read, corpus.settings),
            illustrations=store.result(examples_key := _examples_key(), example_messages),
            benchmark=rule_benchmark(),
        )
        found = store.result(finder_key := _finder_key(survey), partial(finder, survey))
        places = Asset(FINDER, found.script)
        by_area = AreaPublisher(publisher, {places.name: places.path})
        areas = publish_areas(survey, townships.by_id, by_area, workers, progress)
        by_part = PartPublisher(publisher)
        tables = publish_parts(survey, townships.by_id, by_part, workers, progress)
        for states in chain(townships.files, areas.files, tables.files):
            writer.add(states)
        writer.write_all((asset.path, asset.data) for asset in (*assets, places))
        writer.write_all(found.shards)
        facts = corpus.texts, read.records, survey.replies
        results = townships.results, areas.keys, tables.results
        key = key_of("whole", program_key(), site, facts, results)
        kept = store.get(key, FileStates)
        if kept and writer.stage.unchanged(kept):
            writer.add(kept.none_new())
        else:
            listed = (*townships.pages, *areas.pages)
            whole = files(survey, corpus, site, tables.written, listed)
            store.put(key, writer.write_all(progress(whole, "writing files")))
        if options.strict:
            refuse_defective_pages(writer.paths, writer.stage, workers, progress)
        own = (key, examples_key, finder_key)
        store.keep(chain(read.keys, townships.keys, areas.keys, tables.keys, own))
    writer.counts.reused = townships.reused
    return Summary(survey, corpus.problems, writer.counts, townships.cells)


def _examples_key() -> str:
    """The key of what rules say of their own examples."""
    return key_of("illustrations", program_key(reading=True))


def _finder_key(survey: Survey) -> str:
    """The key of how places are found."""
    bodies = [(township.id, township.main.basis) for township in survey.townships]
    return key_of("places", program_key(), bodies)


def _workers(options: Options, corpus: Corpus, writer: Writer) -> Workers:
    if options.scheduler:
        shared = ((corpus.root / "reports").resolve(), writer.stage.folder)
        return Cluster(options.scheduler, shared)
    return Workers(options.workers)


def _assets() -> Iterator[Asset]:
    yield from load_assets()
    yield from (Asset(name, data) for name, data in plotly_assets())
    yield Asset(CHARACTERS, characters())


def files(
    survey: Survey,
    corpus: Corpus,
    site: Site,
    tables: Sequence[WrittenPart],
    listed: Iterable[str],
) -> Iterator[File]:
    """Every file that is about the whole: data, then in each language pages.

    `tables` are those of rows about reports; the pages of reports, townships and areas are `listed`
    as they are packed.
    """
    facts: list[FileFacts] = []
    for path, chunks in data_files(survey, tables, facts):
        yield f"data/{path}", chunks
    renderer = Renderer(site)
    indexed = list(chain.from_iterable(map(unpacked, listed)))
    for lang in LANGS:
        view = View(survey, lang)
        for page in _pages(view, corpus, facts):
            yield page.file_path, renderer.render(page)
            indexed += [page.links] * page.indexed
    yield from sitemap(survey.settings.base_url, indexed)
    yield robots(survey.settings.base_url)


def _pages(view: View, corpus: Corpus, facts: list[FileFacts]) -> Iterator[Page]:
    yield from pages(view, partial(_prose, corpus))
    yield from data_page(view, facts)


def _prose(
    corpus: Corpus,
    lang: Lang,
    name: str,
    fillings: dict[str, str],
    link: Callable[[str], str],
) -> RenderedProse:
    """The maintainer's text of a page, else the one that ships with the program."""
    text = corpus.texts.get(f"{lang}/{name}") or default_text(lang, name)
    return prose(text, lang, fillings, link)
