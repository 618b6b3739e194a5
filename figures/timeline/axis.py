"""The time axis of the timeline: years, or months in the reader's language where few years are shown."""

import pandas as pd
from babel import dates

from figures.language import Language

ROOM = 66
"""Pixels below the lanes for two lines of tick labels and the axis title."""

MONTHS_UP_TO = 2
"""Years shown at most with a tick for months; more have one for years."""


def axes(time: tuple[pd.Timestamp, pd.Timestamp], height: int, language: Language) -> dict[str, object]:
    """Return the layout of the axes: time from left to right, pixels from the top down.

    Args:
        time: first day and the day after the last.
        height: of all lanes, in pixels.
    """
    first, last = time
    air = (last - first) * 0.012
    return {
        "xaxis": {
            "type": "date",
            "range": [first - air, last + air],
            "showgrid": True,
            "ticklabeloverflow": "allow",  # else January's label, at the edge, would be left out
            "title": {
                "text": language.gettext("Dot: day known · Bar: only the month or year known"),
                "standoff": 6,
                "font": {"size": 13},
            },
            **_ticks(first, last, language),
        },
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
    }


def _ticks(first: pd.Timestamp, last: pd.Timestamp, language: Language) -> dict[str, object]:
    years = last.year - first.year
    if years > MONTHS_UP_TO:
        # Figures only: Plotly knows the names of months in English alone.
        formats = [
            {"dtickrange": ["M12", None], "value": "%Y"},
            {"dtickrange": ["M1", "M12"], "value": "%m/%Y"},
            {"dtickrange": [None, "M1"], "value": "%Y-%m-%d"},
        ]
        return {"tickformatstops": formats}
    starts = pd.date_range(first, last, freq="MS", inclusive="left")[:: 2 if years == 1 else 4]
    names = [dates.format_skeleton("MMM", day, locale=language.locale) for day in starts]
    texts = [f"{name}<br>{day.year}" if day.month == 1 else name for name, day in zip(names, starts, strict=True)]
    return {"tickmode": "array", "tickvals": list(starts), "ticktext": texts}
