"""The key to a map of flows: how the line of each commodity is drawn, and which mark is a region."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

import pandas as pd

from data.catalog import Catalog
from data.queries.flows import between_places, disputed
from figures import labels
from figures.flows import listing
from figures.flows.scene import MARKS, colors_of, letters
from figures.ink import marks
from figures.ink.lettering import text, width
from figures.language import Language
from figures.maps.arcs import PATTERNS
from figures.palette import Palette

LINE = 46
"""Pixels that the sample of a line is wide, at a type of `TYPE` pixels."""

TYPE = 14


@dataclass(frozen=True)
class Entry:
    """A sample, drawn in a box of LINE by TYPE pixels, and what it stands for."""

    sample: str
    words: str


def entries(
    rows: pd.DataFrame, catalog: Catalog, language: Language, colors: Palette, lettered: bool = False
) -> list[Entry]:
    """Return what the map shows: each commodity with its statements, regions, and the mark of a dispute.

    Args:
        rows: what `data.queries.flows.flows` returns.
        lettered: whether the map has letters for commodities, which the key then explains.
    """
    drawn, fills = between_places(rows), colors_of(colors)
    counts, pattern = drawn["commodity"].value_counts(), language.gettext("{category}: {n}")
    letter = letters(language)
    found = [
        Entry(
            line(code, fills[code]),
            pattern.format(
                category=f"{letter[code]} · {words}" if lettered else words,
                n=language.ngettext("{n} statement", "{n} statements", int(counts[code])),
            ),
        )
        for code, words in labels.words(language, "commodity").items()
        if code in counts
    ]
    middle = (LINE - TYPE) / 2
    if listing.regions(drawn):
        ring = marks.svg(MARKS["region"], colors.ink, TYPE, middle, 0)
        found.append(Entry(ring, language.gettext("Region, at a declared point at sea")))
    if disputed(catalog, drawn):
        sign = text("†", LINE / 2, TYPE * 0.85, TYPE, colors.ink, anchor="middle")
        found.append(Entry(sign, language.gettext("Another source denies or corrects it")))
    return found


def line(commodity: str, color: str) -> str:
    """Return the sample of a commodity's line, with its arrowhead, as SVG."""
    dashes = " ".join(map(str, PATTERNS[commodity]))
    return (
        f'<path d="M0 {TYPE / 2:g}H{LINE - 9}" fill="none" stroke="{color}" stroke-width="2.5" '
        f'stroke-dasharray="{dashes or "none"}"/>'
        f'<path d="M{LINE - 11} 1.5L{LINE} {TYPE / 2:g}L{LINE - 11} {TYPE - 1.5}Z" fill="{color}"/>'
    )


def html(found: Iterable[Entry]) -> str:
    """Return the key for the page; nothing where there is nothing to explain."""
    items = "".join(
        '<span style="display:inline-flex;align-items:center;gap:.5em;white-space:nowrap">'
        f"{marks.image(entry.sample, LINE, TYPE)}{escape(entry.words)}</span>"
        for entry in found
    )
    style = "display:flex;flex-wrap:wrap;gap:.2em 1.3em;font-size:.88rem"
    return f'<div style="{style}">{items}</div>' if items else ""


def svg(found: Iterable[Entry], ink: str, room: float, size: float = 22) -> tuple[str, float]:
    """Return the key for a picture, in lines no wider than `room` pixels, and the height that it takes."""
    step, scale = size * 1.6, size / TYPE
    aside, between = LINE * scale + size * 0.6, size * 1.6
    x, line_number, drawn = 0.0, 0, []
    for entry in found:
        wide = aside + width(entry.words, size)
        if x and x + wide > room:
            x, line_number = 0.0, line_number + 1
        y = step * line_number
        drawn.append(
            f'<g transform="translate({x:g} {y + size * 0.25:g}) scale({scale:g})">{entry.sample}</g>'
            + text(entry.words, x + aside, y + size * 1.05, size, ink)
        )
        x += wide + between
    return "".join(drawn), step * (line_number + 1) if drawn else 0.0
