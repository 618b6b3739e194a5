"""From promise to evidence in one low row: the squares of each objective beside those of the others, for paper."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from figures.ink.lettering import BOLD, text, wrapped
from figures.language import Language
from figures.objectives import evidence
from figures.palette import Palette

SIZE = 18.0
"""Pixels of the type."""

LINES = 2
"""Lines that the name of an objective takes at most."""


def svg(rows: pd.DataFrame, language: Language, colors: Palette, wide: float, high: float) -> str:
    """Return the squares as SVG content, laid out from the top.

    Args:
        rows: as `figures.objectives.evidence.figure` has them: objective, title, found, missing.
        high: not asked: it is as high as it needs.
    """
    column = wide / max(len(rows), 2)
    names = [
        wrapped(f"{row['objective']}  {row['title']}", SIZE, column - 2 * SIZE, BOLD, LINES) for row in _told(rows)
    ]
    base = (max(map(len, names)) + 0.75) * evidence.LINE * SIZE
    return "".join(
        _one(row, lines, at * column, base, language, colors)
        for at, (row, lines) in enumerate(zip(_told(rows), names, strict=True))
    )


def _told(rows: pd.DataFrame) -> list[dict[Any, Any]]:
    return rows.to_dict("records")


def _one(row: Mapping[Any, Any], name: list[str], left: float, base: float, language: Language, colors: Palette) -> str:
    """Return an objective: its name, its squares, and how many of them are filled."""
    told = evidence.counted(int(row["found"]), int(row["missing"]), language)
    color = colors.objectives[str(row["objective"])]
    lines = [text(line, left, SIZE + evidence.LINE * SIZE * at, SIZE, colors.ink, BOLD) for at, line in enumerate(name)]
    squares = evidence.squares(int(row["found"]), int(row["missing"]), color, SIZE, base - 0.75 * SIZE, told)
    return (
        f'{"".join(lines)}<g transform="translate({left:g} 0)">{squares}</g>'
        f"{text(told, left, base + evidence.LINE * SIZE, SIZE, colors.quiet)}"
    )
