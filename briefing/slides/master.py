"""The master of the slides: colours, typefaces, and the layouts that say where title, sentence, figure and footer stand."""

from dataclasses import dataclass
from html import escape
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as REL
from pptx.oxml import parse_xml

from briefing.slides.grid import ACROSS, BOTTOM, FOOT, HEAD, SOURCE, TEXT, TITLE, TOP, Box, emu
from figures.ink.picture import EDGE, SLIDE
from figures.language import Language
from figures.palette import Palette
from figures.view import View

SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SHOWING = "{http://schemas.openxmlformats.org/presentationml/2006/main}"

SERIF = '<a:latin typeface="Source Serif 4" panose="02040603050405020204" pitchFamily="18" charset="0"/>'
SANS = '<a:latin typeface="Public Sans" panose="020B0604020202020204" pitchFamily="34" charset="0"/>'
"""With what kind of face each is: a computer that has it not puts another of its kind in its place."""

SENTENCE, FIGURE, BESIDE, FOOTER, NUMBER = 13, 14, 15, 16, 17
"""The numbers by which a slide and its layout know a placeholder as the same."""

TITLE_BOX: Box = (EDGE, TOP, ACROSS, HEAD - TOP)
SAID: Box = (EDGE, HEAD + 10, ACROSS, 66)
ROOM: Box = (EDGE, HEAD + 90, ACROSS, BOTTOM - HEAD - 90)
FOOT_BOX: Box = (EDGE, FOOT, ACROSS - 110, 52)
NUMBER_BOX: Box = (SLIDE[0] - EDGE - 100, FOOT, 100, 26)

N = str  # marks a message for extraction; it is translated where it is used

LAYOUTS = {
    "figure": (N("Finding and figure"), ()),
    "list": (N("Finding and list"), (("body", FIGURE),)),
    "chart": (N("Finding and chart"), (("chart", FIGURE),)),
    "table": (N("Finding and table"), (("tbl", FIGURE),)),
    "both": (N("Finding, chart and table"), (("chart", FIGURE), ("tbl", BESIDE))),
}
"""Layout → its name, and what it holds beside title, sentence, footer and number."""


@dataclass(frozen=True)
class Base:
    """A presentation without a slide, and its layouts by the keys of `LAYOUTS`."""

    presentation: Any
    layouts: dict[str, Any]


def base(view: View, colors: Palette) -> Base:
    """Return a presentation in the colours of a theme, with a master and layouts of our own and no other."""
    made = Presentation()
    made.slide_width, made.slide_height = emu(SLIDE[0]), emu(SLIDE[1])
    master, dark = made.slide_master, view.theme == "dark"
    for layout in list(made.slide_layouts)[len(LAYOUTS) :]:
        made.slide_layouts.remove(layout)
    recolor(master.part, view.language, colors, dark)
    _fill(master._element, _shapes(view.language, _MASTER), "")
    background = parse_xml(
        f'<p:bg {SPACES}><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    )
    old = master._element.cSld.find(f"{SHOWING}bg")
    if old is not None:
        master._element.cSld.remove(old)
    master._element.cSld.insert(0, background)
    _map_colors(master._element, dark)
    _style(master._element)
    kept = {}
    for (key, (name, more)), layout in zip(LAYOUTS.items(), made.slide_layouts, strict=True):
        for attribute in ("type", "userDrawn"):
            layout._element.attrib.pop(attribute, None)
        layout._element.set("preserve", "1")
        _fill(layout._element, _shapes(view.language, (*_MASTER, *_more(more))), view.language.gettext(name))
        kept[key] = layout
    return Base(made, kept)


def recolor(part: Any, language: Language, colors: Palette, dark: bool) -> None:
    """Give a master's theme our colours and typefaces. In the dark, its dark colours are those of the paper."""
    theme = part.part_related_by(REL.THEME)
    root = etree.fromstring(theme.blob)
    root.set("name", language.gettext("Illicit opioids strategy briefing"))
    elements = root.find(f"{DRAWING}themeElements")
    own = (
        *((colors.paper, colors.ink, colors.panel, colors.quiet) if dark else (colors.ink, colors.paper, colors.quiet, colors.panel)),
        *(colors.objectives[str(number)] for number in range(1, 5)),
        colors.series[0],
        colors.series[1],
        colors.accent,
        colors.quiet,
    )  # fmt: skip
    names = ("dk1", "lt1", "dk2", "lt2", *(f"accent{at}" for at in range(1, 7)), "hlink", "folHlink")
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{color[1:].upper()}"/></a:{name}>' for name, color in zip(names, own, strict=True)
    )
    faces = "".join(
        f'<a:{which}Font>{latin}<a:ea typeface=""/><a:cs typeface=""/></a:{which}Font>'
        for which, latin in (("major", SERIF), ("minor", SANS))
    )
    for name, inside in (("clrScheme", scheme), ("fontScheme", faces)):
        old = elements.find(f"{DRAWING}{name}")
        new = etree.fromstring(f'<a:{name} {SPACES} name="{escape(root.get("name"))}">{inside}</a:{name}>')
        elements.replace(old, new)
    theme._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


