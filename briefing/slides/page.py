"""One slide while it is filled: its title and sentence, its footer and number, its notes, and what is told of each object."""

from typing import Any

from pptx.oxml import parse_xml

from briefing.slides.grid import (
    ACROSS,
    BOTTOM,
    LINE,
    TEXT,
    TITLE,
    TITLE_LEAST,
    TITLE_ONE,
    TOP,
    Box,
    bound,
    emu,
    high,
    lines,
    pixels,
)
from briefing.slides.master import FOOTER, NUMBER, SENTENCE, SPACES
from briefing.slides.native import Writer
from briefing.slides.shapes import Part
from briefing.slides.svg import Reader
from figures.ink.lettering import BOLD, PLAIN, Face
from figures.ink.lettering import TITLE as TITLE_FACE
from figures.ink.picture import EDGE, Draw
from figures.language import Language

AFTER, GAP, APART = 8.0, 20.0, 10.0
"""Pixels between title and sentence, between sentence and figure, and between sentence and the figure's heading."""

LARGER = 14.2 / (22 * 0.6)
"""How much larger a drawing is than on a picture to take away, whose smallest type is 22 pixels: here that is 14 points."""

LANG = {"en": "en-US", "es": "es-MX"}


class Page:
    """A slide of a layout, with its title and, where there is one, its sentence.

    Attributes:
        box: what is left for the figure, in pixels.
    """

    def __init__(
        self,
        presentation: Any,
        layout: Any,
        title: str,
        sentence: str,
        heading: str,
        language: Language,
    ) -> None:
        """Add the slide.

        Args:
            heading: that of the figure, where its title does not say the same.
        """
        title = bound(title)
        self.slide = presentation.slides.add_slide(layout)
        self._language = language
        self._title(title)
        self._write(TOP + _tall(title) + AFTER, sentence, heading)
        self.box = self.room(title, sentence, heading)

    @staticmethod
    def room(title: str, sentence: str, heading: str) -> Box:
        """Return what such words leave of a slide, in pixels."""
        below = (
            TOP
            + _tall(bound(title))
            + AFTER
            + sum(tall + before for _words, _face, tall, before in _said(sentence, heading))
            + GAP
        )
        return EDGE, below, ACROSS, BOTTOM - below

    def holder(self, index: int) -> Any:
        """Return a placeholder by its number in the layout."""
        return next(one for one in self.slide.placeholders if one.placeholder_format.idx == index)

    def place(self, shape: Any, left: float, top: float, wide: float, tall: float) -> None:
        """Set where an object stands, in pixels."""
        shape.left, shape.top, shape.width, shape.height = map(emu, (left, top, wide, tall))

    def tell(self, shape: Any, name: str, words: str) -> None:
        """Set what an object is called, and what it shows in words."""
        told = shape._element.xpath(".//p:cNvPr")[0]
        told.set("name", name)
        told.set("descr", words)

    def add(self, parts: list[Part], name: str, told: str) -> None:
        """Add shapes as one group."""
        left, top, wide, tall = self.box
        tree = self.slide.shapes._spTree
        writer = Writer(
            len(tree.xpath(".//p:cNvPr")) + 20, LANG[self._language.code], self._language.gettext("Part of a drawing")
        )
        tree.append(writer.group(parts, (left, top, left + wide, top + tall), name, told))

    def finish(self, filters: str, source: str, notes: str) -> None:
        """Write the footer, the number and the notes: last, so that they are read after what the slide shows."""
        tree = self.slide.shapes._spTree
        self._move(FOOTER)
        self._move(NUMBER)
        first = len(tree.xpath(".//p:cNvPr")) + 10_000
        bold = f'<a:r><a:rPr b="1"/><a:t>{_escaped(filters)} · </a:t></a:r>' if filters else ""
        # In two runs: a footer of one is a field to LibreOffice, which breaks it within words.
        first_words, space, rest = source.partition(" ")
        said = "".join(f"<a:r><a:t>{_escaped(words)}</a:t></a:r>" for words in (first_words + space, rest))
        tree.append(
            parse_xml(
                _held(
                    first,
                    self._language.gettext("Sources, date, independence"),
                    f'type="ftr" sz="quarter" idx="{FOOTER}"',
                    bold + said,
                )
            )
        )
        number = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:t>‹#›</a:t></a:fld>'
        tree.append(
            parse_xml(
                _held(
                    first + 1,
                    self._language.gettext("Number of the slide"),
                    f'type="sldNum" sz="quarter" idx="{NUMBER}"',
                    number,
                )
            )
        )
        self.slide.notes_slide.notes_text_frame.text = notes

    def _move(self, index: int) -> None:
        for shape in list(self.slide.placeholders):
            if shape.placeholder_format.idx == index:
                shape._element.getparent().remove(shape._element)

    def _title(self, words: str) -> None:
        title = self.slide.shapes.title
        title.text_frame.text = words
        size = title_size(words)
        if size < TITLE:
            title.text_frame.paragraphs[0].runs[0].font.size = emu(pixels(size))
        self.place(title, EDGE, TOP, ACROSS, _tall(words))

    def _write(self, top: float, sentence: str, heading: str) -> None:
        """Write the sentence right below the title, and the figure's heading under it."""
        holder, said = self.holder(SENTENCE), _said(sentence, heading)
        if not said:
            holder._element.getparent().remove(holder._element)
            return
        for at, (words, face, _tall, before) in enumerate(said):
            paragraph = holder.text_frame.add_paragraph() if at else holder.text_frame.paragraphs[0]
            run = paragraph.add_run()
            run.text = words
            if face is BOLD:
                run.font.bold = True
            if before:
                paragraph.space_before = emu(before)
        tall = sum(tall + before for _words, _face, tall, before in said)
        self.place(holder, EDGE, top, ACROSS, tall)


def _tall(title: str) -> float:
    """Return how many pixels high a title is: what follows stands right below it, be it of one line or of two."""
    size = title_size(title)
    return lines(title, size, ACROSS, TITLE_FACE) * pixels(size) * LINE


def _said(sentence: str, heading: str) -> list[tuple[str, Face, float, float]]:
    """Return the paragraphs under a title: words, face, their height, and the room before them."""
    said = [(words, face) for words, face in ((sentence, PLAIN), (heading, BOLD)) if words]
    return [(words, face, high(words, TEXT, ACROSS, face), APART * bool(at)) for at, (words, face) in enumerate(said)]


def drawn(draw: Draw, box: Box, under: str) -> list[Part]:
    """Return a drawing as shapes in a box of a slide.

    Args:
        under: the colour that hatches lie on.
    """
    left, top, wide, tall = box
    return Reader(draw(wide / LARGER, tall / LARGER), under).parts((left, top, left + wide, top + tall), LARGER)


def title_size(words: str) -> float:
    """Return the size of a title: the largest in which it stands on two lines, in whatever serif a computer has.

    A little smaller, where that makes it one line in any: what follows stands right below it.
    """
    if lines(words, TITLE, ACROSS, TITLE_FACE, wider=1.0) == 1 == lines(words, TITLE_ONE, ACROSS, TITLE_FACE):
        return next(
            size for size in range(int(TITLE), int(TITLE_ONE) - 1, -1) if lines(words, size, ACROSS, TITLE_FACE) == 1
        )
    size = TITLE
    while size > TITLE_LEAST and lines(words, size, ACROSS, TITLE_FACE) > 2:
        size -= 1
    return size


def _held(number: int, name: str, kind: str, runs: str) -> str:
    return (
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="{number}" name="{_escaped(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{runs}</a:p></p:txBody></p:sp>"
    )


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
