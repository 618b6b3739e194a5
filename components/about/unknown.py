"""What is not known, as a list."""

import streamlit as st

from components import view
from components.explain import explained_markdown
from figures.about.unknown import gaps


def show(most: int | None = None) -> None:
    """Show the gaps as a list, the weightiest first; `most` of them where they are only mentioned."""
    here = view.current()
    listed = gaps(here.catalog, here.language)[:most]
    st.markdown(explained_markdown("\n".join(f"- {gap}" for gap in listed)))
