"""What the strategy is, how many offices and where, the objectives, the dates, what is not known, and where to go."""

import streamlit as st

from components import figure, heading, view
from components.explain import explained_markdown
from components.language import _
from figures.overview import numbers, onward, page
from figures.overview.screen import screen

here = view.current()
shown = screen(here)
# It explains its terms before the map's words do: those are folded up for most readers.
strategy = explained_markdown(onward.strategy(here))

heading.show(shown.finding, shown.sentence)
with st.container(key="overview"), st.container(key="overview-grid"):
    st.html(numbers.html(here))
    for drawn in shown.figures:
        figure.show(drawn, cited=0)
    st.html(page.below_the_map(here, shown.unknown))

st.header(_("The strategy, and where to go next"), anchor="next")
st.markdown(strategy)
st.html(onward.ways(here))
