"""Setting a document: the template, one JSON, its drawings and our own fonts in, a tagged PDF out."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from figures.figure import Figure
from figures.ink.lettering import FOLDER
from figures.palette import LIGHT, WHITE

if TYPE_CHECKING:
    import typst

TEMPLATE = Path(__file__).parent / "template.typ"

LOW = re.compile(r'<text x="[^"]*" y="([^"]*)"')
DESCENT = 8
"""Pixels of a last line of words below the line on which it stands."""


BARE = 0.22
"""Part of its height that the last page of several is filled to at least, where smaller type can help it."""


class NotSetError(Exception):
    """A document could not be set as it should be: a family that is not there makes its words vanish, and still passes."""


def fitting(documents: Iterable[Mapping[str, Any]], pages: int) -> bytes:
    """Return the first of some documents that has no page too many and no last page almost bare, as PDF/UA-1.

    Args:
        documents: what the template reads; a drawing still with its figure. Each says less, or in smaller type, than the one before.

    Raises:
        NotSetError: the template warns of something, or no document fits.
    """
    import typst  # only those who ask for a document load it

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER])
    drawings, bare = Drawings(), None
    for document in documents:
        told = json.dumps(drawings.into(document), ensure_ascii=False)
        end = _end(told, fonts)
        if end["pages"] > pages:
            continue
        if end["pages"] == 1 or end["filled"] >= BARE:
            return _set(told, fonts)
        bare = bare or told
    if bare:
        return _set(bare, fonts)
    raise NotSetError(f"more than {pages} pages")


def _end(told: str, fonts: "typst.Fonts") -> dict[str, float]:
    """Return how many pages a document has, and how far down its last page goes, as a part of its height."""
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
    """The drawings of documents, each drawn once."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[Figure, float, float], str] = {}

    def into(self, part: Any) -> Any:
        """Return a part of a document with drawings, as SVG, in place of figures."""
        if isinstance(part, Mapping):
            if part.get("kind") == "drawing":
                return {"kind": "drawing", "svg": self._svg(part), "alt": part["alt"], "caption": part["caption"]}
            return {name: self.into(one) for name, one in part.items()}
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
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:g}" height="{high:g}" viewBox="0 0 {wide:g} {high:g}">{drawn}</svg>'
