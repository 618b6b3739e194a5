"""Where to go next, for three kinds of reader."""

import streamlit as st

from components import navigation
from components.language import _


def show() -> None:
    """Show the ways on: what each reader finds, and where."""
    briefer, analyst, journalist = st.columns(3, gap="large")
    with briefer:
        st.markdown(f"### {_('To brief')}")
        st.markdown(
            _("Show the map, walk through the objectives and the dates. Each figure gives a picture for a slide.")
        )
        navigation.link("offices", label=_("Start with the map"))
        navigation.link("objectives", label=_("Walk through the objectives"))
    with analyst:
        st.markdown(f"### {_('To analyse')}")
        st.markdown(_("Filter by objective, country or year, and take the rows as CSV, XLSX, JSON or Parquet."))
        navigation.link("objectives", label=_("Initiatives and later evidence"))
        navigation.link("timeline", label=_("Events, with a calendar file"))
    with journalist:
        st.markdown(f"### {_('To report')}")
        st.markdown(_("See who says what, where sources disagree, and what nobody has shown."))
        navigation.link("about", label=_("Method and contradictions"))
        navigation.link(
            "timeline", label=_("The morning conference of 31 May 2023"), timeline_event=["ev-20230531-mananera"]
        )
