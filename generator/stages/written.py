"""What the steps that write pages have in common: pages and files as they are staged."""

from collections.abc import Iterable

from generator.links import Links, packed
from generator.page import Page
from generator.render import Renderer
from generator.staging import FileStates, Stage, Staged, states_of


class StagedPages:
    """Pages and files that were staged, to which others are added."""

    def __init__(self, stage: Stage, renderer: Renderer) -> None:
        self._stage, self._renderer = stage, renderer
        self._staged: list[Staged] = []
        self._indexed: list[Links] = []

    def add_files(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Stage files, each by its path."""
        self._staged += [self._stage.put(*file) for file in files]

    def add_pages(self, pages: Iterable[Page]) -> None:
        """Render pages and stage them."""
        for page in pages:
            self._staged.append(self._stage.put(page.file_path, self._renderer.render(page)))
            self._indexed += [page.links] * page.indexed

    @property
    def files(self) -> FileStates:
        """All of them, packed."""
        return states_of(self._staged)

    @property
    def pages(self) -> str:
        """The pages that search engines may know, packed."""
        return packed(self._indexed)
