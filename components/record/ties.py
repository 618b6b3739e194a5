"""What a record is tied to: by kind, each a step to its own record."""

import streamlit as st

from components import navigation, view
from components.language import _, counted
from figures.ink import table
from figures.ink.table import linked
from figures.records.wording import Group, groups

IN_SIGHT = 5
"""Ties of a kind shown at once; more are one step away."""

MOST = 60
"""Ties of a kind that are listed; the view that shows them all has the rest."""


def show(record_id: str) -> None:
    """Show what a record is tied to."""
    here = view.current()
    st.header(_("Tied to"), anchor="ties")
    for group in groups(here.catalog, record_id, here.language):
        _group(group)


def _group(group: Group) -> None:
    language = view.current().language
    title = f"{group.title} · {language.number(len(group.ties))}"
    if len(group.ties) <= IN_SIGHT:
        st.markdown(f"**{title}**")
        _links(group)
        return
    with st.expander(title, key=f"tied-{group.title}", on_change="rerun") as expander:
        if expander.open:
            _links(group)


def _links(group: Group) -> None:
    st.html(table.items([linked(told.words, navigation.record_address(told.record)) for told in group.ties[:MOST]]))
    if left := group.ties[MOST:]:
        st.caption(counted("{n} more is not listed here.", "{n} more are not listed here.", len(left)))
