"""The map of the landing page: documented offices as a drawing of the server's, without a chart library."""

import pandas as pd

from data.catalog import Catalog
from data.queries.regions import framed
from data.selection import Selection
from figures.figure import Figure
from figures.ink import marks
from figures.language import Language
from figures.offices import coding, listing, place_map, svg_map
from figures.palette import Theme, palette

COLOR = "period"
MARK = {"wide": 12, "narrow": 9}
"""Width of a mark in pixels, on a map of a laptop's and of a phone's width."""


def figure(
    offices: pd.DataFrame,
    catalog: Catalog,
    language: Language,
    theme: Theme,
    selection: Selection,
    size: tuple[int, int],
) -> Figure:
    """Return the map of documented offices by period of evidence.

    Args:
        offices: documented offices, as `data.queries.offices.documented` gives them.
        selection: the countries or else the regions chosen are looked at closely, their places named.
        size: width and height in pixels; the page scales it down where it has less room.
    """
    colors, column = palette(theme), coding.COLUMNS[COLOR]
    rows = listing.with_presences(listing.in_words(offices, catalog, language), selection, catalog, language)
    paper = svg_map.Paper(colors, size, MARK["wide" if size[0] > 400 else "narrow"])
    codes = selection.countries, framed(catalog, selection)
    drawn = svg_map.offices(rows, column, coding.fills(column, colors), *codes, paper)
    image = marks.drawing(drawn, *size)
    return place_map.figure("overview-map", rows, catalog, language, colors, COLOR, selection, image)
