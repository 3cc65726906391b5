"""Content and output at addresses that fsspec knows, such as `s3://bucket/content`.

A build needs folders whose files can be renamed, listed and asked for their time. So content is
brought into a folder of ours before it begins, and the site is sent when it has ended well: both
times only what differs.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.errors import OperatorError, UsageError
from generator.locking import locked_folder
from generator.progress import Progress
from generator.remote.address import Address
from generator.remote.bringing import bring
from generator.remote.sending import Target

_HERE = ("file://", "local://")  # as fsspec has it, an address of a folder of this machine


@dataclass(slots=True)
class Places:
    """The folders of a build, and lines on what was sent when it is done."""

    content: Path
    output: Path
    said: list[str] = field(default_factory=list)


@contextmanager
def mirrored(content: str, output: str, work: str | None, progress: Progress) -> Iterator[Places]:
    """The folders to build with; what is at an address is brought before, and sent after.

    `work` is the folder for copies. OperatorError when something cannot be brought or sent; when
    the build fails, nothing is sent.
    """
    _refuse_nested(content, output)
    places = Places(_place(content, work, "content"), _place(output, work, "site"))
    with ExitStack() as held:
        if work and (_is_far(content) or _is_far(output)):
            _begin_alone(Path(work), held)
        target = Target(Address(output)) if _is_far(output) else None
        if _is_far(content):
            bring(Address(content), places.content, progress)
        yield places
        if target:
            places.said.append(_sent(target, places.output, progress))


def _begin_alone(work: Path, held: ExitStack) -> None:
    """Two builds would take the copies away from each other."""
    try:
        held.enter_context(locked_folder(work / ".busy"))
    except BlockingIOError:
        raise UsageError(
            str(work),
            "another build is at work in it",
            "Wait until that is done, or choose another folder with --work.",
        ) from None


def _sent(target: Target, site: Path, progress: Progress) -> str:
    """What had to be done so that the site is at its address."""
    try:
        return target.send(site, progress)
    except KeyboardInterrupt:
        raise OperatorError(
            target.address.text,
            "sending was stopped, so the site there is new in part",
            "Build again.",
        ) from None


def _refuse_nested(content: str, output: str) -> None:
    """A site that lies in the content would be brought as content, and the other way round."""
    inside, outside = (f"{place.rstrip('/')}/" for place in (output, content))
    if _is_far(output) and (inside.startswith(outside) or outside.startswith(inside)):
        raise UsageError(output, f"lies inside or around {content}", "Choose another address.")


def _is_far(place: str) -> bool:
    return "://" in place and not place.startswith(_HERE)


def _place(place: str, work: str | None, name: str) -> Path:
    """The folder that a build is given for a folder or an address."""
    if not _is_far(place):
        for protocol in _HERE:
            place = place.removeprefix(protocol)
        return Path(place)
    if not work or "://" in work:
        raise UsageError(
            place,
            "an address, without a folder of this machine for copies of its files",
            "Name one with --work, in which only this program writes.",
        )
    return Path(work) / name
