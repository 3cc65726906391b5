"""The command line: arguments in, exit code out. What the operator got wrong ends here."""

import argparse
import io
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator import __version__
from generator.errors import DefectError, OperatorError

if TYPE_CHECKING:
    from generator.unchanged import LastBuild

NO_REPORT = 1
DEFECTS = 1
OPERATORS_MISTAKE = 2
STOPPED = 130  # as shells have it after Ctrl-C


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when done, 2 when the operator has to correct something first."""
    _say_any_text()
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except OperatorError as error:
        print(error, file=sys.stderr)
        return OPERATORS_MISTAKE
    except DefectError as error:
        print(error, file=sys.stderr)
        return DEFECTS
    except KeyboardInterrupt:
        print("Stopped. What was there before is as it was.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        _no_longer_read()
        return 0
    except OSError as error:
        if error.filename is None:  # as when a disk is full
            print(f"{error.strerror}. Make room, or choose another folder.", file=sys.stderr)
        else:
            said = f"{error.filename}: {error.strerror}. Check that it exists and may be used."
            print(said, file=sys.stderr)
        return OPERATORS_MISTAKE


def _say_any_text() -> None:
    """A file name or a character that the terminal cannot show is no reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _no_longer_read() -> None:
    """The reader of our output, such as `head`, has seen enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m generator",
        description="Annual reports on open government information in, a static site out.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    build = commands.add_parser("build", help="build the site from a content folder")
    build.add_argument(
        "--content",
        type=_place,
        default="content",
        metavar="DIR",
        help="a folder, or an address that fsspec knows, such as s3://bucket/content",
    )
    build.add_argument(
        "--output",
        type=_place,
        default="output",
        metavar="DIR",
        help="a folder or an address, to which only what has changed is sent, at the end",
    )
    build.add_argument(
        "--work",
        metavar="DIR",
        help="folder for copies, needed for addresses; all machines of a cluster must see it",
    )
    build.add_argument("--base-url", default="", metavar="URL", help="address of the site")
    where = build.add_mutually_exclusive_group()
    where.add_argument(
        "--workers", type=_count, default=0, metavar="N", help="processes, default one on each core"
    )
    where.add_argument(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help="of a Dask cluster that shares the folders, such as tcp://10.0.0.1:8786",
    )
    build.add_argument(
        "--strict", action="store_true", help="fail on broken links, missing words, heavy pages"
    )
    build.epilog = (
        "Exit code: 0 the site is published, whatever the reports say; 1 with --strict, the site "
        "itself has defects and the old one stays; 2 a mistake to be corrected first."
    )
    build.set_defaults(run=_build)
    _add_read(commands.add_parser("read", help="show what is read from one file"))
    _add_check(commands.add_parser("check", help="judge reports before they are published"))
    _add_explain(commands.add_parser("explain", help="say what a rule means and rests on"))
    serve = commands.add_parser("serve", help="show a built site on this machine only")
    serve.add_argument("--output", type=_path, default=Path("output"), metavar="DIR")
    serve.add_argument("--port", type=int, default=8000, metavar="PORT")
    serve.set_defaults(run=_serve)
    return parser


def _count(text: str) -> int:
    """A number of processes, at least one."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes, expected 1 or more")
    return int(text)


def _path(name: str) -> Path:
    """A file or folder of this machine."""
    return Path(_place(name))


def _place(name: str) -> str:
    """A file, folder or address that is named at all."""
    if not name:  # which a path would take for the present folder
        raise argparse.ArgumentTypeError("an empty name, expected that of a file or folder")
    return name


def _add_read(read: argparse.ArgumentParser) -> None:
    read.description = (
        "Print who a report is by, every cell with its value, status and line, and what was not "
        "understood. The register is not used."
    )
    read.epilog = (
        "Exit code: 0 a report was read, 1 the file holds none that can be read, "
        "2 there is no such file."
    )
    read.add_argument("file", type=_path, metavar="FILE", help="a report, in any folder")
    read.set_defaults(run=_read)


def _add_check(check: argparse.ArgumentParser) -> None:
    check.description = (
        "Judge reports by the rules of the site and print each finding as `path:line: RULE "
        "severity: message`, with the smallest mend of its cause at the end of the line. Several "
        "files are judged beside each other: name last year's report after this year's."
    )
    check.epilog = (
        "Exit code: 0 no finding at or above the level of --fail-on; 1 some; 2 a mistake in the "
        "arguments, or a file that holds no report that can be read, though the others are judged. "
        "Findings go to the standard output, in UTF-8 unless they are text; files that were not "
        "read whole and the totals go to the standard error. A finding about a whole report "
        "stands at line 1; of a file that is no text, lines are those of its extracted text."
    )
    check.add_argument(
        "files",
        nargs="*",
        type=_path,
        metavar="FILE",
        help="a report, in any folder; none means all of the content folder. The register is used "
        "for files of the content folder",
    )
    check.add_argument("--content", type=_path, default=Path("content"), metavar="DIR")
    check.add_argument(
        "--format",
        choices=("text", "json", "sarif", "html"),
        default="text",
        help="json: one object with findings and outcomes in both languages; sarif: SARIF 2.1.0; "
        "html: one page that can be mailed",
    )
    check.add_argument("--fail-on", choices=("error", "warning", "notice"), default="error")
    _add_lang(check)
    check.set_defaults(run=_check)


