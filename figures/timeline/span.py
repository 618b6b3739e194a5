"""Which years the drawing shows: it looks closely at one, while list, table and files hold all that the filters leave."""

from typing import NamedTuple

import pandas as pd

from data import link
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


def years_of(rows: pd.DataFrame) -> pd.Series:
    """Return the calendar year of each event."""
    return rows["date"].str[:4].astype(int)


def span(view: View) -> Span:
    """Return the years that a view draws.

    Those that the link states; else the year of the event that is chosen; else, where a filter is on years, exactly its years;
    else 2023. Where none of the events kept falls in such a year, all years are drawn.
    """
    low, high = link.YEARS.bounds(view.catalog)
    selection, rows = view.selection, events(view.catalog, view.selection).rows
    whole = selection.first_year or low, selection.last_year or high
    years = years_of(rows).set_axis(rows["event_id"])
    stated, chosen = view.choice(link.TIMELINE_SPAN), view.choice(link.TIMELINE_EVENT)
    if stated == link.EVERY_YEAR or (selection.has_years and not stated):
        return Span(*whole, whole)
    of_chosen = int(years[chosen]) if chosen in years.index else None
    year = of_chosen or int(stated or YEAR)
    return Span(year, year, whole) if year in set(years) or (stated and whole[0] <= year <= whole[1]) else Span(*whole, whole)
