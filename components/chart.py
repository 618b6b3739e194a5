"""A Plotly chart on the page. Loaded with the first chart that is shown: a page without one needs no chart library."""

from collections.abc import Callable
from functools import lru_cache
from typing import Literal

import plotly.graph_objects as go
import streamlit as st

from components import view
from figures import imprint
from figures.charts.template import camera, captioned
from figures.figure import Figure
from figures.ink.picture import Caption
from figures.palette import Theme


def show(figure: Figure, key: str, react: Callable[[], None] | Literal["ignore"]) -> None:
    """Show a figure's chart; a click on a mark calls `react`."""
    # The page shows title and source as text: components/style/ clips them off the chart, the camera keeps them.
    with st.container(key=f"chart-{figure.key}"):
        st.plotly_chart(
            ready(figure),
            key=key,
            on_select=react,
            selection_mode="points",
            theme=None,
            config=camera(imprint.file_name(figure, view.current(), "png").removesuffix(".png"), figure.height),
            alt=figure.title,
        )


def ready(figure: Figure) -> go.Figure:
    """Return the chart as page and picture show it, title and source laid out in it."""
    return _captioned(figure, imprint.caption(figure, view.current()), view.current().theme)


@lru_cache(maxsize=256)
def _captioned(figure: Figure, caption: Caption, theme: Theme) -> go.Figure:
    """Shared by all readers who see the same: nobody changes it."""
    return captioned(figure.drawing, caption, theme, figure.height, figure.axis_room)
