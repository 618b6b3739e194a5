"""What stands below the timeline and the event that is picked: what is left aside, the key dates, and all events as a list."""

from functools import partial

import pandas as pd
import streamlit as st

from components import figure, filters, take_away, view
from components.language import _
from components.timeline import panel
from data.queries.narrowing import Narrowed
from figures.timeline import ics, listing
from figures.timeline.key_dates import html


def left_aside(narrowed: Narrowed) -> None:
    """Say how many events the filters leave aside because they are tied to nothing that can be chosen."""
    if words := filters.untied(narrowed.untied, _("events")):
        st.caption(words)


def key_dates(rows: pd.DataFrame) -> None:
    """Show the key events among those that the filters keep."""
    if told := html(rows, view.current(), panel.opened(rows)):
        with st.container(key="key-dates"):
            st.header(_("Key dates"), anchor="key-dates")
            st.html(told)


def calendar(rows: pd.DataFrame) -> take_away.Download:
    """Return the events as a calendar to take away."""
    here = view.current()
    make = partial(ics.file, here.catalog, rows, here.language)
    return take_away.Download(label=_("Calendar"), extension="ics", mime="text/calendar", make=make)


def listed(narrowed: Narrowed) -> None:
    """Show the events as a list, from which one can be opened."""
    here = view.current()
    listed = figure.drawn(listing.figure, here.catalog, narrowed, here.language)
    figure.show(listed, folded=True, downloads=[calendar(narrowed.rows)])
