"""What is to be checked, as a corpus: a content folder, or the files that the operator names."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.corpus import Corpus, Found, open_corpus
from generator.settings import Settings

Paths = dict[str, str]
_NOTHING_KNOWN = Corpus(Path(), {}, Settings(), {}, {}, (), {}, ())


def whole(content: Path) -> tuple[Corpus, Paths]:
    """A content folder as a build would read it, and the path of each of its files."""
    corpus = open_corpus(content)
    return corpus, {file: str(content / "reports" / file) for file in corpus.files}


def named(files: Sequence[Path], content: Path) -> tuple[Corpus, Paths]:
    """The named files alone, and how each was named; a file that is named twice counts once.

    Those below the reports of `content` are known to its register, of others nothing is known.
    """
    home = (content / "reports").resolve()
    places = {path.parent.resolve() / path.name: path for path in reversed(files)}
    inside = any(place.is_relative_to(home) for place in places)
    corpus = open_corpus(content) if inside else _NOTHING_KNOWN
    found: dict[str, Found] = {}
    paths: Paths = {}
    for place, path in reversed(places.items()):
        one = _known(place, home, corpus) or _stranger(path, {*corpus.found, *found})
        found[one.name] = one
        paths[one.name] = str(path)
    register = {file: entry for file, entry in corpus.register.items() if file in found}
    return replace(corpus, found=dict(sorted(found.items())), register=register), paths


def _known(place: Path, home: Path, corpus: Corpus) -> Found | None:
    """The file as the content folder knows it, None when it is none of its files."""
    if not place.is_relative_to(home):
        return None
    return corpus.found.get(place.relative_to(home).as_posix())


def _stranger(path: Path, taken: set[str]) -> Found:
    """A file from elsewhere, called by its name alone unless another is called so already."""
    names = (path.name, str(path), f"./{path}")
    return Found(next(name for name in names if name not in taken), str(path))
