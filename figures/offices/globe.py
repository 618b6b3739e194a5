"""The globe of documented offices: the marks of the map, on a ball that the reader turns."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import pydeck as pdk

from data.catalog import Catalog
from data.queries.regions import framed
from data.selection import EVERYTHING, Selection
from data.shapes import boxes
from figures import labels
from figures.figure import Figure
from figures.ink.placing import label, spread
from figures.language import Language
from figures.maps import deck, globe, land
from figures.maps.deck import Scene, Setting
from figures.offices import coding, layer, listing, place_map, svg_map
from figures.palette import Theme, rgb

KEY = "offices-globe"

SLIDE_LEAN = 0.6
"""Where the globe stands on a slide: right of the middle, beside its key."""

PRINTED: Mapping[str, Any] = {"billboard": False, "get_angle": 180, "parameters": {"cullMode": "front"}}
"""Marks and names lie on the ground, so that they are hidden on the far side as the land there is. On a globe deck.gl (9.4)
lays such things with their head to the south and with their corners the other way round than land: so they are turned
about, and it is their front that has to be hidden."""


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
    """Return the globe, turned to what the reader chose; the arguments are those of `web_map.figure`."""
    setting = Setting(catalog, language, theme, selection.countries, turn, framed(catalog, selection))
    rows = listing.with_presences(listing.in_words(offices, catalog, language), selection, catalog, language)
    view = _view(rows, setting, size)
    return place_map.figure(
        KEY,
        rows,
        catalog,
        language,
        setting.colors,
        color,
        selection,
        _scene(rows, coding.COLUMNS[color], setting, view),
        size[1],
        picture=partial(svg_map.globe, centre=(view.longitude, view.latitude)),
        lean=SLIDE_LEAN,
        also=_hidden(rows, setting),
    )


def _view(rows: pd.DataFrame, setting: Setting, size: tuple[int, int]) -> globe.Globe:
    seen = [boxes()[code] for code in _seen(rows, setting)]
    return globe.turned(seen, *size, margin=deck.MARGIN)


def _scene(rows: pd.DataFrame, column: str, setting: Setting, view: globe.Globe) -> Scene:
    at = list(zip(rows["longitude"], rows["latitude"], strict=True))
    apart = spread([view.solid(*place) for place in at], layer.GAP)
    moves = [view.on_ground(move, *place) for move, place in zip(apart, at, strict=True)]
    places = layer.placed(rows, [_about(move) for move in moves], column, setting)
    points = [view.pixels(*place) for place in at]
    texts = label(points, moves, layer.named(rows), deck.TYPE) if setting.framed else []
    written = [replace(text, offset=_about(text.offset)) for text in texts]
    layers = [
        _sea(setting),
        *land.ground(setting),
        layer.layer(places, setting, **PRINTED),
        *deck.names(setting, [place["at"] for place in places], written, **PRINTED),
    ]
    views = [pdk.View(type="_GlobeView", controller=True)]
    return deck.scene(setting, layers, view, (0, 6), views=views, parameters={"depthCompare": "always"})


def _seen(rows: pd.DataFrame, setting: Setting) -> list[str]:
    """Return the countries that the globe is turned to, of those that frame it: those with the most places, and what is seen with them."""
    counts = rows["iso3"].value_counts()
    return globe.together(
        {code: boxes()[code] for code in sorted(setting.framed, key=lambda code: -counts.get(code, 0))}
    )


def _hidden(rows: pd.DataFrame, setting: Setting) -> str:
    """Return how the rest of the globe is seen, and which countries that frame it lie there."""
    language, seen = setting.language, set(_seen(rows, setting))
    names = labels.countries(language, setting.catalog)
    if aside := [names[code] for code in setting.framed if code not in seen]:
        pattern = language.gettext("Turn the globe to see {countries}: drag it, or use the arrow keys.")
        return pattern.format(countries=language.join(sorted(aside)))
    return language.gettext("Turn the globe to see its other side: drag it, or use the arrow keys.")


def _about(move: tuple[float, float]) -> tuple[float, float]:
    """Return a move turned about, as what lies on the ground is."""
    return -move[0], -move[1]


def _sea(setting: Setting) -> pdk.Layer:
    return pdk.Layer(
        "SolidPolygonLayer",
        id=f"sea-{setting.theme}",
        data=[{"shape": [[-180, 90], [0, 90], [180, 90], [180, -90], [0, -90], [-180, -90]]}],
        get_polygon="shape",
        get_fill_color=rgb(setting.colors.panel),
    )
