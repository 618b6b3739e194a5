"""What a brief of one country has room for on its page: tried from the ampler to the narrower, and then filled row by row."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from data.queries.country.brief import Brief, ways
from data.queries.flows import disputed
from figures.country import screen
from figures.view import View

PAGES = 1

KINDS = ("flows", "events", "initiatives", "points")
"""Kinds of rows, in the order in which they take what room is left."""

LEFT = (
    ("flows", "points"),
    ("points", "initiatives"),
    ("flows", "points", "initiatives"),
    ("flows", "points", "events"),
)
"""Kinds of rows that stand below the places; the others, below the map. The way is taken that leaves the least room bare."""

MOST = 9
"""Rows of a kind at most."""


@dataclass(frozen=True)
class Room:
    """What a brief is given room for: rows of each kind, sources of a row, pixels of the map's height, points of the type; and where.

    Attributes:
        sides: whether what either side says of a disputed point has room.
        later: whether what later sources say of an initiative has room, or their day alone.
        is_short: whether references are shortened, and what is dated last stands among the events alone.
        left: the kinds that stand below the places.
    """

    flows: int = MOST
    events: int = MOST
    initiatives: int = MOST
    points: int = MOST
    sources: int = 1
    high: int = 360
    size: float = 7.8
    sides: bool = True
    later: bool = True
    is_short: bool = False
    left: tuple[str, ...] = LEFT[0]


AMPLE = (
    Room(sources=9, high=640, size=8.6),
    Room(sources=3, high=560, size=8.2),
    Room(sources=2, high=480, size=8.2),
    Room(sources=1, high=420, size=8.2),
    Room(sources=1),
)
"""With all rows up to `MOST`: the first that has room on a page is taken. With none, rows are cut, as few as need be."""


LEAST, LOW, TITLE = 7.5, 240, 50
"""Points of the type, pixels of the map's height and letters of a reference's title, where rows are cut."""

FAIR = ((4, 4, 3), (3, 3, 2), (2, 2, 1), (1, 1, 1))
"""Events, initiatives and points of disagreement at the start, where rows are cut: no kind is left to one row for the sake of another."""


def fullest(view: View, tall: Callable[[Room], float]) -> Room:
    """Return the room in which a brief of a view says the most on its page: it is filled before anything is left out.

    Args:
        tall: tells of room how many pages are filled with it.
    """

    def fits(room: Room) -> bool:
        return tall(room) <= PAGES

    full = min((replace(AMPLE[-1], left=left) for left in LEFT), key=tall)
    if fits(full):
        return next(filter(fits, (replace(one, left=full.left) for one in AMPLE)))
    few = [replace(one, left=left) for one in cut(view) for left in LEFT]
    found = next(filter(fits, few), few[-1])
    return _grown(min((replace(found, left=left) for left in LEFT), key=tall), fits, view)


def cut(view: View) -> Iterator[Room]:
    """Yield the fewest rows with which a brief begins to fill its page, the more first; what is denied and one way of each commodity stay."""
    least = Room(flows=balanced(view), size=LEAST, high=LOW, is_short=True)
    for events, initiatives, points in FAIR:
        for in_full, sides in ((True, True), (False, True), (False, False)):
            yield replace(least, events=events, initiatives=initiatives, points=points, sides=sides, later=in_full)
    yield replace(least, flows=1, events=1, initiatives=1, points=1, sides=False, later=False)


def _grown(room: Room, fits: Callable[[Room], bool], view: View) -> Room:
    """Return room for all the rows that still find some: first one way of each commodity, then a row of each kind in turn."""
    for kinds in (("flows",), KINDS):
        growing = list(kinds)
        while growing:
            for kind in tuple(growing):
                larger = more(room, kind, view)
                if larger and (len(kinds) > 1 or larger.flows <= balanced(view)) and fits(larger):
                    room = larger
                else:
                    growing.remove(kind)
    return room


def more(room: Room, kind: str, view: View) -> Room | None:
    """Return room for one row more of a kind; nothing where all that there are, or as many as may be, have room."""
    (one,) = screen.of(replace(view, page="country"))
    rows = {
        "flows": len(moves(one, view)),
        "events": len(one.country.events),
        "initiatives": len(one.initiatives),
        "points": len(one.disagreements),
    }
    had: int = getattr(room, kind)
    larger: dict[str, Any] = {kind: had + 1}
    return replace(room, **larger) if had < min(rows[kind], MOST) else None


def moves(one: Brief, view: View) -> pd.DataFrame:
    """Return which commodity is said to go where: what another source denies, then one of each commodity and way, then the others.

    Returns:
        Columns of `data.queries.country.brief.ways` and `is_further`: whether it is one of the others.
    """
    found, against = ways(one.flows), disputed(view.catalog, one.flows)
    is_denied = found["flow_ids"].map(lambda ids: any(flow in against for flow in ids)).astype(bool)
    found = pd.concat([found[is_denied], found[~is_denied]])
    is_further = found.duplicated(["way", "commodity"]) & ~is_denied
    return found.assign(is_further=is_further).sort_values("is_further", kind="stable")


def balanced(view: View) -> int:
    """Return how many statements show what is denied, and every commodity in each way that it is said to go."""
    (one,) = screen.of(replace(view, page="country"))
    return min(int((~moves(one, view)["is_further"]).sum()), MOST)
