"""What is taken away as small pictures: the first screen of the presentation, a slide, the first page of the document, the data pack."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing import apart, document
from briefing.story import story
from data.once import once
from data.packing import files
from figures import imprint
from figures.ink import picture
from figures.ink.lettering import PLAIN, TITLE, text, wrapped
from figures.ink.picture import Caption, Draw
from figures.palette import palette
from figures.screen import Screen
from figures.view import View

WIDTH = 640
"""Pixels of a preview: twice what it is shown at."""

NAMED = {"page": "strategy", "slides": "offices"}
"""Kind of what is shown as a screen → the chapter of the story that stands for it."""

LETTER = (612, 792)
"""Points of a page of the document."""

SEEN = 0.72
"""Part of that page that is seen."""

SHEET = """#set page(width: {wide}pt, height: {high}pt, margin: 0pt)
#place(top, image("document.pdf", width: {wide}pt, height: {whole}pt))"""


def previews(view: View) -> Mapping[str, Callable[[], bytes]]:
    """Return kind → what makes its preview as PNG, in the view's theme."""
    return {
        "page": lambda: _screen("page", view),
        "slides": lambda: _screen("slides", view),
        "document": lambda: _page(replace(view, theme="light")),
        "pack": lambda: _pack(view),
    }


def _screen(kind: str, view: View) -> bytes:
    chapter = next(one for one in story(view) if one.name == NAMED[kind])
    screen, figure = chapter.screen, next((one for one in chapter.screen.figures if one.picture), None)
    draw = figure.picture if figure and figure.picture else _numbers(screen, view)
    foot = imprint.foot(figure.source_ids if figure else (), view)
    return picture.png(picture.svg(draw, Caption(screen.finding, "", foot), view.theme), WIDTH)


def _numbers(screen: Screen, view: View) -> Draw:
    """Return what draws a screen of large numbers, each above what it counts, and the sentence over them."""
    colors = palette(view.theme)

    def draw(width: float, height: float) -> str:
        room = width / max(1, len(screen.numbers))
        drawn = [
            text(line, 0, 34 + 40 * at, 30, colors.quiet) for at, line in enumerate(_lines(screen.sentence, 30, width))
        ]
        for at, number in enumerate(screen.numbers):
            drawn.append(text(number.value, room * at, height * 0.62, 200, colors.ink, TITLE))
            told = [(line, colors.ink) for line in _lines(number.counts, 34, room - 40)]
            told += [(line, colors.quiet) for line in _lines(number.known, 30, room - 40)]
            drawn += [
                text(line, room * at, height * 0.62 + 60 + 42 * below, 32, color)
                for below, (line, color) in enumerate(told)
            ]
        return "".join(drawn)

    return draw


def _lines(words: str, size: float, room: float) -> list[str]:
    return wrapped(words, size, room, PLAIN, most=2)


@once(4)
def _page(view: View) -> bytes:
    """Return the upper part of the first page of the document. Paper is white in either theme."""
    return apart.made(first_page, view)


def first_page(view: View) -> bytes:
    """Return the same, made by the process that asks."""
    import typst  # only those who make a document load it

    wide, high = LETTER
    with TemporaryDirectory() as folder:
        (Path(folder) / "document.pdf").write_bytes(document.pdf(view))
        sheet = Path(folder) / "sheet.typ"
        sheet.write_text(SHEET.format(wide=wide, high=round(high * SEEN), whole=high))
        made = typst.compile(sheet, root=Path(folder), format="png", ppi=72 * WIDTH / wide)
    assert isinstance(made, bytes)
    return made


def _pack(view: View) -> bytes:
    """Return the list of what is in the data pack: its files, and how many tables and pictures there are."""
    colors, language = palette(view.theme), view.language
    names = list(files(view.catalog))
    tables = [name for name in names if name.startswith("tables/")]
    drawn = sum(bool(one.screen.figures and one.screen.figures[0].picture) for one in story(view))
    lines = [
        *((name, colors.quiet) for name in names if "/" not in name),
        ("tables/", colors.ink),
        *((name.replace("tables/", "    "), colors.quiet) for name in tables[:5]),
        ("    …", colors.quiet),
        ("pictures/", colors.ink),
    ]
    half = (len(lines) + 1) // 2
    counted = " · ".join(
        (
            language.ngettext("{n} table", "{n} tables", len(tables)),
            language.ngettext("{n} picture", "{n} pictures", drawn),
        )
    )

    def draw(width: float, height: float) -> str:
        step = height / (half + 1)
        return "".join(
            text(
                words.lstrip(),
                (at // half) * width / 2 + (40 if words.startswith(" ") else 0),
                step * (at % half + 1),
                34,
                color,
            )
            for at, (words, color) in enumerate(lines)
        )

    return picture.png(picture.svg(draw, Caption(counted, "", imprint.foot((), view)), view.theme), WIDTH)
