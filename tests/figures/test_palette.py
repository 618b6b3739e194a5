"""The palette and the theme that Streamlit is given say the same; shapes tell apart what colours tell apart."""

import tomllib
from pathlib import Path

import pytest
import resvg_py

from figures import labels, marks
from figures.palette import DARK, LIGHT, Palette, rgb
from figures.plotly_template import FOOT, HEAD

ROOT = Path(__file__).parent.parent.parent
THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]


@pytest.mark.parametrize(("name", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_charts_and_page_share_their_colours(name: str, palette: Palette) -> None:
    theme = THEME[name]
    assert theme["backgroundColor"] == palette.paper
    assert theme["secondaryBackgroundColor"] == palette.panel
    assert theme["textColor"] == palette.ink
    assert theme["primaryColor"] == palette.accent
    assert theme["borderColor"] == palette.line


def test_the_page_clips_what_only_the_picture_shows() -> None:
    style = (ROOT / "components" / "style.css").read_text("utf-8")
    assert f"margin-top: -{HEAD}px; margin-bottom: -{FOOT}px" in style


@pytest.mark.parametrize("column", marks.SHAPES)
def test_each_code_has_a_shape_of_its_own(column: str) -> None:
    shapes = marks.SHAPES[column]
    assert list(shapes) == list(labels.WORDS[column])
    assert len(set(shapes.values())) == len(shapes)


def test_the_atlas_holds_the_shapes_of_today() -> None:
    assert bytes(resvg_py.svg_to_bytes(svg_string=marks.atlas_svg())) == marks.ATLAS.read_bytes()


def test_a_colour_for_the_map_is_four_numbers() -> None:
    assert rgb("#0b5c73") == [11, 92, 115, 255]
