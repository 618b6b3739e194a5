"""What a brief of one country has room for on its page: tried from the ampler to the narrower, and then filled row by row."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from data.queries.country.brief import Brief, ways
from data.queries.flows import disputed, until
from figures.country import screen
from figures.view import View

PAGES = 1

KINDS = ("flows", "sides", "points", "events", "initiatives")
"""Kinds of rows, in the order in which they take what room is left."""

LEFT = (
    ("flows", "points"),
    ("points", "initiatives"),
    ("points", "events"),
    ("flows", "initiatives"),
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
        flows: lines of what moves, as `moves` returns them.
        sides: of how many points what either side says has room.
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
    sides: int = MOST
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


LEAST, LOW, TITLE = 7.5, 216, 38
"""Points of the type, pixels of the map's height and letters of a reference's title, where rows are cut."""

FAIR = ((4, 4, 3, 3), (4, 4, 3, 2), (3, 3, 3, 2), (3, 3, 2, 2), (2, 2, 2, 2), (2, 2, 1, 1), (1, 1, 1, 1), (1, 1, 1, 0))
"""Events, initiatives, points of disagreement, and of how many of these either side is told, at the start, where rows are cut: no kind is
left to one row for the sake of another, and what is disputed is told before all else."""

FROM_OR_TO = ("out", "in")
"""Ways that have an end elsewhere, of which there may be several."""


def fullest(view: View, tall: Callable[[Room], float]) -> Room:
    """Return the room in which a brief of a view says the most on its page: it is filled before anything is left out.

    Args:
        tall: tells of room how many pages are filled with it.
    """

    def fits(room: Room) -> bool:
        return tall(room) <= PAGES

    full = min((replace(AMPLE[-1], left=left) for left in LEFT), key=tall)
    if fits(full):
        return _lowered(next(filter(fits, (replace(one, left=full.left) for one in AMPLE))), tall)
    few = [replace(one, left=left) for one in cut() for left in LEFT]
    found = next(filter(fits, few), few[-1])
    return _grown(min((replace(found, left=left) for left in LEFT), key=tall), fits, view)


def _lowered(room: Room, tall: Callable[[Room], float]) -> Room:
    """Return room with the map no higher than the column beside it, or than what stands there would be left over a hole."""
    heights = (one.high for one in AMPLE if one.high <= room.high)
    return min((replace(room, high=high) for high in heights), key=tall)


def cut() -> Iterator[Room]:
    """Yield the fewest rows with which a brief begins to fill its page, the more first; all that is said to move stays."""
    least = Room(size=LEAST, high=LOW, is_short=True)
    for events, initiatives, points, sides in FAIR:
        for in_full in (True, False):
            yield replace(least, events=events, initiatives=initiatives, points=points, sides=sides, later=in_full)
    yield replace(least, flows=1, events=1, initiatives=1, points=1, sides=0, later=False)


def _grown(room: Room, fits: Callable[[Room], bool], view: View) -> Room:
    """Return room for all the rows that still find some: a row of each kind in turn."""
    growing = list(KINDS)
    while growing:
        for kind in tuple(growing):
            larger = more(room, kind, view)
            if larger and fits(larger):
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
        "sides": min(room.points, len(one.disagreements)),
    }
    had: int = getattr(room, kind)
    larger: dict[str, Any] = {kind: had + 1}
    return replace(room, **larger) if had < min(rows[kind], MOST) else None


def moves(one: Brief, view: View) -> list[pd.DataFrame]:
    """Return which commodity is said to go where, a line for each commodity and way: what another source denies first.

    A line holds all that is said to come in from elsewhere, or to go out: none of several origins is left out for the sake of another.

    Returns:
        Lines of `data.queries.country.brief.ways`.
    """
    found, against = ways(one.flows).sort_index(), disputed(view.catalog, one.flows)
    alone = [way not in FROM_OR_TO for way in found["way"]]
    keys = [
        (row.way, row.commodity, until(row.flow_ids), row.Index if is_alone else -1)
        for row, is_alone in zip(found.itertuples(), alone, strict=True)
    ]
    lines = [found[[key == other for other in keys]] for key in dict.fromkeys(keys)]

    def is_agreed(line: pd.DataFrame) -> bool:
        return not any(flow in against for ids in line["flow_ids"] for flow in ids)

    return sorted(lines, key=is_agreed)
