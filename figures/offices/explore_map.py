"""The map of documented offices to explore: it can be moved and looked at closely. Loaded by those who ask for it alone."""

from dataclasses import replace

import pandas as pd

from data.catalog import Catalog
from data.queries.regions import framed
from data.selection import EVERYTHING, Selection
from figures.figure import Figure
from figures.ink.placing import named, spread
from figures.language import Language
from figures.maps import deck, land
from figures.maps.deck import Scene, Setting
from figures.offices import coding, layer, listing, place_map
from figures.palette import Theme

KEY = "offices-map"


def figure(
    offices: pd.DataFrame,
    catalog: Catalog,
    language: Language,
    theme: Theme,
    color: str = "period",
    selection: Selection = EVERYTHING,
    size: tuple[int, int] = (540, 400),
    turn: int = 0,
) -> Figure:
    """Return the map.

    Args:
        offices: documented offices, as `data.queries.offices.documented` gives them.
        color: what shape and colour tell: `period`, `strength` or `region`.
        selection: countries chosen are drawn firm; they, or else the regions chosen, are looked at closely, their places named.
        size: width and height of the map in pixels, about; the view is fitted to it.
        turn: how many clicks the reader has made; see `deck.Setting`.
    """
    setting = Setting(catalog, language, theme, selection.countries, turn, framed(catalog, selection))
    rows = listing.with_presences(listing.in_words(offices, catalog, language), selection, catalog, language)
    drawing = _scene(rows, coding.COLUMNS[color], setting, size)
    told = place_map.figure(KEY, rows, catalog, language, setting.colors, color, selection)
    return replace(told, drawing=drawing, height=size[1])


def _scene(rows: pd.DataFrame, column: str, setting: Setting, size: tuple[int, int]) -> Scene:
    view = deck.flat(setting, size)
    points = [view.pixels(x, y) for x, y in zip(rows["longitude"], rows["latitude"], strict=True)]
    moves = spread(points, layer.GAP)
    places = layer.placed(rows, moves, column, setting)
    names = layer.named(rows) if setting.framed else []
    spots = [(x + dx, y + dy) for (x, y), (dx, dy) in zip(points, moves, strict=True)]
    # A line to a name would not keep with its mark once the map is moved.
    placed = named(spots, names, deck.TYPE, layer.SIZE, deck.seen(size), is_led=False) if names else ()
    written = [(place, name, move) for place, name, move in zip(places, placed, moves, strict=False) if name]
    texts = [replace(name, offset=(name.offset[0] + dx, name.offset[1] + dy)) for _, name, (dx, dy) in written]
    return deck.scene(
        setting,
        [
            *land.ground(setting),
            layer.layer(places, setting),
            *deck.names(setting, [place["at"] for place, *_ in written], texts),
        ],
        view,
    )
