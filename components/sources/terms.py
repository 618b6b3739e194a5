"""The glossary for reading: each term under a heading that a link can lead to."""

from collections.abc import Iterable

import streamlit as st

from components import view
from components.citations import brief, escape
from figures.sources.glossary import Term, terms


def show() -> None:
    """Show every term. A heading's anchor is the term itself, in small letters: `#tciu`."""
    listed = terms(view.current().catalog)
    with st.container(key="terms"):
        st.markdown("\n\n".join(_entry(one) for one in listed))


def _entry(one: Term) -> str:
    heading = f"### {escape(one.term)}"
    expansion = f"**{escape(one.expansion)}**. " if one.expansion else ""
    return f"{heading}\n\n{expansion}{escape(one.definition)} :small[{_cited(one.source_ids)}]"


def _cited(source_ids: Iterable[str]) -> str:
    return " · ".join(brief(source_ids))
