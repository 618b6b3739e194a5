"""What a record says: its sentences, its facts, and what other tables add to it alone."""

import streamlit as st

from components import view
from components.citations import brief
from components.explain import explained
from components.language import _
from data.queries.records import record as evidence
from data.queries.records.record import Record
from figures.records import plain, wording


def show(record: Record) -> None:
    """Show the sentences and facts of a record."""
    here = view.current()
    for sentence in wording.statement(record):
        st.markdown(explained(sentence))
    if record.kind == "source" and "url" in record.row:
        st.markdown(f"<{record.row['url']}>")
    if facts := wording.facts(here.catalog, record, here.language):
        st.html(plain.facts(facts))
    for table, rows in record.beside.items():
        if table != "observations":
            st.markdown(f"**{here.catalog.resource(table)['title']}**")
            for row in rows.to_dict("records"):
                st.html(plain.facts(wording.beside(here.catalog, table, row, here.language)))
            if cited := evidence.of(here.catalog, table, record.code):
                st.markdown(_(":small[Sources: {sources}]").format(sources=" · ".join(brief(cited))))
