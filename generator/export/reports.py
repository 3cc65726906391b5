"""The reports and the bodies that published them."""

from generator.bilingual import Text
from generator.export import common
from generator.export.declare import Column, DataFile, Reference, listed, number, words
from generator.model import BodyKind, Dossier, Resolution, Severity, Township

_CAUSES = Text(
    "按起因计数；同一起因的几处发现只计一次，已撤回的（见 corrections.csv）不计。",
    "Counts causes: several findings with one cause count once; those withdrawn (see "
    "corrections.csv) do not count.",
)
REPORTS: DataFile[Dossier] = DataFile(
    "reports",
    Text("报告", "Reports"),
    Text("一份报告", "report"),
    (
        Column("report", "string", common.REPORT, lambda d: d.report.id),
        Column("township", "string", common.TOWNSHIP, lambda d: d.report.township),
        Column(
            "year", "integer", common.YEAR, lambda d: number(d.report.year), note=common.NO_YEAR
        ),
        Column(
            "kind",
            "string",
            common.KIND,
            lambda d: d.report.body.kind.value,
            words=words(BodyKind),
        ),
        Column("title", "string", Text("标题", "Title"), lambda d: d.report.title),
        Column(
            "body",
            "string",
            Text("报告所印单位", "Body as printed"),
            lambda d: d.report.body.printed,
        ),
        Column("township_name", "string", common.TOWNSHIP_NAME, lambda d: d.report.body.name),
        Column("county", "string", common.COUNTY, lambda d: d.report.body.county),
        Column("city", "string", common.CITY, lambda d: d.report.body.city),
        Column("province", "string", common.PROVINCE, lambda d: d.report.body.province),
        Column("division_code", "string", common.CODE, lambda d: d.report.body.division_code),
        Column(
            "resolution",
            "string",
            Text("区划代码的确定方式", "How the division code was found"),
            lambda d: d.report.body.resolution.value,
            words=words(Resolution),
        ),
        Column(
            "proactive_edition",
            "integer",
            Text("主动公开表的版本", "Edition of the proactive table"),
            lambda d: str(d.report.tables["proactive"].edition),
        ),
        Column(
            "requests_edition",
            "integer",
            Text("申请表的版本", "Edition of the requests table"),
            lambda d: str(d.report.tables["requests"].edition),
        ),
        Column("source_file", "string", common.FILE, lambda d: d.report.source.file),
        Column(
            "source_format",
            "string",
            Text("文件格式", "File format"),
            lambda d: d.report.source.format,
        ),
        Column("source_encoding", "string", common.ENCODING, lambda d: d.report.source.encoding),
        Column("source_sha256", "string", common.SHA256, lambda d: d.report.source.sha256),
        Column(
            "source_url",
            "string",
            Text("原文网址", "Address of the original"),
            lambda d: d.report.source.url,
        ),
        Column(
            "published_on",
            "date",
            Text("发布日期", "Date of publication"),
            lambda d: d.report.source.published_on,
        ),
        Column(
            "cells_expected",
            "integer",
            Text("应有单元格数", "Cells expected"),
            lambda d: str(len(d.report.expected())),
        ),
        Column(
            "cells_reported",
            "integer",
            Text("读出数字的单元格数", "Cells with a number"),
            lambda d: str(d.report.reported),
        ),
        Column(
            "errors",
            "integer",
            Text("错误", "Errors"),
            lambda d: str(d.count(Severity.ERROR)),
            note=_CAUSES,
        ),
        Column(
            "warnings",
            "integer",
            Text("警告", "Warnings"),
            lambda d: str(d.count(Severity.WARNING)),
            note=_CAUSES,
        ),
        Column(
            "notices",
            "integer",
            Text("提示", "Notices"),
            lambda d: str(d.count(Severity.NOTICE)),
            note=_CAUSES,
        ),
    ),
    lambda survey: survey.dossiers,
    key=("report",),
    references=(
        Reference("township", "townships", "township"),
        Reference("source_file", "files", "file"),
    ),
    of_reports=True,
)
TOWNSHIPS: DataFile[Township] = DataFile(
    "townships",
    Text("单位", "Townships"),
    Text("一个单位", "township"),
    (
        Column("township", "string", common.TOWNSHIP, lambda t: t.id),
        Column("name", "string", common.TOWNSHIP_NAME, lambda t: t.main.name or t.main.printed),
        Column("kind", "string", common.KIND, lambda t: t.main.kind.value, words=words(BodyKind)),
        Column("county", "string", common.COUNTY, lambda t: t.main.county),
        Column("city", "string", common.CITY, lambda t: t.main.city),
        Column("province", "string", common.PROVINCE, lambda t: t.main.province),
        Column("division_code", "string", common.CODE, lambda t: t.main.division_code),
        Column(
            "years",
            "string",
            Text("有报告的年度", "Years with a report"),
            lambda t: listed(sorted({d.report.year for d in t.dossiers if d.report.year})),
            note=common.BY_SPACES,
        ),
    ),
    lambda survey: survey.townships,
    key=("township",),
)
