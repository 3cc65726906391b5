"""The process of the sandbox, which makes documents on request: see `sandbox`."""

import gc
import json
import sys
from collections.abc import Callable
from importlib import import_module

from generator.model import Document
from generator.readers.errors import NotRead
from generator.readers.sandbox import packed, receive, send

if sys.platform != "win32":  # where only the time is limited
    import resource

MEMORY = 2_000_000_000  # bytes of address space; 20 MB of markup need less than half of it
_SPENT = 800_000  # kilobytes: a process that once needed so much hardly gives them back
_MODULES = {"html": "webpage", "mhtml": "webpage", "docx": "word", "pdf": "pdf"}


def main() -> None:
    """Serve until the other side closes the pipe."""
    _limit_memory()
    source, target = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints must not come between the answers
    while True:
        try:
            kind = receive(source).decode()
        except EOFError:
            return
        send(target, reply(kind, receive(source)))
        gc.collect()


def reply(kind: str, data: bytes) -> bytes:
    """The document as JSON, or why there is none, and whether this process should end now."""
    try:
        message = packed(reader(kind)(data))
    except NotRead as error:
        message = {"not_read": error.reason, "detail": error.detail}
    except (MemoryError, RecursionError):
        message = {"not_read": "too_complex", "detail": ""}
    # The libraries raise whatever a broken file makes them stumble over; all of it means the same,
    # unless it was memory that they missed.
    except Exception:  # noqa: BLE001
        message = {"not_read": "too_complex" if _is_spent() else "damaged", "detail": ""}
    return json.dumps(message | {"spent": _is_spent()}).encode()


def reader(kind: str) -> Callable[[bytes], Document]:
    """The function that reads one kind, its library imported on first use."""
    module = import_module(f"generator.readers.{_MODULES[kind]}")
    function: Callable[[bytes], Document] = getattr(module, f"read_{kind}")
    return function


def _is_spent() -> bool:
    if sys.platform == "win32":
        return False
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > _SPENT


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


if __name__ == "__main__":
    main()
