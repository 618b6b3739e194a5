"""What a source claims, beside what others say otherwise."""

import streamlit as st

from components import navigation, state, view
from components.citations import escape
from components.language import _, counted
from components.sources import readings
from data import link
from data.queries.sources.contradictions import contradictions, with_source
from figures.sources import contradictions as disagreement

FEW = 2
"""Points that stand open; more are one step away."""


def show(source_id: str) -> None:
    """Show the points on which a source and others differ, and lead on to all of them and to all claims."""
    here = view.current()
    every = contradictions(here.catalog)
    ours = with_source(every, source_id)
    publisher = escape(here.catalog.sources[source_id].publisher)
    st.markdown(
        _("{contradictions}. {publisher} is cited on {n} of them, for one side or another.").format(
            contradictions=disagreement.title(every, here.language),
            publisher=publisher,
            n=here.language.number(len(ours)),
        )
    )
    if 0 < len(ours) <= FEW:
        readings.show(ours, source_id)
    elif ours:
        label = counted(
            "{n} point, its claims beside those of others", "{n} points, its claims beside those of others", len(ours)
        )
        with st.expander(label, key="source-disagreements", on_change="rerun") as expander:
            if expander.open:
                readings.show(ours, source_id, is_open=False)
    navigation.link("about", label=_("All contradictions, side by side"))
    st.button(
        _("Show the table of claims above"),
        icon=":material/table_rows:",
        type="tertiary",
        on_click=_show_all_claims,
        key="show-claims",
    )


def _show_all_claims() -> None:
    """Choose the table of claims, unsearched; a link to the page on screen would change nothing."""
    st.session_state[link.SOURCES_SEARCH.name] = ""
    state.choose(link.SOURCES_TABLE, "claims")
