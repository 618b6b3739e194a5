"""The page of one record, from its name to how to cite it."""

import streamlit as st

from components import figure, view
from components.language import _
from components.record import changed, citing, disputes, evidence, facts, ties
from components.sources import source
from data.queries.records.record import Record
from figures.records import values

WIDTH = 720  # pixels: about 80 characters a line


def show(record: Record) -> None:
    """Show everything that is known of a record."""
    here = view.current()
    with st.container(width=WIDTH, key="record"):
        if record.kind == "source":
            source.show(record.code)
        else:
            facts.show(record)
        citing.among_others(record)
    if record.kind == "indicator":
        figure.show(figure.drawn(values.figure, here.catalog, record, here.language), folded=True)
    with st.container(width=WIDTH, key="record-evidence"):
        if record.kind == "source":
            st.header(_("What cites it"), anchor="evidence")
            source.show_rows(record.code)
        else:
            evidence.show(record)
    disputes.show(record)
    with st.container(width=WIDTH, key="record-ties"):
        ties.show(record.id)
        changed.show(record.id)
        citing.show(record)
