"""Events: what happened when, as precisely as the sources say."""

import calendar
from bisect import bisect_left, bisect_right
from datetime import date, timedelta

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries import release
from data.queries.narrowing import Narrowed, Tie, narrow
from data.selection import Selection

KEY_EVENTS = ("ev-20230530-sherwood-meeting", "ev-20230531-mananera", release.EVENT, "ev-20230924-riodoce")
"""The four dates that the article which this briefing started from turns on, oldest first."""

EXAMPLE = "ev-20230531-mananera"
"""The event that stands open where a reader has chosen none: what was rejected, and on which article."""

REPORTED = {
    "ev-20230530-sherwood-meeting": ("c11",),
    EXAMPLE: ("c12", "c13"),
}
"""Event → the claims that hold what the article is read as saying of it: no table holds anybody's own words."""

UNTIED = ""
"""The lane of events that are tied to no objective."""

IN_ORDER = ["start", "end", "event_id"]

TIES = {"objectives": Tie("event_objectives", "objective_id"), "countries": Tie("event_countries", "iso3")}


@once(512)
def events(catalog: Catalog, selection: Selection) -> Narrowed:
    """Return the events that a selection allows, oldest first.

    Returns:
        Columns of `events` and `start`, `end` (timestamps): the first and the last day that the stated precision
        allows, so that an event of "May 2023" runs from 1 to 31 May and is never drawn as a day.
    """
    return narrow(_dated(catalog).copy(deep=False), "event_id", TIES, catalog, selection)


@once(4)
def _dated(catalog: Catalog) -> pd.DataFrame:
    spans = [span(text) for text in catalog["events"]["date"]]
    rows = catalog["events"].assign(
        start=pd.to_datetime([first for first, _ in spans]),
        end=pd.to_datetime([last for _, last in spans]),
    )
    return rows.sort_values(IN_ORDER).reset_index(drop=True)


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


@once(512)
def event(catalog: Catalog, event_id: str) -> pd.DataFrame:
    """Return one event, whatever the selection, as a frame of one row with the columns of `events`."""
    rows = events(catalog, Selection()).rows
    return rows[rows["event_id"] == event_id].reset_index(drop=True)


def with_lanes(catalog: Catalog, rows: pd.DataFrame, lanes: str, selection: Selection) -> pd.DataFrame:
    """Return the events with the lane each lies on, in the order given.

    Args:
        rows: what `events` returns.
        lanes: `category` or `objective`. An event with several objectives lies on the lane of each; an event with none
            on the lane `UNTIED`. Where objectives are selected, only their lanes remain.

    Returns:
        Columns of `rows` and `lane` (text), one row an event and lane.
    """
    if lanes == "category":
        return rows.assign(lane=rows["category"])
    links = catalog["event_objectives"]
    if selection.objectives:
        links = links[links["objective_id"].isin(selection.objectives)]
    joined = rows.merge(links, on="event_id", how="left")
    lane = joined["objective_id"].map(lambda number: UNTIED if pd.isna(number) else str(number))
    return joined.assign(lane=lane).drop(columns="objective_id")


def neighbours(rows: pd.DataFrame, at: pd.Series) -> tuple[str | None, str | None]:
    """Return the events just before and just after an event in date order; None at either end.

    Args:
        rows: what `events` returns.
        at: the event, a row of `events`; it need not be among `rows`.
    """
    here, others = tuple(at[IN_ORDER]), _in_order(rows)
    before, after = bisect_left(others, here), bisect_right(others, here)
    return (others[before - 1][2] if before else None), (others[after][2] if after < len(others) else None)


@once(64)
def _in_order(rows: pd.DataFrame) -> list[tuple[str, ...]]:
    return sorted(rows[IN_ORDER].itertuples(index=False, name=None))


@once(4)
def telling(catalog: Catalog) -> tuple[str, ...]:
    """Return the ids of all events, from the one that tells most of the strategy to the one that tells least.

    The key events come first. Then each counts the initiatives, the objectives and the sources that the tables tie to it: an
    event weighs more the more of the strategy it bears on and the more publications tell of it. Of equal ones the earlier
    comes first.
    """
    ties = [catalog[table]["event_id"] for table in ("event_initiatives", "event_objectives", "event_sources")]
    weights = pd.concat(ties).value_counts()
    known = list(_dated(catalog)["event_id"])
    rest = sorted((one for one in known if one not in KEY_EVENTS), key=lambda one: -int(weights.get(one, 0)))
    return (*(one for one in KEY_EVENTS if one in known), *rest)


def reported(catalog: Catalog, event_id: str) -> pd.DataFrame:
    """Return columns claim and attributed_to: what of an event is told in the words of a report, in their order."""
    claims = catalog["claims"]
    kept = claims[claims["claim_id"].isin(REPORTED.get(event_id, ()))]
    return kept[["claim", "attributed_to"]].reset_index(drop=True)


def dated_after(catalog: Catalog, month: str) -> int:
    """Return how many events of the whole collection are dated after a month, such as `2026-05`."""
    return int((catalog["events"]["date"].str[:7] > month).sum())


@once(512)
def initiatives_of(catalog: Catalog, event_id: str) -> pd.DataFrame:
    """Return columns event_id, initiative_id, relation, name, objective_id, scope for an event."""
    names = catalog["initiatives"][["initiative_id", "name", "objective_id", "scope"]]
    return _linked(catalog["event_initiatives"], [event_id]).merge(names, on="initiative_id")


def _linked(links: pd.DataFrame, event_ids: object) -> pd.DataFrame:
    return links[links["event_id"].isin(pd.Series(event_ids, dtype=object))].reset_index(drop=True)
