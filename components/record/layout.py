"""The page of one record, from its name to how to cite it."""

import streamlit as st

from components import figure, view
from components.language import _
from components.record import changed, citing, disputes, evidence, facts, nothing, ties, where
from components.sources import source
from data.queries.records import changes
from data.queries.records.record import Record
from data.queries.records.ties import ties as tied
from figures.records import values
from figures.room import on_phone

WIDTH = 720  # pixels: about 80 characters a line


def show(record: Record) -> None:
    """Show everything that is known of a record."""
    here = view.current()
    is_disputed = bool(disputes.points(record))
    has_map = record.kind in where.ON
    # On a phone, where all stands below each other, the map is no beginning: what the record rests on comes first.
    is_first = has_map and on_phone(here)
    # Evidence, and what sides say, need the whole width; where there is neither, ties stand beside the map.
    beside = has_map and not is_first and not is_disputed and not _is_cited(record)
    if has_map:
        left, right = st.columns([3, 2], gap="large")
        with left:
            _said(record)
            if is_first:
                _evidence(record)
            if beside:
                _tied(record, is_disputed)
        with right:
            where.show(record)
    else:
        _said(record)
    if record.kind == "indicator":
        figure.show(figure.drawn(values.figure, here.catalog, record, here.language), folded=True)
    if not is_first:
        _evidence(record)
    if is_disputed:
        disputes.show(record)
    if not beside:
        _tied(record, is_disputed)


def _tied(record: Record, is_disputed: bool) -> None:
    """Show what a record is tied to and what changed in it, name in one line what there is none of, and say how to cite it."""
    here = view.current()
    is_tied = bool(tied(here.catalog).get(record.id))
    is_changed = not changes.of(here.catalog, record.id).empty
    with st.container(width=WIDTH, key="record-ties"):
        if is_tied:
            ties.show(record.id)
        if is_changed:
            changed.show(record.id)
        nothing.show(_is_cited(record), is_disputed, is_tied, is_changed)
        citing.show(record)


def _said(record: Record) -> None:
    with st.container(width=WIDTH, key="record"):
        if record.kind == "source":
            source.show(record.code)
        else:
            facts.show(record)
        citing.among_others(record)


def _evidence(record: Record) -> None:
    if not _is_cited(record):
        return
    with st.container(key="record-evidence"):
        if record.kind == "source":
            st.header(_("What cites it"), anchor="evidence")
            source.show_rows(record.code)
        else:
            evidence.show(record)


def _is_cited(record: Record) -> bool:
    """Say whether there is evidence to show; of a source, the section says itself what cites it."""
    return record.kind == "source" or bool(record.source_ids)
