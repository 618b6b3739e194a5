"""The land of every web map: what is drawn of it, what can be clicked on it, and how a chosen country stands out."""

from collections.abc import Mapping
from typing import Any

import pydeck as pdk

from data.assets import address
from figures import labels
from figures.maps.deck import Setting
from figures.palette import rgb

POINT = 6
"""Radius in pixels of a territory whose shape is too small to be seen."""


def ground(setting: Setting) -> list[pdk.Layer]:
    """Return the land and its borders, what can be clicked on it, the outline of what is chosen, and small territories as points."""
    outline = [_outline(setting)] if setting.chosen else []
    return [_land(setting), _borders(setting), _territory(setting), *outline, _points(setting)]


def _shapes(name: str, **how: Any) -> pdk.Layer:
    return pdk.Layer("GeoJsonLayer", id=name, data=address("countries"), **how)


def _land(setting: Setting) -> pdk.Layer:
    """Return the land. It keeps its name whatever is chosen, and so never flickers."""
    return _shapes(f"land-{setting.theme}", get_fill_color=rgb(setting.colors.land), stroked=False)


def _borders(setting: Setting) -> pdk.Layer:
    """Return the lines between countries.

    Not as the outline of the land: that runs along the coasts too, where it has the colour of the sea, and has joints too fine
    to be seen, both of which take most of a map's time where a computer draws without a graphics card.
    """
    return pdk.Layer(
        "LineLayer",
        id=f"borders-{setting.theme}",
        data=address("borders"),
        get_source_position="from",
        get_target_position="to",
        get_color=rgb(setting.colors.paper),
        width_units="'meters'",
        width_min_pixels=0.6,
    )


def _territory(setting: Setting) -> pdk.Layer:
    """Return the land once more, clear but for the chosen countries, to be clicked."""
    colors = setting.colors
    tinted = dict.fromkeys(setting.chosen, rgb(colors.tint))
    return _shapes(
        f"countries-{setting.name}",
        pickable=True,
        # Lines cost most of the time of a click where a computer draws without a graphics card, and a click that takes
        # a quarter of a second is none to deck.gl. So what is clicked has no lines, and nothing lights up on hovering.
        stroked=False,
        get_fill_color=_cases("properties.iso3", tinted, rgb(colors.land, 0)),
    )


def _outline(setting: Setting) -> pdk.Layer:
    colors = setting.colors
    return _shapes(
        f"outline-{setting.name}",
        filled=False,
        get_line_color=_cases(
            "properties.iso3", dict.fromkeys(setting.chosen, rgb(colors.chosen)), rgb(colors.land, 0)
        ),
        get_line_width=_cases("properties.iso3", dict.fromkeys(setting.chosen, 2), 0),
        line_width_units="'pixels'",
    )


def _points(setting: Setting) -> pdk.Layer:
    """Return the territories whose shape is too small to be seen or clicked, as points: clear, unless they are chosen.

    A grey point would look like a place.
    """
    colors, frame = setting.colors, setting.catalog["countries"]
    small = frame.loc[frame["point_only"], ["iso3", "longitude", "latitude"]]
    named = labels.countries(setting.language, setting.catalog)
    return pdk.Layer(
        "ScatterplotLayer",
        id=f"points-{setting.name}",
        data=[
            {"iso3": row.iso3, setting.said: named[row.iso3], "at": [row.longitude, row.latitude]}
            for row in small.itertuples(index=False)
        ],
        pickable=True,
        stroked=True,
        get_position="at",
        get_radius=POINT,
        radius_units="'pixels'",
        get_fill_color=rgb(colors.land, 0),
        get_line_color=_cases("iso3", dict.fromkeys(setting.chosen, rgb(colors.chosen)), rgb(colors.coast, 0)),
        get_line_width=1.5,
        line_width_units="'pixels'",
    )


def _cases(column: str, values: Mapping[str, Any], rest: Any) -> Any:
    """Return the value of each code as deck.gl's JSON reads it: comparisons only, it knows no lists to look in.

    Codes of one value are tested together: `iso3 == 'MEX' || iso3 == 'CAN' ? [1, 2, 3] : [4, 5, 6]`.
    """
    together: dict[str, list[str]] = {}
    for code, value in values.items():
        together.setdefault(str(value), []).append(f"{column} == '{code}'")
    if not together:
        return rest
    return " : ".join([*(f"{' || '.join(tests)} ? {value}" for value, tests in together.items()), str(rest)])
