"""Addresses of pages and files, relative to the page that links to them.

Relative links that end in `index.html` work at a domain root, below a sub-path, and from a folder
on disk; Chinese pages stand at the root, English ones below `en/` with the same paths.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.bilingual import Lang


class Links(NamedTuple):
    """Where a page stands; `path` is its logical path such as `/reports/110118105-2023/`."""

    lang: Lang
    path: str

    @property
    def file_path(self) -> str:
        """The file below `output/` that the page is written to."""
        return _folder(self.lang, self.path) + "index.html"

    @property
    def root(self) -> str:
        """The way up to the root of the site."""
        return _root(self.lang, self.path)

    def page(self, path: str, lang: Lang | None = None) -> str:
        """The address of another page, given by its logical path, perhaps with a fragment."""
        target, mark, fragment = path.partition("#")
        if target == "" or (target == self.path and lang in (None, self.lang)):
            return f"#{fragment}" if mark else "index.html"
        return address(self.root, lang or self.lang, path)

    def file(self, path: str) -> str:
        """The address of a file that both languages share, such as `data/cells.csv`."""
        return self.root + path

    def on(self, lang: Lang) -> "Links":
        """The same page in a language."""
        return Links(lang, self.path)

    def other(self) -> "Links":
        """The same page in the other language."""
        return self.on("en" if self.lang == "zh" else "zh")

    def absolute(self, base_url: str) -> str:
        """The canonical address: the slash form below the base address."""
        return base_url + _folder(self.lang, self.path)


def packed(pages: Iterable[Links]) -> str:
    """Where pages stand, a line each, for a site has very many."""
    return "".join(f"{page.lang} {page.path}\n" for page in pages)


def unpacked(text: str) -> Iterator[Links]:
    """The pages of such lines."""
    for line in text.split("\n")[:-1]:
        lang, path = line.split(" ", 1)
        yield Links("zh" if lang == "zh" else "en", path)


def address(root: str, lang: Lang, path: str) -> str:
    """The address of a page from all others on which `root` is the way up to that of the site."""
    target, mark, fragment = path.partition("#")
    return f"{root}{_folder(lang, target)}index.html{mark}{fragment}"


class Addresses(dict[str, str]):
    """The addresses of pages by their paths, each worked out once, as `address` gives them."""

    def __init__(self, root: str, lang: Lang) -> None:
        super().__init__()
        self._root, self._lang = root, lang

    def __missing__(self, path: str) -> str:
        found = self[path] = address(self._root, self._lang, path)
        return found


@lru_cache(maxsize=256)  # a page asks for it with every link
def _root(lang: Lang, path: str) -> str:
    return "../" * _folder(lang, path).count("/") or "./"


def _folder(lang: Lang, path: str) -> str:
    return ("en/" if lang == "en" else "") + path.lstrip("/")
