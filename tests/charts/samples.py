"""Charts that the tests share: of every kind, with names that are hostile and numbers far apart."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator.charts import (
    Bar,
    Chart,
    ChartRow,
    ChartWords,
    Design,
    Download,
    Series,
    figure_html,
    plotly_assets,
)
from tests.conftest import ROOT

WORDS = ChartWords(
    interactive="交互图表",
    data="数据表",
    remark="备注",
    total="合计",
    low="95% 区间下限",
    high="95% 区间上限",
    hollow="分母 10–29：空心，横线为 95% 区间",
    plain="分母 30 及以上",
)
DOWNLOAD = Download("a.csv?x=1&y=2", "下载 CSV")
# The words of the script, as data attributes.
SAID = {
    "hide": "收起交互图表",
    "loading": "正在加载（约 1.5 MB）……",
    "ready": "交互图表已显示在下方。",
    "failed": "交互图表未能加载，请检查网络后再点一次。以上静态图与数据表包含全部数字。",
    "save": "保存为 PNG",
    "zoom-in": "放大",
    "zoom-out": "缩小",
    "reset": "复原",
}
OUTCOMES = (
    Series("granted", "予以公开", "granted"),
    Series("partly", "部分公开", "partly"),
    Series("unavailable", "无法提供", "unavailable"),
    Series("withheld", "不予公开", "withheld"),
    Series("other", "不予处理或其他处理", "other"),
)
HOSTILE = """<script>alert(1)</script>"'><img src=x onerror=alert(2)>&amp;%{x}\x00\x1b"""
SOURCE = "数据来源：各乡镇自行公布的年度报告，未经审计。"

STACKED = Chart(
    id="outcomes-2023",
    title="巨各庄镇办结的申请最多，多数部分公开",
    design=Design(
        kind="bars",
        lang="zh",
        subtitle="2023 年办结的政府信息公开申请，按结果分，单位：件",
        source=SOURCE,
        series=OUTCOMES,
        rows_label="乡镇",
        notes_label="公开/办结",
        total_label="办结",
        mark_label="此报告有一处合计与分项不符",
    ),
    rows=(
        ChartRow("巨各庄镇", Bar((3, 15, 1, 0, 0), "18/19"), "townships/a/index.html?x=1&y=2"),
        ChartRow("于家务回族乡", Bar((7, 0, 0, 0, 0), "7/7"), "b.html", marked=True),
        ChartRow("大数镇", Bar((700, 400, 300, 50, 3), "1100/1453")),
        ChartRow("小数镇", Bar((2, 0, 1, 0, 0), "2/3")),
        ChartRow("柴关乡", Bar((0, 0, 0, 0, 0), empty="无申请")),
        ChartRow("缺数镇", Bar((4, None, 0, 0, 0), empty="部分公开一栏空白")),
        ChartRow(HOSTILE, Bar((1, 1, 1, 1, 1), HOSTILE), HOSTILE, HOSTILE),
    ),
)
PRINTED = replace(
    STACKED,
    id="printed-2023",
    design=replace(STACKED.design, printed_totals=True),
    rows=(
        ChartRow("合计相符", Bar((3, 1, 0, 0, 0), printed_total=4)),
        ChartRow("合计不符", Bar((3, 1, 0, 0, 0), printed_total=9), marked=True),
        ChartRow("没有合计", Bar((3, 1, 0, 0, 0), empty="未印总计")),
        ChartRow("只有合计", Bar((0, 0, 0, 0, 0), printed_total=6)),
        ChartRow("都是零", Bar((0, 0, 0, 0, 0), printed_total=0, empty="没有办结的申请")),
        ChartRow("缺数镇", Bar((3, None, 0, 0, 0), printed_total=4, empty="部分公开一栏空白")),
    ),
)
SINGLE = Chart(
    id="disputes-2023",
    title="A <b>title</b>",
    design=Design(
        kind="bars",
        lang="en",
        subtitle="Reconsiderations",
        source="Self-reported",
        series=(Series("reconsiderations", "Reconsiderations"),),
        rows_label="Township",
    ),
    rows=(
        ChartRow("A镇", Bar((12345,)), sub="A Zhen"),
        ChartRow("B", Bar((0,))),
        ChartRow("C", Bar((None,), empty="left blank")),
    ),
)
ZH_SINGLE = replace(
    SINGLE,
    id="chinese",
    design=replace(SINGLE.design, lang="zh"),
    rows=tuple(row._replace(sub="") for row in SINGLE.rows),
)
RATES = Chart(
    id="disclosure_rate-2023",
    title="多数乡镇的申请太少，不足以比较公开率",
    design=Design(
        kind="interval",
        lang="zh",
        subtitle="2023 年公开或部分公开的申请占办结申请的比例",
        source=SOURCE,
        series=(Series("disclosure_rate", "公开率"),),
        rows_label="乡镇",
        notes_label="公开/办结",
        percent=True,
    ),
    rows=(
        ChartRow("甲镇", Bar((0.75,), "300/400（75%）")),
        ChartRow("乙镇", Bar((0.15,), "3/20（15%）", low=0.052, high=0.36)),
        ChartRow("丙镇", Bar((None,), "3/7", "分母不足 10，不计算")),
        ChartRow("甲镇", Bar((1.0,), "12/12（100%）", low=0.757, high=1.0)),
    ),
)

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; base-uri 'none'; form-action 'none'"
)


def write_assets(folder: Path) -> None:
    """All that pages with charts load."""
    for name, content in plotly_assets():
        (folder / name).write_bytes(content)
    for name in ("charts.css", "charts.js", "figure.js", "site.css"):
        source = ROOT / "site_templates" / "assets" / name
        (folder / name).write_bytes(source.read_bytes())


def write_page(path: Path, lang: str, charts: Iterable[Chart]) -> None:
    """A page with charts, under the site's policy."""
    said = " ".join(f'data-{name}="{words}"' for name, words in SAID.items())
    figures = "".join(figure_html(chart, WORDS, DOWNLOAD) for chart in charts)
    path.write_text(
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>t</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width">'
        '<link rel="icon" href="data:,"><link rel="stylesheet" href="site.css">'
        '<link rel="stylesheet" href="charts.css">'
        '<script src="charts.js" defer data-plotly="plotly.min.js" data-plotly-css="plotly.css"'
        f' data-figure="figure.js" {said}></script></head>'
        f"<body><main>{figures}</main></body></html>",
        encoding="utf-8",
    )
