"""A drawing as native shapes: what a figure draws as SVG, each part a shape that can be named, moved and coloured."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import escape
from itertools import count
from typing import Any

from lxml import etree
from pptx.oxml import parse_xml

from briefing.slides.grid import POINT, emu
from briefing.slides.master import SPACES
from briefing.slides.path import Box, Matrix, Step, cut, extent, parsed, transform
from figures.ink.lettering import BOLD, PLAIN, width
from figures.palette import BLACK

SVG = "{http://www.w3.org/2000/svg}"

FINE = 10
"""Steps of a freeform's own grid a pixel."""

ASCENT, DESCENT = 0.95, 0.225
"""Of our typeface, in sizes of type."""

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)

INHERITED = (
    "fill", "stroke", "stroke-width", "stroke-dasharray", "fill-opacity", "stroke-opacity", "opacity", "font-size",
    "font-weight", "text-anchor", "paint-order",
)  # fmt: skip

PRESETS = {
    tag: f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>' for tag, name in (("circle", "ellipse"), ("rect", "rect"))
}
LINE = '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'

CLOSE = (0.8, 1.5)
"""Heights of type between two lines of one text."""


@dataclass(frozen=True)
class Words:
    """Lines of text that stand below each other: each a list of words, whether bold, and their colour."""

    x: float
    y: float
    size: float
    anchor: str
    lines: tuple[tuple[tuple[str, bool, str], ...], ...]
    step: float = 0.0

    @property
    def box(self) -> Box:
        """The room that they take."""
        wide = max(
            sum(width(words, self.size, BOLD if bold else PLAIN) for words, bold, _ in line) for line in self.lines
        )
        left = self.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        top = self.y - ASCENT * self.size
        return left, top, left + wide, self.y + DESCENT * self.size + self.step * (len(self.lines) - 1)


@dataclass(frozen=True)
class Shape:
    """A shape: its geometry as DrawingML, the room that it takes, its fill and line, and what it is called."""

    geometry: str
    box: Box
    look: str
    flips: str = ""
    is_line: bool = False
    name: str = ""


@dataclass(frozen=True)
class Group:
    """Shapes that are one thing."""

    parts: tuple["Part", ...]
    name: str

    @property
    def box(self) -> Box:
        """The room that all of them take."""
        left, top, right, bottom = zip(*(part.box for part in self.parts), strict=True)
        return min(left), min(top), max(right), max(bottom)


Part = Words | Shape | Group


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
            yield Shape(LINE, box, painted[painted.index("<a:ln") :], _flips(steps), True)
        else:
            yield Shape(PRESETS[tag] if tag in PRESETS else _freeform(steps, box), box, painted)

    def _painted(self, look: Look, scale: float) -> str:
        """Return fill and line as DrawingML; nothing where neither can be seen."""
        style = look.style
        fill = self._fill(style)
        line = _stroke(style, scale)
        if not fill and not line:
            return ""
        return (fill or "<a:noFill/>") + (line or "<a:ln><a:noFill/></a:ln>")

    def _fill(self, style: Mapping[str, str]) -> str:
        color = style.get("fill", BLACK)
        if color in ("none", "transparent"):
            return ""
        if color.startswith("url("):
            stroke = next(one.get("stroke") for one in self._known[color[5:-1]].iter() if one.get("stroke"))
            return f'<a:pattFill prst="wdUpDiag"><a:fgClr>{_color(stroke)}</a:fgClr><a:bgClr>{_color(self._under)}</a:bgClr></a:pattFill>'
        opacity = float(style.get("fill-opacity", 1)) * float(style.get("opacity", 1))
        return f"<a:solidFill>{_color(color, opacity)}</a:solidFill>" if opacity else ""


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
    return Words(x, y, float(style["font-size"]) * look.move.scale, style.get("text-anchor", "start"), (tuple(runs),))


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


def _stroke(style: Mapping[str, str], scale: float) -> str:
    color = style.get("stroke", "none")
    opacity = float(style.get("stroke-opacity", 1)) * float(style.get("opacity", 1))
    # A rim below the fill, which parts marks from what they lie on, has no like among native shapes.
    if color in ("none", "transparent") or not opacity or style.get("paint-order") == "stroke":
        return ""
    wide = emu(float(style.get("stroke-width", 1)) * scale)
    dashes = '<a:prstDash val="dash"/>' if style.get("stroke-dasharray") else ""
    return f'<a:ln w="{wide}"><a:solidFill>{_color(color, opacity)}</a:solidFill>{dashes}<a:round/></a:ln>'


