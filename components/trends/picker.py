"""What a reader picks on the page of trends: a group, indicators, series of them, and whether events lie over them."""

from collections.abc import Mapping, Sequence

import streamlit as st

from components import choice, state, view
from components.language import _
from data import link
from data.queries.trends import indicators
from data.queries.trends import shown as query
from figures import labels
from figures.trends import names
from figures.trends import wording as words

NO_EVENTS, WITH_EVENTS = 0, 1


def show() -> Sequence[str]:
    """Show the pickers, and return the codes of the indicators to show."""
    here = view.current()
    groups = labels.words(here.language, "system")
    group, chosen = st.session_state[link.TRENDS_GROUP.name], st.session_state[link.TRENDS_INDICATOR.name]
    with st.container(key="trend-picker"):
        left, middle, right = st.columns([3, 5, 4], gap="small", vertical_alignment="center")
        with left:
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
        with middle:
            titles = _titles(groups)
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
        with right:
            choice.show(
                link.TRENDS_EVENTS,
                _("Events over the series"),
                {NO_EVENTS: _("Release only"), WITH_EVENTS: _("With events")},
            )
        shown = query.shown(here.catalog, chosen, group)
        _series(shown if chosen else ())
    return shown


def _group_changed() -> None:
    """Let go of what was picked: it belongs to another group."""
    st.session_state[link.TRENDS_INDICATOR.name] = []
    st.session_state[link.TRENDS_SERIES.name] = []
    state.save()


def _titles(groups: Mapping[str, str]) -> dict[str, str]:
    """Return code → what stands in the list."""
    here = view.current()
    named = {
        code: names.to_pick(here.language, indicator, groups[indicator.system])
        for code, indicator in indicators.known(here.catalog).items()
    }
    return named | {indicators.REPORTED: groups[indicators.REPORTED]}


def _series(chosen: Sequence[str]) -> None:
    """Offer the series of the chosen indicators that have several; what fits none of them is let go."""
    here = view.current()
    several = [indicators.parts(here.catalog, code) for code in chosen if code != indicators.REPORTED]
    offered = {part.code: part for parts in several if len(parts) > 1 for part in parts}
    kept = [code for code in st.session_state[link.TRENDS_SERIES.name] if code in offered]
    st.session_state[link.TRENDS_SERIES.name] = kept
    if not offered:
        return
    places = {code: words.place(here.language, part) for code, part in offered.items()}
    usual = [places[parts[0].code] for parts in several if len(parts) > 1]
    st.multiselect(
        _("Regions and components"),
        list(offered),
        format_func=lambda code: places[code],
        placeholder=_("Shown: {series}. Pick others, up to {n}").format(series=usual[0], n=indicators.ALONGSIDE),
        max_selections=indicators.ALONGSIDE,
        key=link.TRENDS_SERIES.name,
        on_change=state.save,
        select_all=False,
    )
