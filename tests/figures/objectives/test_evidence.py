"""What became of the promises, drawn: what the newest later source says is told to its end where there is room."""

from urllib.parse import unquote

import pytest

from data.catalog import Catalog
from data.queries.objectives import in_full, initiatives
from data.selection import Selection
from data.translation import translated
from figures.language import language
from figures.objectives import evidence
from figures.view import View


@pytest.mark.parametrize("objectives", [(), (1,), (2,), (3,), (4,)])
@pytest.mark.parametrize("code", ["en", "es"])
def test_a_slide_tells_the_newest_source_to_its_end(catalog: Catalog, code: str, objectives: tuple[int, ...]) -> None:
    view = View(translated(catalog, code), Selection(objectives=objectives), language(code), "light", "objectives")
    figure = evidence.figure(view, in_full(view.catalog, initiatives(view.catalog, view.selection, "strategy").rows))
    assert figure.picture
    assert isinstance(figure.drawing, str)
    drawn, heading = figure.picture(1488, 480), figure.columns["newest"]
    assert "…" not in drawn
    assert drawn.count(f">{heading}</text>") == 1, "what stands beside the counts"
    assert heading in unquote(figure.drawing)
