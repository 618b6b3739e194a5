"""The glossary for reading: each term under a heading that a link can lead to."""

from collections.abc import Iterable

import streamlit as st

from components import screen, view
from components.citations import brief, escape
from components.fold import folded
from components.language import counted
from figures.sources.glossary import Term, terms


def show() -> None:
    """Show every term, folded on a phone. A heading's anchor is the term itself, in small letters: `#tciu`."""
    listed = terms(view.current().catalog)
    said = "\n\n".join(_entry(one) for one in listed)
    if screen.is_phone():
        with folded(
            "terms", counted("{n} term, with its definition", "{n} terms, with their definitions", len(listed))
        ):
            st.markdown(said)
        return
    with st.container(key="terms"):
        st.markdown(said)


def _entry(one: Term) -> str:
    heading = f"### {escape(one.term)}"
    expansion = f"**{escape(one.expansion)}**. " if one.expansion else ""
    return f"{heading}\n\n{expansion}{escape(one.definition)} :small[{_cited(one.source_ids)}]"


def _cited(source_ids: Iterable[str]) -> str:
    return " · ".join(brief(source_ids))
