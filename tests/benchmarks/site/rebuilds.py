"""What a build takes when little has changed since the last one."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks.site import corpus
from tests.benchmarks.site.checks import Expected
from tests.benchmarks.site.program import Built, Program

Edit = Callable[[int], None]
Rebuilt = tuple[str, dict[str, float]]


class Content:
    """A content folder and what must be read from it, which change together."""

    def __init__(self, folder: Path, size: int) -> None:
        self.folder = folder
        self.size = size
        self.expected: dict[str, Expected] = {}

    def add(self, some: Iterable[corpus.Made]) -> None:
        """Write reports, new ones or others in their place."""
        for one in corpus.write(self.folder, some):
            self.expected[one.id] = Expected(",".join(one.values), one.misprinted)

    def nothing(self, _: int) -> None:
        """Leave everything as it is."""

    def change_one(self, time: int) -> None:
        """Correct one number of a report."""
        self.add([corpus.report(self.size, self.size // 3 + time, corrected=True)])

    def add_one(self, time: int) -> None:
        """Add the next report of the plan."""
        self.add([corpus.report(self.size + time + 1, self.size + time)])

    def remove_one(self, time: int) -> None:
        """Take a report away."""
        one = corpus.report(self.size, self.size // 2 + time)
        (self.folder / "reports" / one.file).unlink()
        del self.expected[one.id]


def rebuilds(program: Program, content: Content, site: Path, times: int) -> Iterator[Rebuilt]:
    """Every kind of change, each made and built a few times in a row."""
    kinds: dict[str, Edit] = {
        "nothing changed": content.nothing,
        "one report changed": content.change_one,
        "one report added": content.add_one,
        "one report removed": content.remove_one,
        "one template changed": program.change_a_template,
    }
    for name, edit in kinds.items():
        built = []
        for time in range(times):
            edit(time)
            built.append(program.build(content.folder, site))
        yield name, _typical(built)


def _typical(built: list[Built]) -> dict[str, float]:
    """Medians of the seconds, the highest peak, and what the last of the builds wrote."""
    usages = [one.usage for one in built]
    return {
        "wall": median(usage.wall for usage in usages),
        "cpu": median(usage.cpu for usage in usages),
        "peak": max(usage.peak for usage in usages),
        **built[-1].counts._asdict(),
    }
