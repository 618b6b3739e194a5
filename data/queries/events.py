"""Events: what happened when, as precisely as the sources say."""

import calendar
from datetime import date, timedelta

import pandas as pd

from data.catalog import Catalog
from data.queries.narrowing import Narrowed, Tie, narrow
from data.selection import Selection

TIES = {"objectives": Tie("event_objectives", "objective_id"), "countries": Tie("event_countries", "iso3")}


def events(catalog: Catalog, selection: Selection) -> Narrowed:
    """Return the events that a selection allows, oldest first.

    Returns:
        Columns of `events` and `start`, `end` (timestamps): the first and the last day that the stated precision
        allows, so that an event of "May 2023" runs from 1 to 31 May and is never drawn as a day.
    """
    narrowed = narrow(catalog["events"], "event_id", TIES, catalog, selection)
    spans = [span(text) for text in narrowed.rows["date"]]
    rows = narrowed.rows.assign(
        start=pd.to_datetime([first for first, _ in spans]),
        end=pd.to_datetime([last for _, last in spans]),
    )
    return Narrowed(
        rows.sort_values(["start", "end", "event_id"]).reset_index(drop=True), narrowed.total, narrowed.untied
    )


def span(partial: str) -> tuple[date, date]:
    """Return the first and last day of a partial ISO date: `2023-05` → 2023-05-01, 2023-05-31."""
    parts = [int(part) for part in partial.split("-")]
    if len(parts) == 3:
        day = date(*parts)
        return day, day
    year, first, last = parts[0], parts[1] if len(parts) == 2 else 1, parts[1] if len(parts) == 2 else 12
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def day_after(day: date) -> date:
    """Return the next day: calendars want the end of an all-day event as the day after it."""
    return day + timedelta(days=1)


def objectives_of(catalog: Catalog, event_ids: object) -> pd.DataFrame:
    """Return columns event_id, objective_id for the given events."""
    return _linked(catalog["event_objectives"], event_ids)


def countries_of(catalog: Catalog, event_ids: object) -> pd.DataFrame:
    """Return columns event_id, iso3 for the given events."""
    return _linked(catalog["event_countries"], event_ids)


def initiatives_of(catalog: Catalog, event_ids: object) -> pd.DataFrame:
    """Return columns event_id, initiative_id, relation, name, objective_id, scope for the given events."""
    names = catalog["initiatives"][["initiative_id", "name", "objective_id", "scope"]]
    return _linked(catalog["event_initiatives"], event_ids).merge(names, on="initiative_id")


def _linked(links: pd.DataFrame, event_ids: object) -> pd.DataFrame:
    return links[links["event_id"].isin(pd.Series(event_ids, dtype=object))].reset_index(drop=True)
