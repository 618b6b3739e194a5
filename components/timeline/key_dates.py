"""The four dates that the briefing turns on, as a short list that opens each of them."""

import pandas as pd
import streamlit as st

from components import state, view
from components.citations import escape
from components.explain import explained
from components.language import _
from data.link import TIMELINE_EVENT
from data.queries.timeline import KEY_EVENTS
from figures.timeline.dates import titled


def show(rows: pd.DataFrame) -> None:
    """Show the key events among the given ones, each with its summary and a button that opens it.

    A button and not a link: Streamlit's link to the page one is on leaves the browser's address as it was.

    Args:
        rows: the events that the filters keep.
    """
    known = rows[rows["event_id"].isin(KEY_EVENTS)]
    if known.empty:
        return
    language = view.current().language
    st.header(_("Key dates"), anchor="key-dates")
    for row in known.itertuples():
        with st.container(gap=None, key=f"key-date-{row.event_id}"):
            st.button(
                escape(titled(language, row.date, row.title)),
                type="tertiary",
                icon=":material/event:",
                on_click=state.choose,
                args=(TIMELINE_EVENT, row.event_id),
                key=f"open-{row.event_id}",
            )
            st.markdown(explained(row.summary))
