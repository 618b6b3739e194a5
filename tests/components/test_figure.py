"""The figure frame: what it says of a figure on the page, in its picture and in its files."""

import json
from pathlib import Path

import pytest

from figures.charts import svg
from tests.opened import opened

ROOT = Path(__file__).parents[2]


def filters_in_pictures(page: str, **query: str) -> set[str]:
    """Return the line of filters inside each chart's picture."""
    at = opened(page, **query)
    charts = at.main.get("plotly_chart")
    return {json.loads(chart.proto.spec)["layout"]["title"]["subtitle"]["text"] for chart in charts}


def test_a_picture_names_the_filters_that_narrow_its_chart() -> None:
    query = {"objective": "3", "country": "MEX", "from": "2023"}
    assert filters_in_pictures("timeline", **query) == {"Objective 3 · Mexico · from 2023"}
    assert filters_in_pictures("objectives", **query) == {"Objective 3 · Mexico"}


def test_a_picture_names_no_filter_that_leaves_its_chart_as_it_is() -> None:
    assert filters_in_pictures("offices", objective="3", country="MEX") == {"Mexico", "No filter is on"}


def files_offered(page: str, figure: str) -> list[str]:
    """Return the labels of the download buttons under a figure whose rows are opened."""
    at = opened(page)
    at.session_state[f"rows-{figure}"] = True
    at.run()
    assert not at.exception
    return [button.proto.label for button in at.main.get("download_button")]


def test_a_drawing_of_the_servers_is_offered_as_a_picture() -> None:
    assert files_offered("overview", "overview-map") == [
        "CSV",
        "XLSX",
        "JSON",
        "Parquet",
        "Picture (PNG)",
        "Picture (SVG)",
    ]


def test_a_table_has_no_picture() -> None:
    assert files_offered("timeline", "events") == ["CSV", "XLSX", "JSON", "Parquet", "Calendar"]


def test_a_charts_svg_is_offered_only_where_the_server_can_draw_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for program, files in (("/usr/bin/chromium", ["Picture (SVG)"]), (None, [])):
        monkeypatch.setattr(svg, "program", lambda found=program: found)
        assert files_offered("timeline", "timeline") == ["CSV", "XLSX", "JSON", "Parquet", *files]
