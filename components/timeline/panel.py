"""One event, to pick and to read: what happened, how exactly the date is known, what it is tied to, and who says so."""

from typing import Any

import pandas as pd
import streamlit as st

from components import navigation, state, view
from components.citations import citations, escape
from components.explain import explained
from components.figure import selection_key
from components.language import _, counted
from data import link
from data.queries.linked import linked
from data.queries.records.address import address
from data.queries.timeline import EXAMPLE, event, initiatives_of, neighbours
from figures import labels
from figures.telling import Told
from figures.timeline.dates import titled, when

CLICKED = "_timeline_clicked"
"""Session-state name of the event that was last clicked on the chart."""

LINKS_IN_SIGHT = 3
"""Initiatives shown at once; more are one step away."""


def clicked(figure_key: str) -> None:
    """Choose the event whose mark was clicked; a click on the chosen mark lets it go. A chart's `on_select`."""
    points = st.session_state[selection_key(figure_key)]["selection"]["points"]
    if points:
        told = points[0]["customdata"]
        event_id = told if isinstance(told, str) else told[0]
    else:
        # The chart reports a second click on one mark as nothing selected, whatever was picked elsewhere in between.
        event_id = st.session_state.get(CLICKED)
        event_id = None if event_id == st.session_state[link.TIMELINE_EVENT.name] else event_id
    st.session_state[CLICKED] = event_id
    state.choose(link.TIMELINE_EVENT, event_id)


def show(rows: pd.DataFrame) -> None:
    """Show the picker and the event that is chosen, or else an example.

    Args:
        rows: the events that the filters keep, oldest first; at least one.
    """
    chosen = st.session_state[link.TIMELINE_EVENT.name]
    shown = chosen or _example(rows)
    row = event(view.current().catalog, shown).iloc[0]
    _picker(rows, row, chosen)
    if not chosen:
        st.caption(_("An example. Pick an event here, on the chart or in the list below."))
    elif shown not in set(rows["event_id"]):
        st.caption(_("The filters leave this event out of the chart and the list. It is shown because it was picked."))
    _told(row)
    _tied(shown)
    st.markdown("\n".join([f"**{_('Sources')}**", "", *(f"- {cited}" for cited in citations(_cited(shown)))]))
    navigation.record_of(address("event", shown))


def _example(rows: pd.DataFrame) -> str:
    """Return the event that stands open where none is chosen: the press conference, else the newest."""
    return EXAMPLE if EXAMPLE in set(rows["event_id"]) else str(rows["event_id"].iloc[-1])


def _picker(rows: pd.DataFrame, row: Any, chosen: str | None) -> None:
    """Offer every event of the view, and the one chosen even where the filters leave it out, in date order."""
    here = view.current()
    offered = rows
    if chosen and chosen not in set(rows["event_id"]):
        offered = pd.concat([rows, row.to_frame().T]).sort_values(["start", "end", "event_id"])
    lines = {
        event_id: titled(here.language, date, title)
        for event_id, date, title in zip(offered["event_id"], offered["date"], offered["title"], strict=True)
    }
    st.selectbox(
        _("Event"),
        list(lines),
        index=None,
        format_func=lambda event_id: lines[event_id],
        placeholder=_("Pick an event"),
        key=link.TIMELINE_EVENT.name,
        on_change=state.save,
    )
    before, after = neighbours(rows, row)
    with st.container(horizontal=True, key="event-steps"):
        _step(_("Previous"), ":material/arrow_back:", "left", before)
        _step(_("Next"), ":material/arrow_forward:", "right", after)


def _step(label: str, icon: str, side: Any, event_id: str | None) -> None:
    st.button(
        label,
        icon=icon,
        icon_position=side,
        disabled=event_id is None,
        on_click=state.choose,
        args=(link.TIMELINE_EVENT, event_id),
        key=f"event-{side}",
    )


def _told(row: Any) -> None:
    here = view.current()
    category = labels.words(here.language, "category")[row["category"]]
    st.header(escape(row["title"]), anchor=False)
    st.markdown(f"{when(here.language, row['date'], row['date_precision'])} · {category}")
    st.markdown(explained(row["summary"], set()))


def _tied(event_id: str) -> None:
    """Say which objectives, countries and initiatives an event is tied to, or that it is tied to none."""
    here = view.current()
    names, countries = (
        labels.objectives(here.language, here.catalog, short=True),
        labels.countries(here.language, here.catalog),
    )
    tied = linked(here.catalog, "event_objectives", "event_id", "objective_id").get(event_id, ())
    objectives = [f"{number} {names[number]}" for number in tied]
    named = linked(here.catalog, "event_countries", "event_id", "iso3").get(event_id, ())
    places = [countries[code] for code in named]
    st.markdown(
        "  \n".join(
            [
                f"**{_('Objectives')}** {', '.join(objectives) or _('not tied to an objective')}",
                f"**{_('Countries')}** {', '.join(places) or _('not tied to a country')}",
            ]
        )
    )
    _initiatives(initiatives_of(here.catalog, event_id))


def _initiatives(tied: pd.DataFrame) -> None:
    """Link to the objectives page for each initiative, with what the event is to it."""
    if tied.empty:
        return
    heading = counted("{n} initiative", "{n} initiatives", len(tied))
    if len(tied) <= LINKS_IN_SIGHT:
        st.markdown(f"**{heading}**")
        _links(tied)
        return
    with st.expander(heading, key="event-initiatives", on_change="rerun") as expander:
        if expander.open:
            _links(tied)


def _links(tied: pd.DataFrame) -> None:
    """Link to the initiatives, under what the event is to them: it announces, starts or ends them."""
    relations = labels.words(view.current().language, "relation")
    with st.container(gap="xxsmall", key="event-links"):
        for relation, group in tied.groupby("relation", sort=False):
            st.caption(_("This event {relation}:").format(relation=relations[str(relation)]))
            for row in group.itertuples():
                name = row.name if row.scope == "strategy" else _("{name} (context)").format(name=row.name)
                navigation.record_link(Told(name, address("initiative", row.initiative_id)))


def _cited(event_id: str) -> tuple[str, ...]:
    return linked(view.current().catalog, "event_sources", "event_id").get(event_id, ())