def _add_explain(explain: argparse.ArgumentParser) -> None:
    explain.description = "Print a rule: meaning, basis, a passing and a breaking example."
    explain.add_argument("rule", metavar="RULE", help="its id, such as TB-SUM, in either case")
    _add_lang(explain)
    explain.set_defaults(run=_explain)


def _add_lang(command: argparse.ArgumentParser) -> None:
    command.add_argument("--lang", choices=("zh", "en"), default="zh", help="language of messages")


def _build(options: argparse.Namespace) -> int:
    if "://" in f"{options.content} {options.output}":
        said = _mirrored(options)
    else:
        said = _summary(options, Path(options.content), Path(options.output))
    for line in said:
        print(line)
    return 0


def _mirrored(options: argparse.Namespace) -> Iterable[str]:
    """The summary of a build from or to an address; nothing is said before the site is there."""
    from generator.progress import shown_on  # noqa: PLC0415 - --help must not wait for these
    from generator.remote import mirrored  # noqa: PLC0415

    with mirrored(options.content, options.output, options.work, shown_on(sys.stderr)) as places:
        said = [*_summary(options, places.content, places.output)]
    return [*said, *places.said]


def _summary(options: argparse.Namespace, content: Path, output: Path) -> Iterable[str]:
    """What a build says, or would say if anything had changed."""
    from generator.unchanged import LastBuild  # noqa: PLC0415

    last = LastBuild(content, output, options.base_url, options.strict)
    return last.summary or _built(options, content, output, last)


def _built(
    options: argparse.Namespace, content: Path, output: Path, last: "LastBuild"
) -> Iterable[str]:
    """The summary of a build in which something may be new."""
    from generator.corpus import open_corpus  # noqa: PLC0415
    from generator.progress import shown_on  # noqa: PLC0415
    from generator.writer import Writer  # noqa: PLC0415

    corpus = open_corpus(content, options.base_url)
    writer = Writer(output, content)
    # What can be a mistake was looked at; only now comes what takes long to import.
    from generator.site import Options, build  # noqa: PLC0415

    wanted = Options(options.base_url, options.workers, options.scheduler, options.strict)
    summary = build(corpus, writer, wanted, shown_on(sys.stderr))
    if summary.is_lasting:
        last.keep(summary.of_the_next().lines(), writer.published)
    return summary.lines()


def _read(options: argparse.Namespace) -> int:
    from generator.corpus import existing  # noqa: PLC0415

    file = existing(options.file)
    from generator.read_command import opened, refused, told  # noqa: PLC0415

    found = opened(file)
    if found.report is None:
        print(refused(found), file=sys.stderr)
        return NO_REPORT
    for line in told(found.report):
        print(line)
    return 0


def _check(options: argparse.Namespace) -> int:
    from generator.corpus import existing  # noqa: PLC0415
    from generator.progress import shown_on, silent  # noqa: PLC0415

    files = list(map(existing, options.files))
    from generator.checking import check, formatted, remarks  # noqa: PLC0415

    progress = silent if files else shown_on(sys.stderr)
    checked = check(files, options.content, options.fail_on, progress)
    _write(formatted(checked, options.format, options.lang), as_it_is=options.format == "text")
    for line in remarks(checked, options.lang):
        print(line, file=sys.stderr)
    return checked.code


def _write(text: str, *, as_it_is: bool) -> None:
    """Put out text for people as the terminal has it, for programs in UTF-8.

    That the reader of it goes away changes nothing about what was found.
    """
    try:
        if as_it_is:
            sys.stdout.write(text)
        else:
            sys.stdout.buffer.write(text.encode(errors="backslashreplace"))
        sys.stdout.flush()
    except BrokenPipeError:
        _no_longer_read()


def _explain(options: argparse.Namespace) -> int:
    from generator.explain_command import named, told  # noqa: PLC0415

    for line in told(named(options.rule), options.lang):
        print(line)
    return 0


def _serve(options: argparse.Namespace) -> int:
    from generator.serve import serve  # noqa: PLC0415

    serve(options.output, options.port)
    return 0
