"""The bars of the coverage: one of full length a table, divided by how many independent sources its rows cite."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from figures.charts.template import TOOLS
from figures.ink.lettering import BOLD, width
from figures.language import Language
from figures.palette import Theme, mixed, palette

BAR, NAME, SPACE = 20, 21, 12
"""Pixels that a bar, a line of its name and the space under it take."""

TYPE, LONG = 14, 124
"""Size of a name, and the pixels from which it takes a line of its own, so that a phone does not cut what follows."""

KEY = 44
"""Pixels above the first bar for the key, which takes three lines on a phone; the first stands beside the tools."""

AXIS_ROOM = 8

LEAST = 0.045
"""Share of a bar from which its number fits inside."""


@dataclass(frozen=True)
class Part:
    """A part of a bar: what it stands for, its colour, the ink of its number, the hatching over it, and its outline."""

    column: str
    words: str
    color: str
    ink: str
    shape: str = ""
    lines: str = ""
    outline: str = ""


def height(rows: pd.DataFrame) -> int:
    """Return the height of the drawing, in pixels."""
    return KEY + sum(map(_room, rows["title"])) + AXIS_ROOM + 8


def drawing(rows: pd.DataFrame, language: Language, theme: Theme) -> go.Figure:
    """Return the bars, each under the name of its table.

    Args:
        rows: one a table: `title`, `rows`, `official`, and the numbers of rows `none`, `seed`, `other`, `two`, `more`.
    """
    ends = list(accumulate(map(_room, rows["title"])))
    middles = [end - SPACE - BAR / 2 for end in ends]
    total = ends[-1]
    tall = KEY + total
    return go.Figure(
        data=[_bar(part, rows, middles, language, palette(theme).paper) for part in _parts(language, theme)],
        layout={
            "barmode": "stack",
            "showlegend": True,
            "xaxis": {"range": [0, 1], "visible": False, "fixedrange": True},
            # Counted in pixels, so that a name of two lines has its room.
            "yaxis": {"range": [total, -KEY], "visible": False, "fixedrange": True},
            "annotations": list(_names(rows, middles, language)),
            "legend": {
                "traceorder": "normal",
                "itemclick": False,
                "itemdoubleclick": False,
                "font": {"size": 14},
                "yanchor": "top",
                "y": 1 + TOOLS / tall,
            },
        },
    )


def _parts(language: Language, theme: Theme) -> tuple[Part, ...]:
    """Return the parts, from thin to firm: the more independent sources, the firmer. One is hollow, one hatched."""
    colors = palette(theme)
    firm, paper, alone = colors.series[0], colors.paper, colors.series[1]
    return (
        Part("none", language.gettext("no source"), paper, colors.ink, outline=colors.quiet),
        Part("seed", language.gettext("Ríodoce alone"), alone, paper, "/", mixed(alone, paper, 0.72)),
        Part("other", language.gettext("one other"), mixed(firm, paper, 0.3), colors.ink),
        Part("two", language.pgettext("sources", "two"), mixed(firm, paper, 0.6), colors.ink),
        Part("more", language.gettext("three or more"), firm, paper),
    )


def _bar(part: Part, rows: pd.DataFrame, middles: list[float], language: Language, paper: str) -> dict[str, Any]:
    counts = rows[part.column]
    pattern = {
        "shape": part.shape,
        "bgcolor": part.color,
        "fgcolor": part.lines,
        "size": 7,
        "solidity": 0.15,
    }
    return {
        "type": "bar",
        "orientation": "h",
        "name": part.words,
        "y": middles,
        "x": list(counts / rows["rows"]),
        "width": BAR,
        "marker": {
            "color": part.color,
            "line": {"color": part.outline or paper, "width": 1},
            **({"pattern": pattern} if part.shape else {}),
        },
        "text": [
            language.number(count) if count / total >= LEAST else ""
            for count, total in zip(counts, rows["rows"], strict=True)
        ],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"size": 14, "color": part.ink},
        "constraintext": "none",
        "customdata": [[title, language.number(count)] for title, count in zip(rows["title"], counts, strict=True)],
        "hovertemplate": f"%{{customdata[0]}}<br>{part.words}: %{{customdata[1]}}<extra></extra>",
    }


def _names(rows: pd.DataFrame, middles: list[float], language: Language) -> Iterable[dict[str, Any]]:
    for middle, row in zip(middles, rows.itertuples(), strict=True):
        said = language.gettext("{rows}, {n} with an official source").format(
            rows=language.ngettext("{n} row", "{n} rows", row.rows), n=language.number(row.official)
        )
        between = "<br>" if _is_long(row.title) else " · "
        yield {
            "x": 0,
            "y": middle - BAR / 2,
            "yanchor": "bottom",
            "xanchor": "left",
            "align": "left",
            "showarrow": False,
            "text": f"<b>{row.title}</b>{between}{said}",
            "font": {"size": TYPE},
        }


def _room(title: str) -> int:
    return BAR + NAME * (2 if _is_long(title) else 1) + SPACE


def _is_long(title: str) -> bool:
    return width(title, TYPE, BOLD) > LONG
