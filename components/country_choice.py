"""Choosing a country by a click on a figure: the click only sets the filter, and the figure is drawn from the filter."""

from collections.abc import Callable, Collection, Sequence
from typing import cast

import streamlit as st

from components import state
from components.catalog import catalog
from components.figure import selection_key
from data import link

CLICKS = "_country_clicks"
"""Session-state name of how many clicks this reader has made on figures that choose a country."""


def clicks() -> int:
    """Return how many clicks there were; a map is drawn anew after each, so that it remembers none."""
    return cast(int, st.session_state.get(CLICKS, 0))


def on_click(figure_key: str, picked: Callable[[object], str | None]) -> Callable[[], None]:
    """Return what a figure calls when it is clicked.

    Args:
        figure_key: the figure's key.
        picked: which country an event of this figure means, if any.
    """
    return lambda: choose(picked(st.session_state.get(selection_key(figure_key))))


def choose(code: str | None) -> None:
    """Set the filter to the country that was clicked. Call from a callback."""
    st.session_state[CLICKS] = clicks() + 1
    chosen = st.session_state[link.COUNTRY.name]
    after = after_click(code, chosen, frozenset(catalog().names("countries", "iso3", "name")))
    if after != chosen:
        state.choose(link.COUNTRY, after)


def after_click(code: str | None, chosen: Sequence[str], known: Collection[str]) -> list[str]:
    """Return the countries that are chosen after a click on one of them.

    A second click on the only chosen country clears it. The sea, or a country that no table names, changes nothing.
    """
    if code is None or code not in known:
        return list(chosen)
    return [] if list(chosen) == [code] else [code]
