"""The whole briefing to present and to take away: slides, a document, a page for a room without internet, data."""

import streamlit as st

from components import heading, view
from figures.take_away.screen import screen

begun = screen(view.current())

heading.show(begun.finding, begun.sentence)
st.html(begun.whole)
