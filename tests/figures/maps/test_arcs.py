"""Arcs: they lead from end to end, meet no other place, keep apart, and stay on the map."""

import math
import re
from itertools import combinations, pairwise

import numpy as np
import pytest

from figures.maps.arcs import CLEAR, Arc, arcs, nearest

FRAME = (0.0, 0.0, 600.0, 400.0)
MARK, GAP = 10.0, 20.0

EAST = {"A": (100.0, 200.0), "B": (500.0, 200.0)}


def drawn(*ways: tuple[str, str], places: dict[str, tuple[float, float]]) -> list[Arc]:
    return arcs(ways, places, MARK, GAP, FRAME)


def test_an_arc_leads_from_end_to_end_and_bends_north_on_its_way_east() -> None:
    (arc,) = drawn(("A", "B"), places=EAST)
    assert (arc.start, arc.end) == ("A", "B")
    assert math.dist(arc.line[0], EAST["A"]) < 2 * MARK
    assert MARK / 2 < math.dist(arc.tip, EAST["B"]) < 2 * MARK
    assert arc.at(0) == arc.line[0]
    assert arc.line[0][0] < arc.at(0.5)[0] < arc.tip[0]
    assert arc.at(0.5)[1] < 190
    assert 90 < arc.turn < 180  # pointing right and down


def test_the_curve_that_is_drawn_is_the_line_that_was_tested() -> None:
    (arc,) = drawn(("A", "B"), places=EAST)
    x, y, c, d, u, v = map(float, re.findall(r"-?[\d.]+", arc.path))
    half = 0.25 * np.array((x, y)) + 0.5 * np.array((c, d)) + 0.25 * np.array((u, v))
    assert nearest(arc, tuple(half)) < GAP / 2
    assert half[1] == pytest.approx(arc.at(0.5)[1], abs=0.5)


def test_none_meets_a_place_that_it_does_not_lead_to() -> None:
    on_the_way = {**EAST, "C": (300.0, 152.0), "D": (430.0, 185.0)}
    for arc in drawn(("A", "B"), ("B", "A"), ("A", "D"), places=on_the_way):
        others = [spot for place, spot in on_the_way.items() if place not in (arc.start, arc.end)]
        assert min(nearest(arc, spot) for spot in others) > CLEAR * MARK * 0.95


def test_there_and_back_lie_on_two_sides_and_what_moves_the_same_way_lies_apart() -> None:
    places = {"N": (300.0, 100.0), "S": (310.0, 230.0)}
    ways = [("N", "S")] * 3 + [("S", "N")] * 3
    found = drawn(*ways, places=places)
    middles = [arc.at(0.5) for arc in found]
    assert all(x > 305 for x, _ in middles[:3])
    assert all(x < 305 for x, _ in middles[3:])
    assert min(math.dist(one, other) for one, other in combinations(middles, 2)) > 0.45 * GAP


def test_arcs_that_go_far_leave_room_for_labels() -> None:
    places = {"A": (50.0, 180.0), "B": (50.0, 210.0), "C": (60.0, 240.0), "Z": (550.0, 220.0)}
    found = drawn(("A", "Z"), ("B", "Z"), ("C", "Z"), places=places)
    tops = sorted(arc.at(0.5)[1] for arc in found)
    assert all(below - above > 0.6 * GAP for above, below in pairwise(tops))


def test_all_stay_on_the_map() -> None:
    places = {"A": (20.0, 130.0), "B": (580.0, 140.0)}
    for arc in drawn(*[("A", "B")] * 3, places=places):
        assert all(0 <= x <= 600 and 0 <= y <= 400 for x, y in arc.line)


def test_nothing_to_draw_is_nothing() -> None:
    assert drawn(places=EAST) == []
