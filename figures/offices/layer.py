"""Documented places as marks: what deck.gl needs of each, and the layer that draws them."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import pydeck as pdk

from figures.maps.deck import Setting, icons
from figures.offices import coding, wording
from figures.palette import rgb

SIZE = 15
GAP = 15.5


def placed(rows: pd.DataFrame, moves: Sequence[Sequence[float]], column: str, setting: Setting) -> list[dict[str, Any]]:
    """Return what deck.gl needs of each mark: few and short columns, since they travel on every change of a filter.

    Args:
        rows: as `listing.in_words` gives them.
        moves: by how many pixels each mark moves, so that none hides another.
        column: what shape and colour tell.
    """
    told = wording.of_marks(rows, column, setting.catalog, setting.language)
    drawn = coding.marked(rows, column, coding.fills(column, setting.colors), setting.colors)
    return [
        {
            "iso3": row.iso3,
            setting.said: said,
            "at": [round(row.longitude, 2), round(row.latitude, 2)],
            "by": list(move),
            "mark": shape,
            "fill": rgb(color)[:3],
        }
        for row, said, (shape, color), move in zip(rows.itertuples(), told, drawn, moves, strict=True)
    ]


def layer(places: list[dict[str, Any]], setting: Setting, **how: Any) -> pdk.Layer:
    """Return the layer of marks.

    Args:
        places: as `placed` gives them.
        how: further properties of the layer.
    """
    how = {"get_size": SIZE, **how}
    return icons(f"offices-{setting.name}", places, pickable=True, get_pixel_offset="by", **how)


def named(rows: pd.DataFrame) -> list[str]:
    """Return what is written beside each mark."""
    return list(rows["city"].where(rows["city"] != "", rows["country"]))
