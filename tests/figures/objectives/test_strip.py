"""The low row of squares: a column an objective, filled and hollow as the figure counts them."""

from xml.etree import ElementTree

import pandas as pd

from figures.language import Language
from figures.objectives import strip
from figures.palette import LIGHT

ROWS = pd.DataFrame(
    [(1, "International supply", 2, 1), (4, "Private industry", 0, 3)],
    columns=["objective", "title", "found", "missing"],
)


def test_each_objective_has_its_squares_in_a_column_of_its_own(language: Language) -> None:
    drawn = ElementTree.fromstring(f"<svg>{strip.svg(ROWS, language, LIGHT, 1000.0, 0)}</svg>")
    groups = drawn.findall("g")
    assert [group.get("transform") for group in groups] == ["translate(0 0)", "translate(500 0)"]
    fills = [[square.get("fill") for square in group.iter("rect")] for group in groups]
    assert [(len(ones), sum(fill != "none" for fill in ones)) for ones in fills] == [(3, 2), (3, 0)]
    words = "".join(text.text or "" for text in drawn.iter("text"))
    assert "2 of 3 with a later source" in words
    assert "none of 3 with a later source" in words
