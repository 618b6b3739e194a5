"""One arrow of a map of flows, and how arrows look."""

from dataclasses import dataclass
from typing import NamedTuple

from figures import labels
from figures.maps.arcs import Arc
from figures.maps.sheet import Detail
from figures.palette import Palette

WIDER = ("illicit_opioids", "narcotics")
"""Commodities of which fentanyl is one kind."""


class Look(NamedTuple):
    """Sizes in pixels: of the mark of a place, of type, of a line, and how far two arcs lie apart in their middle.

    Attributes:
        coast: how closely the land is drawn: it only says where places lie, and travels on every change of a filter.
    """

    mark: float
    type: float
    line: float
    gap: float
    coast: Detail


@dataclass(frozen=True)
class Route:
    """One arrow: a commodity between two places, and the statements that say so.

    Attributes:
        said: what it says in a sentence.
        denied: how many of its statements another source denies or corrects.
        former: the year before which all of them tell of; empty where one tells of no time of its own.
    """

    commodity: str
    flow_ids: tuple[str, ...]
    said: str
    denied: int
    former: str
    arc: Arc


def colors_of(colors: Palette) -> dict[str, str]:
    """Return commodity → colour. What is a kind of fentanyl's trade has its colour, and a name of its own."""
    own = dict(zip((code for code in labels.WORDS["commodity"] if code not in WIDER), colors.series, strict=False))
    return own | dict.fromkeys(WIDER, own["fentanyl"])
