"""A Plotly chart on the page. Loaded with the first chart that is shown: a page without one needs no chart library."""

from collections.abc import Callable
from functools import lru_cache
from typing import Literal

import plotly.graph_objects as go
import streamlit as st

from components import view
from figures.charts.template import CONFIG, finished
from figures.figure import Figure
from figures.palette import Theme


def show(figure: Figure, key: str, react: Callable[[], None] | Literal["ignore"]) -> None:
    """Show a figure's chart; a click on a mark calls `react`."""
    st.plotly_chart(
        _finished(figure, view.current().theme),
        key=key,
        on_select=react,
        selection_mode="points",
        theme=None,
        config=CONFIG,
        alt=figure.title,
    )


@lru_cache(maxsize=256)
def _finished(figure: Figure, theme: Theme) -> go.Figure:
    """Shared by all readers who see the same: nobody changes it."""
    return finished(figure.drawing, theme, figure.height, figure.axis_room)
