"""A chart's SVG is offered only where the server can draw it."""

import pytest

from figures.charts import svg
from figures.charts.template import FOOT, HEAD, TOOLS, ZOOM, picture_size


@pytest.fixture(autouse=True)
def forgotten():
    """Look for Chromium anew before and after each test."""
    svg.program.cache_clear()
    yield
    svg.program.cache_clear()


def test_a_server_without_chromium_offers_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert svg.program() is None


def test_a_server_with_chromium_names_it(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    program = tmp_path / "chromium"
    program.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert svg.program() == str(program)


@pytest.mark.parametrize("height", [120, 420, 820])
def test_a_picture_is_a_slide_that_holds_the_whole_chart(height: int) -> None:
    width, tall = picture_size(height)
    assert tall >= height + HEAD + TOOLS + FOOT
    assert width / tall == pytest.approx(16 / 9, rel=0.01)
    assert width * ZOOM >= 1900
