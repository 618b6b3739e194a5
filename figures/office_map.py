"""The map of documented offices: a mark a place, shaped and coloured by what the reader asks."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import pydeck as pdk

from data.assets import address
from data.catalog import Catalog
from data.queries.narrowing import sources_of
from data.shapes import boxes
from figures import labels, legend, marks, office_rows, office_words
from figures.figure import Figure
from figures.language import Language
from figures.palette import Palette, Theme, palette, rgb
from figures.placing import label, spread
from figures.viewport import Viewport, fit

KEY = "offices-map"
COLUMNS = {"period": "evidence_period", "strength": "strength", "region": "region"}
"""What the reader may colour by → the column that holds it."""

MARK = 15
GAP = 15.5
NARROW = 370
"""A close view is fitted to this width at most, in pixels, so that a narrow window holds nearly all of it too."""

MARGIN = 50
"""Pixels around the chosen countries, for the names of cities at their edge."""

TYPE = 14
FONT = "'Public Sans, system-ui, sans-serif'"
"""Quoted, so that pydeck takes it as text; likewise 'pixels' and the like below."""


class Scene(pdk.Deck):
    """A deck that writes its JSON without indents: half the bytes on every change of a filter."""

    def to_json(self) -> str:
        """Return the scene as JSON."""
        return json.dumps(json.loads(super().to_json()), separators=(",", ":"), ensure_ascii=False)


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
        turn: how many clicks the reader has made; see `_layers`.
    """
    column = COLUMNS[color]
    rows = office_rows.in_words(offices, catalog, language)
    width, height = size
    near = min(width, NARROW) if chosen else width
    view = fit((boxes()[code] for code in chosen), near, height, margin=MARGIN if chosen else 0)
    places = _placed(rows, view, column, palette(theme))
    scene = Scene(
        layers=_layers(places, catalog, view, chosen, theme, turn),
        initial_view_state=_looking(view),
        map_provider=None,
        tooltip={"text": "{name}"},
    )
    return Figure(
        key=KEY,
        title=office_words.title(rows, color, chosen, catalog, language),
        text=office_words.text(rows, column, chosen, catalog, language),
        rows=rows,
        columns=office_rows.columns(language),
        source_ids=tuple(sources_of(catalog, "office_sources", "office_id", rows["office_id"])),
        note=office_words.note(rows, language),
        drawing=scene,
        height=size[1],
        legend=legend.html(_key(rows, column, language, palette(theme))) if len(rows) else "",
        narrowed_by=("countries",),
    )


def picked(event: object) -> str | None:
    """Return the code of the country that a click on the map meant, whether it hit a mark, a point or the land.

    Args:
        event: what Streamlit holds under the map's key: `{"selection": {"objects": {"layer": [{…}]}}}`.
    """
    selection = event.get("selection", {}) if isinstance(event, Mapping) else {}
    for objects in selection.get("objects", {}).values():
        for thing in objects:
            found = thing.get("iso3") or thing.get("properties", {}).get("iso3")
            if isinstance(found, str):
                return found
    return None


def _looking(view: Viewport) -> pdk.ViewState:
    return pdk.ViewState(
        latitude=view.latitude, longitude=view.longitude, zoom=view.zoom, min_zoom=-1, max_zoom=9, pitch=0, bearing=0
    )


def _colors(column: str, colors: Palette) -> dict[str, str]:
    if column == "evidence_period":
        return dict(colors.periods)
    if column == "strength":
        return {**colors.strengths, "": colors.strengths["ungraded"]}
    return dict(colors.regions)


def _placed(rows: pd.DataFrame, view: Viewport, column: str, colors: Palette) -> list[dict[str, Any]]:
    """Return what deck.gl needs of each mark: few and short columns, since they travel on every change of a filter."""
    fills, shapes = _colors(column, colors), marks.SHAPES[column]
    points = [view.pixels(x, y) for x, y in zip(rows["longitude"], rows["latitude"], strict=True)]
    moves = spread(points, GAP)
    return [
        {
            "iso3": row.iso3,
            "name": f"{row.city}, {row.country}" if row.city else row.country,
            "at": [round(row.longitude, 2), round(row.latitude, 2)],
            "by": list(move),
            "mark": shapes[code] if row.level == "city" else marks.COUNTRY_ONLY,
            "fill": rgb(fills[code])[:3],
            "text": row.city or row.country,
        }
        for row, code, move in zip(rows.itertuples(), rows[column], moves, strict=True)
    ]


