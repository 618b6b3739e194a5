"""Where the tiles of a treemap fall, so that labels can be broken to fit them before anything is drawn.

Plotly breaks no label by itself: it shrinks or hides what is wider than its tile. This is the layout it uses
("squarify", by Bruls, Huizing and van Wijk, as d3 has it), computed at the size a laptop gives it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Tile:
    """A rectangle, in pixels from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Pixels from left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Pixels from top to bottom."""
        return self.bottom - self.top

    def inside(self, head: float, edge: float) -> "Tile":
        """Return what is left of it for the tiles within, under its own label."""
        return Tile(self.left + edge, self.top + head, self.right - edge, self.bottom - edge)


def tiles(
    children: Mapping[str, Sequence[str]], root: str, tile: Tile, head: float, edge: float, ratio: float
) -> dict[str, Tile]:
    """Return the tile of every node below `root`, the nodes in the order given.

    Args:
        children: node → the nodes within it; a node without an entry is a leaf and weighs 1.
        head: pixels that a node's own label takes above the nodes within.
        edge: pixels kept free at the other three sides.
        ratio: length to breadth that tiles come near to, 1 or more (Plotly's `tiling.squarifyratio`).
    """
    within = children.get(root, ())
    weights = [_weight(children, node) for node in within]
    placed = _squarified(weights, tile.inside(head, edge), ratio) if within else []
    found = dict(zip(within, placed, strict=True))
    for node, its_tile in list(found.items()):
        found |= tiles(children, node, its_tile, head, edge, ratio)
    return found


def _weight(children: Mapping[str, Sequence[str]], node: str) -> int:
    return sum(_weight(children, child) for child in children[node]) if node in children else 1


def _squarified(weights: Sequence[float], tile: Tile, ratio: float) -> list[Tile]:
    placed: list[Tile] = []
    left, top, rest = tile.left, tile.top, sum(weights)
    while len(placed) < len(weights):
        width, height = tile.right - left, tile.bottom - top
        row = _row(weights[len(placed) :], width, height, rest * ratio)
        total = sum(row)
        lies = width < height
        deep = (height if lies else width) * total / rest
        at = left if lies else top
        for weight in row:
            long = (width if lies else height) * weight / total
            placed.append(Tile(at, top, at + long, top + deep) if lies else Tile(left, at, left + deep, at + long))
            at += long
        left, top, rest = (left, top + deep, rest - total) if lies else (left + deep, top, rest - total)
    return placed


def _row(weights: Sequence[float], width: float, height: float, area: float) -> list[float]:
    """Return the leading weights that share a row: as many as bring their tiles nearer to the wanted ratio."""
    alpha = max(height / width, width / height) / area if width > 0 and height > 0 else 1.0
    row = [weights[0]]
    for weight in weights[1:]:
        if _stretch([*row, weight], alpha) > _stretch(row, alpha):
            break
        row.append(weight)
    return row


def _stretch(row: Sequence[float], alpha: float) -> float:
    beta = sum(row) ** 2 * alpha
    return max(max(row) / beta, beta / min(row))
