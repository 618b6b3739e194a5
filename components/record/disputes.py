"""Who says otherwise: both sides of every point in question that a record is part of."""

import streamlit as st

from components import view
from components.language import _
from components.sources import readings
from data.queries.offices import DIFFERING
from data.queries.records.address import parts
from data.queries.records.record import Record
from data.queries.records.ties import ties
from data.queries.sources.contradictions import Contradiction, contradictions


def show(record: Record) -> None:
    """Show what each side says of a point that is tied to the record."""
    st.header(_("Who says otherwise"), anchor="otherwise")
    readings.show(points(record))


def points(record: Record) -> tuple[Contradiction, ...]:
    """Return the points in question that a record is part of."""
    here = view.current()
    near = [record.id, *(tie.record for tie in ties(here.catalog).get(record.id, ()))]
    if record.kind == "total" and record.row["unit_type"] == "offices":
        near.append(DIFFERING)
    codes = {code for kind, code in map(parts, near) if kind == "contradiction"}
    return tuple(one for one in contradictions(here.catalog) if one.contradiction_id in codes)
