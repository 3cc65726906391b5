"""Answers to findings as pages show them."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.bilingual import Lang
from generator.model import Reply, ReplyStatus
from generator.pages.base import View
from generator.regex import regex

_CHINESE = regex(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class ShownReply:
    """A reply: its status, the words of whoever gave it, when, and where they can be read.

    `about` names the rule where it stands among findings of several.
    """

    status: ReplyStatus
    statement: str
    lang: Lang
    date: str
    source_url: str
    source_host: str
    about: str = ""


def shown_reply(reply: Reply, about: str = "") -> ShownReply:
    """A reply, whose words are never translated."""
    return ShownReply(
        status=reply.status,
        statement=reply.statement,
        lang="zh" if _CHINESE.search(reply.statement) else "en",
        date=reply.date,
        source_url=reply.source_url,
        source_host=urlsplit(reply.source_url).netloc,
        about=about,
    )


def withdrawal_text(view: View, reply: Reply | None) -> str:
    """That a finding was withdrawn, when and why; "" when it was not."""
    if reply is None:
        return ""
    if not reply.date:
        return view.t("reply.withdrawn_undated")
    return view.t("reply.withdrawn", date=reply.date)
