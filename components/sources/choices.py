"""What the reader chooses on this page: a table, words to find in it, a source."""

import streamlit as st

from components import state, view
from components.language import _, counted
from data import link
from data.collation import collated


def table_and_search() -> None:
    """Show the picker of the table and the box for the words to find in it."""
    catalog = view.current().catalog
    lines = {
        name: f"{catalog.resource(name)['title']} · {counted('{n} row', '{n} rows', len(frame))}"
        for name, frame in catalog.tables.items()
    }
    pick, search = st.columns(2)
    pick.selectbox(
        _("Table"),
        list(lines),
        format_func=lambda name: lines[name],
        key=link.SOURCES_TABLE.name,
        on_change=state.save,
    )
    search.text_input(
        _("Find in the table"),
        max_chars=link.LONGEST_SEARCH,
        placeholder=_("Words in any order, accents or not"),
        key=link.SOURCES_SEARCH.name,
        on_change=state.save,
    )


def source() -> None:
    """Show the picker of the source, by publisher."""
    here = view.current()
    lines = {
        source_id: f"{one.publisher}, {here.language.date(one.published)}: {one.title}"
        for source_id, one in here.catalog.sources.items()
    }
    st.selectbox(
        _("Source"),
        sorted(lines, key=lambda source_id: collated(lines[source_id])),
        index=None,
        format_func=lambda source_id: lines[source_id],
        placeholder=_("Pick a source, or type its publisher or title"),
        key=link.SOURCES_SOURCE.name,
        on_change=state.save,
    )
