"""One event, to pick and to read: what happened, how exactly the date is known, what it is tied to, and who says so."""

from typing import Any

import pandas as pd
import streamlit as st

from components import citations, navigation, state, view
from components.citations import escape
from components.explain import explained
from components.language import _, counted
from data import link
from data.once import once
from data.queries.linked import linked
from data.queries.records.address import address
from data.queries.timeline import EXAMPLE, event, initiatives_of, neighbours, reported
from figures import labels
from figures.language import Language
from figures.telling import Told
from figures.timeline.dates import titled, when
from figures.timeline.span import span

PICKED = "event-picker"
"""Session-state name of the event just picked from the list."""

LINKS_IN_SIGHT = 3
"""Initiatives shown at once; more are one step away."""


def show(rows: pd.DataFrame) -> None:
    """Show the event that is chosen, or else an example, and the way to others.

    Args:
        rows: the events that the filters keep, oldest first; at least one.
    """
    shown = opened(rows)
    row = event(view.current().catalog, shown).iloc[0]
    with st.container(key="event"):
        left, right = st.columns([3, 2], gap="large")
        with left:
            _told(row, rows)
        with right:
            _picker(rows, row)
            _tied(shown)
            st.markdown(f"**{_('Sources')}**")
            citations.show(_cited(shown))
            navigation.record_of(address("event", shown))


def opened(rows: pd.DataFrame) -> str:
    """Return the event that stands open: the one chosen, or else an example of the given ones."""
    return st.session_state[link.TIMELINE_EVENT.name] or _example(rows)


def _example(rows: pd.DataFrame) -> str:
    """Return the event that stands open where none is chosen: of those drawn the press conference, else the newest."""
    drawn = span(view.current()).within(rows)["event_id"]
    return EXAMPLE if EXAMPLE in set(drawn) else str((rows["event_id"] if drawn.empty else drawn).iloc[-1])


def _picker(rows: pd.DataFrame, row: Any) -> None:
    """Offer the events before and after the one shown, and every other of the view, in date order.

    What was picked stands beside it in full. The list itself says nothing then: it would cut a long title.
    """
    here = view.current()
    before, after = neighbours(rows, row)
    with st.container(horizontal=True, key="event-steps"):
        _step(_("Previous"), ":material/arrow_back:", "left", before)
        _step(_("Next"), ":material/arrow_forward:", "right", after)
    lines = _lines(rows, here.language)
    st.selectbox(
        _("Another event"),
        list(lines),
        index=None,
        format_func=lambda event_id: lines[event_id],
        placeholder=_("Pick an event"),
        key=PICKED,
        on_change=_picked,
        label_visibility="collapsed",
    )


@once(64)
def _lines(rows: pd.DataFrame, language: Language) -> dict[str, str]:
    """Return each event's line in a list to pick from."""
    return {one.event_id: titled(language, one.date, one.title) for one in rows.itertuples()}


def _picked() -> None:
    picked, st.session_state[PICKED] = st.session_state[PICKED], None
    state.choose(link.TIMELINE_EVENT, picked)


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


def _why(rows: pd.DataFrame) -> None:
    """Say why the event stands there, where that is not plain to see. On paper there is none to pick."""
    chosen = st.session_state[link.TIMELINE_EVENT.name]
    if not chosen and len(rows) > 1:
        with st.container(key="on-screen-example"):
            st.caption(_("An example. Pick an event here, on the drawing or in the list below."))
    if chosen and chosen not in set(rows["event_id"]):
        st.caption(
            _("The filters leave this event out of the drawing and the list. It is shown because it was picked.")
        )


def _told(row: Any, rows: pd.DataFrame) -> None:
    here = view.current()
    category = labels.words(here.language, "category")[row["category"]]
    st.header(escape(row["title"]), anchor=False)
    st.markdown(f"{when(here.language, row['date'], row['date_precision'])} · {category}")
    _why(rows)
    st.markdown(explained(row["summary"]))
    _reported(reported(here.catalog, row["event_id"]))


def _reported(claims: pd.DataFrame) -> None:
    """Say how it was reported, and that these are nobody's own words."""
    for teller, told in claims.groupby("attributed_to", sort=False)["claim"]:
        st.markdown(
            _("**As reported** ({teller}): {words} No source collected here gives the words themselves.").format(
                teller=escape(str(teller)), words=escape(" ".join(told))
            )
        )


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
                _("**Objectives** {names}").format(
                    names=escape(", ".join(objectives)) or _("not tied to an objective")
                ),
                _("**Countries** {names}").format(names=escape(", ".join(places)) or _("not tied to a country")),
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
