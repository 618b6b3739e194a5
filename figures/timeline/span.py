"""Which years the drawing shows: it looks closely at one, while list, table and files hold all that the filters leave."""

from typing import NamedTuple

import pandas as pd

from data import link
from data.once import once
from data.queries.timeline import events
from figures.view import View

YEAR = 2023
"""The year that the strategy was released in: it stands first in view."""


class Span(NamedTuple):
    """The calendar years that are drawn, both included, and those that there are to look at."""

    first: int
    last: int
    whole: tuple[int, int]

    @property
    def is_whole(self) -> bool:
        """Whether all there is to look at is drawn."""
        return (self.first, self.last) == self.whole

    @property
    def time(self) -> tuple[pd.Timestamp, pd.Timestamp]:
        """The first day drawn, and the day after the last."""
        return pd.Timestamp(self.first, 1, 1), pd.Timestamp(self.last + 1, 1, 1)

    def within(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Return the events that are drawn.

        Args:
            rows: column date (partial ISO date).
        """
        return rows[years_of(rows).between(self.first, self.last)]


@once(64)
def years_of(rows: pd.DataFrame) -> pd.Series:
    """Return the calendar year of each event."""
    return pd.Series([int(date[:4]) for date in rows["date"]], index=rows.index, dtype=int)


def span(view: View) -> Span:
    """Return the years that a view draws.

    All years, where the link states them, and where a filter is on years and the link states none. Else one: that of the event
    that is chosen, or the one that the link states, or 2023. Where nothing that the filters keep falls in 2023, it is the one
    year in which all of that falls, if there is such a one.
    """
    low, high = link.YEARS.bounds(view.catalog)
    selection, rows = view.selection, events(view.catalog, view.selection).rows
    whole = selection.first_year or low, selection.last_year or high
    years = years_of(rows).set_axis(rows["event_id"])
    stated, chosen = view.choice(link.TIMELINE_SPAN), view.choice(link.TIMELINE_EVENT)
    if stated == link.EVERY_YEAR or (selection.has_years and not stated):
        return Span(*whole, whole)
    held = set(map(int, years))
    year = int(years[chosen]) if chosen in years.index else int(stated or YEAR)
    if year not in held and len(held) == 1:
        (year,) = held
    return Span(year, year, whole) if year in held else Span(*whole, whole)
