"""Page objects → HTML through the templates of `site_templates/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator.bilingual import Lang
from generator.messages import translator
from generator.page import Page
from generator.settings import Settings

TEMPLATES = Path(__file__).parents[2] / "site_templates"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; base-uri 'none'; form-action 'none'"
)
NAV = (
    ("/townships/", "townships"),
    ("/compare/", "compare"),
    ("/findings/", "findings"),
    ("/data/", "data"),
    ("/methodology/", "methodology"),
)
FOOT = (
    ("/about/", "about"),
    ("/methodology/", "methodology"),
    ("/metrics/", "metrics"),
    ("/rules/", "rules"),
    ("/similar/", "similar"),
    ("/corrections/", "corrections"),
    ("/glossary/", "glossary"),
    ("/data/", "data"),
    ("/accessibility/", "accessibility"),
)


@dataclass(frozen=True, slots=True)
class Site:
    """What every template knows of the site; `assets` gives hashed paths by plain names."""

    settings: Settings
    version: str
    assets: Mapping[str, str]
    policy: str = POLICY
    nav: tuple[tuple[str, str], ...] = NAV
    foot: tuple[tuple[str, str], ...] = FOOT

    @property
    def base_url(self) -> str:
        """The address of the site, or "" when it is not known."""
        return self.settings.base_url

    @property
    def licence(self) -> str:
        """The licence of the data."""
        return self.settings.licence

    @property
    def publisher(self) -> str:
        """Who publishes the site, or ""."""
        return self.settings.publisher

    def title(self, lang: Lang) -> str:
        """The name of the site."""
        return self.settings.title.in_(lang)


@dataclass(frozen=True)
class Renderer:
    """Renders pages of one site."""

    site: Site

    @cached_property
    def _environment(self) -> Environment:
        return Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )

    @cached_property
    def _templates(self) -> dict[str, Template]:
        return {}

    def render(self, page: Page) -> bytes:
        """The HTML of a page."""
        template = self._templates.get(page.template)
        if template is None:
            template = self._environment.get_template(page.template)
            self._templates[page.template] = template
        links = page.links
        return template.render(
            page=page,
            site=self.site,
            t=translator(links.lang),
            link=links.page,
            asset=lambda name: links.file(self.site.assets[name]),
        ).encode()
