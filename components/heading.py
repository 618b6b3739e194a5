"""How a page begins: its finding in one line, and one sentence under it."""

import streamlit as st


def show(finding: str, sentence: str) -> None:
    """Show the page's finding and the sentence that explains it."""
    st.title(finding, anchor=False)
    st.markdown(sentence)
