"""Each chapter as slides: what its figure is decides whether it is shown as a map, a chart, a table, or in words alone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Pt

from briefing import citing
from briefing.later import LATER
from briefing.slides import rows
from briefing.slides.charts import Series, bars
from briefing.slides.grid import NO_BREAK, Box
from briefing.slides.master import BESIDE, FIGURE, Base
from briefing.slides.notes import Shown, dated, footer, notes
from briefing.slides.page import Page, drawn
from briefing.slides.shapes import Part, Words, moved
from briefing.slides.tables import Table, fill
from briefing.story import Chapter
from figures import filters, imprint, labels
from figures.figure import Figure
from figures.ink.picture import Draw
from figures.objectives import columns
from figures.offices import page_map
from figures.palette import palette
from figures.screen import Number
from figures.sources import coverage
from figures.view import View

ASIDE = 40.0
"""Pixels between two things that stand side by side."""

NARROWER = 0.45
"""Part of the width that a table beside a map takes at most."""

BESIDE_MAP = 24.0
"""Pixels between a map and the table beside it."""

SAID_ABOVE = frozenset({coverage.KEY, page_map.KEY})
"""Figures whose title says once more what finding and sentence say."""

VALUE, COUNTS, KNOWN = 80.0, 24.0, 18.0
"""Sizes of type in points: of a number, of what it counts, of how it is known."""

CHART = 0.25
"""Part of the width that bars take beside what a source says."""

BAR = 84.0
"""Pixels that a bar and the space around it are high at most: four bars need not fill a slide."""


class Maker:
    """Makes the slides of one deck."""

    def __init__(self, base: Base, view: View) -> None:
        """Take what the slides are made in."""
        self._base, self._view = base, view
        self._language, self._colors = view.language, palette(view.theme)
        self._shown: list[tuple[Page, Shown]] = []

    def show(self, chapter: Chapter) -> None:
        """Add the slides of a chapter."""
        screen = chapter.screen
        figure = screen.figures[0] if screen.figures else None
        if not figure:
            self._in_words(chapter)
        elif figure.key == columns.KEY:
            self._initiatives(chapter, figure)
        elif figure.key == "objectives-evidence":
            self._evidence(chapter, figure)
        elif figure.key == coverage.KEY:
            self._coverage(chapter, figure)
        elif draw := figure.apart or figure.picture:
            self._drawing(chapter, figure, draw)
            if chapter.name == LATER:
                self._by_year(chapter, figure)
        else:
            self._plain(chapter, figure, rows.plain(figure))

    @property
    def shown(self) -> list[Shown]:
        """What each slide shows, in their order."""
        return [shown for _page, shown in self._shown]

    def finish(self, numbers: Mapping[str, int]) -> None:
        """Write feet and notes, once it is known by which number each source is cited."""
        for page, shown in self._shown:
            page.finish(*footer(shown, numbers), notes(shown, numbers))

    def references(self, parts: Sequence[Table], title: str, sentence: str, address: str) -> None:
        """Add the parts of a table that belongs to no chapter, each on a slide."""
        narrowed = filters.in_words(self._view.selection, self._view.catalog, self._language)
        for at, part in enumerate(parts, 1):
            said = sentence if at == 1 else ""
            page = self._new("table", self._numbered(title, at, len(parts)), said, "")
            self._fill(page, page.holder(FIGURE), part, title, sentence, self._colors.quiet)
            page.finish(narrowed, dated(self._view), "\n\n".join(filter(None, (imprint.below(self._view), address))))

    def _new(self, layout: str, title: str, sentence: str, heading: str) -> Page:
        base = self._base
        return Page(base.presentation, base.layouts[layout], title, sentence, heading, self._language)

    def _page(self, layout: str, chapter: Chapter) -> Page:
        return self._new(layout, chapter.screen.finding, chapter.screen.sentence, _heading(chapter))

    def _finish(self, page: Page, chapter: Chapter, kept: pd.DataFrame | None = None, is_first: bool = True) -> None:
        self._shown.append((page, Shown(chapter, kept, is_first)))

    def _numbered(self, title: str, at: int, total: int) -> str:
        """Return the title of one of several slides: each has its own, or a list of titles would not tell them apart."""
        if total == 1:
            return title
        number = self._language.gettext("({n} of {total})").format(n=at, total=total)
        return f"{title} {number.replace(' ', NO_BREAK)}"

    def _in_words(self, chapter: Chapter) -> None:
        screen = chapter.screen
        if screen.numbers:
            page = self._page("figure", chapter)
            self._large(page, screen.numbers)
        else:
            page = self._page("list", chapter)
            holder = page.holder(FIGURE)
            page.place(holder, *page.box)
            _list(holder, screen.unknown)
        self._finish(page, chapter)

    def _drawing(self, chapter: Chapter, figure: Figure, draw: Draw) -> None:
        """Add a drawing and, beside a map of several places, these as a table."""
        screen = chapter.screen
        room = Page.room(screen.finding, screen.sentence, _heading(chapter))
        parts = drawn(draw, room, self._colors.land)
        beside = self._beside(chapter, figure, parts, room, draw)
        if beside:
            table, box, parts = beside
            page = self._page("table", chapter)
            page.box = box
            self._fill(page, page.holder(FIGURE), table, figure.title, figure.title, self._colors.quiet)
        else:
            page = self._page("figure", chapter)
        page.box = room
        page.add(parts, figure.title, figure.text)
        self._finish(page, chapter)

    def _beside(
        self, chapter: Chapter, figure: Figure, parts: list[Part], room: Box, draw: Draw
    ) -> tuple[Table, Box, list[Part]] | None:
        """Return the places of a map as a table, where it stands, and the map, narrower where the table needs it; nothing where no table helps.

        A single place is told by the finding; those of a continent find no room.
        """
        if figure.key != page_map.KEY or not chapter.view.selection.has_places or len(figure.rows) < 2:
            return None
        wanted = rows.places(figure, self._language, NARROWER * room[2])
        parts = self._narrower(draw, room, parts, wanted[1]) if wanted else parts
        left, top, wide, tall = _free(parts, room)
        found = rows.places(figure, self._language, wide)
        if not found or sum(found[0].heights(found[1])) > tall:
            return None
        return found[0], (left, top, found[1], tall), parts

    def _narrower(self, draw: Draw, room: Box, parts: list[Part], wide: float) -> list[Part]:
        """Return a map that leaves so many pixels beside it, its key where it was."""
        left, top, across, tall = room
        lacking = wide - _free(parts, room)[2]
        if lacking <= 0:
            return parts
        less = drawn(draw, (left + lacking, top, across - lacking, tall), self._colors.land)
        land = _land(less, left + lacking)
        return [moved(part, -lacking) if part.box[2] <= land else part for part in less]

    def _large(self, page: Page, numbers: tuple[Number, ...]) -> None:
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

    def _initiatives(self, chapter: Chapter, figure: Figure) -> None:
        """Add the initiatives of an objective: on one slide, or else those of the strategy and those of context apart."""
        screen, language = chapter.screen, self._language
        heading = _heading(chapter)
        room, later = self._rooms(chapter, heading)
        ways = [one.parted(room[2], room[3], later[3] - room[3]) for one in rows.initiatives(figure, chapter.view)]
        context = language.gettext("Context is related work, not shown to be in the strategy.")
        strategy = labels.words(language, "scope")[rows.SOUGHT]
        was_told = False
        slides: list[tuple[Table, str, str, pd.DataFrame]] = []
        for table, kept in min(ways, key=len):
            is_context = strategy not in set(kept["scope"])
            said = "" if slides else screen.sentence
            if slides and is_context and not was_told:
                said, was_told = context, True
            slides.append((table, said, "" if slides else heading, kept))
        self._listed(chapter, figure, slides)

    def _plain(self, chapter: Chapter, figure: Figure, table: Table) -> None:
        """Add the rows of any other figure, on as many slides as they take."""
        room, later = self._rooms(chapter, _heading(chapter))
        self._parts(chapter, figure, table.parted(room[2], room[3], later[3] - room[3]))

    def _parts(self, chapter: Chapter, figure: Figure, parts: Sequence[Table]) -> None:
        rest = [(part, "", "", None) for part in parts[1:]]
        self._listed(chapter, figure, [(parts[0], chapter.screen.sentence, _heading(chapter), None), *rest])

    def _rooms(self, chapter: Chapter, heading: str) -> tuple[Box, Box]:
        """Return what is left of the first slide of a chapter of several, and of those after it."""
        title, sentence = self._numbered(chapter.screen.finding, 9, 9), chapter.screen.sentence
        return Page.room(title, sentence, heading), Page.room(title, "", "")

    def _listed(
        self, chapter: Chapter, figure: Figure, slides: Sequence[tuple[Table, str, str, pd.DataFrame | None]]
    ) -> None:
        """Add slides, each of a table, its sentence, its heading, and the initiatives that it holds."""
        for at, (table, sentence, heading, kept) in enumerate(slides, 1):
            page = self._new("table", self._numbered(chapter.screen.finding, at, len(slides)), sentence, heading)
            rule = self._colors.objectives.get(chapter.name.removeprefix("objective-"), self._colors.quiet)
            self._fill(page, page.holder(FIGURE), table, figure.title, figure.text, rule)
            self._finish(page, chapter, kept, is_first=at == 1)

    def _fill(self, page: Page, holder: Any, table: Table, name: str, told: str, rule: str) -> None:
        frame = fill(holder, table, page.box, self._colors.line, rule)
        page.tell(frame, name, told)

    def _evidence(self, chapter: Chapter, figure: Figure) -> None:
        """Add what became of initiatives: by objective as bars beside what the newest source says; of one alone, what each source says, or how each is worded."""
        promised = citing.promised(chapter)
        later = citing.newest(promised)
        if len(figure.rows) == 1:
            # One bar says what the finding does; and of initiatives without a later source, their own slide says that there is none.
            tables = rows.later(later, self._language) if later else rows.worded(promised, self._language)
            room, more = self._rooms(chapter, _heading(chapter))
            ways = [one.parted(room[2], room[3], more[3] - room[3]) for one in tables]
            self._parts(chapter, figure, min(ways, key=len))
            return
        page = self._page("both", chapter)
        left, top, wide, tall = page.box
        names, series, tables = rows.evidence(figure, later, wide * (1 - CHART), self._colors, self._language)
        chart = bars(page.holder(FIGURE), names, series, wide * CHART - ASIDE)
        page.place(chart, left, top, wide * CHART - ASIDE, min(tall, BAR * 1.4 * len(names) + 100))
        page.tell(chart, figure.title, figure.text)
        page.box = (left + wide * CHART, top, wide * (1 - CHART), tall)
        table = next((one for one in tables if sum(one.heights(page.box[2])) <= tall), tables[-1])
        self._fill(page, page.holder(BESIDE), table, table.head[1], figure.text, self._colors.quiet)
        self._finish(page, chapter)

    def _by_year(self, chapter: Chapter, figure: Figure) -> None:
        """Add the events of a timeline once more, counted."""
        counted = replace(
            chapter,
            screen=replace(chapter.screen, finding=rows.most(figure, self._language), sentence="", says_first=True),
        )
        page = self._page("chart", counted)
        self._chart(page, figure, *rows.by_year(figure, self._colors))
        self._finish(page, counted, is_first=False)

    def _coverage(self, chapter: Chapter, figure: Figure) -> None:
        """Add on how many sources facts rest, and which article a part of the bars stands for."""
        screen = chapter.screen
        article = coverage.explained(self._language) if figure.rows["seed"].any() else ""
        page = self._new("chart", screen.finding, f"{screen.sentence} {article}".rstrip(), _heading(chapter))
        self._chart(page, figure, *rows.coverage(figure, chapter.view), is_share=True)
        self._finish(page, chapter)

    def _chart(
        self, page: Page, figure: Figure, names: list[str], series: list[Series], is_share: bool = False
    ) -> None:
        left, top, wide, tall = page.box
        chart = bars(page.holder(FIGURE), names, series, wide, is_share, gap=30)
        page.place(chart, left, top, wide, min(tall, BAR * len(names) + 60))
        page.tell(chart, figure.title, figure.text)


def _heading(chapter: Chapter) -> str:
    """Return the title of a chapter's figure, where its finding does not say the same."""
    screen = chapter.screen
    if not screen.figures or screen.says_first or screen.figures[0].key in SAID_ABOVE:
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
    key = min((part.box[1] for part in parts if part.box[0] <= left + 1), default=top + tall)
    return left, top, max(_land(parts, left) - left - BESIDE_MAP, 0), max(key - top - ASIDE / 2, 0)


def _land(parts: list[Part], left: float) -> float:
    """Return where the land of a map begins; `left`, where it has none."""
    return min((part.box[0] for part in parts if not isinstance(part, Words) and part.name), default=left)
