"""Passages that reports share: with those of other townships, and with their own year before.

Of each report a fingerprint is taken while its prose is at hand. Over the fingerprints of all it is
found what many reports say, and whose prose may be alike; the few candidates are then read again
and compared character by character. numpy is imported only when something is compared.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b

from generator.model import Report
from generator.similarity.likeness import Fingerprint, Likeness, Prose
from generator.similarity.words import text_alone

__all__ = ["Fingerprint", "Likeness", "Prose", "fingerprint", "likenesses", "prose_digest"]


def fingerprint(report: Report) -> Fingerprint:
    """What is kept of the prose of a report, which it must still have."""
    from generator.similarity.grams import fingerprint as of  # noqa: PLC0415 - imports numpy

    return of(text_alone(report))


def prose_digest(report: Report) -> bytes:
    """A checksum of all of a report, which must still have its prose, that is compared.

    What is found of reports stays as it is while this and who they are by do.
    """
    body = report.body
    names = body.name, body.county, body.city, body.province
    compared = repr((report.paragraphs, bool(report.sections), names))
    return blake2b(compared.encode(errors="surrogatepass"), digest_size=16).digest()


def likenesses(reports: Sequence[Report], prose: Prose | None) -> Iterator[Likeness]:
    """What the prose of each report has in common with that of others, in their order.

    All have their ids. Without `prose` nothing is compared.
    """
    if prose is None:
        yield from (Likeness() for _ in reports)
        return
    from generator.similarity.pairs import compared  # noqa: PLC0415 - imports numpy

    yield from compared(reports, prose)
