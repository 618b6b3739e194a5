"""Setting a document: the template, one JSON, its drawings and our own fonts in, a tagged PDF out."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.document.quotes import curled, curled_between_tags
from figures.figure import Figure
from figures.ink.lettering import FOLDER
from figures.palette import LIGHT, WHITE

if TYPE_CHECKING:
    import typst

TEMPLATE = Path(__file__).parent / "template.typ"

LOW = re.compile(r'<text x="[^"]*" y="([^"]*)"')
DESCENT = 8
"""Pixels of a last line of words below the line on which it stands."""


BARE, BARE_OF_TWO = 0.22, 0.5
"""Part of its height that the last page of several, or of two, is filled to at least, where smaller type can help it."""

FAR = 0.5
"""Pages too many, from which on the next smaller type is not tried, but the one after it."""


class NotSetError(Exception):
    """A document could not be set as it should be: a family that is not there makes its words vanish, and still passes."""


class Press:
    """Sets documents: what the template reads, a drawing still with its figure."""

    def __init__(self) -> None:
        """Load the fonts."""
        import typst  # only those who ask for a document load it

        self._fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER])
        self._drawings = Drawings()

    def end(self, document: Mapping[str, Any]) -> dict[str, float]:
        """Return how many pages a document has, and how far down its last page goes, as a part of its height."""
        return _end(self._told(document), self._fonts)

    def pdf(self, document: Mapping[str, Any]) -> bytes:
        """Return a document as PDF/UA-1.

        Raises:
            NotSetError: the template warns of something.
        """
        return _set(self._told(document), self._fonts)

    def _told(self, document: Mapping[str, Any]) -> str:
        return json.dumps(self._drawings.into(document), ensure_ascii=False)


def fitting(on: Press, documents: Iterable[Mapping[str, Any]], pages: int) -> Mapping[str, Any] | None:
    """Return the first of some documents that has no page too many and, where one can, no last page almost bare; nothing without one.

    Args:
        documents: all say the same, each in smaller type than the one before.
    """
    bare, left = None, list(documents)
    while left:
        document = left.pop(0)
        end = on.end(document)
        if end["pages"] > pages:
            is_far = end["pages"] - 1 + end["filled"] - pages > FAR
            left = left[1:] if is_far and len(left) > 1 else left
        elif end["pages"] == 1 or end["filled"] >= (BARE_OF_TWO if end["pages"] == 2 else BARE):
            return document
        else:
            bare = bare or document
    return bare


def _end(told: str, fonts: "typst.Fonts") -> dict[str, float]:
    found: dict[str, float] = json.loads(_compiler(told, fonts).query("<end>", field="value", one=True))
    return found


def _set(told: str, fonts: "typst.Fonts") -> bytes:
    made, warnings = _compiler(told, fonts).compile_with_warnings(pdf_standards=["ua-1"])
    if warnings:
        raise NotSetError("; ".join(warning.diagnostic for warning in warnings))
    assert isinstance(made, bytes)
    return made


def _compiler(told: str, fonts: "typst.Fonts") -> "typst.Compiler":
    """Return what sets a document. Nothing of it is written to a disk, which may be full."""
    import typst

    return typst.Compiler(
        TEMPLATE.read_bytes(), font_paths=fonts, ignore_system_fonts=True, sys_inputs={"document": told}
    )


class Drawings:
    """The drawings of documents, each drawn once, and words as they are set."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[Figure, float, float], str] = {}

    def into(self, part: Any) -> Any:
        """Return a part of a document with drawings, as SVG, in place of figures, and with the marks of print."""
        if isinstance(part, str):
            return curled(part)
        if isinstance(part, Mapping):
            if part.get("kind") == "drawing":
                told = {name: self.into(part[name]) for name in ("alt", "caption")}
                return {"kind": "drawing", "svg": self._svg(part), **told}
            return {name: one if name == "to" else self.into(one) for name, one in part.items()}
        return [self.into(one) for one in part] if isinstance(part, (list, tuple)) else part

    def _svg(self, block: Mapping[str, Any]) -> str:
        key = (block["figure"], *block["box"])
        if key not in self._drawn:
            self._drawn[key] = _svg(*key)
        return self._drawn[key]


def _svg(figure: Figure, wide: float, high: float) -> str:
    assert figure.picture
    # A document is printed on white: halos and hollow marks have its colour.
    drawn = figure.picture(wide, high).replace(LIGHT.paper, WHITE)
    high = high or max(map(float, LOW.findall(drawn))) + DESCENT
    drawn = curled_between_tags(drawn)
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:g}" height="{high:g}" viewBox="0 0 {wide:g} {high:g}">{drawn}</svg>'
