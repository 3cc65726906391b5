"""Page objects → HTML through the templates of `site_templates/`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from generator.bilingual import Lang
from generator.page import Page
from generator.render.compiled import rendered
from generator.settings import Settings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; base-uri 'none'; form-action 'none'"
)
NAV = (
    ("/townships/", "townships"),
    ("/compare/", "compare"),
    ("/findings/", "findings"),
    ("/search/", "search"),
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

    def with_assets(self, paths: Mapping[str, str]) -> "Site":
        """The same with more assets, given by their names."""
        return replace(self, assets={**self.assets, **paths})

    def title(self, lang: Lang) -> str:
        """The name of the site."""
        return self.settings.title.in_(lang)


_LISTED = frozenset(path for path, _ in NAV + FOOT)


@dataclass(frozen=True, slots=True)
class Renderer:
    """Renders pages of one site; what many of them have in common is rendered once."""

    site: Site
    _parts: dict[tuple[str, ...], str] = field(default_factory=dict, init=False, compare=False)

    def render(self, page: Page) -> bytes:
        """The HTML of a page."""
        links = page.links
        facts: dict[str, object] = {
            "page": page,
            "site": self.site,
            "link": links.page,
            "asset": lambda name: links.file(self.site.assets[name]),
        }
        part = partial(self._part, facts, page)
        return rendered(links.lang, page.template, {**facts, "part": part}).encode()

    def _part(self, facts: Mapping[str, object], page: Page, name: str) -> str:
        """A part that is the same on all pages of a language, section and depth, save on those
        that it links to.
        """
        links = page.links
        own = links.path if links.path in _LISTED else ""
        key = (name, links.lang, links.root, page.section, own)
        if key not in self._parts:
            self._parts[key] = rendered(links.lang, name, facts)
        return self._parts[key]
