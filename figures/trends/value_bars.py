"""Values that are no series over time, because their periods overlap or are not stated: a bar each, side by side."""

import pandas as pd
import plotly.graph_objects as go

from data.queries.trends.indicators import Indicator
from figures.ink.lettering import BOLD, width, wrapped
from figures.language import Language
from figures.palette import Palette, mixed
from figures.trends import wording as words
from figures.trends.axis import NARROW
from figures.trends.marks import HATCHED

ROOM = 50
ROW = 58
"""Height of a value, its words above its bar, in pixels."""


def chart(indicator: Indicator, rows: pd.DataFrame, language: Language, colors: Palette) -> tuple[go.Figure, int]:
    """Return the chart and its height in pixels. The words of each value stand above its bar: a phone has no room beside."""
    listed = list(rows.itertuples())
    places = list(range(len(listed)))
    color = colors.series[0]
    top, low = max(rows["value"].max(), 0), min(rows["value"].min(), 0)
    alike = rows[["status", "partial"]].drop_duplicates().shape[0] == 1
    told = [(words.value if alike else words.marked)(language, row, "count") for row in listed]
    beside = min(0.6, max(width(label, 14, BOLD) + 8 for label in told) / NARROW)
    heads = [
        {
            "x": 0, "y": at - 0.12, "text": wrapped(_named(indicator, rows, row, language), 13, NARROW, most=1)[0],
            "xanchor": "left", "yanchor": "bottom", "showarrow": False, "borderpad": 0,
            "font": {"size": 13, "color": colors.quiet},
        }
        for at, row in zip(places, listed, strict=True)
    ]  # fmt: skip
    return go.Figure(
        data=[
            {
                "type": "bar",
                "orientation": "h",
                "y": [at + 0.18 for at in places],
                "x": list(rows["value"]),
                "width": 0.42,
                "marker": {
                    "color": mixed(color, colors.paper, 0.3),
                    "line": {"color": color, "width": 1.5},
                    "pattern": {
                        "shape": [HATCHED.get(row.status, "") for row in listed],
                        "fgcolor": color,
                        "size": 7,
                        "solidity": 0.3,
                    },
                },
                "text": [f"<b>{label}</b>" for label in told],
                "textposition": "outside",
                "textfont": {"size": 14, "color": colors.ink},
                "constraintext": "none",
                "cliponaxis": False,
                "hoverinfo": "skip",
            }
        ],
        layout={
            "annotations": heads,
            "showlegend": False,
            "xaxis": {
                "range": [low * 1.3, top / (1 - beside) or 1],
                "showticklabels": False,
                "zeroline": True,
                "fixedrange": True,
                "title": {
                    "text": language.gettext("{unit} · the values overlap and are not added").format(
                        unit=words.unit(language, indicator.unit)
                    ),
                    "font": {"size": 13},
                },
            },
            "yaxis": {"range": [len(listed) - 0.5, -0.55], "visible": False, "fixedrange": True},
        },
    ), len(listed) * ROW + ROOM + 8


def _named(indicator: Indicator, rows: pd.DataFrame, row: object, language: Language) -> str:
    """Return what tells a value from the others: its period, its place, or both."""
    places = {words.place(language, one) for one in rows.itertuples()}
    if len(places) == 1:
        return words.period(language, row, indicator.period_type)
    if rows["period"].nunique() == 1:
        return words.place(language, row)
    return f"{words.place(language, row)} · {words.period(language, row, indicator.period_type)}"
