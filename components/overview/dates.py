"""The key dates of the landing page: the morning conference of 31 May 2023 in the middle, what came before and after beside it."""

import pandas as pd
import streamlit as st

from components import navigation, view
from components.citations import escape
from components.explain import explained
from components.language import _
from data.queries.timeline import EXAMPLE, KEY_EVENTS


def show(events: pd.DataFrame) -> None:
    """Show the key events among the given ones, whatever else the filters keep.

    Args:
        events: columns event_id, date, title, summary.
    """
    known = events.set_index("event_id")
    middle = KEY_EVENTS.index(EXAMPLE)
    groups = KEY_EVENTS[:middle], (EXAMPLE,), KEY_EVENTS[middle + 1 :]
    for group, column in zip(groups, st.columns([2, 3, 2], gap="large"), strict=True):
        with column:
            for event_id in group:
                _told(event_id, known.loc[event_id], whole=event_id == EXAMPLE)


def _told(event_id: str, row: pd.Series, whole: bool) -> None:
    """Tell one event; the one in the middle with its summary."""
    st.markdown(f"### {view.current().language.date(row['date'])}")
    st.markdown(f"**{escape(row['title'])}**" if whole else escape(row["title"]))
    if whole:
        st.markdown(explained(row["summary"]))
    navigation.link("timeline", label=_("Open on the timeline"), timeline_event=[event_id])
