"""The state of a file: what the system says of it, by which it is known whether it has changed.

The contents of a file that has changed can be of the same size, and its time can be set back, but
not its time of change (ctime), which the system keeps. A change may bear the same time as one that
came just before it, so a state tells nothing until some seconds have gone by.
"""

import os

_CHANGES_SHOW = os.name != "nt"  # Windows keeps there when a file was made
_SETTLED = 2_000_000_000  # nanoseconds: times are this coarse on the coarsest of file systems

State = tuple[str, int]  # of a file, and when it was changed, in nanoseconds


def state_of(path: str, status: os.stat_result) -> State:
    """The state of a file that is no folder."""
    numbers = (status.st_mode, status.st_ino, status.st_size, status.st_mtime_ns)
    return f"{path} {numbers} {status.st_ctime_ns}", status.st_ctime_ns


def is_settled(changed: int, seen: int) -> bool:
    """Whether a later change would show in a state that was seen, by when it was changed last."""
    return _CHANGES_SHOW and changed < seen - _SETTLED