def _color(color: str, opacity: float = 1) -> str:
    value = color[1:].upper()
    value = "".join(digit * 2 for digit in value) if len(value) == 3 else value
    alpha = f'<a:alpha val="{round(opacity * 100_000)}"/>' if opacity < 1 else ""
    return f'<a:srgbClr val="{value}">{alpha}</a:srgbClr>'


def _flips(steps: list[Step]) -> str:
    """Return how a line runs that does not run down to the right."""
    ((x, y),), ((u, v),) = (step.points for step in steps)
    return ' flipH="1"' * (u < x) + ' flipV="1"' * (v < y)


def _freeform(steps: list[Step], box: Box) -> str:
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


class Writer:
    """Writes parts as DrawingML, each with a number of its own on the slide."""

    def __init__(self, first: int, lang: str, unnamed: str) -> None:
        """Take the first number that is free, the language of texts, and what a part without a name is called."""
        self._ids, self._lang, self._unnamed = count(first), lang, unnamed

    def group(self, parts: list[Part], box: Box, name: str, told: str) -> Any:
        """Return the parts as one group on a slide.

        Args:
            told: what is drawn, in words.
        """
        return parse_xml(self._group(parts, box, name, told))

    def _group(self, parts: list[Part], box: Box, name: str, told: str) -> str:
        at = _frame(box)
        child = at.replace("<a:off", "<a:chOff").replace("<a:ext", "<a:chExt")
        return (
            f'<p:grpSp {SPACES}><p:nvGrpSpPr><p:cNvPr id="{next(self._ids)}" name="{escape(name)}" descr="{escape(told)}"/>'
            f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>{at}{child}</a:xfrm></p:grpSpPr>"
            f"{''.join(map(self._part, parts))}</p:grpSp>"
        )

    def _part(self, part: Part) -> str:
        match part:
            case Group():
                return self._group(list(part.parts), part.box, part.name, part.name).replace(f" {SPACES}", "")
            case Words():
                return self._words(part)
            case Shape():
                return self._shape(part)

    def _shape(self, part: Shape) -> str:
        named = (
            f'name="{escape(part.name)}" descr="{escape(part.name)}"/>'
            if part.name
            else f'name="{escape(self._unnamed)}" descr="">{DECORATIVE}</p:cNvPr>'
        )
        at = f"<a:xfrm{part.flips}>{_frame(part.box)}</a:xfrm>{part.geometry}{part.look}"
        told = f'<p:cNvPr id="{next(self._ids)}" {named}'
        if part.is_line:
            return f"<p:cxnSp><p:nvCxnSpPr>{told}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>{at}</p:spPr></p:cxnSp>"
        return f"<p:sp><p:nvSpPr>{told}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{at}</p:spPr></p:sp>"

    def _words(self, part: Words) -> str:
        side = {"start": "l", "middle": "ctr", "end": "r"}[part.anchor]
        step = f'<a:lnSpc><a:spcPts val="{round(part.step * POINT * 100)}"/></a:lnSpc>' if part.step else ""
        left, top, right, bottom = part.box
        if part.step:
            top = part.y - part.step + DESCENT * part.size
        runs = "<a:br/>".join("".join(self._run(run, part.size) for run in line) for line in part.lines)
        said = " ".join("".join(words for words, _, _ in line) for line in part.lines)
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{next(self._ids)}" name="{escape(said[:60])}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr><a:xfrm>{_frame((left, top, right, bottom))}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
            '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
            f'<a:p><a:pPr algn="{side}">{step}</a:pPr>{runs}</a:p></p:txBody></p:sp>'
        )

    def _run(self, run: tuple[str, bool, str], size: float) -> str:
        words, bold, color = run
        return (
            f'<a:r><a:rPr lang="{self._lang}" sz="{round(size * POINT * 100)}"{" b=" + chr(34) + "1" + chr(34) if bold else ""}>'
            f"<a:solidFill>{_color(color)}</a:solidFill></a:rPr><a:t>{escape(words)}</a:t></a:r>"
        )


def _frame(box: Box) -> str:
    left, top, right, bottom = box
    return f'<a:off x="{emu(left)}" y="{emu(top)}"/><a:ext cx="{emu(max(right - left, 0))}" cy="{emu(max(bottom - top, 0))}"/>'
