"""What a page needs to know of the reader, as one value."""

from dataclasses import dataclass, field
from typing import cast

import streamlit as st

from components import language
from components.catalog import catalog
from components.run import once_a_run
from data import link
from data.catalog import Catalog
from data.selection import Selection
from figures.language import Language
from figures.palette import Theme


@dataclass(frozen=True)
class View:
    """The catalog, what the reader chose, and how it is to be said and coloured.

    Attributes:
        explained: terms of the glossary that the page has explained so far, from the top.
    """

    catalog: Catalog
    selection: Selection
    language: Language
    theme: Theme
    explained: set[str] = field(default_factory=set, compare=False)


NAME = "_view"
"""Session-state name of the view of the run."""


@once_a_run
def current() -> View:
    """Return the view of this run."""
    return cast(View, st.session_state[NAME])


def begin() -> None:
    """Settle the view of this run, once the link has been read."""
    known = catalog()
    values = cast(dict[str, object], st.session_state)
    theme: Theme = "dark" if st.context.theme.type == "dark" else "light"
    st.session_state[NAME] = View(known, link.selection(values, known), language.current(), theme)