_MASTER = (
    ("title", 0, TITLE_BOX),
    ("body", SENTENCE, SAID),
    ("ftr", FOOTER, FOOT_BOX),
    ("sldNum", NUMBER, NUMBER_BOX),
)


def _more(kinds: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int, Box], ...]:
    """Return the placeholders that share what is left of a slide: the second stands to the right of the first."""
    left, top, wide, high = ROOM
    part = (wide - 40 * (len(kinds) - 1)) / max(len(kinds), 1)
    return tuple((kind, index, (left + (part + 40) * at, top, part, high)) for at, (kind, index) in enumerate(kinds))


def _shapes(language: Language, placeholders: tuple[tuple[str, int, Box], ...]) -> str:
    _ = language.gettext
    names = {
        "title": _("Finding"),
        "body": _("Sentence"),
        "ftr": _("Sources, date, independence"),
        "sldNum": _("Number of the slide"),
        "chart": _("Chart"),
        "tbl": _("Table"),
    }
    return "".join(
        _placeholder(kind, index, _("List") if (kind, index) == ("body", FIGURE) else names[kind], box, index == FIGURE)
        for kind, index, box in placeholders
    )


def _placeholder(kind: str, index: int, name: str, box: Box, is_list: bool) -> str:
    left, top, wide, high = map(emu, box)
    at = "" if kind == "title" else f' idx="{index}"'
    sized = ' sz="quarter"' if kind in ("ftr", "sldNum", "body") else ""
    # A title for which room for a second line is kept, in case its typeface is another, stands right above what follows all the same.
    anchor = "b" if kind == "title" else "t"
    number = (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>'
    )
    said = number if kind == "sldNum" else f'<a:r><a:rPr lang="en-US"/><a:t>{escape(name)}</a:t></a:r>'
    return (
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="{index + 2}" name="{escape(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}"{sized}{at}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:normAutofit/></a:bodyPr>'
        f"{_levels(kind, is_list)}<a:p>{said}</a:p></p:txBody></p:sp>"
    )


def _levels(kind: str, is_list: bool) -> str:
    """Return how the text of a placeholder differs from the master's."""
    if kind == "body" and is_list:
        return (
            '<a:lstStyle><a:lvl1pPr marL="342900" indent="-342900"><a:spcBef><a:spcPts val="1000"/></a:spcBef><a:buFont typeface="Arial"/>'
            '<a:buChar char="•"/><a:defRPr sz="2000"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
        )
    if kind in ("ftr", "sldNum"):
        side = "l" if kind == "ftr" else "r"
        return (
            f'<a:lstStyle><a:lvl1pPr algn="{side}"><a:defRPr sz="{SOURCE * 100:g}"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'
            "</a:defRPr></a:lvl1pPr></a:lstStyle>"
        )
    return "<a:lstStyle/>"


def _fill(element: Any, shapes: str, name: str) -> None:
    """Put other shapes into a master or a layout."""
    tree = element.cSld.spTree
    for shape in list(tree)[2:]:
        tree.remove(shape)
    for shape in parse_xml(f"<p:spTree {SPACES}>{shapes}</p:spTree>"):
        tree.append(shape)
    if name:
        element.cSld.set("name", name)


def _map_colors(master: Any, dark: bool) -> None:
    mapped = master.find(f"{SHOWING}clrMap")
    swapped = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}
    plain = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
    for key, value in (swapped if dark else plain).items():
        mapped.set(key, value)


def _style(master: Any) -> None:
    """Set the type of titles, of body text, and of all else."""

    def level(at: int, size: float, face: str, is_title: bool = False) -> str:
        bold = ' b="1"' if is_title else ""
        return (
            f'<a:lvl{at}pPr marL="0" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:spcBef><a:spcPct val="0"/></a:spcBef>'
            f'<a:buNone/><a:defRPr sz="{size * 100:g}"{bold} kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
            f'<a:latin typeface="+{face}-lt"/><a:ea typeface="+{face}-ea"/><a:cs typeface="+{face}-cs"/></a:defRPr></a:lvl{at}pPr>'
        )

    body, other = ("".join(level(at, TEXT, "mn") for at in range(1, 10)) for _kind in ("body", "other"))
    styles = (
        f"<p:txStyles {SPACES}><p:titleStyle>{level(1, TITLE, 'mj', is_title=True)}</p:titleStyle>"
        f"<p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles>"
    )
    master.replace(master.find(f"{SHOWING}txStyles"), parse_xml(styles))
