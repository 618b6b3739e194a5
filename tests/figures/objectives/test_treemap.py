"""The drawing of a treemap: a name is written where all of it finds room."""

from figures.objectives import treemap
from figures.objectives.tiling import Tile


def test_a_name_fits_where_both_its_longest_word_and_its_lines_do() -> None:
    assert treemap.fits("Operation Apollo", Tile(0, 0, 90, 60), 12)
    assert not treemap.fits("Operation Apollo", Tile(0, 0, 50, 60), 12)
    assert not treemap.fits("Operation Apollo", Tile(0, 0, 90, 20), 12)
