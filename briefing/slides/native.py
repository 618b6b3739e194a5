"""A drawing as native shapes: what a figure draws as SVG, each part a shape that can be named, moved and coloured."""

from html import escape
from itertools import count
from typing import Any

from pptx.oxml import parse_xml

from briefing.slides.drawingml import colored, frame
from briefing.slides.grid import POINT
from briefing.slides.master import SPACES
from briefing.slides.path import Box
from briefing.slides.shapes import DESCENT, Group, Part, Shape, Words

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


VEIL = 0.92
"""How much the ground of words covers of the map below them."""


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
        at = frame(box)
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
        at = f"<a:xfrm{part.flips}>{frame(part.box)}</a:xfrm>{part.geometry}{part.look}"
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
        # No text has a rim of another colour here: what lies below shows faintly through its ground.
        back = f"<a:solidFill>{colored(part.halo, VEIL)}</a:solidFill>" if part.halo else "<a:noFill/>"
        said = " ".join("".join(words for words, _, _ in line) for line in part.lines)
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{next(self._ids)}" name="{escape(said[:60])}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr><a:xfrm>{frame((left, top, right, bottom))}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{back}</p:spPr>'
            '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
            f'<a:p><a:pPr algn="{side}">{step}</a:pPr>{runs}</a:p></p:txBody></p:sp>'
        )

    def _run(self, run: tuple[str, bool, str], size: float) -> str:
        words, bold, color = run
        return (
            f'<a:r><a:rPr lang="{self._lang}" sz="{round(size * POINT * 100)}"{" b=" + chr(34) + "1" + chr(34) if bold else ""}>'
            f"<a:solidFill>{colored(color)}</a:solidFill></a:rPr><a:t>{escape(words)}</a:t></a:r>"
        )
