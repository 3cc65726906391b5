"""`content/pages/{zh,en}/*.md` → the texts that stand in place of the program's own."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path

from generator.bilingual import LANGS
from generator.corpus.found import is_left_behind, shown
from generator.corpus.problems import Problem
from generator.program import ROOT
from generator.readers.text import decode

_OURS = ROOT / "site_templates" / "pages"


def read_texts(folder: Path, problems: list[Problem]) -> dict[str, str]:
    """The maintainer's own Markdown by language and name of the page, such as `zh/about`."""
    texts: dict[str, str] = {}
    problems += [
        _misplaced(path) for path in _in(folder) if path.name not in LANGS or not path.is_dir()
    ]
    for lang in LANGS:
        known = sorted(path.name for path in (_OURS / lang).glob("*.md"))
        for path in _in(folder / lang):
            if path.name in known and path.is_file():
                texts[f"{lang}/{path.stem}"] = decode(path.read_bytes())[0]
            else:
                problems.append(_misnamed(path, known))
    return texts


def _in(folder: Path) -> Iterator[Path]:
    """What lies in a folder, when there is one, but for hidden files and such."""
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            if path.name[0] != "." and not is_left_behind(path.name):
                yield path


def _misplaced(path: Path) -> Problem:
    """What is said of something in `pages/` itself."""
    if path.is_dir():
        what = "no language of the site is called that, so nothing in it is used"
        remedy = f"Rename it to {' or '.join(LANGS)}, or remove it."
    else:
        what = "lies in the folder of no language, so it is not used"
        remedy = f"Put it into {' or '.join(f'pages/{lang}/' for lang in LANGS)}, or remove it."
    return Problem(f"pages/{shown(path.name)}", what, remedy)


def _misnamed(path: Path, known: Collection[str]) -> Problem:
    """What is said of something in the folder of a language that is not the text of a page."""
    where = f"pages/{path.parent.name}/{shown(path.name)}"
    if path.name in known:
        return Problem(where, "is no file", "Put the file itself in its place, or remove it.")
    named = path.name.lower().partition(".")[0] + ".md"
    near = " or ".join(get_close_matches(named, known, n=1) or known)
    what = "no page of the site has a text of that name, so it is not used"
    return Problem(where, what, f"Rename it to {near}, or remove it.")
