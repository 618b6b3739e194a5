"""The page of events, where the filters leave some."""

from functools import partial

import streamlit as st

from components import choice, figure, filters, state, take_away, view
from components.language import _
from components.timeline import key_dates, panel
from data import calendars, link
from data.queries.narrowing import Narrowed
from figures import labels
from figures.timeline import chart, dates, listing

YEAR_OF_THE_STRATEGY = (2023, 2023)


def show(narrowed: Narrowed) -> None:
    """Show the events that the filters keep: lanes, one of them to read, key dates, list."""
    _controls()
    left, right = st.columns([2, 1], gap="medium")
    with left:
        _lanes(narrowed)
    with right:
        panel.show(narrowed.rows)
    key_dates.show(narrowed.rows)
    _list(narrowed)


def _controls() -> None:
    """Offer what the lanes stand for, and two spans of years."""
    years, lanes = (
        link.YEARS.bounds(view.current().catalog),
        {"category": _("By category"), "objective": _("By objective")},
    )
    with st.container(horizontal=True, vertical_alignment="bottom", key="timeline-controls"):
        choice.show(link.TIMELINE_LANES, _("Lanes"), lanes)
        for (first, last), label in ((years, _("All years")), (YEAR_OF_THE_STRATEGY, _("Only 2023"))):
            st.button(
                label,
                type="tertiary",
                icon=":material/date_range:",
                on_click=state.choose,
                args=(link.YEARS, (first, last)),
                disabled=st.session_state[link.YEARS.name] == (first, last),
                key=f"years-{first}-{last}",
            )


def _lanes(narrowed: Narrowed) -> None:
    """Show the events in lanes, and how many are left aside."""
    here = view.current()
    lanes, event = st.session_state[link.TIMELINE_LANES.name], st.session_state[link.TIMELINE_EVENT.name]
    asked = here.catalog, narrowed, here.selection, lanes, event
    figure.show(
        figure.drawn(chart.figure, *asked, here.language, here.theme), on_select=partial(panel.clicked, "timeline")
    )
    if left_aside := filters.untied(narrowed.untied, _("events")):
        st.caption(left_aside)


def _list(narrowed: Narrowed) -> None:
    """Show the events as a list, from which one can be opened, and as a calendar to take away."""
    here, rows = view.current(), narrowed.rows
    make = partial(
        calendars.as_ics,
        rows,
        _("Illicit opioids strategy: events"),
        here.catalog.facts_as_of,
        dates.precision_notes(here.language),
        labels.words(here.language, "category"),
    )
    figure.show(
        figure.drawn(listing.figure, here.catalog, narrowed, here.language),
        on_row=lambda number: state.choose(link.TIMELINE_EVENT, rows["event_id"].iloc[number]),
        folded=True,
        downloads=[take_away.Download(label=_("Calendar"), extension="ics", mime="text/calendar", make=make)],
    )
