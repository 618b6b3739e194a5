"""What is said at length, one step away: there for whoever opens it, on paper, and for those to whom the page is read."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

import streamlit as st


@contextmanager
def folded(name: str, label: str) -> Iterator[None]:
    """Fold what is shown within. components/style/ does it: Streamlit's own fold would keep it off paper."""
    with st.container(key=f"fold-{name}"):
        st.html(f'<details class="fold"><summary>{escape(label)}</summary></details>')
        yield
