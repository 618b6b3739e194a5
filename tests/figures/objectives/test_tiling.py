"""Tiles fill their node, keep to its order and weigh alike."""

import pytest

from figures.objectives.tiling import Tile, tiles

CHILDREN = {"all": ["a", "b"], "a": ["a1", "a2", "a3"], "b": ["b1"]}


def test_leaves_share_the_area_when_nothing_is_kept_free() -> None:
    placed = tiles(CHILDREN, "all", Tile(0, 0, 400, 100), head=0, edge=0, ratio=1.6)
    areas = [placed[leaf].width * placed[leaf].height for leaf in ("a1", "a2", "a3", "b1")]
    assert areas == pytest.approx([10_000] * 4)


def test_tiles_stay_under_the_label_of_their_node_and_off_its_edge() -> None:
    placed = tiles(CHILDREN, "all", Tile(0, 0, 400, 300), head=20, edge=3, ratio=1.6)
    for leaf in CHILDREN["a"]:
        assert placed[leaf].top >= placed["a"].top + 20 - 1e-9
        assert placed[leaf].left >= placed["a"].left + 3 - 1e-9
        assert placed[leaf].right <= placed["a"].right - 3 + 1e-9


def test_a_root_without_tiles_gives_none() -> None:
    assert tiles({}, "all", Tile(0, 0, 10, 10), head=0, edge=0, ratio=1.6) == {}
