"""The whole briefing to present and to take away: a page for a room without internet, slides, a document, data."""

import streamlit as st

from components import heading, view
from figures.take_away import offers
from figures.take_away.screen import screen

here = view.current()
begun = screen(here)

heading.show(begun.finding, begun.sentence)
st.html(offers.in_theme(begun.whole, here.theme))
