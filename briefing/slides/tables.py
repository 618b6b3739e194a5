"""Tables of a slide: measured, so that a long one goes on where the slide ends, on as many slides as it takes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.util import Pt

from briefing.slides.grid import ACROSS, OTHER_BOLD, OTHER_FACE, Box, emu, high, pixels
from briefing.slides.master import DRAWING, SPACES
from figures.ink.lettering import BOLD, PLAIN, Face, width, wrapped

PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The style without fill or grid: what there is of lines is set here."""

ABOVE, ASIDE = 4.0, 8.0
"""Pixels between the words of a cell and its edges."""


SPARE = 6.0
"""Pixels that a column is wider than its words: a program may break a number before its bracket."""

FIRMER = 1.04
"""How much wider yet bold words may come out in another typeface."""


def _firm(wider: float) -> float:
    """Return how much wider bold words come out: in our own typeface, as they are measured."""
    return wider * FIRMER if wider > 1 else wider


@dataclass(frozen=True)
class Cell:
    """The words of a cell, where they lead, whether they are bold; and a bold line of its own above them: what they tell of."""

    words: str
    link: str = ""
    bold: bool = False
    lead: str = ""

    def high(self, size: float, room: float, wider: float) -> float:
        """Return how high it is in pixels, where words come out so much wider than in our typeface."""
        said = [*([(self.lead, True)] if self.lead else []), (self.words, self.bold)]
        return sum(
            high(words, size, room, BOLD if bold else PLAIN, _firm(wider) if bold else wider) for words, bold in said
        )


@dataclass(frozen=True)
class Table:
    """Rows under a head, the widths of columns as parts of the whole, and the size of type in points."""

    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    shares: Sequence[float]
    size: float

    def heights(self, wide: float, wider: float = OTHER_FACE) -> list[float]:
        """Return how high each row is in pixels, the head first, where words come out so much wider than in our typeface."""
        rooms = [share * wide - 2 * ASIDE for share in self.shares]
        head = max(
            high(words, self.size, room, BOLD, _firm(wider)) for words, room in zip(self.head, rooms, strict=True)
        )
        below = [
            max(cell.high(self.size, room, wider) for cell, room in zip(row, rooms, strict=True)) for row in self.rows
        ]
        return [one + 2 * ABOVE for one in (head, *below)]

    def parted(self, wide: float, room: float, more: float = 0) -> list["Table"]:
        """Return the table in as few parts as find room, of about the same height; those after the first have so much `more` room."""
        heights = self.heights(wide)
        if sum(heights) <= room:
            return [self]
        count = len(list(self._cut(heights, room, more)))
        # As many parts as need be, and then the lowest room in which there are no more of them.
        low, enough = heights[0], room
        while enough - low > 1:
            middle = (low + enough) / 2
            low, enough = (low, middle) if len(list(self._cut(heights, middle, more))) <= count else (middle, enough)
        return list(self._cut(heights, enough, more))

    def _cut(self, heights: Sequence[float], room: float, more: float) -> Iterator["Table"]:
        taken, rows = heights[0], list[Sequence[Cell]]()
        for row, tall in zip(self.rows, heights[1:], strict=True):
            if rows and taken + tall > room:
                yield Table(self.head, rows, self.shares, self.size)
                taken, rows, room, more = heights[0], [], room + more, 0
            rows.append(row)
            taken += tall
        yield Table(self.head, rows, self.shares, self.size)


def fitted(head: Sequence[str], rows: Sequence[Sequence[Cell]], wide: Mapping[int, float], size: float) -> Table:
    """Return a table as wide as a slide whose columns are as wide as their words need, and some share what is left.

    Args:
        wide: column → its part of what the others leave.
    """
    known = {at: needed(words, [row[at] for row in rows], size) for at, words in enumerate(head) if at not in wide}
    left = ACROSS - sum(known.values())
    shares = [known.get(at, wide.get(at, 0) * left) / ACROSS for at in range(len(head))]
    return Table(head, rows, shares, size)


