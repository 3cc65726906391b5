"""Workers on other machines: those of a Dask cluster, which share the folders of a build.

Every worker uses content, output and what lies beside the output under the same path as the build,
so these lie on a file system that all machines have mounted. A worker is a process of one thread
that runs this very program: else what it made would not be ours. Dask gives the work of a worker
that is gone to another one; work that is done twice leaves the same files.
"""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Self

from generator.errors import UsageError, WorkerError
from generator.libreoffice import office_key
from generator.program import program_key
from generator.store import key_of
from generator.workers import Recalled, Result, Thing, Work, Workers, nothing

if TYPE_CHECKING:
    from distributed import Client, Worker

_SECONDS = 15  # to wait for a scheduler and for its first worker


class Cluster(Workers):
    """The workers of a scheduler; UsageError when one of them cannot do our work.

    `address` is such as `tcp://10.0.0.1:8786`, `folders` are what the workers must share with us.
    """

    def __init__(self, address: str, folders: Sequence[Path]) -> None:
        super().__init__()
        self._address = address
        self._folders = tuple(folders)
        self._program = program_here()

    def __enter__(self) -> Self:
        self._client = _connected(self._address)
        try:
            self._look_at_workers()
        except BaseException:
            self._client.close()
            raise
        self._executor = self._client.get_executor(pure=False)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()  # which takes back what was not begun

    def map(
        self,
        work: Work[Thing, Result],
        batches: Iterable[Sequence[Thing]],
        known: Recalled[Thing, Result] = nothing,
    ) -> Iterator[Result]:
        """The result of each batch, in their order; a worker that joins later is looked at too."""
        from distributed import KilledWorker  # noqa: PLC0415 - only where it is installed

        try:
            yield from super().map(Trusted(work, self._program, self._folders), batches, known)
        except KilledWorker:
            raise WorkerError(
                self._address,
                "a batch of files ended every worker that was given it",
                "Build without --scheduler, which finds out which file it is.",
            ) from None
        except CancelledError:
            raise WorkerError(
                self._address, "the connection to the scheduler was lost", "Build again."
            ) from None

    def _look_at_workers(self) -> None:
        try:
            self._client.wait_for_workers(1, timeout=_SECONDS)
        except TimeoutError:
            raise UsageError(
                self._address,
                "a scheduler without workers",
                f"Start one: dask worker {self._address} --nthreads 1.",
            ) from None
        said = self._client.run(unfit, self._program, self._folders, on_error="return")
        for worker, reason in sorted(said.items()):
            if reason:
                raise _refused(worker, str(reason))
        self.count = len(said)


@dataclass(frozen=True, slots=True)
class Trusted(Generic[Thing, Result]):
    """Work that is only done where it is done as here."""

    work: Work[Thing, Result]
    program: str
    folders: tuple[Path, ...]

    def __call__(self, batch: Sequence[Thing]) -> Result:
        """Do it; UsageError on a worker that is unfit."""
        from distributed import get_worker  # noqa: PLC0415 - only where it is installed

        worker = get_worker()
        reason = unfit(self.program, self.folders, worker)
        if reason:
            raise _refused(worker.address, reason)
        return self.work(batch)


def unfit(program: str, folders: Sequence[Path], dask_worker: "Worker") -> str:
    """Called on a worker: why it cannot do the work of a program, "" when it can."""
    threads = dask_worker.state.nthreads
    if threads != 1:
        return f"runs {threads} threads, expected one: --nthreads 1 --nworkers {threads}"
    if program_here() != program:
        return "another version of this program, of Python, of a library or of LibreOffice"
    for folder in folders:
        if not folder.is_dir():
            return f"there is no {folder} on it, expected the same folders everywhere"
    return ""


def program_here() -> str:
    """A checksum of all but the files themselves that results follow from."""
    return key_of(program_key(), office_key())


def _connected(address: str) -> "Client":
    try:
        from distributed import Client  # noqa: PLC0415 - only where it is installed
    except ImportError:
        raise UsageError(
            "--scheduler",
            "the package distributed is not installed",
            "Type: .venv/bin/python -m pip install --requirement requirements-test.lock",
        ) from None
    try:
        return Client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError):
        raise UsageError(
            address,
            f"no scheduler answered within {_SECONDS} seconds",
            "Check the address, such as tcp://10.0.0.1:8786, and that it runs: dask scheduler.",
        ) from None


def _refused(worker: str, reason: str) -> UsageError:
    return UsageError(
        worker, reason, "See Many machines in CONTRIBUTING.md, then start the worker again."
    )
