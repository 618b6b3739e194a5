"""Read what a figure draws as SVG, and return it as parts of a slide."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from briefing.slides import drawingml
from briefing.slides.path import Box, Matrix, cut, extent, parsed, transform
from briefing.slides.shapes import Group, Part, Shape, Words
from figures.palette import BLACK

SVG = "{http://www.w3.org/2000/svg}"

INHERITED = (
    "fill", "stroke", "stroke-width", "stroke-dasharray", "fill-opacity", "stroke-opacity", "opacity", "font-size",
    "font-weight", "text-anchor", "paint-order",
)  # fmt: skip

CLOSE = (0.8, 1.5)
"""Heights of type between two lines of one text."""


@dataclass(frozen=True)
class Look:
    """What a part of a drawing takes over from what it stands in."""

    move: Matrix
    window: Box
    style: Mapping[str, str] = field(default_factory=dict)


class Reader:
    """Reads one drawing."""

    def __init__(self, content: str, under: str) -> None:
        """Take what is drawn, as SVG content, and the colour on which hatches lie."""
        self._under = under
        self._root = etree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{content}</svg>')
        self._known = {one.get("id"): one for one in self._root.iter() if one.get("id")}

    def parts(self, box: Box, scale: float) -> list[Part]:
        """Return the parts, in the order in which they are drawn.

        Args:
            box: of the drawing on the slide, in pixels: left, top, right, bottom.
            scale: how much larger it is than drawn.
        """
        look = Look(Matrix(scale, 0, 0, scale, box[0], box[1]), box)
        return _joined(self._inside(self._root, look))

    def _inside(self, element: Any, look: Look) -> list[Part]:
        return [part for child in element for part in self._read(child, look)]

    def _read(self, element: Any, look: Look) -> list[Part]:
        tag = str(element.tag).removeprefix(SVG)
        if tag in ("title", "defs", "pattern"):
            return []
        own = {name: element.get(name) for name in INHERITED if element.get(name) is not None}
        look = replace(look, style={**look.style, **own})
        if moved := element.get("transform"):
            look = replace(look, move=look.move.then(transform(moved)))
        match tag:
            case "g" | "a":
                return self._named(element, self._inside(element, look))
            case "svg":
                return self._inside(element, _framed(element, look))
            case "use":
                at = Matrix(e=float(element.get("x", 0)), f=float(element.get("y", 0)))
                return self._read(self._known[element.get("href")[1:]], replace(look, move=look.move.then(at)))
            case "text":
                return [_words(element, look)]
            case "path" | "rect" | "circle":
                return [*self._shape(tag, element, look)]
            case _:
                raise ValueError(f"no such element here: {tag}")

    def _named(self, element: Any, parts: list[Part]) -> list[Part]:
        """Return the parts of what bears a title as one, of that name."""
        title = element.find(f"{SVG}title")
        if title is None or not title.text:
            return parts
        parts = _joined(parts)
        if len(parts) == 1 and isinstance(parts[0], Shape):
            return [replace(parts[0], name=parts[0].name or title.text)]
        if len(parts) < 2:
            return parts
        return [Group(tuple(parts), title.text)]

    def _shape(self, tag: str, element: Any, look: Look) -> Iterator[Shape]:
        painted = self._painted(look, look.move.scale)
        if not painted:
            return
        steps = cut(parsed(_data(tag, element), look.move), look.window)
        if not steps:
            return
        box = extent(steps)
        is_line = len(steps) == 2 and steps[1].kind == "L"
        if is_line:
            yield Shape(drawingml.LINE, box, painted[painted.index("<a:ln") :], drawingml.flips(steps), True)
        else:
            yield Shape(
                drawingml.PRESETS[tag] if tag in drawingml.PRESETS else drawingml.freeform(steps, box), box, painted
            )

    def _painted(self, look: Look, scale: float) -> str:
        """Return fill and line as DrawingML; nothing where neither can be seen."""
        style = look.style
        fill = self._fill(style)
        line = drawingml.stroke(style, scale)
        if not fill and not line:
            return ""
        return (fill or "<a:noFill/>") + (line or "<a:ln><a:noFill/></a:ln>")

    def _fill(self, style: Mapping[str, str]) -> str:
        color = style.get("fill", BLACK)
        if color in ("none", "transparent"):
            return ""
        if color.startswith("url("):
            stroke = next(one.get("stroke") for one in self._known[color[5:-1]].iter() if one.get("stroke"))
            return f'<a:pattFill prst="wdUpDiag"><a:fgClr>{drawingml.colored(stroke)}</a:fgClr><a:bgClr>{drawingml.colored(self._under)}</a:bgClr></a:pattFill>'
        opacity = float(style.get("fill-opacity", 1)) * float(style.get("opacity", 1))
        return f"<a:solidFill>{drawingml.colored(color, opacity)}</a:solidFill>" if opacity else ""


def _framed(element: Any, look: Look) -> Look:
    """Return how a drawing within the drawing is read: it ends at its edge."""
    move = look.move.then(Matrix(e=float(element.get("x", 0)), f=float(element.get("y", 0))))
    if element.get("width") is None:
        return replace(look, move=move)
    (left, top), (right, bottom) = (
        move.at((0, 0)),
        move.at((float(element.get("width")), float(element.get("height")))),
    )
    window = look.window
    kept = max(left, window[0]), max(top, window[1]), min(right, window[2]), min(bottom, window[3])
    return replace(look, move=move, window=kept)


def _data(tag: str, element: Any) -> str:
    """Return a shape as the data of a path."""
    if tag == "path":
        return str(element.get("d"))
    if tag == "circle":
        x, y, radius = (float(element.get(name, 0)) for name in ("cx", "cy", "r"))
        return f"M{x - radius} {y - radius}h{2 * radius}v{2 * radius}h{-2 * radius}z"
    x, y, wide, high = (float(element.get(name, 0)) for name in ("x", "y", "width", "height"))
    return f"M{x} {y}h{wide}v{high}h{-wide}z"


def _words(element: Any, look: Look) -> Words:
    style = look.style
    x, y = look.move.at((float(element.get("x", 0)), float(element.get("y", 0))))
    runs = []

    def run(words: str | None, own: Mapping[str, str]) -> None:
        if words:
            runs.append((words, int(own.get("font-weight", 400)) >= 600, own.get("fill", BLACK)))

    run(element.text, style)
    for part in element:
        run(part.text, {**style, **part.attrib})
        run(part.tail, style)
    halo = style.get("stroke", "") if style.get("paint-order") == "stroke" else ""
    size = float(style["font-size"]) * look.move.scale
    return Words(x, y, size, style.get("text-anchor", "start"), (tuple(runs),), halo=halo)


def _joined(parts: list[Part]) -> list[Part]:
    """Return the parts, those lines of text as one text that stand below each other."""
    kept: list[Part] = []
    for part in parts:
        before = kept[-1] if kept else None
        if isinstance(part, Words) and isinstance(before, Words) and (joined := _together(before, part)):
            kept[-1] = joined
        else:
            kept.append(part)
    return kept


def _together(one: Words, other: Words) -> Words | None:
    step = other.y - one.y - one.step * (len(one.lines) - 1)
    near = CLOSE[0] * one.size <= step <= CLOSE[1] * one.size and (not one.step or abs(step - one.step) < 0.5)
    same = (one.anchor, one.size) == (other.anchor, other.size) and abs(one.x - other.x) < 0.5
    if not near or not same:
        return None
    return replace(one, lines=one.lines + other.lines, step=step)
