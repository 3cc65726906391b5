"""One `Chart` value becomes static markup, a data table, a CSV file and an interactive figure."""

from generator.charts.assets import PLOTLY_CSS, PLOTLY_JS, plotly_assets
from generator.charts.chart import Chart, ChartLinks, ChartWords, Row, Series, Tone, Value
from generator.charts.drawing import drawing
from generator.charts.figure import figure, figure_js
from generator.charts.markup import figure_html
from generator.charts.table import csv_bytes, table

__all__ = [
    "PLOTLY_CSS",
    "PLOTLY_JS",
    "Chart",
    "ChartLinks",
    "ChartWords",
    "Row",
    "Series",
    "Tone",
    "Value",
    "csv_bytes",
    "drawing",
    "figure",
    "figure_html",
    "figure_js",
    "plotly_assets",
    "table",
]
