"""What the steps that write pages have in common: pages and files staged, or kept and standing."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from generator.links import Links
from generator.page import Page
from generator.render import Renderer
from generator.store import Store
from generator.writer import Stage, Staged


class Made(Protocol):
    """What came of a thing; it is a data class that also says whether it was `reused`."""

    @property
    def files(self) -> tuple[Staged, ...]: ...


Result = TypeVar("Result", bound=Made)


def standing(store: Store, stage: Stage, key: str) -> tuple[Result, ...] | None:
    """What an earlier build wrote of a batch, if all of its files are as they were left."""
    known = store.get(key)
    if isinstance(known, tuple) and all(stage.holds(file) for one in known for file in one.files):
        return tuple(replace(one, reused=True) for one in known)
    return None


def staged(
    stage: Stage,
    renderer: Renderer,
    files: Iterable[tuple[str, bytes]],
    pages: Iterable[Page],
) -> tuple[list[Staged], list[Links]]:
    """Stage files and pages; the links are those of pages that search engines may know."""
    done = [stage.put(*file) for file in files]
    links: list[Links] = []
    for page in pages:
        done.append(stage.put(page.file_path, renderer.render(page)))
        links += [page.links] * page.indexed
    return done, links
