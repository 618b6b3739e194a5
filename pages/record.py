"""One record: what it is, what it says, since when, on what evidence, who says otherwise, what it is tied to, its changes."""

import streamlit as st

from components import view
from components.record import gone, layout
from data import link
from data.queries.records.address import withdrawn
from data.queries.records.record import record

here = view.current()
chosen = st.session_state[link.RECORD.name]

if not chosen:
    gone.unknown()
elif chosen in withdrawn(here.catalog):
    gone.show(chosen)
else:
    layout.show(record(here.catalog, chosen))
