"""The view of this run: what its reader asks for."""

from typing import cast

import streamlit as st

from components import language, screen, state
from components.catalog import catalog
from components.run import once_a_run
from data import link, pages
from data.translation import translated
from figures.palette import Theme
from figures.view import View

NAME = "_view"
"""Session-state name of the view of the run."""


@once_a_run
def current() -> View:
    """Return the view of this run."""
    return cast(View, st.session_state[NAME])


def begin() -> None:
    """Settle the view of this run, once the link has been read and the page is known."""
    known, values = catalog(), cast(dict[str, object], st.session_state)
    path = st.session_state[state.PAGE]
    own = {key.url for key in link.keys_of(path)} - {url for key in (*link.SHARED, link.FIND) for url in key.urls}
    speaking = language.current()
    st.session_state[NAME] = View(
        catalog=translated(known, speaking.code),
        selection=link.selection(values, known),
        language=speaking,
        theme=theme(),
        page=next((name for name, known in pages.PATHS.items() if known == path), pages.HOME),
        choices=tuple((key, tuple(values)) for key, values in state.query(path).items() if key in own),
        stated=st.session_state.get("lang") or "",
        room=screen.column(),
    )


def theme() -> Theme:
    """Return the theme that the reader sees."""
    return "dark" if st.context.theme.type == "dark" else "light"
