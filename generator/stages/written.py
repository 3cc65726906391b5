"""What the steps that write pages have in common: pages and files staged, or kept and standing."""

from collections.abc import Iterable
from typing import Protocol

from generator.links import Links
from generator.page import Page
from generator.render import Renderer
from generator.writer import Stage, Staged


class Made(Protocol):
    """What came of a thing."""

    @property
    def files(self) -> tuple[Staged, ...]: ...


def stands(stage: Stage, made: Made) -> bool:
    """Whether all files that came of a thing are as they were left."""
    return all(map(stage.holds, made.files))


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
