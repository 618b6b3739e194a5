"""The map of documented offices: a mark a place, shaped and coloured by what the reader asks."""

from collections.abc import Sequence

import pandas as pd

from data.catalog import Catalog
from figures import office_key, office_marks, office_places, office_rows, office_scene
from figures.figure import Figure
from figures.language import Language
from figures.office_scene import Scene, Setting
from figures.palette import Theme
from figures.placing import label, spread

KEY = "offices-map"


def figure(
    offices: pd.DataFrame,
    catalog: Catalog,
    language: Language,
    theme: Theme,
    color: str = "period",
    chosen: Sequence[str] = (),
    size: tuple[int, int] = (540, 400),
    turn: int = 0,
) -> Figure:
    """Return the map.

    Args:
        offices: documented offices, as `data.queries.offices.documented` gives them.
        color: what shape and colour tell: `period`, `strength` or `region`.
        chosen: codes of the countries that the reader chose: drawn firm, named, and looked at closely.
        size: width and height of the map in pixels, about; the view is fitted to it.
        turn: how many clicks the reader has made; see `office_scene.Setting`.
    """
    setting = Setting(catalog, language, theme, tuple(chosen), turn)
    rows = office_rows.in_words(offices, catalog, language)
    drawing = _scene(rows, office_key.COLUMNS[color], setting, size)
    return office_places.figure(KEY, rows, catalog, language, setting.colors, color, chosen, drawing, size[1])


def _scene(rows: pd.DataFrame, column: str, setting: Setting, size: tuple[int, int]) -> Scene:
    view = office_scene.flat(setting, size)
    points = [view.pixels(x, y) for x, y in zip(rows["longitude"], rows["latitude"], strict=True)]
    moves = spread(points, office_marks.GAP)
    places = office_marks.placed(rows, moves, column, setting)
    names = office_marks.named(rows) if setting.chosen else []
    texts = label(points, moves, names, office_scene.TYPE, within=office_scene.seen(size)) if names else []
    return office_scene.flat_scene(
        setting,
        [
            *office_scene.ground(setting),
            office_marks.layer(places, setting),
            *office_scene.names(setting, [place["at"] for place in places], texts),
        ],
        view,
    )
