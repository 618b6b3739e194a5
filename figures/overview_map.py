"""The map of the landing page: documented offices as a drawing of the server's, without a chart library."""

from collections.abc import Sequence
from functools import partial

import pandas as pd

from data.catalog import Catalog
from data.queries.narrowing import sources_of
from figures import legend, marks, office_key, office_picture, office_rows, office_words
from figures.figure import Figure
from figures.language import Language
from figures.palette import Theme, palette

COLUMN = "evidence_period"
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
    colors = palette(theme)
    rows = office_rows.in_words(offices, catalog, language)
    entries = tuple(office_key.entries(rows, COLUMN, language, colors)) if len(rows) else ()
    mark = MARK["wide" if size[0] > 400 else "narrow"]
    draw = partial(office_picture.offices, rows, COLUMN, office_key.fills(COLUMN, colors), chosen, colors)
    return Figure(
        key="overview-map",
        title=office_words.title(rows, "period", chosen, catalog, language),
        text=office_words.text(rows, COLUMN, chosen, catalog, language),
        rows=rows,
        columns=office_rows.columns(language),
        source_ids=tuple(sources_of(catalog, "office_sources", "office_id", rows["office_id"])),
        note=office_words.note(rows, language),
        drawing=marks.image(draw(size, mark), *size),
        legend=legend.html(entries),
        picture=partial(office_picture.slide, draw, entries, colors),
        narrowed_by=("countries",),
    )
