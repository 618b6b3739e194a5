"""The columns of initiatives on a slide: every name whole, in the largest type that leaves room for all."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from data.queries.objectives import SCOPES, Initiative
from figures import labels
from figures.ink.lettering import BOLD, PLAIN, text, width, wrapped
from figures.objectives.slide_marks import INDENT, Ink, key, later, mark, patterns
from figures.palette import palette
from figures.view import View

SIZES = tuple(size / 2 for size in range(44, 17, -1))
"""Sizes of type to try, the largest first, in pixels."""

EXTRA = 3
"""Columns more than objectives that may be laid out: a long list goes on in a second column."""

LINE, AIR, GAP, TITLE = 1.22, 0.36, 1.6, 1.1
"""Height of a line, room between names, room between columns, size of a title: all in sizes of type."""

RULE = 5
"""Pixels of the line in an objective's colour."""

Columns = Mapping[int, Sequence[Initiative]]


class Line(NamedTuple):
    """A line of a list: its words, the scope whose mark stands before it, the year behind it."""

    words: str
    scope: str = ""
    year: str = ""
    is_head: bool = False


class Laid(NamedTuple):
    """Everything in its place, in one size of type.

    Attributes:
        across: pixels of a column.
        top: where the lists begin.
        heads: objective → lines of its title.
        lists: objective → its columns, each a list of names, a name a list of lines.
    """

    size: float
    across: float
    top: float
    heads: Mapping[int, list[str]]
    lists: Mapping[int, list[list[list[Line]]]]


def svg(view: View, columns: Columns, wide: float, high: float) -> str:
    """Return the columns, with the key below them, in `wide` × `high` pixels."""
    laid = next(_fitting(view, columns, wide, high))
    ink, left, parts = Ink(palette(view.theme), laid.size), 0.0, []
    for number, lists in laid.lists.items():
        color = ink.colors.objectives[str(number)]
        whole = _span(len(lists), laid.across, laid.size)
        parts.append(f'<rect x="{left:.1f}" width="{whole:.1f}" height="{RULE}" fill="{color}"/>')
        for at, words in enumerate(laid.heads[number], 1):
            base = RULE + LINE * TITLE * laid.size * at
            parts.append(text(words, left, base, TITLE * laid.size, ink.colors.ink, BOLD))
        for names in lists:
            parts += _names(names, left, laid, color, ink)
            left += laid.across + GAP * laid.size
    drawn, _wide = _key(view, columns, laid.size, high)
    return "".join([*patterns(columns, ink), *parts, drawn])


def _key(view: View, columns: Columns, size: float, high: float) -> tuple[str, float]:
    shown = [one for ours in columns.values() for one in ours]
    return key(view.language, shown, high - 0.3 * size, GAP, Ink(palette(view.theme), size))


def _fitting(view: View, columns: Columns, wide: float, high: float) -> Iterator[Laid]:
    """Yield what finds room, the largest type first; in the end the smallest, whatever room it takes."""
    for size in SIZES:
        if _key(view, columns, size, high)[1] > wide:
            continue
        for count in range(len(columns), len(columns) + EXTRA + 1):
            laid = _laid(view, columns, size, (wide - GAP * size * (count - 1)) / count, count, high)
            if laid:
                yield laid
    smallest = SIZES[-1]
    last = _laid(view, columns, smallest, _share(wide, len(columns), smallest), len(columns), float("inf"))
    assert last
    yield last


def _laid(view: View, columns: Columns, size: float, across: float, count: int, high: float) -> Laid | None:
    """Return the columns in a size of type, or nothing where they do not find room."""
    shares = _shares(columns, count)
    titles = labels.objectives(view.language, view.catalog)
    heads = {
        number: wrapped(f"{number}  {titles[number]}", TITLE * size, _span(shares[number], across, size), BOLD)
        for number in columns
    }
    top = RULE + LINE * TITLE * size * max(map(len, heads.values())) + 0.5 * size
    room = high - top - 2 * size
    lists = {number: _broken(list(_blocks(view, ours, size, across)), size, room) for number, ours in columns.items()}
    if any(len(found) > shares[number] for number, found in lists.items()):
        return None
    # A column that stays empty is room all the same.
    return Laid(
        size,
        across,
        top,
        heads,
        {number: [*found, *[[]] * (shares[number] - len(found))] for number, found in lists.items()},
    )


def _shares(columns: Columns, count: int) -> dict[int, int]:
    """Return how many columns each objective has: who has most names a column has the next one."""
    shares = dict.fromkeys(columns, 1)
    for _extra in range(count - len(columns)):
        shares[max(columns, key=lambda number: len(columns[number]) / shares[number])] += 1
    return shares


def _share(wide: float, count: int, size: float) -> float:
    return (wide - GAP * size * (count - 1)) / count


def _span(count: int, across: float, size: float) -> float:
    return count * across + (count - 1) * GAP * size


def _blocks(view: View, ours: Sequence[Initiative], size: float, across: float) -> Iterator[list[Line]]:
    """Yield the lines of each name; the head of context belongs to the first name under it."""
    for scope in SCOPES:
        named = [one for one in ours if one.scope == scope]
        for at, one in enumerate(named):
            head = scope == "context" and not at and len(named) < len(ours)
            words = labels.words(view.language, "scope")[scope]
            yield [*([Line(words, is_head=True)] if head else []), *_name(one, size, across)]


def _name(one: Initiative, size: float, across: float) -> Iterator[Line]:
    year = one.follow_up.latest.date[:4] if one.follow_up else ""
    # The year is part of what is broken into lines, so that it always finds room behind the last word.
    for at, words in enumerate(wrapped(f"{one.name} ●{year}" if year else one.name, size, across - INDENT * size)):
        kept, _dot, found = words.partition("●")
        yield Line(kept.rstrip(), "" if at else one.scope, found)


def _height(block: Sequence[Line], size: float) -> float:
    return size * (AIR + sum(LINE + (1.5 * AIR if line.is_head else 0) for line in block))


def _broken(blocks: Sequence[list[Line]], size: float, room: float) -> list[list[list[Line]]]:
    """Return blocks in columns no higher than the room there is. What is context begins a column, if it does not fit into the first."""
    columns: list[list[list[Line]]] = [[]]
    left = room
    for at, block in enumerate(blocks):
        together = blocks[at:] if block[0].is_head else [block]
        if sum(_height(one, size) for one in together) > left and columns[-1]:
            columns.append([])
            left = room
        columns[-1].append(block)
        left -= _height(block, size)
    return columns


def _names(blocks: Sequence[Sequence[Line]], left: float, laid: Laid, color: str, ink: Ink) -> Iterator[str]:
    size, foot = laid.size, laid.top
    for block in blocks:
        foot += AIR * size
        for line in block:
            foot += size * (LINE + (1.5 * AIR if line.is_head else 0))
            base, start = foot - 0.28 * size, left + (0 if line.is_head else INDENT * size)
            if line.scope:
                yield mark(line.scope, left, base, color, ink)
            if line.words:
                yield text(line.words, start, base, size, ink.colors.quiet if line.is_head else ink.colors.ink, PLAIN)
            if line.year:
                before = width(f"{line.words} ", size) if line.words else 0
                yield later(line.year, start + before, base, color, ink)
