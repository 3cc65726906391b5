"""What the maintainer put in: the files found and the replies to findings."""

from generator.bilingual import Text
from generator.export import common
from generator.export.declare import Column, DataFile, listed, words
from generator.model import FileOutcome, FileRecord, Reply, ReplyStatus

FILES_FOUND: DataFile[FileRecord] = DataFile(
    "files",
    Text("文件", "Files"),
    Text("报告文件夹中的一个文件", "file found in the folder of reports"),
    (
        Column("file", "string", common.FILE, lambda f: f.file),
        Column("format", "string", Text("文件格式", "File format"), lambda f: f.format),
        Column("encoding", "string", common.ENCODING, lambda f: f.encoding),
        Column(
            "bytes",
            "integer",
            Text("文件大小", "Size"),
            lambda f: str(f.size) if f.size or f.sha256 else "",
            common.BYTES,
        ),
        Column("sha256", "string", common.SHA256, lambda f: f.sha256),
        Column(
            "outcome",
            "string",
            Text("读取结果", "Outcome of reading"),
            lambda f: f.outcome.value,
            words=words(FileOutcome),
        ),
        Column("reason", "string", Text("原因", "Reason"), lambda f: f.reason),
        Column(
            "replacement_characters",
            "integer",
            Text("无法解码的字符数", "Characters that could not be decoded"),
            lambda f: str(f.replacement_characters),
            common.CHARACTERS,
        ),
        Column(
            "reports",
            "string",
            Text("读出的报告", "Reports read from it"),
            lambda f: listed(f.reports),
            note=common.BY_SPACES,
        ),
    ),
    lambda survey: survey.files,
    key=("file",),
)
CORRECTIONS: DataFile[Reply] = DataFile(
    "corrections",
    Text("答复与更正", "Replies and corrections"),
    Text("一条答复或更正", "reply or correction"),
    (
        Column("report", "string", common.REPORT, lambda r: r.report),
        Column("rule", "string", common.RULE, lambda r: r.rule),
        Column(
            "cell",
            "string",
            common.CELL,
            lambda r: r.cell,
            note=Text(
                "单元格地址或发现的序号；为空时指这条规则的全部发现。",
                "Address of a cell, or the running number of a finding; empty for all findings of "
                "the rule.",
            ),
        ),
        Column(
            "status",
            "string",
            Text("状态", "Status"),
            lambda r: r.status.value,
            note=Text(
                "our_mistake 撤回发现；所涉为表中等式时，归于同一单元格的其他发现一并撤回。",
                "our_mistake withdraws the finding, and where that is a sum of a table, all that "
                "was put down to the same cell.",
            ),
            words=words(ReplyStatus),
        ),
        Column("statement", "string", Text("说明", "Statement"), lambda r: r.statement),
        Column(
            "source_url",
            "string",
            Text("出处网址", "Address of the source"),
            lambda r: r.source_url,
        ),
        Column("date", "date", Text("日期", "Date"), lambda r: r.date),
    ),
    lambda survey: survey.replies,
)
