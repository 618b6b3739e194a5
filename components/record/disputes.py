"""Who says otherwise: both sides of every point in question that a record is part of."""

import streamlit as st

from components import view
from components.language import _
from components.sources import readings
from data.queries.records.address import parts
from data.queries.records.record import Record
from data.queries.records.ties import ties
from data.queries.sources.contradictions import contradictions


def show(record: Record) -> None:
    """Show what each side says, or that no such point is tied to the record."""
    here = view.current()
    near = [record.id, *(tie.record for tie in ties(here.catalog).get(record.id, ()))]
    codes = {code for kind, code in map(parts, near) if kind == "contradiction"}
    found = tuple(one for one in contradictions(here.catalog) if one.contradiction_id in codes)
    st.header(_("Who says otherwise"), anchor="otherwise")
    if found:
        readings.show(found)
    else:
        st.caption(_("No point on which sources differ is tied to this record."))
