"""One `Chart` value becomes static markup, a data table and a CSV file.

The interactive figure is made of the markup, by figure.js in the browser of who asks for it.
"""

from generator.charts.assets import PLOTLY_CSS, PLOTLY_JS, plotly_assets
from generator.charts.chart import (
    Bar,
    Chart,
    ChartRow,
    ChartWords,
    Design,
    Download,
    Series,
    Tone,
    Value,
)
from generator.charts.drawing import drawing
from generator.charts.markup import figure_html
from generator.charts.table import csv_bytes, rows_csv, table

__all__ = [
    "PLOTLY_CSS",
    "PLOTLY_JS",
    "Bar",
    "Chart",
    "ChartRow",
    "ChartWords",
    "Design",
    "Download",
    "Series",
    "Tone",
    "Value",
    "csv_bytes",
    "drawing",
    "figure_html",
    "plotly_assets",
    "rows_csv",
    "table",
]
