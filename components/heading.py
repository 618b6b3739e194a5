"""How a page begins: its finding in one line, and one sentence under it."""

import streamlit as st

from components.citations import escape
from components.explain import explained_markdown


def show(finding: str, sentence: str = "") -> None:
    """Show the page's finding and, where the page does not set it elsewhere, the sentence that explains it."""
    st.title(escape(finding), anchor=False)
    if sentence:
        st.markdown(explained_markdown(sentence))
