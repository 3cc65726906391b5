"""What the maintainer should know but what does not stop a build."""

from typing import NamedTuple


class Problem(NamedTuple):
    """Where, what was found, and what to do: printed in the summary of the build."""

    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}. {self.remedy}"
