"""A Plotly chart as SVG, where the server has Chromium: one browser, started by the first who asks, draws for all."""

import shutil
from functools import cache
from typing import TYPE_CHECKING

from figures.charts.template import picture_size

if TYPE_CHECKING:
    import plotly.graph_objects as go

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@cache
def program() -> str | None:
    """Return the path of the server's Chromium; None where it has none, and no SVG can be offered."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


def svg(chart: "go.Figure", height: int) -> bytes:
    """Return a chart as an SVG document, laid out as its PNG is.

    Args:
        chart: as `figures.charts.template.captioned` returns it.
        height: of the chart itself, in pixels.

    Raises:
        RuntimeError: the server has no Chromium, or it does not answer.
    """
    import kaleido  # only those who ask for a picture load it

    _start()
    width, tall = picture_size(height)
    return bytes(kaleido.calc_fig_sync(chart, opts={"format": "svg", "width": width, "height": tall, "scale": 1}))


@cache
def _start() -> None:
    import kaleido

    if not (path := program()):
        raise RuntimeError("No Chromium on this server")
    # No MathJax: it would be fetched from an outside host.
    kaleido.start_sync_server(n=1, timeout=30, path=path, mathjax=False, silence_warnings=True)
