"""A Plotly chart on the page. Loaded with the first chart that is shown: a page without one needs no chart library."""

from collections.abc import Callable
from typing import Literal

import streamlit as st

from figures.charts.template import CONFIG
from figures.figure import Figure


def show(figure: Figure, key: str, react: Callable[[], None] | Literal["ignore"]) -> None:
    """Show a figure's chart; a click on a mark calls `react`."""
    st.plotly_chart(
        figure.drawing,
        key=key,
        on_select=react,
        selection_mode="points",
        theme=None,
        config=CONFIG,
        alt=figure.title,
    )
