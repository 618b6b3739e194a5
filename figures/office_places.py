"""What all maps that mark documented places have in common: their words, rows, key and slide."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pandas as pd

from data.catalog import Catalog
from data.queries.narrowing import sources_of
from figures import legend, office_key, office_picture, office_rows, office_words
from figures.figure import Figure
from figures.language import Language
from figures.palette import Palette


def figure(
    key: str,
    rows: pd.DataFrame,
    catalog: Catalog,
    language: Language,
    colors: Palette,
    color: str,
    chosen: Sequence[str],
    drawing: Any,
    height: int = 420,
    picture: Callable[..., str] = office_picture.offices,
    lean: float = 1.0,
    also: str = "",
) -> Figure:
    """Return a map of documented places around its drawing.

    Args:
        rows: as `office_rows.in_words` gives them.
        color: what shape and colour tell: `period`, `strength` or `region`.
        chosen: codes of the countries that the reader chose.
        drawing: what the page shows.
        height: of the drawing in pixels, where it does not tell itself.
        picture: what a slide shows: `office_picture.offices`, or `globe` with its centre given.
        lean: where the world stands on a slide; see `office_picture.Paper`.
        also: a last sentence of the text equivalent.
    """
    column = office_key.COLUMNS[color]
    entries = tuple(office_key.entries(rows, column, language, colors)) if len(rows) else ()
    draw = partial(picture, rows, column, office_key.fills(column, colors), chosen)
    return Figure(
        key=key,
        title=office_words.title(rows, color, chosen, catalog, language),
        text=f"{office_words.text(rows, column, chosen, catalog, language)} {also}".rstrip(),
        rows=rows,
        columns=office_rows.columns(language),
        source_ids=tuple(sources_of(catalog, "office_sources", "office_id", rows["office_id"])),
        note=office_words.note(rows, language),
        drawing=drawing,
        height=height,
        legend=legend.html(entries) if entries else "",
        picture=partial(office_picture.slide, draw, entries, colors, lean=lean),
        narrowed_by=("countries",),
    )
