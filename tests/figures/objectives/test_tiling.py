"""Tiles fill their node, keep to its order and weigh alike."""

import pytest

from figures.objectives.tiling import Block, Tile, tiles


def block(label: str, *within: Block) -> Block:
    return Block(label, "#fff", "#000", "#000", within=within)


ROOT = block("all", block("a", block("a1"), block("a2"), block("a3")), block("b", block("b1")))


def placed(root: Block, tile: Tile, head: float, edge: float) -> dict[str, Tile]:
    return {one.label: found for one, found in tiles(root, tile, head, edge, 1.6)}


def test_leaves_share_the_area_when_nothing_is_kept_free() -> None:
    found = placed(ROOT, Tile(0, 0, 400, 100), 0, 0)
    assert [found[leaf].width * found[leaf].height for leaf in ("a1", "a2", "a3", "b1")] == pytest.approx([10_000] * 4)


def test_tiles_stay_under_the_label_of_their_node_and_off_its_edge() -> None:
    found = placed(ROOT, Tile(0, 0, 400, 300), 20, 3)
    for leaf in ("a1", "a2", "a3"):
        assert found[leaf].top >= found["a"].top + 20 - 1e-9
        assert found[leaf].left >= found["a"].left + 3 - 1e-9
        assert found[leaf].right <= found["a"].right - 3 + 1e-9


def test_every_block_is_placed_its_heading_before_what_lies_within() -> None:
    assert list(placed(ROOT, Tile(0, 0, 400, 300), 20, 3)) == ["all", "a", "a1", "a2", "a3", "b", "b1"]


def test_a_tile_alone_is_the_whole() -> None:
    assert placed(block("all"), Tile(0, 0, 10, 10), 2, 1) == {"all": Tile(0, 0, 10, 10)}
