"""Garbage is looked for seldom, in the program and in its workers."""

import gc
import subprocess
import sys

from generator.workers import pool
from tests.conftest import ROOT

_DEFAULT = 700


def test_workers_look_for_garbage_seldom() -> None:
    with pool(1) as workers:
        threshold, *_ = workers.submit(gc.get_threshold).result()
    assert threshold > _DEFAULT


def test_the_program_looks_for_garbage_seldom() -> None:
    code = (
        "import atexit, gc, runpy, sys\n"
        "atexit.register(lambda: print(gc.get_threshold()[0]))\n"
        "sys.argv[1:] = ['--version']\n"
        "runpy.run_module('generator', run_name='__main__')\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert int(told.stdout.splitlines()[-1]) > _DEFAULT
