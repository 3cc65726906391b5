"""Patterns compiled on first use are patterns like any other, and all of them compile."""

import re
import subprocess
import sys

import pytest

from generator.regex import regex
from tests.conftest import ROOT


def test_it_does_what_a_pattern_does() -> None:
    number = regex(r"(?P<digits>\d+)件")
    found = number.search("收到12件、3件")
    assert found is not None
    assert found["digits"] == "12"
    assert number.findall("收到12件、3件") == ["12", "3"]
    assert number.sub("0", "收到12件") == "收到0"
    assert number.pattern == r"(?P<digits>\d+)件"
    assert regex("a", re.IGNORECASE).fullmatch("A")
    assert regex(rb"\d").match(b"1")


def test_it_is_compiled_when_it_is_used() -> None:
    broken = regex("(")
    for _ in range(2):
        with pytest.raises(re.error, match="unterminated"):
            broken.search("")


def test_every_pattern_of_the_program_compiles() -> None:
    code = (
        "import importlib, pkgutil, re\n"
        "import generator.regex\n"
        "generator.regex.regex = re.compile\n"
        "for module in pkgutil.walk_packages(generator.__path__, 'generator.'):\n"
        "    if module.name != 'generator.__main__':\n"
        "        importlib.import_module(module.name)\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
