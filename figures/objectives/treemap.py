"""A treemap of equal tiles under headings: HTML for the page, SVG for a slide."""

from html import escape

from figures.ink.lettering import BOLD, PLAIN, balanced, text, width, wrapped
from figures.objectives.tiling import Block, Tile, tiles
from figures.palette import mixed

RATIOS = (1.0, 1.2, 1.4, 1.618, 1.9, 2.3, 2.8, 3.5)
"""Shapes of tile to try: the one in which the most names can be read is drawn."""

TYPE, SLIDE_TYPE = 12, 15
"""Size of the type on the page and on a slide, in pixels. Everything else is measured in heights of type."""

LINE, HEAD, EDGE, AIR = 1.25, 1.8, 0.17, 0.35
"""A line, a heading with the room above and below, what is kept free at the sides of a block, and within those of a tile."""

GAP = 1
"""Pixels between a block and its edge on all sides."""


def hatch(block: Block) -> str:
    """Return the colour of the lines across a hatched tile."""
    return mixed(block.ink, block.fill, 0.16)


def _laid_out(root: Block, size: tuple[float, float], type_size: float) -> list[tuple[Block, Tile]]:
    """Return where each block falls, in tiles of the shape in which the most names can be read."""
    head, edge = HEAD * type_size, EDGE * type_size
    tried = [list(tiles(root, Tile(0, 0, *size), head, edge, ratio)) for ratio in RATIOS]
    return max(
        tried, key=lambda placed: sum(fits(one.label, tile, type_size) for one, tile in placed if not one.within)
    )


def fits(label: str, tile: Tile, type_size: float) -> bool:
    """Say whether a name can be written on a tile without breaking a word."""
    room = tile.inside(AIR * type_size, AIR * type_size)
    if max(width(word, type_size) for word in label.split()) > room.width:
        return False
    return len(wrapped(label, type_size, room.width)) * LINE * type_size <= room.height


def html(root: Block, size: tuple[int, int]) -> str:
    """Return the treemap for the page: it stretches with the page, and its type does not."""
    drawn = "".join(_on_page(block, tile, size[0]) for block, tile in _laid_out(root, size, TYPE))
    return f'<div style="position:relative;height:{size[1]}px;font-size:{TYPE}px;line-height:{LINE}">{drawn}</div>'


def _on_page(block: Block, tile: Tile, wide: int) -> str:
    label = escape(block.label) if block.within or fits(block.label, tile, TYPE) else ""
    hatched = f"repeating-linear-gradient(-45deg,{hatch(block)} 0 1px,transparent 1px 9px)," if block.hatched else ""
    tile, title = tile.inside(GAP, GAP), "" if block.within else f' title="{escape(block.label)}"'
    # A label that finds no room on a narrower page goes into a second column of its tile, which is not seen.
    return (
        f'<div{title} style="position:absolute;box-sizing:border-box;left:{tile.left / wide:.2%};top:{tile.top:.1f}px;'
        f"width:{tile.width / wide:.2%};height:{tile.height:.1f}px;background:{hatched}{block.fill};color:{block.ink};"
        f'border:1px solid {block.line};font-weight:{700 if block.bold else 400};print-color-adjust:exact">'
        f'<div style="height:{f"{HEAD * TYPE:g}px" if block.within else "100%"};display:flex;flex-flow:column wrap;'
        'justify-content:center;overflow:hidden;text-align:center;text-wrap:balance;overflow-wrap:anywhere">'
        f'<i style="width:100%"></i><span style="width:100%">{label}</span></div></div>'
    )


def svg(root: Block, wide: float, high: float) -> str:
    """Return the treemap for a slide."""
    return "".join(_on_slide(block, tile) for block, tile in _laid_out(root, (wide, high), SLIDE_TYPE))


def _on_slide(block: Block, tile: Tile) -> str:
    size, room = SLIDE_TYPE, tile.width - 2 * AIR * SLIDE_TYPE
    lines = balanced(block.label, size, room) if block.within or fits(block.label, tile, size) else []
    middle = tile.top + HEAD * size / 2 if block.within else (tile.top + tile.bottom) / 2
    tile = tile.inside(GAP, GAP)
    box = f'x="{tile.left:.1f}" y="{tile.top:.1f}" width="{tile.width:.1f}" height="{tile.height:.1f}"'
    drawn = [f'<rect {box} fill="{block.fill}" stroke="{block.line}"/>']
    if block.hatched:
        name, color = f"hatch-{block.fill[1:]}", hatch(block)
        drawn.append(
            f'<pattern id="{name}" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            f'<path d="M0 0V9" stroke="{color}" stroke-width="2"/></pattern><rect {box} fill="url(#{name})"/>'
        )
    top = middle - len(lines) * LINE * size / 2
    drawn += [
        text(
            line,
            (tile.left + tile.right) / 2,
            top + (at + 0.78) * LINE * size,
            size,
            block.ink,
            BOLD if block.bold else PLAIN,
            "middle",
        )
        for at, line in enumerate(lines)
    ]
    return "".join(drawn)
