"""The URL is the state: read it before any widget, write it whenever a widget changes."""

from typing import Any

import streamlit as st

from components import language, run
from components.catalog import catalog
from data import link
from data.link import Key

PAGE = "_page"
"""Session-state name of the path of the page on screen; the keys of a link depend on it."""


READ = "_read"
"""Session-state name of the query that the last run read."""

SPOKEN = "_spoken"
"""Session-state name of the language of the last run."""


def load() -> None:
    """Put what the link says into session state. Call once, at the start of every run, before any widget.

    A widget in the browser holds the words of its options, not their codes. So after a change of language every value is
    set anew, though it is the same: else "Mexico" would mean nothing among "México", and the filter would be lost.
    """
    query = st.session_state[READ] = _stated()
    st.session_state["lang"] = language.key().read(query, catalog())
    spoken = language.current().code
    keys: tuple[Key, ...] = (*link.SHARED, *link.PAGE_KEYS, link.FIND)
    renamed = st.session_state.get(SPOKEN) != spoken
    for key in keys:
        value = key.read(query, catalog())
        # Streamlit forgets the key of a widget that a page does not show.
        if renamed or key.name not in st.session_state or st.session_state[key.name] != value:
            st.session_state[key.name] = value
    st.session_state[SPOKEN] = spoken


def save() -> None:
    """Write every key of this page back into the link, as one step of history. A widget's `on_change`.

    Where the link is no more that of the last run, the reader has pressed Back, and a widget in the browser that has not
    heard of it yet still says what it said before: that is no change, and the link holds.
    """
    if _stated() != st.session_state.get(READ):
        return
    st.query_params.from_dict(query(st.session_state.get(PAGE, "")))


def read() -> dict[str, list[str]]:
    """Return the query that this run has read."""
    return st.session_state.get(READ, {})


def _stated() -> dict[str, list[str]]:
    """Return what the link says."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def choose(key: Key, value: Any) -> None:
    """Set a key from a callback, as a widget would: for a click on a map or chart, and for Reset."""
    st.session_state[key.name] = value
    save()


def follow(query: dict[str, list[str]]) -> None:
    """Go to another view of the page on screen, from a callback: a link to the page on screen would not change the address."""
    st.query_params.from_dict(query)


def reset() -> None:
    """Lift every shared filter."""
    for key in link.SHARED:
        st.session_state[key.name] = key.read({}, catalog())
    save()


def query(page: str, with_language: bool = False) -> dict[str, list[str]]:
    """Return the query of the view as it would stand on a page: shared filters, that page's own keys, language.

    Args:
        page: the path of the page; its own keys go along only when it is the one on screen.
        with_language: state the language even where the link left it to the browser.
    """
    return _query(page == st.session_state.get(PAGE, ""), with_language)


@run.once_a_run
def _query(is_here: bool, with_language: bool) -> dict[str, list[str]]:
    keys = link.keys_of(st.session_state.get(PAGE, "")) if is_here else link.SHARED
    read = st.session_state.get(READ, {})
    # Streamlit forgets the key of a widget that a page does not show: what the link says of it still holds.
    values = {
        key.name: st.session_state[key.name] if key.name in st.session_state else key.read(read, catalog())
        for key in keys
    }
    written = link.write(keys, values, catalog())
    stated = st.session_state.get("lang")
    if with_language and not stated:
        stated = language.current().code
    return written | language.key().write(stated, catalog())
