"""One concept, one name: what a class is called is told by its name, wherever it is met."""

import ast
from collections import defaultdict
from pathlib import Path

import generator

_PROGRAM = Path(generator.__file__).parent


def _classes(source: Path) -> set[str]:
    tree = ast.parse(source.read_text(encoding="utf-8"))
    return {
        node.name
        for node in tree.body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }


def test_every_public_class_has_a_name_of_its_own() -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for source in sorted(_PROGRAM.rglob("*.py")):
        for name in _classes(source):
            found[name].append(source.relative_to(_PROGRAM).as_posix())

    assert len(found) > 100
    assert {name: places for name, places in found.items() if len(places) > 1} == {}
