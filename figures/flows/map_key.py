"""The key to the maps of flows: what their labels do not say themselves."""

import pandas as pd

from data.catalog import Catalog
from data.queries.flows import between_places, disputed
from figures.flows import listing
from figures.flows.listing import DENIED
from figures.ink import marks
from figures.ink.legend import SIZE, Sample
from figures.ink.lettering import BOLD, text
from figures.language import Language
from figures.palette import Palette

LINE = 40
"""Pixels that the sample of a line is wide."""


def samples(rows: pd.DataFrame, catalog: Catalog, language: Language, colors: Palette) -> list[Sample]:
    """Return the mark of a dispute and that of a region, where the maps show one.

    Args:
        rows: what `data.queries.flows.flows` returns.
    """
    drawn, found = between_places(rows), []
    if disputed(catalog, drawn):
        sign = text(DENIED, LINE + 2, SIZE * 0.85, SIZE, colors.ink, BOLD)
        found.append(Sample(_dashed(colors.ink) + sign, language.gettext("Another source says otherwise"), LINE + 12))
    if listing.regions(drawn):
        ring = marks.svg("ring", colors.ink, SIZE)
        found.append(
            Sample(ring, language.gettext("A region, not a country: we set its ring at sea, where no country lies"))
        )
    return found


def _dashed(color: str) -> str:
    y = SIZE / 2
    return (
        f'<path d="M0 {y:g}H{LINE - 9}" fill="none" stroke="{color}" stroke-width="2.2" stroke-dasharray="7 4"/>'
        f'<path d="M{LINE - 11} 1.5L{LINE} {y:g}L{LINE - 11} {SIZE - 1.5}Z" fill="{color}"/>'
    )
