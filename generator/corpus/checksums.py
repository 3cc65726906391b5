"""Checksums of the contents of files; one that has not changed since a build is not read for it."""

import os
import time
from hashlib import blake2b
from pathlib import Path

from generator.corpus.content import content_of
from generator.states import is_settled, state_of
from generator.store import Store, key_of

_DIGEST = 16  # bytes, enough to tell states apart, of which there is one for each file


class Checksums:
    """Checksums by the states of files, as the last build has left them; it is to be made first.

    What one user may read another perhaps may not, so they are kept for each.
    """

    def __init__(self, store: Store) -> None:
        self.key = key_of("checksums", getattr(os, "geteuid", int)())
        self._store = store
        self._begun = time.time_ns()
        self._stored: dict[bytes, str] | None = store.get(self.key, dict)
        self._kept = self._stored or {}
        self._lasting: dict[bytes, str] = {}

    def of(self, place: str) -> str:
        """The checksum of the content of a file, "" when it is too large or may not be opened."""
        try:
            text, changed = state_of(place, os.lstat(place))
        except OSError:
            return content_of(Path(place)).sha256
        state = blake2b(os.fsencode(text), digest_size=_DIGEST).digest()
        known = self._kept.get(state) or content_of(Path(place)).sha256
        if known and is_settled(changed, self._begun):
            self._lasting[state] = known
        return known

    def keep(self) -> None:
        """Keep them for the next build, but for files that were changed just now."""
        if self._lasting != self._stored:
            self._store.put(self.key, self._lasting)