def narrow(head: Sequence[str], rows: Sequence[Sequence[Cell]], size: float, room: float) -> tuple[Table, float] | None:
    """Return a table no wider than `room` pixels, and how wide it is: no word in it breaks. Nothing where words find no room."""
    columns = [[row[at] for row in rows] for at in range(len(head))]
    best = [needed(words, cells, size) for words, cells in zip(head, columns, strict=True)]
    least = [_longest(words, cells, size) for words, cells in zip(head, columns, strict=True)]
    if sum(least) > room:
        return None
    spare, wanted = room - sum(least), sum(best) - sum(least)
    grown = min(spare / wanted, 1.0) if wanted else 0.0
    wide = [low + (high - low) * grown for low, high in zip(least, best, strict=True)]
    return Table(head, rows, [one / sum(wide) for one in wide], size), sum(wide)


def _longest(head: str, cells: Sequence[Cell], size: float) -> float:
    """Return how wide a column is in which lines may break, but no word."""
    words = [(word, BOLD) for word in head.split(" ")]
    words += [(word, BOLD if cell.bold else PLAIN) for cell in cells for word in cell.words.split(" ")]
    return _widest(words, size)


def needed(head: str, cells: Sequence[Cell], size: float) -> float:
    """Return how wide a column is in which only the head may break, into two lines."""
    parts = head.split()
    ways = [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(len(parts))]
    broken = min(ways, key=lambda way: max(width(line, pixels(size), BOLD) for line in way))
    return _widest(
        [(line, BOLD) for line in broken] + [(cell.words, BOLD if cell.bold else PLAIN) for cell in cells], size
    )


def _widest(words: Sequence[tuple[str, Face]], size: float) -> float:
    wider = {BOLD: OTHER_BOLD, PLAIN: OTHER_FACE}
    return max((width(said, pixels(size), face) * wider[face] for said, face in words), default=0.0) + 2 * ASIDE + SPARE


def fill(holder: Any, table: Table, box: Box, line: str, rule: str) -> Any:
    """Fill a placeholder with a table, and return it.

    Args:
        line: the colour of the lines between rows, and `rule` of that below the head.
    """
    left, top, wide, _tall = box
    frame = holder.insert_table(len(table.rows) + 1, len(table.head))
    # A row grows by itself where its words take more.
    heights = table.heights(wide, wider=1.0)
    frame.left, frame.top, frame.width, frame.height = map(emu, (left, top, wide, sum(heights)))
    made = frame.table
    made.horz_banding = False
    made._tbl.tblPr.find(f"{DRAWING}tableStyleId").text = PLAIN_STYLE
    for column, share in zip(made.columns, table.shares, strict=True):
        column.width = emu(share * wide)
    head = [Cell(words, bold=True) for words in table.head]
    for at, (row, cells, tall) in enumerate(zip(made.rows, [head, *table.rows], heights, strict=True)):
        row.height = emu(tall)
        for cell, said, share in zip(row.cells, cells, table.shares, strict=True):
            _write(cell, said, table.size, share * wide - 2 * ASIDE, *((line, 1.0) if at else (rule, 3.0)))
    return frame


def _write(cell: Any, said: Cell, size: float, room: float, line: str, weight: float) -> None:
    cell.margin_left = cell.margin_right = emu(ASIDE)
    cell.margin_top = cell.margin_bottom = emu(ABOVE)
    text = cell.text_frame
    runs = [(text.paragraphs[0], said.lead, True)] if said.lead else []
    below = text.add_paragraph() if said.lead else text.paragraphs[0]
    runs += [(below, words, said.bold) for words in _linked(said, size, room)]
    for paragraph, words, bold in runs:
        run = paragraph.add_run()
        run.text = words
        run.font.size = Pt(size)
        run.font.bold = bold
        run.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
        if said.link:
            run.hyperlink.address = said.link
    properties = cell._tc.get_or_add_tcPr()
    properties.append(
        parse_xml(
            f'<a:lnB {SPACES} w="{emu(weight)}"><a:solidFill><a:srgbClr val="{RGBColor.from_string(line[1:].upper())}"/></a:solidFill></a:lnB>'
        )
    )
    properties.append(parse_xml(f"<a:noFill {SPACES}/>"))


def _linked(said: Cell, size: float, room: float) -> list[str]:
    """Return the words of a cell as runs: those of a link a line each, since LibreOffice breaks one that takes several within words."""
    if not said.link:
        return [said.words]
    first, *rest = reversed(wrapped(said.words, pixels(size) * OTHER_FACE, room))
    return [*(f"{line} " for line in reversed(rest)), first]
