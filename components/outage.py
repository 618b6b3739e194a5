"""A reader whose server was gone for a while: the page is made anew before the next choice."""

from datetime import timedelta

import streamlit as st


@st.fragment(run_every=timedelta(days=14))
def bridge() -> None:
    """Let the browser ask for a run as soon as it is connected again. Call it on every run; it shows nothing.

    A restarted server knows no widgets, and the first run that it makes for a reader calls none of their callbacks: were
    that run the reader's next choice, the link would stand against it. A browser whose page holds something that is to be
    run every so often asks for a run of its own before any widget can be used again. How often does not matter (browsers
    count to 24 days at most).
    """
