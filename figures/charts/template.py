"""How every Plotly chart looks, and what its camera puts into the picture."""

from functools import cache
from typing import Any

import plotly.graph_objects as go
from plotly.graph_objs.layout import Template

from figures.ink.lettering import SANS, SERIF, TITLE, wrapped
from figures.ink.picture import Caption
from figures.palette import Theme, palette

HEAD = 108
"""Pixels above the chart that hold title and filters: clipped on the page, which shows them as text, kept in the picture."""

FOOT = 64
"""Pixels below the chart that hold source and date, likewise."""

TOOLS = 28
"""Pixels above the plot that the camera and the zoom buttons take, so that they cover nothing."""

EDGE = 8
"""Pixels kept free at the left and the right."""

LEAST = 540
"""Height of the picture at least, in pixels as the chart counts them."""

ZOOM = 2
"""Pixels of the picture a pixel of the chart: 12-pixel type can be read at half the picture's size, and in print."""


@cache
def template(theme: Theme) -> Template:
    """Return the one Plotly template of the project, for a theme."""
    colors = palette(theme)
    axis = {
        "gridcolor": colors.line,
        "linecolor": colors.line,
        "zerolinecolor": colors.line,
        "tickcolor": colors.line,
        "tickfont": {"color": colors.quiet, "size": 14},
        "title": {"font": {"color": colors.quiet, "size": 14}},
        "automargin": True,
    }
    return Template(
        layout={
            "font": {"family": SANS, "size": 15, "color": colors.ink},
            "paper_bgcolor": colors.paper,
            "plot_bgcolor": colors.paper,
            "colorway": list(colors.series),
            "xaxis": axis | {"showgrid": False},
            "yaxis": axis | {"showgrid": False},
            "margin": {"l": EDGE, "r": EDGE, "t": HEAD + 8, "b": FOOT + 8},
            "hoverlabel": {"font": {"family": SANS, "size": 14}},
            "legend": {"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0, "title": {"text": ""}},
            "bargap": 0.35,
        }
    )


class Finished(go.Figure):
    """A chart to which nothing is added any more: what is sent of it is made once, however many readers it is sent to.

    Its JSON is written by orjson, which Plotly takes where it is installed: several times as fast as Python's own.
    """

    _sent: dict[str, Any] | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the chart as plain values. All who ask get the same ones: nobody may change them."""
        if self._sent is None:
            self._sent = super().to_dict()
        return self._sent


def captioned(chart: go.Figure, caption: Caption, theme: Theme, height: int, axis_room: int = 48) -> go.Figure:
    """Return the chart with title and filters above and source and date below, laid out for the camera's picture.

    Args:
        height: of the chart itself, in pixels.
        axis_room: pixels that the labels and the title of the lower axis take.
    """
    colors = palette(theme)
    room = picture_size(height)[0] - 2 * EDGE
    drawn = chart.to_dict()
    layout = drawn["layout"]
    # Anchored to the chart's lower edge, which lies exactly axis_room above the part that the page clips.
    source = {
        "text": "<br>".join(wrapped(caption.source, 14, room, most=2)),
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": 0,
        "yref": "paper",
        "yanchor": "top",
        "yshift": -axis_room - 8,
        "align": "left",
        "showarrow": False,
        "font": {"color": colors.quiet, "size": 14},
    }
    title = {
        "text": "<br>".join(wrapped(caption.title, 26, room, TITLE, most=2)),
        "font": {"family": SERIF, "size": 26},
        "subtitle": {"text": caption.filters, "font": {"size": 16, "color": colors.quiet}},
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 1,
        "yref": "container",
        "yanchor": "top",
        "pad": {"t": 14, "l": EDGE},
    }
    drawn["layout"] = layout | {
        "template": template(theme),
        "margin": {"l": EDGE, "r": EDGE, "t": HEAD + TOOLS + 8, "b": FOOT + axis_room},
        "height": height + HEAD + TOOLS + FOOT,
        "title": title,
        "annotations": [*layout.get("annotations", ()), source],
    }
    return Finished(drawn)


def picture_size(height: int) -> tuple[int, int]:
    """Return width and height of a chart's picture: 16:9, and as tall as the chart is on the page, or taller."""
    tall = max(LEAST, height + HEAD + TOOLS + FOOT)
    return round(tall * 16 / 9), tall


def camera(name: str, height: int) -> dict[str, object]:
    """Return the chart's configuration: a camera that makes a slide-sized picture, and nothing that leaves the page.

    Args:
        name: of the file, without its ending.
        height: of the chart itself, in pixels.
    """
    width, tall = picture_size(height)
    return {
        "displaylogo": False,
        "displayModeBar": True,
        "responsive": True,
        "scrollZoom": False,
        "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d", "sendDataToCloud"],
        "toImageButtonOptions": {"format": "png", "filename": name, "width": width, "height": tall, "scale": ZOOM},
    }
