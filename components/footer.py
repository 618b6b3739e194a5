"""The foot of every page: who we are not, as of when, and where the facts come from."""

import streamlit as st

from components import navigation, view
from components.language import _


def show() -> None:
    """Show the footer."""
    here = view.current()
    day = here.language.date(here.catalog.facts_as_of.isoformat())
    sources = here.language.number(len(here.catalog["sources"]))
    st.divider()
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
