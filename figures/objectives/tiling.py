"""Where the tiles of a treemap fall: the layout called "squarify", by Bruls, Huizing and van Wijk, as d3 has it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Block:
    """A heading over the blocks within it, or a tile, which holds none and weighs 1.

    Attributes:
        fill, ink, line: colours of the ground, the label and the edge.
        bold: whether the label is; `hatched`: whether the ground is.
    """

    label: str
    fill: str
    ink: str
    line: str
    bold: bool = False
    hatched: bool = False
    within: tuple["Block", ...] = ()

    @property
    def weight(self) -> int:
        """How many tiles it holds, or is."""
        return sum(one.weight for one in self.within) or 1


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
        """Return what is left of it under `head` pixels, and `edge` pixels within the other sides."""
        return Tile(self.left + edge, self.top + head, self.right - edge, self.bottom - edge)


def tiles(block: Block, tile: Tile, head: float, edge: float, ratio: float) -> Iterator[tuple[Block, Tile]]:
    """Yield a block and where it falls, then all within it.

    Args:
        head: pixels that a heading takes above the blocks within.
        edge: pixels kept free at the other three sides.
        ratio: length to breadth that tiles come near to, 1 or more.
    """
    yield block, tile
    weights = [one.weight for one in block.within]
    for one, its_tile in zip(block.within, _squarified(weights, tile.inside(head, edge), ratio), strict=True):
        yield from tiles(one, its_tile, head, edge, ratio)


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
