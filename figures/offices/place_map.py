"""What all maps that mark documented places have in common: their words, rows, key and slide."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd

from data.catalog import Catalog
from data.queries.evidence import OFFICE
from data.queries.narrowing import sources_of
from data.queries.regions import framed
from data.selection import Selection
from figures.figure import Figure
from figures.ink import legend
from figures.language import Language
from figures.offices import coding, listing, svg_map, wording
from figures.palette import Palette


def figure(
    key: str,
    rows: pd.DataFrame,
    catalog: Catalog,
    language: Language,
    colors: Palette,
    color: str,
    selection: Selection,
    drawing: Any,
    height: int = 420,
    picture: Callable[..., str] = svg_map.offices,
    lean: float = 1.0,
    also: str = "",
) -> Figure:
    """Return a map of documented places around its drawing.

    Args:
        rows: as `listing.with_presences` gives them.
        color: what shape and colour tell: `period`, `strength` or `region`.
        selection: what the reader chose.
        drawing: what the page shows.
        height: of the drawing in pixels, where it does not tell itself.
        picture: what a slide shows: `svg_map.offices`, or `globe` with its centre given.
        lean: where the world stands on a slide; see `svg_map.Paper`.
        also: a last sentence of the text equivalent.
    """
    column = coding.COLUMNS[color]
    is_office = rows["standing"] == OFFICE
    offices, beside = rows[is_office], rows[~is_office]
    samples = tuple(coding.samples(rows, column, language, colors))
    codes = selection.countries, framed(catalog, selection)
    draw = partial(picture, rows, column, coding.fills(column, colors), *codes)
    return Figure(
        key=key,
        title=wording.title(offices, color, selection, catalog, language),
        text=" ".join(
            [
                wording.text(offices, column, selection, catalog, language),
                *wording.presences(beside, language),
                *([also] if also else []),
            ]
        ),
        rows=rows,
        columns=listing.columns(language),
        source_ids=tuple(sources_of(catalog, "office_evidence", "office_id", rows["office_id"])),
        note=wording.note(rows, language),
        drawing=drawing,
        height=height,
        legend=legend.html(samples),
        picture=partial(svg_map.slide, draw, samples, colors, lean=lean),
        narrowed_by=("countries",),
    )
