"""What can go wrong by the operator's hand.

    OperatorError            one line «where: what was found. What to do.», exit code 2
    ├── UsageError           an argument that cannot be used
    ├── ContentError         a content folder that cannot be built
    └── WorkerError          a process that worked on a file was ended

    DefectError              the site itself is not as it must be, exit code 1

What is odd in a report is never an exception: it becomes a finding, or a line in the summary.
"""

from collections.abc import Sequence


class OperatorError(Exception):
    """The build cannot start; `str()` of it is the message, in three parts."""

    def __init__(self, where: str, what: str, remedy: str) -> None:
        super().__init__(where, what, remedy)

    def __str__(self) -> str:
        return "{}: {}. {}".format(*self.args)


class UsageError(OperatorError):
    """An argument that cannot be used."""


class ContentError(OperatorError):
    """A content folder, register or settings file that cannot be built."""


class WorkerError(OperatorError):
    """A worker process that was ended from outside while it worked on something."""


class DefectError(Exception):
    """What is wrong with a site that was made, a line each; it is not published."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
