"""Arcs of flows: they bend to one side, lie beside each other, and dashes cover a part of them."""

import math
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from figures.maps.arcs import PATTERNS, arcs, dashed, lettered

EAST = {"A": (0.0, 100.0), "B": (400.0, 100.0)}


def routes(*ways: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(ways, columns=["commodity", "from_end", "to_end"])


def length(line: tuple[tuple[float, float], ...]) -> float:
    return float(np.hypot(*np.diff(np.array(line), axis=0).T).sum())


def test_an_arc_leads_from_end_to_end_and_bends_north_on_its_way_east() -> None:
    (arc,) = arcs(routes(("precursors", "A", "B")), EAST, 10, 13)
    assert math.dist(arc.line[0], EAST["A"]) < 20
    assert math.dist(arc.tip, EAST["B"]) < 20
    assert arc.line[0][0] < arc.middle[0] < arc.tip[0]
    assert arc.middle[1] < 60
    assert 90 < arc.turn < 180  # pointing right and down


def test_there_and_back_are_two_arcs() -> None:
    there, back = arcs(routes(("weapons", "A", "B"), ("fentanyl", "B", "A")), EAST, 10, 13)
    assert there.middle[1] < 100 < back.middle[1]


def test_what_moves_the_same_way_lies_apart() -> None:
    places = {"N": (50.0, 0.0), "S": (60.0, 60.0), "far": (600.0, 0.0)}
    found = arcs(routes(*((code, "N", "S") for code in PATTERNS)), places, 10, 13)
    middles = [arc.middle for arc in found]
    assert all(math.dist(one, other) > 8 for at, one in enumerate(middles) for other in middles[:at])


def test_arcs_that_go_far_leave_room_for_labels() -> None:
    places = {"A": (0.0, 100.0), "B": (0.0, 110.0), "C": (5.0, 120.0), "Z": (500.0, 130.0)}
    found = arcs(routes(("precursors", "A", "Z"), ("precursors", "B", "Z"), ("precursors", "C", "Z")), places, 10, 13)
    tops = sorted(min(y for _, y in arc.line) for arc in found)
    assert all(below - above > 13 for above, below in pairwise(tops))


@pytest.mark.parametrize("commodity", PATTERNS)
def test_every_commodity_has_a_line_of_its_own(commodity: str) -> None:
    assert len(set(PATTERNS.values())) == len(PATTERNS)
    line = ((0.0, 0.0), (100.0, 0.0), (100.0, 50.0))
    pieces, pattern = dashed(line, PATTERNS[commodity]), PATTERNS[commodity]
    covered = sum(map(length, pieces))
    if not pattern:
        assert pieces == [line]
    else:
        share = sum(pattern[::2]) / sum(pattern)
        assert covered == pytest.approx(150 * share, abs=max(pattern))
        assert pieces[0][0] == (0.0, 0.0)


def test_labels_do_not_hide_one_another_or_the_ends() -> None:
    ways = routes(*((code, "N", "S") for code in PATTERNS), ("fentanyl", "S", "N"))
    places = {"N": (200.0, 100.0), "S": (210.0, 220.0)}
    found = arcs(ways, places, 11, 13)
    words = list(ways["commodity"])
    texts, names = lettered(found, words, places, {"N": "North", "S": "South"}, 13)
    spots = [
        *((arc.middle, spot) for arc, spot in zip(found, texts, strict=True)),
        *((places[end], spot) for end, spot in zip("NS", names, strict=True)),
    ]
    boxes = []
    for (x, y), spot in spots:
        wide = len(spot.text) * 13 * 0.5
        left = x + spot.offset[0] - {"start": 0, "middle": wide / 2, "end": wide}[spot.anchor]
        boxes.append((left, y + spot.offset[1] - 6, left + wide, y + spot.offset[1] + 6))
    for at, (left, top, right, bottom) in enumerate(boxes):
        assert not any(left < x < right and top < y < bottom for x, y in places.values())
        for other in boxes[:at]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