def _layers(
    places: list[dict[str, Any]], catalog: Catalog, view: Viewport, chosen: Sequence[str], theme: Theme, turn: int
) -> list[pdk.Layer]:
    """Return land, what can be clicked on it, marks and labels.

    Streamlit remembers a click by layer, dims all else until the next one, and takes a second click on the same thing as
    its end. What is chosen is the filter's to say. So the layers that can be clicked are named anew after every click and
    every choice: no click is remembered, and each one tells what it hit. The land below keeps its name and never flickers.
    """
    colors = palette(theme)
    name = "-".join([str(turn), *chosen])
    land = pdk.Layer(
        "GeoJsonLayer",
        id=f"land-{theme}",
        data=address("countries"),
        get_fill_color=rgb(colors.land),
        get_line_color=rgb(colors.paper),
        line_width_min_pixels=0.6,
    )
    territory = pdk.Layer(
        "GeoJsonLayer",
        id=f"countries-{theme}-{name}",
        data=address("countries"),
        pickable=True,
        # Lines cost most of the time of a click where a computer draws without a graphics card, and a click that takes
        # a quarter of a second is none to deck.gl. So what is clicked has no lines, and nothing lights up on hovering.
        stroked=False,
        get_fill_color=f"{_is_one_of(chosen, 'properties.iso3')} ? {rgb(colors.chosen, 56)} : {rgb(colors.land, 0)}",
    )
    outline = [_outline(chosen, colors, f"{theme}-{name}")] if chosen else []
    return [
        land,
        territory,
        *outline,
        _points(catalog, chosen, colors, name),
        *_marks(places, view, chosen, colors, name),
    ]


def _is_one_of(codes: Sequence[str], column: str) -> str:
    """Return the test as deck.gl's JSON reads it: comparisons only, it knows no lists to look in."""
    return " || ".join(f"{column} == '{code}'" for code in codes) or "false"


def _outline(chosen: Sequence[str], colors: Palette, name: str) -> pdk.Layer:
    is_chosen = _is_one_of(chosen, "properties.iso3")
    return pdk.Layer(
        "GeoJsonLayer",
        id=f"outline-{name}",
        data=address("countries"),
        filled=False,
        get_line_color=f"{is_chosen} ? {rgb(colors.chosen)} : {rgb(colors.land, 0)}",
        get_line_width=f"{is_chosen} ? 2 : 0",
        line_width_units="'pixels'",
    )


def _points(catalog: Catalog, chosen: Sequence[str], colors: Palette, name: str) -> pdk.Layer:
    """Return the territories whose shape is too small to be seen or clicked, as points."""
    frame = catalog["countries"]
    small = frame[frame["point_only"]]
    return pdk.Layer(
        "ScatterplotLayer",
        id=f"points-{name}",
        data=[
            {"iso3": row.iso3, "name": row.name, "at": [row.longitude, row.latitude]}
            for row in small[["iso3", "name", "longitude", "latitude"]].itertuples(index=False)
        ],
        pickable=True,
        stroked=True,
        get_position="at",
        get_radius=6,
        radius_units="'pixels'",
        get_fill_color=rgb(colors.land),
        get_line_color=f"{_is_one_of(chosen, 'iso3')} ? {rgb(colors.chosen)} : {rgb(colors.coast)}",
        get_line_width=1.5,
        line_width_units="'pixels'",
    )


def _marks(
    places: list[dict[str, Any]], view: Viewport, chosen: Sequence[str], colors: Palette, name: str
) -> Iterable[pdk.Layer]:
    yield pdk.Layer(
        "IconLayer",
        id=f"offices-{name}",
        data=[{key: value for key, value in place.items() if key != "text"} for place in places],
        pickable=True,
        icon_atlas=f"'{address('marks')}'",
        icon_mapping=marks.mapping(),
        get_icon="mark",
        get_position="at",
        get_pixel_offset="by",
        get_color="fill",
        get_size=MARK,
        size_units="'pixels'",
    )
    if not chosen or not places:
        return
    points = [view.pixels(*place["at"]) for place in places]
    written = label(points, [place["by"] for place in places], [str(place["text"]) for place in places], TYPE)
    yield pdk.Layer(
        "TextLayer",
        id=f"labels-{name}",
        data=[
            {"at": place["at"], "text": spot.text, "by": list(spot.offset), "anchor": spot.anchor}
            for place, spot in zip(places, written, strict=True)
        ],
        character_set="'auto'",
        font_family=FONT,
        font_weight=600,
        background=True,
        get_background_color=rgb(colors.paper, 215),
        background_padding=[3, 1],
        get_text="text",
        get_position="at",
        get_pixel_offset="by",
        get_text_anchor="anchor",
        get_alignment_baseline="'center'",
        get_size=TYPE,
        size_units="'pixels'",
        get_color=rgb(colors.ink),
    )


def _key(rows: pd.DataFrame, column: str, language: Language, colors: Palette) -> Iterable[legend.Entry]:
    """Return the categories with their shapes and numbers, and the mark of a place known only by country."""
    pattern = language.gettext("{category}: {n}")
    fills, counts = _colors(column, colors), rows[column].value_counts()
    only = rows["level"] == "country"
    for code, words in labels.words(language, column).items():
        here = rows[column] == code
        if not here.any():
            continue
        # A category that holds only such places has no other mark on the map.
        shape = marks.COUNTRY_ONLY if only[here].all() else marks.SHAPES[column][code]
        yield legend.Entry(shape, fills[code], pattern.format(category=words, n=language.number(int(counts[code]))))
    if only.any():
        words = language.ngettext(
            "Hollow: {n} of these known only by country", "Hollow: {n} of these known only by country", int(only.sum())
        )
        yield legend.Entry(marks.COUNTRY_ONLY, colors.quiet, words)
