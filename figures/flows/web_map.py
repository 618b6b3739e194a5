"""The map of reported flows: an arrow for each commodity between two places, told apart by colour, dash and label."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import pydeck as pdk

from data.catalog import Catalog
from data.queries.narrowing import sources_of
from figures.figure import Figure
from figures.flows import listing, map_key, scene, svg_map, wording
from figures.flows.scene import Layout
from figures.ink import legend
from figures.language import Language
from figures.maps import deck, land
from figures.maps.arcs import PATTERNS, dashed
from figures.maps.deck import Scene, Setting
from figures.maps.viewport import Viewport, fit
from figures.palette import Theme, palette, rgb

KEY = "supply-map"

MARK, TYPE, LINE = 11, 13, 2.2
"""Width of the mark of an end, size of the type, width of a line, in pixels."""

MARGIN, MARGIN_NARROW = 46, 22
"""Pixels around the arcs, for the names at their ends."""


def figure(
    rows: pd.DataFrame,
    catalog: Catalog,
    language: Language,
    theme: Theme,
    chosen: Sequence[str] = (),
    size: tuple[int, int] = (862, 400),
    turn: int = 0,
) -> Figure:
    """Return the map.

    Args:
        rows: what `data.queries.flows.flows` returns.
        chosen: codes of the countries that the reader chose: drawn firm.
        size: width and height of the map in pixels, about; the view is fitted to it.
        turn: how many clicks the reader has made; see `deck.Setting`.
    """
    colors, setting = palette(theme), Setting(catalog, language, theme, tuple(chosen), turn)
    source_ids = tuple(sources_of(catalog, "flow_sources", "flow_id", rows["flow_id"]))
    return Figure(
        key=KEY,
        title=wording.title(rows, catalog, language),
        text=wording.text(rows, catalog, language),
        rows=listing.in_words(rows, catalog, language),
        columns=listing.columns(language),
        source_ids=source_ids,
        note=wording.note(source_ids, catalog, language),
        drawing=_scene(rows, catalog, language, setting, size),
        height=size[1],
        legend=legend.html(map_key.samples(rows, catalog, language, colors, size[0] < scene.NARROW)),
        picture=partial(svg_map.slide, rows, catalog, language, colors, tuple(chosen)),
        narrowed_by=("countries",),
        chosen_by=("supply_commodity",),
    )


def _scene(rows: pd.DataFrame, catalog: Catalog, language: Language, setting: Setting, size: tuple[int, int]) -> Scene:
    narrow = size[0] < scene.NARROW
    view = fit(
        [scene.box(rows, catalog, language, size, MARK, TYPE)], *size, margin=MARGIN_NARROW if narrow else MARGIN
    )
    frame = -size[0] / 2, -size[1] / 2, size[0] / 2, size[1] / 2
    layout = scene.laid_out(rows, catalog, language, view.pixels, MARK, TYPE, frame)
    fills = scene.colors_of(setting.colors)
    return deck.scene(
        setting,
        [
            # Without the points of small territories: here a ring is a region.
            *(layer for layer in land.ground(setting) if layer.type != "ScatterplotLayer"),
            _lines(layout, view, setting, fills),
            _heads(layout, view, setting, fills),
            _ends(layout, view, setting),
            _words(layout, view, setting),
        ],
        view,
        # The map is cut in the Atlantic: the land east of the 180th meridian is drawn once more on its other side.
        views=[pdk.View(type="MapView", controller=True, repeat=True)],
    )


def _at(view: Viewport, x: float, y: float) -> list[float]:
    longitude, latitude = view.place(x, y)
    return [round(longitude, 2), round(latitude, 2)]


def _lines(layout: Layout, view: Viewport, setting: Setting, fills: dict[str, str]) -> pdk.Layer:
    """Return the arcs. A dash is a path of its own: the page knows no other way to draw one."""
    pieces = [
        {"path": [_at(view, x, y) for x, y in piece], "fill": rgb(fills[arc.commodity])[:3], setting.said: words}
        for arc, words in zip(layout.drawn, layout.words, strict=True)
        for piece in dashed(arc.line, PATTERNS[arc.commodity])
    ]
    return pdk.Layer(
        "PathLayer",
        id=f"flows-{setting.name}",
        data=pieces,
        pickable=True,
        get_path="path",
        get_color="fill",
        get_width=LINE,
        width_units="'pixels'",
    )


def _heads(layout: Layout, view: Viewport, setting: Setting, fills: dict[str, str]) -> pdk.Layer:
    data = [
        {"at": _at(view, *arc.tip), "turn": round(-arc.turn), "mark": "triangle", "fill": rgb(fills[arc.commodity])[:3]}
        for arc in layout.drawn
    ]
    return deck.icons(f"heads-{setting.theme}", data, get_size=MARK, get_angle="turn")


def _ends(layout: Layout, view: Viewport, setting: Setting) -> pdk.Layer:
    data = [
        {
            "at": _at(view, x, y),
            "mark": scene.MARKS[layout.kinds[end]],
            "fill": rgb(setting.colors.ink)[:3],
            setting.said: layout.names[end],
            **({"iso3": end} if layout.kinds[end] == "country" else {}),
        }
        for end, (x, y) in layout.places.items()
    ]
    return deck.icons(f"ends-{setting.name}", data, pickable=True, get_size=MARK)


def _words(layout: Layout, view: Viewport, setting: Setting) -> pdk.Layer:
    data = [
        {**deck.word(_at(view, *at), spot), "fill": rgb(color)[:3]}
        for at, spot, color, _face in layout.written(setting.colors)
    ]
    how = {"background_padding": [2, 0], "get_background_color": rgb(setting.colors.paper, 205), "get_size": TYPE}
    return deck.texts(f"words-{setting.theme}", data, setting, get_color="fill", **how)
