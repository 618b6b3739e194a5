"""The foot of every page: who we are not, as of when, and where the facts come from."""

import streamlit as st

from components import filters, navigation, view
from components.citations import escape
from components.language import _
from figures.filters import in_words


def show() -> None:
    """Show the footer."""
    here = view.current()
    day = here.language.date(here.catalog.facts_as_of.isoformat())
    sources = here.language.number(len(here.catalog["sources"]))
    st.divider()
    with st.container(key="on-paper-view"):
        chosen = in_words(here.selection, here.catalog, here.language) or _("No filter is on")
        st.caption(
            _("{filters}. In full, with notes and all sources: {link}").format(
                filters=escape(chosen), link=escape(filters.address())
            )
        )
    st.caption(
        " ".join(
            [
                _("Independent of Homeland Security Investigations and of any government."),
                _("The official document was not read, only accounts of it."),
                _("Facts as of {day}. {n} published sources are listed; every figure cites its own.").format(
                    day=day, n=sources
                ),
                _("Boundaries: Natural Earth. City coordinates: GeoNames, CC BY 4.0."),
            ]
        )
    )
    navigation.link("about", label=_("About this briefing"))
