"""What a deck says of itself, as the browser is given it."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from figures.figure import Figure

WIDE, PHONE = (540, 400), (350, 300)
WITHOUT = "NGA"
"""A country of other tables; no office of it was found."""


def scene(figure: Figure) -> dict[str, Any]:
    return json.loads(figure.drawing.to_json())


def layers(figure: Figure, kind: str, name: str = "") -> list[dict[str, Any]]:
    """Return the layers of a kind whose names begin so."""
    return [layer for layer in scene(figure)["layers"] if layer["@@type"] == kind and layer["id"].startswith(name)]


def drawn(figure: Figure) -> list[dict[str, Any]]:
    """Return the marks."""
    (layer,) = layers(figure, "IconLayer")
    return layer["data"]


def written(figure: Figure) -> list[str]:
    """Return the names written on a map."""
    return [label["text"] for layer in layers(figure, "TextLayer", "labels-") for label in layer["data"]]


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def key(figure: Figure) -> list[str]:
    """Return the entries of the legend, in words."""
    return [unescape(text) for text in re.findall(r">([^<>]+)</span>", figure.legend)]
