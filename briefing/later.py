"""What came after the year of the release: of its events, the newest are told."""

import pandas as pd

from briefing.story import AFTER

LATER = "later"
"""The name of the chapter that tells it."""

DATED = ("dates", LATER)
"""Chapters of events: of some of them is told, and not of how many are drawn."""


def newest(rows: pd.DataFrame, count: int) -> pd.DataFrame:
    """Return so many events that came after the year of the release, the newest first.

    Args:
        rows: those of a timeline, oldest first.
    """
    since = rows[rows["date"].str[:4].astype(int) >= AFTER]
    return since.drop_duplicates("event_id").tail(count).iloc[::-1]
