"""What a reader picks on the page of trends: a group, indicators, series of them, and whether events lie over them."""

from collections.abc import Mapping, Sequence
from typing import Literal

import streamlit as st

from components import choice, state, view
from components.language import _
from data import link
from data.queries.trends import indicators
from data.queries.trends import shown as query
from data.queries.trends.indicators import Part
from figures import labels
from figures.room import on_phone
from figures.trends import names
from figures.trends import wording as words

NO_EVENTS, WITH_EVENTS = 0, 1


def show() -> Sequence[str]:
    """Show the pickers in one row, and return the codes of the indicators to show. On a phone what is picked from is one step away."""
    here = view.current()
    several = _several()
    with st.container(key="trend-picker"):
        if on_phone(here):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                with st.popover(_("Pick series")):
                    _group()
                    _indicators()
                    _series(several, "visible")
                _events()
        elif several:
            group, middle, series, right = st.columns([1.85, 5.1, 3.4, 3.45], gap="xsmall", vertical_alignment="center")
            with group:
                _group()
            with middle:
                _indicators()
            with series:
                _series(several, "collapsed")
            with right:
                _events()
        else:
            group, middle, right = st.columns([3, 5, 4], gap="small", vertical_alignment="center")
            with group:
                _group()
            with middle:
                _indicators()
            with right:
                _events()
    return query.shown(here.catalog, *_picked())


def _picked() -> tuple[list[str], str | None]:
    return st.session_state[link.TRENDS_INDICATOR.name], st.session_state[link.TRENDS_GROUP.name]


def _group() -> None:
    here = view.current()
    groups = labels.words(here.language, "system")
    st.selectbox(
        _("Group"),
        [*indicators.systems(here.catalog), indicators.REPORTED],
        index=None,
        format_func=lambda code: groups[code],
        placeholder=_("All groups"),
        label_visibility="collapsed",
        key=link.TRENDS_GROUP.name,
        on_change=_group_changed,
    )


def _indicators() -> None:
    here = view.current()
    chosen, group = _picked()
    titles = _titles()
    offered = [code for code in query.to_pick(here.catalog, group) if code not in chosen]
    st.multiselect(
        _("Indicators"),
        [*chosen, *offered],
        format_func=lambda code: titles[code],
        placeholder=_("Pick up to {n} series").format(n=indicators.ALONGSIDE),
        label_visibility="collapsed",
        max_selections=indicators.ALONGSIDE,
        key=link.TRENDS_INDICATOR.name,
        on_change=state.save,
        select_all=False,
    )


def _events() -> None:
    choice.show(
        link.TRENDS_EVENTS,
        _("Events over the series"),
        {NO_EVENTS: _("Release only"), WITH_EVENTS: _("With events")},
    )


def _group_changed() -> None:
    """Let go of what was picked: it belongs to another group."""
    st.session_state[link.TRENDS_INDICATOR.name] = []
    st.session_state[link.TRENDS_SERIES.name] = []
    state.save()


def _titles() -> Mapping[str, str]:
    """Return code → what stands in the list, and in the box once it is chosen: Streamlit loses a choice whose name changes."""
    here = view.current()
    groups = labels.words(here.language, "system")
    named = {
        code: names.to_pick(here.language, indicator, groups[indicator.system])
        for code, indicator in indicators.known(here.catalog).items()
    }
    return named | {indicators.REPORTED: groups[indicators.REPORTED]}


def _several() -> list[tuple[Part, ...]]:
    """Return the series of each chosen indicator that has more than one; what was chosen and fits none of them is let go."""
    here = view.current()
    of_each = [indicators.parts(here.catalog, code) for code in _picked()[0] if code != indicators.REPORTED]
    several = [parts for parts in of_each if len(parts) > 1]
    offered = {part.code for parts in several for part in parts}
    kept = [code for code in st.session_state[link.TRENDS_SERIES.name] if code in offered]
    st.session_state[link.TRENDS_SERIES.name] = kept
    return several


def _series(several: Sequence[tuple[Part, ...]], label: Literal["visible", "collapsed"]) -> None:
    """Offer the series of the chosen indicators that have several."""
    if not several:
        return
    here = view.current()
    places = {part.code: words.place(here.language, part) for parts in several for part in parts}
    first = next(code for code in _picked()[0] if len(indicators.parts(here.catalog, code)) > 1)
    usual = indicators.drawings(here.catalog, [first], ())[0][1]
    st.multiselect(
        _("Regions and components"),
        list(places),
        format_func=lambda code: places[code],
        # What is shown while nothing is chosen.
        placeholder=places[usual[0]] if len(usual) == 1 else _("All are shown"),
        label_visibility=label,
        max_selections=indicators.ALONGSIDE,
        key=link.TRENDS_SERIES.name,
        on_change=state.save,
        select_all=False,
    )
