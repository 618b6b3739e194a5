"""The map of the landing page: documented offices as a drawing of the server's, without a chart library."""

from collections.abc import Sequence

import pandas as pd

from data.catalog import Catalog
from figures import marks, office_key, office_picture, office_places, office_rows
from figures.figure import Figure
from figures.language import Language
from figures.palette import Theme, palette

COLOR = "period"
MARK = {"wide": 12, "narrow": 9}
"""Width of a mark in pixels, on a map of a laptop's and of a phone's width."""


def figure(
    offices: pd.DataFrame,
    catalog: Catalog,
    language: Language,
    theme: Theme,
    chosen: Sequence[str],
    size: tuple[int, int],
) -> Figure:
    """Return the map of documented offices by period of evidence.

    Args:
        offices: documented offices, as `data.queries.offices.documented` gives them.
        chosen: codes of the countries that the reader chose: looked at closely, their places named.
        size: width and height in pixels; the page scales it down where it has less room.
    """
    colors, column = palette(theme), office_key.COLUMNS[COLOR]
    rows = office_rows.in_words(offices, catalog, language)
    paper = office_picture.Paper(colors, size, MARK["wide" if size[0] > 400 else "narrow"])
    drawn = office_picture.offices(rows, column, office_key.fills(column, colors), chosen, paper)
    image = marks.image(drawn, *size)
    return office_places.figure("overview-map", rows, catalog, language, colors, COLOR, chosen, image)
