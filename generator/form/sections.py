"""The six main sections of a report and the words of its title."""

from typing import NamedTuple

from generator.bilingual import Text
from generator.form.layout import TableKey


class Section(NamedTuple):
    """One of the six main sections; `table` is the table it holds."""

    key: str
    number: str
    zh: str
    en: str
    table: TableKey | None = None
    aliases: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The heading as the form prints it."""
        return f"{self.number}、{self.zh}"

    @property
    def numbered(self) -> Text:
        """The heading in both languages, with its number."""
        return Text(self.heading, f"{'一二三四五六'.index(self.number) + 1}. {self.en}")

    @property
    def text(self) -> Text:
        """The heading in both languages, without numbering."""
        return Text(self.zh, self.en)


SECTIONS = (
    Section("overview", "一", "总体情况", "Overview", aliases=("工作总体情况", "工作基本情况")),
    Section("proactive", "二", "主动公开政府信息情况", "Proactive disclosure", "proactive"),
    Section(
        "requests",
        "三",
        "收到和处理政府信息公开申请情况",
        "Requests received and handled",
        "requests",
    ),
    Section(
        "appeals",
        "四",
        "政府信息公开行政复议、行政诉讼情况",
        "Administrative reconsideration and administrative litigation",
        "appeals",
        aliases=("因政府信息公开工作被申请行政复议、提起行政诉讼情况",),
    ),
    Section(
        "problems",
        "五",
        "存在的主要问题及改进情况",
        "Main problems and improvements",
        aliases=(
            "政府信息公开工作存在的主要问题及改进情况",
            "存在的问题及改进情况",
            "存在问题及改进情况",
            "存在的主要问题及改进措施",
        ),
    ),
    Section("other", "六", "其他需要报告的事项", "Other matters to report"),
)

TITLE_WORDS = "政府信息公开工作年度报告"
