"""What shows many townships, each thing by a plan of its own: made by workers from what is kept."""

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from errno import EIO
from itertools import chain
from typing import Generic, NamedTuple, Protocol, TypeVar

from generator.program import program_key
from generator.stages.pipeline import PublishedTownship
from generator.stages.publishing import LostError, Publisher
from generator.staging import FileStates
from generator.store import key_of
from generator.workers import Workers


class Planned(Protocol):
    """A plan; `digest` is a checksum of all that its result follows from but the program.

    `shown` are the townships that it shows, by their ids, with the keys of their results; `label`
    is what messages call it.
    """

    @property
    def label(self) -> str: ...
    @property
    def digest(self) -> str: ...
    @property
    def shown(self) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class Product:
    """The result of a plan: its files."""

    files: FileStates


Plan = TypeVar("Plan", bound=Planned)
Made = TypeVar("Made", bound=Product)
Result_co = TypeVar("Result_co", bound=Product, covariant=True)


class KeyedProduct(NamedTuple, Generic[Result_co]):
    """The result of a plan, and its key."""

    key: str
    product: Result_co


@dataclass(frozen=True, slots=True)
class PlanPublisher(ABC, Generic[Plan, Made]):
    """Carries out plans; a result is kept, and stands as long as its files do."""

    publisher: Publisher

    @property
    @abstractmethod
    def product(self) -> type[Made]:
        """Of which kind a result is."""

    @property
    @abstractmethod
    def basis(self) -> object:
        """What all plans depend on beside the program."""

    @abstractmethod
    def carried_out(self, plans: Sequence[Plan]) -> Iterable[Made]:
        """The result of each plan; LostError when something that it is made from was lost."""

    def __call__(self, plans: Sequence[Plan]) -> tuple[Made, ...] | None:
        """The results of some plans; None when something that they are made from was lost."""
        try:
            made = tuple(self.carried_out(plans))
        except LostError:
            return None
        for plan, one in zip(plans, made, strict=True):
            self.publisher.reader.store.put(self.key(plan), one)
        return made

    def kept(self, plan: Plan) -> Made | None:
        """The result of a plan in an earlier build, if it still stands."""
        found = self.publisher.reader.store.get(self.key(plan), self.product)
        if found and self.publisher.stage.unchanged(found.files):
            return replace(found, files=found.files.none_new())
        return None

    def key(self, plan: Plan) -> str:
        """The key of the result of a plan."""
        return key_of(type(self).__name__, program_key(), self.basis, plan.digest)

    def results(
        self,
        plans: Iterable[Sequence[Plan]],
        townships: Mapping[str, PublishedTownship],
        workers: Workers,
    ) -> Iterator[KeyedProduct[Made]]:
        """The result of each plan; those that are given together are carried out together.

        No more of them are in memory than are worked on.
        """
        waiting: deque[list[tuple[Plan, Made | None]]] = deque()

        def missing() -> Iterator[list[Plan]]:
            for together in plans:
                waiting.append([(plan, self.kept(plan)) for plan in together])
                yield [plan for plan, kept in waiting[-1] if kept is None]

        for made in workers.map(self, missing(), _nothing_of_none):
            found = waiting.popleft()
            lost = [plan for plan, kept in found if kept is None]
            new = iter(self._again(lost, townships) if made is None else made)
            for plan, kept in found:
                yield KeyedProduct(self.key(plan), next(new) if kept is None else kept)

    def _again(
        self, plans: Sequence[Plan], townships: Mapping[str, PublishedTownship]
    ) -> tuple[Made, ...]:
        """The results of some plans when that is worked out anew which was lost."""
        for township, key in chain.from_iterable(plan.shown.items() for plan in plans):
            self.publisher.restore(key, townships[township].assignment)
        made = self(plans)
        if made is None:
            folder = str(self.publisher.reader.store.folder)
            raise OSError(EIO, "what was written cannot be read back", folder)
        return made


def _nothing_of_none(plans: Sequence[Planned]) -> tuple[()] | None:
    """The results of no plans at all, for which no worker is needed."""
    return None if plans else ()
