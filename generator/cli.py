"""The command line: arguments in, exit code out. What the operator got wrong ends here."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from generator import __version__
from generator.errors import OperatorError

NO_REPORT = 1
OPERATORS_MISTAKE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when done, 2 when the operator has to correct something first."""
    _say_any_text()
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except OperatorError as error:
        print(error, file=sys.stderr)
        return OPERATORS_MISTAKE
    except BrokenPipeError:  # the reader of our output, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(
            f"{error.filename}: {error.strerror}. Check that it exists and may be used.",
            file=sys.stderr,
        )
        return OPERATORS_MISTAKE


def _say_any_text() -> None:
    """A file name or a character that the terminal cannot show is no reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m generator",
        description="Annual reports on open government information in, a static site out.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    build = commands.add_parser("build", help="build the site from a content folder")
    build.add_argument("--content", type=Path, default=Path("content"), metavar="DIR")
    build.add_argument("--output", type=Path, default=Path("output"), metavar="DIR")
    build.add_argument("--base-url", default="", metavar="URL", help="address of the site")
    build.set_defaults(run=_build)
    _add_read(commands.add_parser("read", help="show what is read from one file"))
    serve = commands.add_parser("serve", help="show a built site on this machine only")
    serve.add_argument("--output", type=Path, default=Path("output"), metavar="DIR")
    serve.add_argument("--port", type=int, default=8000, metavar="PORT")
    serve.set_defaults(run=_serve)
    return parser


def _add_read(read: argparse.ArgumentParser) -> None:
    read.description = (
        "Print who a report is by, every cell with its value, status and line, and what was not "
        "understood. The register is not used."
    )
    read.epilog = (
        "Exit code: 0 a report was read, 1 the file holds none that can be read, "
        "2 there is no such file."
    )
    read.add_argument("file", type=Path, metavar="FILE", help="a report, in any folder")
    read.set_defaults(run=_read)


def _build(options: argparse.Namespace) -> int:
    from generator.progress import shown_on  # noqa: PLC0415 - --help must not wait for these
    from generator.site import build  # noqa: PLC0415

    progress = shown_on(sys.stderr)
    summary = build(options.content, options.output, options.base_url, progress)
    for line in summary.lines():
        print(line)
    return 0


def _read(options: argparse.Namespace) -> int:
    from generator.reading import opened, refused, told  # noqa: PLC0415

    found = opened(options.file)
    if found.report is None:
        print(refused(found), file=sys.stderr)
        return NO_REPORT
    for line in told(found.report):
        print(line)
    return 0


def _serve(options: argparse.Namespace) -> int:
    from generator.serve import serve  # noqa: PLC0415

    serve(options.output, options.port)
    return 0
