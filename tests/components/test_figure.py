"""The figure frame: what it says of a figure on the page, in its picture and in its files."""

import json
from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]


def filters_in_pictures(page: str, **query: str) -> set[str]:
    """Return the line of filters inside each chart's picture."""
    at = AppTest.from_file(str(ROOT / "components" / "shell.py"), default_timeout=30)
    for key, value in query.items():
        at.query_params[key] = value
    at.run().switch_page(str(ROOT / "pages" / f"{page}.py")).run()
    assert not at.exception
    charts = at.main.get("plotly_chart")
    return {json.loads(chart.proto.spec)["layout"]["title"]["subtitle"]["text"] for chart in charts}


def test_a_picture_names_the_filters_that_narrow_its_chart() -> None:
    query = {"objective": "3", "country": "MEX", "from": "2023"}
    assert filters_in_pictures("timeline", **query) == {"Objective 3 · Mexico · from 2023"}
    assert filters_in_pictures("objectives", **query) == {"Objective 3 · Mexico"}


def test_a_picture_names_no_filter_that_leaves_its_chart_as_it_is() -> None:
    assert filters_in_pictures("offices", objective="3", country="MEX") == {"Mexico", "No filter is on"}
