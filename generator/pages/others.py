"""The page for addresses that do not exist, and pages that lead from old addresses to new ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import ClassVar

from generator.ids import old_ids
from generator.messages import translator
from generator.model import Resolution
from generator.pages.base import Page, View, township_path


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage(Page):
    """One page in both languages that needs no other file."""

    template: ClassVar[str] = "pages/not_found.html"

    zh: str
    en: str
    home_zh: str
    home_en: str
    directory_zh: str
    directory_en: str

    @property
    def file_path(self) -> str:
        """A server looks for it at the root."""
        return "404.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectPage(Page):
    """Leads on from an address that a thing had, or may have one day, to the one that it has."""

    template: ClassVar[str] = "pages/redirect.html"

    target: str


def not_found(view: View) -> Iterator[Page]:
    """The 404 page, once."""
    if view.lang != "zh":
        return
    zh, en = translator("zh"), translator("en")
    yield NotFoundPage(
        links=view.links("/404/"),
        title=zh("not_found.title"),
        description=zh("not_found.text"),
        indexed=False,
        zh=zh("not_found.text"),
        en=en("not_found.text"),
        home_zh=zh("not_found.home"),
        home_en=en("not_found.home"),
        directory_zh=zh("nav.townships"),
        directory_en=en("nav.townships"),
    )


def redirects(view: View) -> Iterator[Page]:
    """From the address a report had while its code was unknown to the one it has since.

    Only the register makes a code known later: what is found by its name was from the first.
    """
    reports = sorted((d.report for d in view.survey.dossiers), key=attrgetter("source.file"))
    for report, township, old in old_ids(reports):
        if report.body.resolution is Resolution.REGISTER:
            yield redirect(view, township_path(township), township_path(report.township))
            yield redirect(view, f"/reports/{old}/", f"/reports/{report.id}/")


def redirect(view: View, old: str, new: str) -> RedirectPage:
    """The page that leads from one address to another."""
    title = view.t("redirect.title")
    return RedirectPage(
        links=view.links(old), title=title, description=title, indexed=False, target=new
    )
