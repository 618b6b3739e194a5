"""Events that can be laid over a series."""

from dataclasses import dataclass

import pandas as pd

from data.catalog import Catalog
from data.queries import release
from data.queries.timeline import KEY_EVENTS, events
from data.selection import Selection

MOST = 12
"""Events over one series at most: more lines would hide it."""


@dataclass(frozen=True)
class Overlay:
    """Events within a stretch of time.

    Attributes:
        rows: columns of `data.queries.timeline.events`, oldest first.
        left_out: how many events of the view fall into the time and are not among the rows, because they are too many.
    """

    rows: pd.DataFrame
    left_out: int


def overlay(
    catalog: Catalog, selection: Selection, everything: bool, first: pd.Timestamp, last: pd.Timestamp
) -> Overlay:
    """Return the events to lay over the time from `first` to `last`, both included.

    Args:
        everything: the key events and those that the filters keep; else only the release of the strategy. Where they
            are more than `MOST`, only the key events and those about strategies remain.
    """
    rows = events(catalog, Selection()).rows
    rows = rows[(rows["start"] >= first) & (rows["end"] <= last)]
    if not everything:
        return Overlay(rows[rows["event_id"] == release.EVENT].reset_index(drop=True), 0)
    key = rows["event_id"].isin(KEY_EVENTS)
    wanted = rows[key | rows["event_id"].isin(events(catalog, selection).rows["event_id"])]
    if len(wanted) <= MOST:
        return Overlay(wanted.reset_index(drop=True), 0)
    kept = wanted[wanted["event_id"].isin(KEY_EVENTS) | (wanted["category"] == "strategy")].head(MOST)
    return Overlay(kept.reset_index(drop=True), len(wanted) - len(kept))
