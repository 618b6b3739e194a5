"""What a source claims, beside what others say otherwise."""

import streamlit as st

from components import navigation, state, view
from components.citations import escape
from components.language import _, counted
from components.sources import readings
from data import link
from data.queries.sources.contradictions import Contradiction, contradictions, disagreements, with_source
from figures.sources import contradictions as disagreement

FEW = 2
"""Points that stand open; more are one step away."""


def show(source_id: str) -> None:
    """Show the points on which a source and others differ, and lead on to all of them and to all claims."""
    here = view.current()
    every = contradictions(here.catalog)
    st.markdown(escape(disagreement.of_source(here.catalog, source_id, here.language)))
    ours = with_source(every, source_id)
    denied = disagreements(ours)
    _points(
        denied,
        counted("{n} contradiction, its sides beside each other", "{n} contradictions, their sides beside each other", len(denied)),
        "source-contradictions",
        source_id,
    )  # fmt: skip
    others = tuple(one for one in ours if one not in denied)
    _points(
        others,
        counted("{n} point of another kind, its sides beside each other", "{n} points of another kind, their sides beside each other", len(others)),
        "source-other-points",
        source_id,
    )  # fmt: skip
    navigation.link("about", label=_("All contradictions, side by side"))
    st.button(
        _("Show the table of claims above"),
        icon=":material/table_rows:",
        type="tertiary",
        on_click=_show_all_claims,
        key="show-claims",
    )


def _points(ours: tuple[Contradiction, ...], label: str, key: str, source_id: str) -> None:
    """Show points, few of them open and more folded under a label."""
    if 0 < len(ours) <= FEW:
        readings.show(ours, source_id)
    elif ours:
        with st.expander(label, key=key, on_change="rerun") as expander:
            if expander.open:
                readings.show(ours, source_id, is_open=False)


def _show_all_claims() -> None:
    """Choose the table of claims, unsearched; a link to the page on screen would change nothing."""
    st.session_state[link.SOURCES_SEARCH.name] = ""
    state.choose(link.SOURCES_TABLE, "claims")
