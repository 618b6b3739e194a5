"""Events that can be laid over a series."""

from dataclasses import dataclass

import pandas as pd

from data.catalog import Catalog
from data.queries import release
from data.queries.timeline import KEY_EVENTS, events
from data.selection import Selection

MOST = 4
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
        everything: the release of the strategy and what the filters keep; else only the release. Where these are more than
            `MOST`, those about strategies come before the key events, these before all others, and older ones first.
    """
    rows = events(catalog, Selection()).rows
    rows = rows[(rows["start"] >= first) & (rows["end"] <= last)]
    is_release = rows["event_id"] == release.EVENT
    if not everything:
        return Overlay(rows[is_release].reset_index(drop=True), 0)
    wanted = rows[is_release | rows["event_id"].isin(events(catalog, selection).rows["event_id"])]
    rank = [
        (row.event_id != release.EVENT, row.category != "strategy", row.event_id not in KEY_EVENTS)
        for row in wanted.itertuples()
    ]
    kept = sorted(sorted(range(len(wanted)), key=rank.__getitem__)[:MOST])
    return Overlay(wanted.iloc[kept].reset_index(drop=True), len(wanted) - len(kept))
