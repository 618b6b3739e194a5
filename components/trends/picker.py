"""What a reader picks on the page of trends: a group, indicators, series of them, and whether events lie over them."""

from collections.abc import Mapping

import streamlit as st

from components import choice, state, view
from components.language import _
from data import link
from data.queries.trends import indicators
from figures import labels
from figures.trends import wording as words

NO_EVENTS, WITH_EVENTS = 0, 1


def show() -> list[str]:
    """Show the pickers, and return the codes of the indicators to show: those chosen, else some of the group or of all."""
    here = view.current()
    groups = labels.words(here.language, "system")
    group, chosen = st.session_state[link.TRENDS_GROUP.name], st.session_state[link.TRENDS_INDICATOR.name]
    with st.container(key="trend-picker"):
        left, middle, right = st.columns([3, 6, 4], gap="small", vertical_alignment="bottom")
        with left:
            st.selectbox(
                _("Group"),
                [*indicators.systems(here.catalog), indicators.REPORTED],
                index=None,
                format_func=lambda code: groups[code],
                placeholder=_("All groups"),
                key=link.TRENDS_GROUP.name,
                on_change=_group_changed,
            )
        with middle:
            titles = _titles(groups)
            offered = [code for code in _of_group(group) if code not in chosen]
            st.multiselect(
                _("Indicators"),
                [*chosen, *offered],
                format_func=lambda code: titles[code],
                placeholder=_("Search, and pick up to {n}").format(n=indicators.ALONGSIDE),
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
        shown = list(chosen) or _usual(group)
        _series(shown if chosen else [])
    return shown


def _group_changed() -> None:
    """Let go of what was picked: it belongs to another group."""
    st.session_state[link.TRENDS_INDICATOR.name] = []
    st.session_state[link.TRENDS_SERIES.name] = []
    state.save()


def _of_group(group: str | None) -> list[str]:
    codes = list(indicators.of_system(view.current().catalog, group))
    return [*codes, indicators.REPORTED] if group in (None, indicators.REPORTED) else codes


def _usual(group: str | None) -> list[str]:
    return _of_group(group)[: indicators.ALONGSIDE] if group else list(indicators.TELLING)


def _titles(groups: Mapping[str, str]) -> dict[str, str]:
    """Return code → title, with its group before it, so that a search for the group finds it too."""
    named = {
        code: _("{group} · {title}").format(group=groups[indicator.system], title=indicator.title)
        for code, indicator in indicators.known(view.current().catalog).items()
    }
    return named | {indicators.REPORTED: groups[indicators.REPORTED]}


def _series(chosen: list[str]) -> None:
    """Offer the series of the chosen indicators that have several; what fits none of them is let go."""
    here = view.current()
    several = [indicators.parts(here.catalog, code) for code in chosen if code != indicators.REPORTED]
    offered = {part.code: part for parts in several if len(parts) > 1 for part in parts}
    kept = [code for code in st.session_state[link.TRENDS_SERIES.name] if code in offered]
    st.session_state[link.TRENDS_SERIES.name] = kept
    if not offered:
        return
    names = {code: words.place(here.language, part) for code, part in offered.items()}
    st.multiselect(
        _("Regions and components"),
        list(offered),
        format_func=lambda code: names[code],
        placeholder=_("Usual series; pick others, up to {n}").format(n=indicators.ALONGSIDE),
        max_selections=indicators.ALONGSIDE,
        key=link.TRENDS_SERIES.name,
        on_change=state.save,
        select_all=False,
    )
