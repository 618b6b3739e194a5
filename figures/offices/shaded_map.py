"""The map of countries: shaded by the number of documented places, with the number written on each."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

import pandas as pd
import pydeck as pdk

from data.catalog import Catalog
from data.queries.narrowing import sources_of
from data.queries.offices import by_country
from data.queries.regions import framed
from data.selection import EVERYTHING, Selection
from figures import labels
from figures.figure import Figure
from figures.ink import legend
from figures.ink.placing import label, spread
from figures.language import Language
from figures.maps import deck, land
from figures.maps.deck import Scene, Setting
from figures.offices import layer, listing, shaded_wording, svg_map
from figures.palette import Palette, Theme, rgb

KEY = "offices-shaded"

NUMBER = 13
"""Size of the type of the numbers, in pixels."""

DOT = 9
"""Width of a city's dot, in pixels."""

GAP = 18
"""Pixels between the middles of two numbers, or of a number and a city, so that none covers the other."""


def figure(
    offices: pd.DataFrame,
    catalog: Catalog,
    language: Language,
    theme: Theme,
    selection: Selection = EVERYTHING,
    size: tuple[int, int] = (540, 400),
    turn: int = 0,
) -> Figure:
    """Return the map.

    Args:
        offices: documented offices, as `data.queries.offices.documented` gives them.
        selection: countries chosen are outlined, their cities named; they, or else the regions chosen, are looked at closely.
        size: width and height of the map in pixels, about; the view is fitted to it.
        turn: how many clicks the reader has made; see `deck.Setting`.
    """
    setting = Setting(catalog, language, theme, selection.countries, turn, framed(catalog, selection))
    places, rows = listing.in_words(offices, catalog, language), counted(offices, catalog, language)
    cities = places[places["level"] == "city"] if selection.countries else places.head(0)
    key = tuple(samples(rows, language, setting.colors))
    shades = {row.iso3: setting.colors.counts[row.step] for row in rows.itertuples()}
    draw = partial(svg_map.countries, rows, shades, setting.chosen, setting.framed)
    return Figure(
        key=KEY,
        title=shaded_wording.title(rows, selection, catalog, language),
        text=shaded_wording.text(rows, list(cities["city"]), selection, catalog, language),
        rows=rows,
        columns={
            "country": language.gettext("Country or territory"),
            "iso3": language.gettext("Code"),
            "region_name": language.gettext("Region"),
            "offices": language.gettext("Documented places"),
            "country_level": language.gettext("Of these, known only by country"),
        },
        source_ids=tuple(sources_of(catalog, "office_evidence", "office_id", offices["office_id"])),
        note=shaded_wording.note(rows, language),
        drawing=_scene(rows, cities, setting, size),
        height=size[1],
        legend=legend.html(key),
        picture=partial(svg_map.slide, draw, key, setting.colors),
        narrowed_by=("countries",),
    )


def counted(offices: pd.DataFrame, catalog: Catalog, language: Language) -> pd.DataFrame:
    """Return one row a country, the most places first.

    Returns:
        Columns iso3, country and region_name in this language, `offices` (documented places), `country_level` (how many of
        these name no city), `step` of the scale, `latitude` and `longitude` of the country's own point.
    """
    frame = by_country(offices.assign(country=offices["iso3"].map(labels.countries(language, catalog))))
    total, points = frame["offices"] + frame["country_level"], catalog["countries"].set_index("iso3")
    steps = sorted(labels.WORDS["step"], key=int)
    rows = frame.assign(
        offices=total,
        region_name=frame["region"].map(labels.words(language, "region")),
        step=[max((step for step in steps if int(step) <= n), key=int) for n in total],
        latitude=frame["iso3"].map(points["latitude"]),
        longitude=frame["iso3"].map(points["longitude"]),
    )
    return rows.sort_values(["offices", "country"], ascending=[False, True]).reset_index(drop=True)


def samples(rows: pd.DataFrame, language: Language, colors: Palette) -> Iterable[legend.Sample]:
    """Yield the steps of the scale with the number of countries in each.

    Args:
        rows: as `counted` gives them.
    """
    pattern, counts = language.gettext("{category}: {n}"), rows["step"].value_counts()
    for step, words in labels.words(language, "step").items():
        if step in counts:
            countries = language.ngettext(
                "{n} country or territory", "{n} countries and territories", int(counts[step])
            )
            yield legend.sample("square", colors.counts[step], pattern.format(category=words, n=countries))


def _scene(rows: pd.DataFrame, cities: pd.DataFrame, setting: Setting, size: tuple[int, int]) -> Scene:
    colors, view = setting.colors, deck.flat(setting, size)
    shades = {row.iso3: colors.counts[row.step] for row in rows.itertuples()}
    points = [
        view.pixels(x, y)
        for frame in (rows, cities)
        for x, y in zip(frame["longitude"], frame["latitude"], strict=True)
    ]
    moves, n = spread(points, GAP), len(rows)
    numbers = [(x + dx, y + dy) for (x, y), (dx, dy) in zip(points[:n], moves[:n], strict=True)]
    texts = label(points[n:], moves[n:], layer.named(cities), deck.TYPE, numbers, deck.seen(size))
    marked = layer.placed(cities, moves[n:], "evidence_period", setting)
    layers = [
        *land.ground(setting, shades),
        *([layer.layer(_dots(marked, colors), setting, get_size="size")] if marked else []),
        _numbers(rows, moves[:n], setting),
        *deck.names(setting, [mark["at"] for mark in marked], texts),
    ]
    return deck.scene(setting, layers, view)


def _dots(marked: list[dict[str, Any]], colors: Palette) -> list[dict[str, Any]]:
    """Return plain dots for cities, each with a rim to stand off any shade: here the shade tells, not the mark of a place."""
    return [
        {**mark, "mark": "circle", "fill": rgb(fill)[:3], "size": size}
        for mark in marked
        for fill, size in ((colors.paper, DOT + 4), (colors.ink, DOT))
    ]


def _numbers(rows: pd.DataFrame, moves: Sequence[Sequence[float]], setting: Setting) -> pdk.Layer:
    """Return the numbers, each on a disc of its country's shade: on a small country it stands for the shape."""
    colors, language = setting.colors, setting.language
    pattern = language.gettext("{country}: {places}")
    data: list[dict[str, Any]] = [
        {
            "iso3": row.iso3,
            setting.said: pattern.format(
                country=row.country,
                places=language.ngettext("{n} documented place", "{n} documented places", row.offices),
            ),
            "text": language.number(row.offices),
            "at": [round(row.longitude, 2), round(row.latitude, 2)],
            "by": list(move),
            "fill": rgb(colors.counts[row.step])[:3],
        }
        for row, move in zip(rows.itertuples(), moves, strict=True)
    ]
    disc = {"background_padding": [5, 1], "background_border_radius": 9, "get_background_color": "fill"}
    rim = {"get_border_color": rgb(colors.paper), "get_border_width": 1}
    type_ = {"font_weight": 700, "get_size": NUMBER, "get_color": rgb(colors.paper), "get_text_anchor": "'middle'"}
    return deck.texts(f"numbers-{setting.name}", data, setting, pickable=True, **disc, **rim, **type_)
