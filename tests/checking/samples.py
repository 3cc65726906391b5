"""Reports to check, written into folders of their own, and the program run on them."""

import json
from pathlib import Path
from typing import Any

from generator.rules import RULES
from generator.specimen import Specimen, written
from tests.conftest import ROOT
from tests.corpus.content import Done, generator

SAMPLE = "content/reports/yujiawu-2023.txt"
BROKEN = RULES["TB-SUM"].breaks
PLACE = "北京市密云区巨各庄镇"  # is in the list of divisions, so two reports of it belong together


def write(path: Path, report: Specimen | str | bytes = Specimen()) -> Path:  # noqa: B008
    text = written(report) if isinstance(report, Specimen) else report
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def check(*arguments: str | Path, cwd: Path = ROOT) -> Done:
    """Run `check`; it never ends otherwise than by one of its three codes."""
    done = generator("check", *map(str, arguments), cwd=cwd)
    assert done.code in {0, 1, 2}, done.err
    assert "Traceback" not in done.err, done.err
    return done


def parsed(*arguments: str | Path, form: str = "json", cwd: Path = ROOT) -> dict[str, Any]:
    """What `check` says as JSON or SARIF."""
    value = json.loads(check(*arguments, "--format", form, cwd=cwd).out)
    assert isinstance(value, dict)
    return value
