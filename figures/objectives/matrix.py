"""A matrix of counts: rows by objective, with two kinds of mark a cell, told apart by shape and letter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from figures.ink.lettering import width, wrapped
from figures.palette import Theme, palette

ROW = 36
"""Pixels a row."""

MARK, TYPE = 26, 13
ASIDE = 0.25
"""How far the two marks of a cell stand from its middle, in columns."""

NUMBER, TITLE = 0.8, 1.2
"""Rows that the number and the title of an objective take at the head of its column."""

TOP = -0.6 - NUMBER - TITLE
"""Where the heads begin, in rows from row 0."""

LONGEST = 112
"""Pixels of a row's name, where it takes no more than two lines: a phone still has room for four columns beside it."""

HEADING = 109
"""Pixels of a line in the title of an objective."""


@dataclass(frozen=True)
class Mark:
    """One of the two things counted in a cell: `filled` marks stand on the left as squares, others on the right as rings."""

    letter: str
    words: str
    filled: bool


def fullest(cells: pd.DataFrame, limit: int) -> list[str]:
    """Return the rows to draw: the fullest ones, cut where the total changes, so that equal rows are treated alike.

    Only where more than `limit` rows are equally full, the first of them in the order given are drawn.

    Args:
        cells: what `data.queries.objectives.cells` returns.
    """
    totals = cells.drop_duplicates("row").set_index("row")["total"]
    for least in sorted(set(totals)):
        if (kept := totals[totals >= least]).size <= limit:
            return list(kept.index)
    return list(totals.index[:limit])


def height(rows: int) -> int:
    """Return the pixels that a matrix of so many rows takes."""
    return round(ROW * (rows - 0.5 - TOP))


def drawing(
    counted: pd.DataFrame,
    shown: Sequence[str],
    named: Mapping[str, str],
    marks: Mapping[str, Mark],
    headings: Mapping[int, str],
    theme: Theme,
) -> go.Figure:
    """Return the matrix.

    Args:
        counted: what `data.queries.objectives.cells` returns.
        shown: the rows to draw, in order from the top.
        named: row → its name.
        marks: the values of `mark`.
        headings: objective number → heading.
    """
    colors, cells = palette(theme), counted[counted["row"].isin(shown)]
    names = {row: named[row] for row in shown}
    columns = {number: headings[number] for number in sorted(set(counted["objective_id"]))}
    key = "<br>".join(f"<b>{mark.letter}</b> {mark.words}" for mark in marks.values())
    places = list(range(len(names)))
    # Row lines of their own: a grid would also cross the heads.
    lines = [
        {
            "type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": place, "y1": place,
            "layer": "below", "line": {"color": colors.line, "width": 1},
        }
        for place in places
    ]  # fmt: skip
    return go.Figure(
        data=[*_heads(columns, theme), _counts(cells, names, marks, columns, theme)],
        layout={
            "xaxis": {"visible": False, "range": [-0.5, max(len(columns), 2) - 0.5], "fixedrange": True},
            "yaxis": {
                "range": [len(names) - 0.5, TOP],
                "tickvals": [TOP + (NUMBER + TITLE) / 2, *places],
                "ticktext": [key, *map(_in_two_lines, names.values())],
                "tickfont": {"color": colors.ink, "size": TYPE},
                "ticks": "outside",
                "ticklen": 8,
                "tickcolor": colors.paper,
                "zeroline": False,
                "fixedrange": True,
            },
            "shapes": lines,
            "bargap": 0.04,
            "barmode": "overlay",
        },
    )


def _counts(
    cells: pd.DataFrame, names: Mapping[str, str], marks: Mapping[str, Mark], columns: Mapping[int, str], theme: Theme
) -> dict[str, object]:
    """Return the marks in the cells, each with its letter and count."""
    colors = palette(theme)
    at = {number: place for place, number in enumerate(columns)}
    down = {row: place for place, row in enumerate(names)}
    fills = [colors.objectives[str(number)] for number in cells["objective_id"]]
    kinds = [marks[mark] for mark in cells["mark"]]
    return {
        "type": "scatter",
        "x": [at[n] + (-ASIDE if kind.filled else ASIDE) for n, kind in zip(cells["objective_id"], kinds, strict=True)],
        "y": [down[row] for row in cells["row"]],
        "mode": "markers+text",
        "text": [f"{kind.letter}{n}" for kind, n in zip(kinds, cells["initiatives"], strict=True)],
        "textfont": {
            "size": 12,
            "color": [colors.paper if kind.filled else colors.ink for kind in kinds],
        },
        "hovertext": [
            f"{names[row]}, {columns[number]}: {kind.words} {n}"
            for row, number, kind, n in zip(
                cells["row"], cells["objective_id"], kinds, cells["initiatives"], strict=True
            )
        ],
        "hoverinfo": "text",
        "marker": {
            "size": MARK,
            "symbol": ["square" if kind.filled else "circle" for kind in kinds],
            "opacity": 1,
            "color": [fill if kind.filled else colors.paper for fill, kind in zip(fills, kinds, strict=True)],
            "line": {"width": 2, "color": fills},
        },
        "cliponaxis": False,
        "showlegend": False,
    }


def _heads(columns: Mapping[int, str], theme: Theme) -> list[dict[str, object]]:
    """Return the heads as blocks: text inside a bar shrinks with it, so that a phone keeps at least the number."""
    titles = ["<br>".join(wrapped(title, TYPE + 1, HEADING)) for title in columns.values()]
    numbers = [f"<b>{number}</b>" for number in columns]
    return [_blocks(columns, numbers, TOP, NUMBER, theme), _blocks(columns, titles, TOP + NUMBER, TITLE, theme)]


def _blocks(columns: Mapping[int, str], texts: list[str], top: float, rows: float, theme: Theme) -> dict[str, object]:
    colors = palette(theme)
    return {
        "type": "bar",
        "x": list(range(len(columns))),
        "y": [rows] * len(columns),
        "base": [top] * len(columns),
        "text": texts,
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": colors.paper, "size": TYPE + 1},
        "marker": {"color": [colors.objectives[str(number)] for number in columns], "line": {"width": 0}},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _in_two_lines(name: str) -> str:
    """Break a name into two lines at most, short ones where it can be."""
    rooms = range(LONGEST, LONGEST + round(width(name, TYPE)))
    return "<br>".join(next(lines for room in rooms if len(lines := wrapped(name, TYPE, room)) <= 2))
