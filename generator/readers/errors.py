"""Why a file could not be turned into a document."""

from typing import Literal, get_args

NotReadReason = Literal[
    "damaged",
    "encrypted",
    "needs_libreoffice",
    "no_text",
    "timed_out",
    "too_complex",
]
NOT_READ_REASONS: tuple[NotReadReason, ...] = get_args(NotReadReason)


class NotRead(Exception):  # noqa: N818  # says what happened to the file, as `NotAReport` does
    """The file stays on the list with this reason; `detail` is put into its message."""

    def __init__(self, reason: NotReadReason, detail: str = "") -> None:
        super().__init__(f"{reason} {detail}".strip())
        self.reason = reason
        self.detail = detail
