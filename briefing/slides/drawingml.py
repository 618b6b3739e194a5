"""DrawingML, the language of shapes in slides, as far as our drawings need it (ECMA-376, part 1, chapter 20)."""

from collections.abc import Mapping

from briefing.slides.grid import emu
from briefing.slides.path import Box, Step

FINE = 10
"""Steps of a freeform's own grid a pixel."""

PRESETS = {
    tag: f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>' for tag, name in (("circle", "ellipse"), ("rect", "rect"))
}
LINE = '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'


def colored(color: str, opacity: float = 1) -> str:
    """Return a colour, be it of six digits or of three."""
    value = color[1:].upper()
    value = "".join(digit * 2 for digit in value) if len(value) == 3 else value
    alpha = f'<a:alpha val="{round(opacity * 100_000)}"/>' if opacity < 1 else ""
    return f'<a:srgbClr val="{value}">{alpha}</a:srgbClr>'


def stroke(style: Mapping[str, str], scale: float) -> str:
    """Return the line around a shape, by its SVG attributes; nothing where none is seen.

    Args:
        style: SVG attribute → value.
        scale: how much larger the shape is than drawn.
    """
    color = style.get("stroke", "none")
    opacity = float(style.get("stroke-opacity", 1)) * float(style.get("opacity", 1))
    # A rim below the fill, which parts marks from what they lie on, has no like among native shapes.
    if color in ("none", "transparent") or not opacity or style.get("paint-order") == "stroke":
        return ""
    wide = emu(float(style.get("stroke-width", 1)) * scale)
    dashes = '<a:prstDash val="dash"/>' if style.get("stroke-dasharray") else ""
    return f'<a:ln w="{wide}"><a:solidFill>{colored(color, opacity)}</a:solidFill>{dashes}<a:round/></a:ln>'


def flips(steps: list[Step]) -> str:
    """Return how a line runs that does not run down to the right."""
    ((x, y),), ((u, v),) = (step.points for step in steps)
    return ' flipH="1"' * (u < x) + ' flipV="1"' * (v < y)


def freeform(steps: list[Step], box: Box) -> str:
    """Return the geometry of an outline of any form.

    Args:
        steps: of the outline, in pixels of the slide.
        box: the room that it takes.
    """
    left, top, right, bottom = box
    drawn = []
    names = {"M": "moveTo", "L": "lnTo", "Q": "quadBezTo", "C": "cubicBezTo"}
    for step in steps:
        if step.kind == "Z":
            drawn.append("<a:close/>")
            continue
        points = "".join(
            f'<a:pt x="{round((x - left) * FINE)}" y="{round((y - top) * FINE)}"/>' for x, y in step.points
        )
        drawn.append(f"<a:{names[step.kind]}>{points}</a:{names[step.kind]}>")
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{round((right - left) * FINE)}" h="{round((bottom - top) * FINE)}">{"".join(drawn)}</a:path></a:pathLst></a:custGeom>'
    )


def frame(box: Box) -> str:
    """Return where something stands and how large it is."""
    left, top, right, bottom = box
    return f'<a:off x="{emu(left)}" y="{emu(top)}"/><a:ext cx="{emu(max(right - left, 0))}" cy="{emu(max(bottom - top, 0))}"/>'
