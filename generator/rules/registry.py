"""What a rule is, and how one is declared: everything about it stands in one place."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NotRequired, TypedDict, Unpack

from generator.bilingual import LANGS, Text
from generator.form import Equation
from generator.model import Edit, Report, ReportContext, Severity
from generator.specimen import Specimen

Fact = str | int | float
Example = Specimen
NOTHING = Text("", "")


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule function yields: the facts of one thing found; the runner makes a finding of it.

    `facts` are language-neutral and published; `words` are filled into the message only. Without
    `at` the finding gets a running number, without `severity` that of its rule. `wording` names
    one of the rule's other messages; `equation` is given where an identity of the form is broken,
    so that the cause can be looked for. `mended_by` are the edits each of which would satisfy the
    rule: where one of them is what the identities call for, the finding is part of that story.
    `cause` is the cell that several findings of a rule are put down to when they are one story.
    """

    facts: Mapping[str, Fact] = field(default_factory=dict)
    words: Mapping[str, Text] = field(default_factory=dict)
    at: str = ""
    cells: tuple[str, ...] = ()
    line: int | None = None
    severity: Severity | None = None
    wording: str = ""
    equation: Equation | None = None
    mended_by: tuple[Edit, ...] = ()
    cause: str = ""


# A rule is given the report; one with `beside` then what stands beside it; one with `each` then one
# instance.
Check = Callable[..., Iterator[Hit]]
Each = Callable[[Report], Iterable[object]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with all that the site, `explain` and the tests say of it.

    `severity` is the highest that a finding can have; `basis` is the sentence of law or form it
    rests on and `sources` are the addresses where that can be read; `exceptions` says when a
    finding may be harmless. A rule with `beside` sets a report beside others, of its township or of
    other bodies: these are the others of both examples. The prose of none of them, nor of the
    report, can be asked for.
    """

    id: str
    severity: Severity
    check: Check
    title: Text
    meaning: Text
    basis: Text
    message: Text
    passes: Example
    breaks: Example
    sources: tuple[str, ...] = ()
    wordings: Mapping[str, Text] = field(default_factory=dict)
    exceptions: Text = NOTHING
    each: Each | None = None
    beside: tuple[Example, ...] = ()

    def applications(
        self, report: Report, context: ReportContext
    ) -> tuple[tuple[object, ...], ...]:
        """The arguments of each application of the rule to a report."""
        given = (report, context) if self.beside else (report,)
        if self.each is None:
            return (given,)
        return tuple((*given, instance) for instance in self.each(report))

    def said(self, hit: Hit) -> Text:
        """The message about a hit in both languages, the English one beginning with a capital."""
        template = self.wordings[hit.wording] if hit.wording else self.message
        zh, en = (
            template.in_(lang).format(
                **hit.facts, **{key: text.in_(lang) for key, text in hit.words.items()}
            )
            for lang in LANGS
        )
        return Text(zh, en[:1].upper() + en[1:])


class _Declared(TypedDict):
    """What `@rule` is told, as on `Rule`."""

    title: Text
    meaning: Text
    basis: Text
    message: Text
    passes: Example
    breaks: Example
    sources: NotRequired[tuple[str, ...]]
    wordings: NotRequired[Mapping[str, Text]]
    exceptions: NotRequired[Text]
    each: NotRequired[Each]
    beside: NotRequired[tuple[Example, ...]]


REGISTRY: dict[str, Rule] = {}


def rule(id_: str, severity: Severity, **declared: Unpack[_Declared]) -> Callable[[Check], Check]:
    """Register the decorated function as a rule; an id is given once and for ever."""

    def register(check: Check) -> Check:
        if id_ in REGISTRY:
            raise ValueError(f"rule {id_} is declared twice")
        REGISTRY[id_] = Rule(id_, severity, check, **declared)
        return check

    return register
