"""The foot of every page: who we are not, as of when, and where the facts come from."""

import streamlit as st

from components import filters, navigation, view
from components.citations import escape
from components.language import _
from figures import imprint
from figures.filters import in_words


def show() -> None:
    """Show the footer."""
    here = view.current()
    with st.container(key="foot"):
        st.divider()
        with st.container(key="on-paper-view"):
            chosen = in_words(here.selection, here.catalog, here.language) or _("No filter is on")
            st.caption(
                _("{filters}. In full, with notes and all sources: {link}").format(
                    filters=escape(chosen), link=escape(filters.address())
                )
            )
        st.caption(imprint.below(here))
        navigation.link("about", label=_("About this briefing"))
