"""The time axis of the timeline: where a day lies, and months in the reader's language where they have room."""

from typing import NamedTuple

import pandas as pd
from babel import dates

from figures.ink.lettering import BOLD, text, width
from figures.language import Language
from figures.palette import Palette
from figures.timeline.placement import SIZE

ROOM = 20.0
"""Pixels of height that the names of months take."""

AIR = 8.0
"""Pixels at least between two names."""

STEPS = (1, 2, 3, 6)
"""Months from one name to the next: the first of these that leaves them room."""


class Axis(NamedTuple):
    """Time from left to right: the first day, the day after the last, and their places in pixels."""

    first: pd.Timestamp
    after: pd.Timestamp
    left: float
    right: float

    def at(self, time: pd.Timestamp) -> float:
        """Return where a moment lies, in pixels."""
        share = (time - self.first) / (self.after - self.first)
        return round(float(self.left + share * (self.right - self.left)), 1)

    @property
    def is_monthly(self) -> bool:
        """Whether months are named: where each has a pixel or two a day, and years alone elsewhere."""
        return (self.after - self.first).days <= 1100 and self._month >= 10

    @property
    def _month(self) -> float:
        return (self.right - self.left) / ((self.after - self.first).days / 30.4)

    def svg(self, y: float, bottom: float, colors: Palette, language: Language) -> str:
        """Return lines at the beginnings of months or years down to `bottom`, and above them the names of months."""
        starts = pd.date_range(self.first, self.after, freq="MS" if self.is_monthly else "YS")
        top = y + ROOM if self.is_monthly else y
        lines = "".join(f"M{self.at(day):g} {top:g}V{bottom:g}" for day in starts)
        drawn = f'<path d="{lines}" stroke="{colors.line}" fill="none"/>'
        return drawn + self._names(y, colors, language) if self.is_monthly else drawn

    def _names(self, y: float, colors: Palette, language: Language) -> str:
        names = [
            # Not by its skeleton, which in Spanish has "sept" beside the "19 sep" of a label.
            (day, dates.format_date(day, "MMM", locale=language.locale))
            for day in pd.date_range(self.first, self.after, freq="MS", inclusive="left")
        ]
        widest = max(width(name, SIZE, BOLD) for _, name in names)
        step = next((step for step in STEPS if step * self._month >= widest + AIR), STEPS[-1])
        return "".join(
            text(name, self.at(day) + 3, y + SIZE, SIZE, colors.quiet)
            for day, name in names
            if (day.month - 1) % step == 0
        )
