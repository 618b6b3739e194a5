"""The key to a map of flows: how the line of each commodity is drawn, and which mark is a region."""

import pandas as pd

from data.catalog import Catalog
from data.queries.flows import between_places, disputed
from figures import labels
from figures.flows import listing
from figures.flows.scene import MARKS, colors_of, letters
from figures.ink import marks
from figures.ink.legend import SIZE, Sample
from figures.ink.lettering import text
from figures.language import Language
from figures.maps.arcs import PATTERNS
from figures.palette import Palette

LINE = 46
"""Pixels that the sample of a line is wide."""


def samples(
    rows: pd.DataFrame, catalog: Catalog, language: Language, colors: Palette, lettered: bool = False
) -> list[Sample]:
    """Return what the map shows: each commodity with its statements, regions, and the mark of a dispute.

    Args:
        rows: what `data.queries.flows.flows` returns.
        lettered: whether the map has letters for commodities, which the key then explains.
    """
    drawn, fills = between_places(rows), colors_of(colors)
    counts, pattern = drawn["commodity"].value_counts(), language.gettext("{category}: {n}")
    letter = letters(language)
    found = [
        Sample(
            line(code, fills[code]),
            pattern.format(
                category=f"{letter[code]} · {words}" if lettered else words,
                n=language.ngettext("{n} statement", "{n} statements", int(counts[code])),
            ),
            LINE,
        )
        for code, words in labels.words(language, "commodity").items()
        if code in counts
    ]
    middle = (LINE - SIZE) / 2
    if listing.regions(drawn):
        ring = marks.svg(MARKS["region"], colors.ink, SIZE, middle, 0)
        found.append(Sample(ring, language.gettext("Region, at a declared point at sea"), LINE))
    if disputed(catalog, drawn):
        sign = text("†", LINE / 2, SIZE * 0.85, SIZE, colors.ink, anchor="middle")
        found.append(Sample(sign, language.gettext("Another source denies or corrects it"), LINE))
    return found


def line(commodity: str, color: str) -> str:
    """Return the sample of a commodity's line, with its arrowhead, as SVG."""
    dashes = " ".join(map(str, PATTERNS[commodity]))
    return (
        f'<path d="M0 {SIZE / 2:g}H{LINE - 9}" fill="none" stroke="{color}" stroke-width="2.5" '
        f'stroke-dasharray="{dashes or "none"}"/>'
        f'<path d="M{LINE - 11} 1.5L{LINE} {SIZE / 2:g}L{LINE - 11} {SIZE - 1.5}Z" fill="{color}"/>'
    )
