"""Each chapter as slides: what its figure is decides whether it is shown as a map, a chart, a table, or in words alone."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Pt

from briefing.slides import rows
from briefing.slides.charts import Series, bars
from briefing.slides.grid import Box
from briefing.slides.master import BESIDE, FIGURE, Base
from briefing.slides.notes import dated, footer, notes
from briefing.slides.page import Page, drawn
from briefing.slides.shapes import Part, Words
from briefing.slides.tables import Table, fill
from briefing.story import Chapter
from figures import imprint
from figures.figure import Figure
from figures.ink.picture import Draw
from figures.offices import page_map
from figures.palette import palette
from figures.screen import Number
from figures.view import View

COVERAGE = "sources-coverage"
"""The figure with a bar for every table."""

NO_BREAK = "\N{NO-BREAK SPACE}"

ASIDE = 40.0
"""Pixels between two things that stand side by side."""

VALUE, COUNTS, KNOWN = 80.0, 24.0, 18.0
"""Sizes of type in points: of a number, of what it counts, of how it is known."""

BAR = 84.0
"""Pixels that a bar and the space around it are high at most: four bars need not fill a slide."""


class Maker:
    """Makes the slides of one deck."""

    def __init__(self, base: Base, view: View) -> None:
        """Take what the slides are made in."""
        self._base, self._view = base, view
        self._language, self._colors = view.language, palette(view.theme)

    def show(self, chapter: Chapter) -> None:
        """Add the slides of a chapter."""
        screen = chapter.screen
        figure = screen.figures[0] if screen.figures else None
        if not figure:
            self._in_words(chapter)
        elif figure.key == "objectives-columns":
            self._table(chapter, figure, rows.initiatives(figure, self._view.catalog, self._language))
        elif figure.key == "objectives-evidence":
            self._evidence(chapter, figure)
        elif figure.key == COVERAGE:
            self._bars(chapter, figure, *rows.coverage(figure, chapter.view), is_share=True)
        elif draw := figure.apart or figure.picture:
            self._drawing(chapter, figure, draw)
            if chapter.name == "later":
                self._by_year(chapter, figure)
        else:
            self._table(chapter, figure, [rows.plain(figure)])

    def references(self, table: Table, title: str, sentence: str, address: str) -> None:
        """Add a table that belongs to no chapter, on as many slides as it takes."""
        room = Page.room(sentence, "")
        parts = table.parted(room[2], room[3], Page.room("", "")[3] - room[3])
        for at, part in enumerate(parts, 1):
            said = sentence if at == 1 else ""
            page = self._new("table", self._numbered(title, at, len(parts)), said, "")
            self._fill(page, page.holder(FIGURE), part, title, sentence, self._colors.quiet)
            page.finish("", dated(self._view), "\n\n".join(filter(None, (imprint.below(self._view), address))))

    def _new(self, layout: str, title: str, sentence: str, heading: str) -> Page:
        base, is_alone = self._base, layout == "alone"
        return Page(base.presentation, base.layouts[layout], title, sentence, heading, self._language, is_alone)

    def _page(self, layout: str, chapter: Chapter) -> Page:
        return self._new(layout, chapter.screen.finding, chapter.screen.sentence, _heading(chapter))

    def _finish(self, page: Page, chapter: Chapter) -> None:
        figure = chapter.screen.figures[0] if chapter.screen.figures else None
        page.finish(*footer(chapter, figure), notes(chapter))

    def _numbered(self, title: str, at: int, total: int) -> str:
        """Return the title of one of several slides: each has its own, or a list of titles would not tell them apart."""
        if total == 1:
            return title
        number = self._language.gettext("({n} of {total})").format(n=at, total=total)
        return f"{title} {number.replace(' ', NO_BREAK)}"

    def _in_words(self, chapter: Chapter) -> None:
        screen = chapter.screen
        if screen.unknown:
            page = self._page("list", chapter)
            holder = page.holder(FIGURE)
            page.place(holder, *page.box)
            _list(holder, screen.unknown)
        elif screen.numbers:
            page = self._page("figure", chapter)
            self._numbers(page, screen.numbers)
        else:
            page = self._page("alone", chapter)
        self._finish(page, chapter)

    def _drawing(self, chapter: Chapter, figure: Figure, draw: Draw) -> None:
        """Add a drawing and, where it leaves room beside a map, its places as a table."""
        screen = chapter.screen
        room = Page.room(screen.sentence, _heading(chapter))
        parts = drawn(draw, room, self._colors.land)
        free = _free(parts, room) if figure.key == page_map.KEY else None
        table = rows.places(figure, self._language) if free and chapter.view.selection.has_places else None
        if free and table and sum(table.heights(free[2])) <= free[3]:
            page = self._page("table", chapter)
            page.box = free
            self._fill(page, page.holder(FIGURE), table, figure.title, figure.title, self._colors.quiet)
            page.box = room
        else:
            page = self._page("figure", chapter)
        page.add(parts, figure.title, figure.text)
        self._finish(page, chapter)

    def _numbers(self, page: Page, numbers: tuple[Number, ...]) -> None:
        """Write the numbers side by side, each in one text with what it counts, in the largest type that leaves them apart."""
        left, top, wide, tall = page.box
        part = (wide - ASIDE * (len(numbers) - 1)) / len(numbers)
        for at, one in enumerate(numbers):
            box = page.slide.shapes.add_textbox(0, 0, 0, 0)
            page.place(box, left + (part + ASIDE) * at, top + 0.12 * tall, part, 0.7 * tall)
            box.name = f"{one.value} {one.counts}"
            text = box.text_frame
            text.word_wrap = True
            text.margin_left = text.margin_right = text.margin_top = text.margin_bottom = 0
            sizes = ((one.value, VALUE, True), (one.counts, COUNTS, True), (one.known, KNOWN, False))
            for line, (words, size, bold) in enumerate(part for part in sizes if part[0]):
                paragraph = text.add_paragraph() if line else text.paragraphs[0]
                run = paragraph.add_run()
                run.text = words
                run.font.size, run.font.bold = Pt(size), bold
                run.font.color.theme_color = MSO_THEME_COLOR.TEXT_1 if bold else MSO_THEME_COLOR.TEXT_2

    def _table(self, chapter: Chapter, figure: Figure, ways: Sequence[Table]) -> None:
        """Add a table, on as few slides as any of some ways to write it takes: the first such way."""
        screen, heading = chapter.screen, _heading(chapter)
        room = Page.room(screen.sentence, heading)
        more = Page.room("", heading)[3] - room[3]
        parts = min((table.parted(room[2], room[3], more) for table in ways), key=len)
        for at, part in enumerate(parts, 1):
            title = self._numbered(screen.finding, at, len(parts))
            page = self._new("table", title, screen.sentence if at == 1 else "", heading)
            rule = self._colors.objectives.get(chapter.name.removeprefix("objective-"), self._colors.quiet)
            self._fill(page, page.holder(FIGURE), part, figure.title, figure.text, rule)
            self._finish(page, chapter)

    def _fill(self, page: Page, holder: Any, table: Table, name: str, told: str, rule: str) -> None:
        frame = fill(holder, table, page.box, self._colors.line, rule)
        page.tell(frame, name, told)

    def _evidence(self, chapter: Chapter, figure: Figure) -> None:
        names, series, tables = rows.evidence(figure, self._colors, self._language)
        page = self._page("both", chapter)
        left, top, wide, tall = page.box
        chart = bars(page.holder(FIGURE), names, series)
        page.place(chart, left, top, wide * 0.46 - ASIDE, min(tall, BAR * 1.4 * len(names) + 100))
        page.tell(chart, figure.title, figure.text)
        page.box = (left + wide * 0.46, top, wide * 0.54, tall)
        table = next((one for one in tables if sum(one.heights(page.box[2])) <= tall), tables[-1])
        self._fill(page, page.holder(BESIDE), table, table.head[1], figure.text, self._colors.quiet)
        self._finish(page, chapter)

    def _by_year(self, chapter: Chapter, figure: Figure) -> None:
        """Add the events of a timeline once more, counted."""
        title = self._language.gettext("{title}, by category and year").format(title=figure.title)
        page = self._new("chart", title, "", "")
        self._chart(page, figure, *rows.by_year(figure, self._colors))
        self._finish(page, chapter)

    def _bars(self, chapter: Chapter, figure: Figure, names: list[str], series: list[Series], is_share: bool) -> None:
        page = self._page("chart", chapter)
        self._chart(page, figure, names, series, is_share)
        self._finish(page, chapter)

    def _chart(
        self, page: Page, figure: Figure, names: list[str], series: list[Series], is_share: bool = False
    ) -> None:
        left, top, wide, tall = page.box
        chart = bars(page.holder(FIGURE), names, series, is_share, gap=30)
        page.place(chart, left, top, wide, min(tall, BAR * len(names) + 60))
        page.tell(chart, figure.title, figure.text)


def _heading(chapter: Chapter) -> str:
    """Return the title of a chapter's figure, where its finding does not say the same; none where many bars need the room."""
    screen = chapter.screen
    if not screen.figures or screen.says_first or screen.figures[0].key == COVERAGE:
        return ""
    title = screen.figures[0].title
    return title if title != screen.finding else ""


def _list(holder: Any, items: tuple[str, ...]) -> None:
    text = holder.text_frame
    for at, words in enumerate(items):
        paragraph = text.add_paragraph() if at else text.paragraphs[0]
        paragraph.add_run().text = words


def _free(parts: list[Part], box: Box) -> Box:
    """Return the room that a map leaves beside it, above its key."""
    left, top, _wide, tall = box
    land = min((part.box[0] for part in parts if not isinstance(part, Words) and part.name), default=left)
    key = min((part.box[1] for part in parts if part.box[0] <= left + 1), default=top + tall)
    return left, top, max(land - left - ASIDE, 0), max(key - top - ASIDE / 2, 0)
