"""How every Plotly chart looks on the page; it says where its words stand itself. Its picture is drawn by the server, as that of any other figure is."""

from functools import cache
from html import escape
from typing import Any

import plotly.graph_objects as go
from plotly.graph_objs.layout import Template

from figures.ink.lettering import SANS
from figures.palette import Theme, palette

CONFIG: dict[str, object] = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "responsive": True}
"""No tools over the chart, and nothing that takes a swipe or the wheel from the page."""


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
        "fixedrange": True,
    }
    return Template(
        layout={
            "font": {"family": SANS, "size": 15, "color": colors.ink},
            "paper_bgcolor": colors.paper,
            "plot_bgcolor": colors.paper,
            "xaxis": axis | {"showgrid": False},
            "yaxis": axis | {"showgrid": False},
            "annotationdefaults": {"showarrow": False, "borderpad": 0, "bgcolor": colors.paper},
            "hoverlabel": {"font": {"family": SANS, "size": 14}},
            "dragmode": False,
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


def as_written(text: str) -> str:
    """Return a text for a mark, an axis or what stands on hovering: Plotly reads `<b>`, `<a href>` and `%{…}` in it."""
    return escape(text, quote=False).replace("%{", "%&#123;")
