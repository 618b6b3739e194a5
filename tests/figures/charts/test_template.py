"""How Plotly charts are sent: in our look, without tools, and with nothing that takes a swipe from the page."""

import json

import plotly.io

from figures.charts.template import CONFIG, Finished, template
from figures.palette import palette


def test_no_chart_has_tools_or_takes_a_drag() -> None:
    assert CONFIG["displayModeBar"] is False
    assert CONFIG["scrollZoom"] is False
    for theme in ("light", "dark"):
        layout = template(theme).layout
        assert layout.dragmode is False
        assert layout.xaxis.fixedrange is layout.yaxis.fixedrange is True
        assert layout.paper_bgcolor == palette(theme).paper


def test_what_is_sent_of_a_chart_is_made_once() -> None:
    one = Finished(data=[{"type": "bar", "x": [1], "y": [2]}], layout={"template": template("light")})
    assert json.loads(plotly.io.to_json(one, validate=False))["data"][0]["y"] == [2]
    assert one.to_dict() is one.to_dict()
