"""The line in an objective's colour, over what belongs to it."""

import streamlit as st

from components import view
from figures.palette import palette


def rule(number: int) -> None:
    """Draw a line in an objective's colour, over what belongs to it."""
    color = palette(view.current().theme).objectives[str(number)]
    st.html(f'<div style="height:4px;background:{color}"></div>')
