"""Patterns that are compiled when they are first used.

Hundreds of them stand in the modules; Python takes a millisecond or more to compile a long one with
Chinese characters in its sets, and one report needs few of them.
"""

import re
from functools import cached_property
from typing import AnyStr, Generic, cast


class _Uncompiled(Generic[AnyStr]):
    """Stands in for a pattern: the first use of it compiles it, each method is fetched once."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self._source: AnyStr = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[AnyStr]:
        return re.compile(self._source, self._flags)

    def __getattr__(self, name: str) -> object:
        member = getattr(self._compiled, name)
        setattr(self, name, member)
        return member


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, compiled on its first use: for patterns that modules hold."""
    return cast("re.Pattern[AnyStr]", _Uncompiled(pattern, flags))
