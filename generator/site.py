"""The whole program on one screen: content in, a publishable folder out."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from generator import __version__
from generator.bilingual import LANGS
from generator.charts import plotly_assets
from generator.corpus import Corpus, open_corpus
from generator.examine import examine
from generator.export import Facts, write_data
from generator.links import Links
from generator.pages import Page, Prose, View, pages
from generator.pages.data import data_page
from generator.pages.figures import chart_files
from generator.pages.finder import places_js
from generator.pages.metrics import metric_charts
from generator.pages.townships import township_charts
from generator.progress import Progress, silent
from generator.render import Asset, Renderer, Site, default_text, load_assets, prose
from generator.sitemap import robots, sitemap
from generator.summary import Summary
from generator.survey import Survey
from generator.writer import Writer

File = tuple[str, bytes]


def build(content: Path, output: Path, base_url: str = "", progress: Progress = silent) -> Summary:
    """Read, judge and measure the reports, then write the site; OperatorError when it cannot."""
    corpus = open_corpus(content, base_url)
    with Writer(output, content) as writer:
        survey = examine(corpus, progress)
        for path, data in progress(files(survey, corpus), "writing"):
            writer.write(path, data)
    return Summary(survey, corpus.problems, writer.counts)


def files(survey: Survey, corpus: Corpus) -> Iterator[File]:
    """Every file of the site: assets, data, then in each language charts and pages."""
    assets = tuple(_assets(survey))
    yield from ((asset.path, asset.data) for asset in assets)
    facts: list[Facts] = []
    for file in write_data(survey):
        facts.append(file.facts)
        yield f"data/{file.facts.path}", file.data
    paths = {asset.name: asset.path for asset in assets}
    renderer = Renderer(Site(survey.settings, __version__, paths))
    indexed: list[Links] = []
    for lang in LANGS:
        view = View(survey, lang)
        yield from chart_files(view, chain(metric_charts(view), township_charts(view)))
        for page in _pages(view, corpus, facts):
            yield page.file_path, renderer.render(page)
            if page.indexed:
                indexed.append(page.links)
    yield from sitemap(survey.settings.base_url, indexed)
    yield robots(survey.settings.base_url)


def _assets(survey: Survey) -> Iterator[Asset]:
    yield from load_assets()
    yield Asset("places.js", places_js(survey))
    yield from (Asset(name, data) for name, data in plotly_assets())


def _pages(view: View, corpus: Corpus, facts: list[Facts]) -> Iterator[Page]:
    yield from pages(view, corpus.read, partial(_prose, corpus))
    yield from data_page(view, facts)


def _prose(
    corpus: Corpus,
    lang: str,
    name: str,
    fillings: dict[str, str],
    link: Callable[[str], str],
) -> Prose:
    """The maintainer's text of a page, else the one that ships with the program."""
    return prose(corpus.page_text(lang, name) or default_text(lang, name), fillings, link)
