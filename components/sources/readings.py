"""Contradictions for reading: each point with what each side says."""

import streamlit as st

from components import view
from data.queries.sources.contradictions import Contradiction
from figures.sources import readings


def show(found: tuple[Contradiction, ...], source_id: str = "", is_open: bool = True) -> None:
    """Show contradictions below each other; where a source is looked at, its name is firm among those cited."""
    st.html(readings.html(found, view.current(), source_id, is_open))
