"""What makes a page and what renders it agree on: the page object and rendered prose."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from generator.links import Links


class Crumb(NamedTuple):
    """One step of the way to a page."""

    text: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page object: all that its template shows, ready to be printed."""

    template: ClassVar[str]

    links: Links
    title: str
    description: str
    section: str = ""
    crumbs: tuple[Crumb, ...] = ()
    indexed: bool = True

    @property
    def file_path(self) -> str:
        """The file below `output/`."""
        return self.links.file_path


@dataclass(frozen=True, slots=True)
class RenderedProse:
    """Rendered Markdown: its heading, its first paragraph as plain text, and all of it as HTML."""

    title: str
    lead: str
    html: str
