"""The axes of a series over time: years named as the source names them, and few lines to read values from."""

import math

import pandas as pd

from data.queries.trends.indicators import Indicator
from figures.language import Language
from figures.trends import wording as words

ROOM = 50
"""Pixels below the plot for tick labels and the axis title."""

NARROW = 290
"""Width of the plot on a phone in pixels: what must not overlap there overlaps nowhere."""

YEARS_NAMED, FISCAL_NAMED = 6, 5
"""Years named on the axis at most: one more would touch its neighbour on a phone."""

DAY = pd.Timedelta(days=1)


def window(rows: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the first day of the first period and the day after the last one."""
    return rows["start"].min(), rows["end"].max() + DAY


def time(indicator: Indicator, rows: pd.DataFrame, language: Language, air: float = 0) -> dict[str, object]:
    """Return the layout of the time axis.

    Args:
        air: the share of the width to leave free at the right, for a label.
    """
    first, last = window(rows)
    whole = last - first
    return {
        "type": "date",
        "range": [first - whole * 0.01, last + whole * (0.01 + air)],
        "fixedrange": True,
        "ticklabeloverflow": "allow",
        "title": {
            "text": language.gettext("{period} · {unit}").format(
                period=words.kind(language, indicator.period_type), unit=words.unit(language, indicator.unit)
            ),
            "standoff": 6,
            "font": {"size": 13},
        },
        **_ticks(indicator, first, last),
    }


def _ticks(indicator: Indicator, first: pd.Timestamp, last: pd.Timestamp) -> dict[str, object]:
    """Name years in the middle of the period that each covers; months hang on the turn of calendar years."""
    if indicator.period_type == "month":
        starts = [day for day in pd.date_range(first, last, freq="YS") if day < last] or [first]
        return {
            "tickmode": "array",
            "tickvals": starts,
            "ticktext": [f"{day:%Y}" for day in starts],
            "ticks": "outside",
            "tickangle": 0,
        }
    fiscal = indicator.period_type == "fiscal_year"
    years = range((last - DAY).year, (first + (pd.Timedelta(days=200) if fiscal else DAY)).year - 1, -1)
    named = sorted(years[:: math.ceil(len(years) / (FISCAL_NAMED if fiscal else YEARS_NAMED))])
    middles = [pd.Timestamp(year, 4, 1) if fiscal else pd.Timestamp(year, 7, 2) for year in named]
    texts = [f"FY{year}" if fiscal else str(year) for year in named]
    return {"tickmode": "array", "tickvals": middles, "ticktext": texts, "ticks": "", "tickangle": 0}


def values(rows: pd.DataFrame, language: Language, share: float) -> dict[str, object]:
    """Return the layout of the value axis, which always starts from zero.

    Args:
        share: of the height that is left for the values, below the labels of events.
    """
    top, low = max(float(rows["value"].max()), 0.0), min(float(rows["value"].min()), 0.0)
    marks = _round_steps(low, top)
    reach = (top - low) or 1.0
    return {
        "range": [low - (reach * 0.16 if low < 0 else 0), top + reach * 0.22],
        "domain": [0, share],
        "tickmode": "array",
        "tickvals": marks,
        "ticktext": [words.round_number(language, mark) for mark in marks],
        "showgrid": True,
        "zeroline": True,
        "fixedrange": True,
    }


def _round_steps(low: float, top: float) -> list[float]:
    """Return three to six round numbers from the lowest to the highest, zero among them."""
    reach = (top - low) or 1.0
    size = 10 ** math.floor(math.log10(reach))
    step = next(size * part for part in (0.2, 0.5, 1.0, 2.0) if reach / (size * part) <= 5)
    marks = range(math.ceil(low / step), math.floor(top / step) + 1)
    return [round(step * mark, 6) for mark in marks]
