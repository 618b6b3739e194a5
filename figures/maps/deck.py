"""What all web maps share: how a map is handed over, where it looks, what a click on it means, and words and marks on it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pydeck as pdk

from data.assets import address
from data.catalog import Catalog
from data.shapes import framing
from figures.ink import marks
from figures.ink.placing import Label
from figures.language import Language
from figures.maps.viewport import Viewport, fit
from figures.palette import Palette, Theme, palette, rgb

NARROW = 370
"""A close view is fitted to this width at most, in pixels, so that a narrow window holds nearly all of it too."""

MARGIN = 50
"""Pixels around the countries that frame a map, for the names of cities at their edge."""

TYPE = 14
FONT = "'Public Sans, system-ui, sans-serif'"
"""Quoted, so that pydeck takes it as text; likewise 'pixels' and the like below."""


@dataclass(frozen=True)
class Scene:
    """A map as Streamlit takes it: what deck.gl reads, written once. All readers share it, and nobody can change it.

    Attributes:
        json: without indents: half the bytes on every change of a filter.
        said: the column that stands beside the pointer, of whatever lies under it.
    """

    json: str
    said: str

    def to_json(self) -> str:
        """Return what deck.gl reads; Streamlit asks a deck for it."""
        return self.json

    @property
    def _tooltip(self) -> dict[str, str]:
        """Return what stands beside the pointer, by the name under which Streamlit looks for it in a deck."""
        return {"text": f"{{{self.said}}}"}


@dataclass(frozen=True)
class Setting:
    """What the layers of a map depend on beside its rows.

    Attributes:
        chosen: codes of the countries that the reader chose: drawn firm.
        turn: how many clicks the reader has made; see `name`.
        framed: codes of the countries that are looked at closely, their places named: those chosen, or those of a region.
    """

    catalog: Catalog
    language: Language
    theme: Theme
    chosen: tuple[str, ...]
    turn: int
    framed: tuple[str, ...] = ()

    @property
    def colors(self) -> Palette:
        """Return the colours of the theme."""
        return palette(self.theme)

    @property
    def said(self) -> str:
        """Return the column that holds what is said of a thing under the pointer; of land, its name in this language."""
        return "name" if self.language.code == "en" else f"name_{self.language.code}"

    @property
    def name(self) -> str:
        """Return what the names of layers that can be clicked end in.

        Streamlit remembers a click by layer, dims all else until the next one, and takes a second click on the same thing
        as its end. What is chosen is the filter's to say. So the layers that can be clicked are named anew after every
        click and every choice: no click is remembered, and each one tells what it hit.
        """
        return "-".join([self.theme, str(self.turn), *self.chosen])


def picked(event: object) -> str | None:
    """Return the code of the country that a click on a map meant, whether it hit a mark, a point or the land.

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


def flat(setting: Setting, size: tuple[int, int]) -> Viewport:
    """Return where a flat map looks: at the countries that frame it, or at the whole world.

    Args:
        size: width and height of the map in pixels, about.
    """
    width, height = size
    near = min(width, NARROW) if setting.framed else width
    return fit(framing(setting.framed), near, height, margin=MARGIN if setting.framed else 0)


def seen(size: tuple[int, int]) -> tuple[float, float, float, float]:
    """Return what is seen of a map, in pixels from its centre: left, top, right, bottom."""
    width, height = size
    return -width / 2, -height / 2, width / 2, height / 2


def scene(
    setting: Setting, layers: list[pdk.Layer], view: Viewport, zooms: tuple[int, int] = (-1, 9), **how: Any
) -> Scene:
    """Return a map of the layers.

    Args:
        view: where it looks at first; `zooms`: how far out and in a reader may go.
        how: further properties of the deck.
    """
    at = {"latitude": view.latitude, "longitude": view.longitude, "zoom": round(view.zoom, 2)}
    looking = pdk.ViewState(**at, min_zoom=zooms[0], max_zoom=zooms[1])
    found = pdk.Deck(layers=layers, initial_view_state=looking, map_provider=None, **how)
    return Scene(json.dumps(json.loads(found.to_json()), separators=(",", ":"), ensure_ascii=False), setting.said)


def names(
    setting: Setting, places: Sequence[Sequence[float]], written: Sequence[Label], **how: Any
) -> Iterable[pdk.Layer]:
    """Yield the layer of names beside the marks of places, where there are any.

    Args:
        places: longitude and latitude of each.
        written: the name of each and where it stands.
        how: further properties of the layer.
    """
    if not written:
        return
    data = [word(at, spot) for at, spot in zip(places, written, strict=True)]
    yield texts(f"labels-{setting.name}", data, setting, get_color=rgb(setting.colors.ink), **how)


def word(at: Sequence[float], spot: Label) -> dict[str, Any]:
    """Return what `texts` needs of a label beside a place, given as longitude and latitude."""
    return {"at": at, "text": spot.text, "by": list(spot.offset), "anchor": spot.anchor}


def texts(name: str, data: list[dict[str, Any]], setting: Setting, **how: Any) -> pdk.Layer:
    """Return a layer of words on a map, with paper behind them.

    Args:
        data: `at` (longitude, latitude), `text`, `by` (pixels right and down) and `anchor` of each.
        how: further properties of the layer, among them `get_color`; they go before those given here.
    """
    usual = {
        "get_size": TYPE,
        "font_weight": 600,
        "get_text_anchor": "anchor",
        "background_padding": [3, 1],
        "get_background_color": rgb(setting.colors.paper, 215),
    }
    return pdk.Layer(
        "TextLayer",
        id=name,
        data=data,
        character_set="'auto'",
        font_family=FONT,
        background=True,
        get_text="text",
        get_position="at",
        get_pixel_offset="by",
        get_alignment_baseline="'center'",
        size_units="'pixels'",
        **{**usual, **how},
    )


def icons(name: str, data: list[dict[str, Any]], **how: Any) -> pdk.Layer:
    """Return a layer of marks.

    Args:
        data: `at` (longitude, latitude), `mark` (a shape of `figures.ink.marks`) and `fill` of each.
        how: further properties of the layer, among them `get_size`.
    """
    return pdk.Layer(
        "IconLayer",
        id=name,
        data=data,
        icon_atlas=f"'{address('marks')}'",
        icon_mapping=marks.mapping(),
        get_icon="mark",
        get_position="at",
        get_color="fill",
        **{"size_units": "'pixels'", **how},
    )
