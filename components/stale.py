"""A note where the tables on disk cannot be read: what is shown is what was last good."""

from datetime import datetime

import streamlit as st

from components import language
from components.catalog import library
from components.language import _


def show() -> None:
    """Show since when the tables are broken, and as of when what is shown is; nothing while they are whole."""
    fault = library().fault
    if fault is None or fault.shown_since is None:
        return
    with st.container(key="stale"):
        st.caption(
            _("The tables were changed on {changed} and could not be read; what is shown is as of {shown}.").format(
                changed=_moment(fault.met), shown=_moment(fault.shown_since)
            )
        )


def _moment(when: datetime) -> str:
    """Return a day in the reader's words, and the time of day: both moments may lie on one day."""
    return f"{language.current().date(when.date().isoformat())}, {when:%H:%M} UTC"
