"""The bars of the coverage: one of full length a table, divided by how many independent sources its rows cite."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd

from figures.ink.lettering import BOLD, PLAIN, text, width
from figures.language import Language
from figures.palette import Theme, mixed, palette

TYPE, SMALL = 15, 14
BAR, SPACE = 20, 8
"""Pixels that a bar is high, and that part it from the next."""

NARROW = 600
"""Pixels across below which each bar stands under its name: beside it there would be too little of it."""

APART = 14
COUNT = 110
"""Pixels at the end of a bar for the rows that have an official source."""

LINE = 22
SWATCH = 13


@dataclass(frozen=True)
class Part:
    """A part of a bar: what it stands for, its colour, the ink of its number, whether it is hatched, and its outline."""

    column: str
    words: str
    color: str
    ink: str
    outline: str = ""
    hatched: bool = False


@dataclass(frozen=True)
class Bars:
    """The drawing as SVG content, with its size in pixels."""

    content: str
    width: float
    height: float

    def fitted(self, wide: float, high: float) -> str:
        """Return it for a box of another size, as large as fits."""
        scale = min(wide / self.width, high / self.height)
        return f'<g transform="scale({scale:g})">{self.content}</g>'


def drawing(rows: pd.DataFrame, addresses: dict[str, str], language: Language, theme: Theme, room: int) -> Bars:
    """Return the bars, each with the name of its table, which leads to it.

    Args:
        rows: one a table: `table`, `title`, `rows`, `official`, and the numbers of rows `none`, `seed`, `other`, `two`, `more`.
        addresses: table → where its rows stand.
        room: pixels across.
    """
    parts, narrow, colors = divided(language, theme), room < NARROW, palette(theme)
    size = SMALL if narrow else TYPE
    left = 0 if narrow else APART + max(width(title, TYPE, BOLD) for title in rows["title"])
    across = room - left - (0 if narrow else COUNT)
    head = language.gettext("official source")
    # The head of the last column stands on the last line of the key.
    key, y = _key(
        [part for part in parts if rows[part.column].any()],
        room - (0 if narrow else width(head, SMALL) + APART),
        colors.ink,
    )
    drawn = [_hatching(parts), key]
    if not narrow:
        drawn.append(text(head, room, y - 8, SMALL, colors.quiet, anchor="end"))
    for row in rows.itertuples():
        said = _said(row, language, narrow)
        name = text(row.title, 0, y + (15 if narrow else BAR * 0.75), size, colors.ink, BOLD)
        counted = text(said, width(row.title, size, BOLD) + 10, y + 15, SMALL, colors.quiet)
        whole = f"<title>{escape(f'{row.title}: {_said(row, language, True)}')}</title>"
        lead = f'<a href="{escape(addresses[row.table])}">{whole}{name}</a>'
        if narrow:
            wide = width(row.title, size, BOLD) + 10 + width(said, SMALL) > room
            drawn.append(lead + (text(said, 0, y + 15 + LINE * 0.9, SMALL, colors.quiet) if wide else counted))
            y += LINE * (1.9 if wide else 1)
        else:
            drawn.append(lead + text(said, room, y + BAR * 0.75, SMALL, colors.quiet, anchor="end"))
        drawn += _bar(row, parts, left, y, across, language)
        y += BAR + SPACE
    return Bars("".join(drawn), room, y)


def divided(language: Language, theme: Theme) -> tuple[Part, ...]:
    """Return the parts, from thin to firm: the more independent sources, the firmer. One is hollow, one hatched."""
    colors = palette(theme)
    firm, paper, alone = colors.series[0], colors.paper, colors.series[1]
    return (
        Part("none", language.gettext("no source"), paper, colors.ink, outline=colors.quiet),
        Part("seed", language.gettext("the article we began from"), alone, paper, hatched=True),
        Part("other", language.gettext("one other"), mixed(firm, paper, 0.3), colors.ink),
        Part("two", language.pgettext("sources", "two"), mixed(firm, paper, 0.6), colors.ink),
        Part("more", language.gettext("three or more"), firm, paper),
    )


def _bar(
    row: Any, parts: tuple[Part, ...], left: float, top: float, across: float, language: Language
) -> Iterator[str]:
    x = left
    for part in parts:
        count = getattr(row, part.column)
        if not count:
            continue
        wide = across * count / row.rows
        said = language.number(count)
        title = f"<title>{escape(f'{row.title}, {part.words}: {said}')}</title>"
        label = ""
        if width(said, SMALL) + 8 <= wide:
            # On hatching a number stands on the plain colour, or its strokes are lost.
            under = _box(x + wide / 2 - width(said, SMALL) / 2 - 3, top, width(said, SMALL) + 6, part.color)
            label = (under if part.hatched else "") + text(
                said, x + wide / 2, top + BAR * 0.75, SMALL, part.ink, anchor="middle"
            )
        yield f"<g>{title}{_shape(part, x, top, max(wide - 1, 1))}{label}</g>"
        x += wide


def _shape(part: Part, x: float, top: float, wide: float, high: float = BAR) -> str:
    outline = f' stroke="{part.outline}"' if part.outline else ""
    inset = 0.5 if part.outline else 0
    filled = _box(x + inset, top + inset, max(wide - 2 * inset, 1), part.color, high - 2 * inset, outline)
    return filled + (_box(x, top, wide, "url(#alone)", high) if part.hatched else "")


def _box(x: float, y: float, wide: float, color: str, high: float = BAR, more: str = "") -> str:
    return f'<rect x="{x:.1f}" y="{y:g}" width="{wide:.1f}" height="{high:g}" fill="{color}"{more}/>'


def _hatching(parts: tuple[Part, ...]) -> str:
    ink = next(part.ink for part in parts if part.hatched)
    return (
        '<defs><pattern id="alone" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<path d="M0 0V7" stroke="{ink}" stroke-width="2" stroke-opacity="0.45"/></pattern></defs>'
    )


def _key(parts: Sequence[Part], room: float, ink: str) -> tuple[str, float]:
    """Return what the parts that occur stand for, in as many lines as it takes, and where the first bar begins."""
    x, y, drawn = 0.0, 0.0, []
    for part in parts:
        wide = SWATCH + 6 + width(part.words, SMALL, PLAIN)
        if x and x + wide > room:
            x, y = 0.0, y + LINE
        drawn.append(_shape(part, x, y + 2, SWATCH, SWATCH) + text(part.words, x + SWATCH + 6, y + 14, SMALL, ink))
        x += wide + 18
    return "".join(drawn), y + LINE + 8


def _said(row: Any, language: Language, narrow: bool) -> str:
    """Return how many rows of a table have an official source."""
    pattern = language.gettext("{n} of {rows} official") if narrow else language.gettext("{n} of {rows}")
    return pattern.format(n=language.number(row.official), rows=language.number(row.rows))
