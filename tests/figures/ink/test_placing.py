"""Marks and labels are kept off one another and within sight."""

import math

import pytest

from figures.ink.lettering import BOLD, width
from figures.ink.placing import Label, Point, around, free, label, overlap, spread

GAP = 16.0
SIZE = 14.0


def moved(points: list[Point], gap: float = GAP) -> list[Point]:
    return [(x + dx, y + dy) for (x, y), (dx, dy) in zip(points, spread(points, gap), strict=True)]


def nearest(points: list[Point]) -> float:
    return min(math.dist(one, other) for at, one in enumerate(points) for other in points[at + 1 :])


def test_marks_that_stand_free_stay_where_they_are() -> None:
    points = [(0.0, 0.0), (GAP * 3, 0.0), (0.0, -GAP * 5), (GAP * 2, GAP * 9)]
    assert spread(points, GAP) == [(0.0, 0.0)] * len(points)


@pytest.mark.parametrize(
    "points",
    [
        [(0.0, 0.0), (3.0, 1.0)],
        [(5.0, 5.0)] * 2,
        [(5.0, 5.0)] * 12,
        [(float(x), float(y)) for x in range(0, 50, 10) for y in range(0, 50, 10)],
    ],
)
def test_no_two_marks_are_nearer_than_the_gap_even_from_one_spot(points: list[Point]) -> None:
    assert nearest(moved(points)) >= GAP


def test_a_pair_parts_evenly_and_no_farther_than_it_must() -> None:
    one, other = spread([(0.0, 0.0), (10.0, 0.0)], GAP)
    assert one[0] == pytest.approx(-other[0], abs=0.2)
    assert math.hypot(*one) < GAP / 2
    assert (one[0], other[0]) < (0, 1)


@pytest.mark.parametrize("points", [[], [(3.0, 4.0)]])
def test_none_and_one_need_no_moving(points: list[Point]) -> None:
    assert spread(points, GAP) == [(0.0, 0.0)] * len(points)


def test_marks_move_the_same_way_every_time() -> None:
    points = [(1.0, 1.0), (1.0, 1.0), (4.0, 2.0), (90.0, 90.0)]
    assert spread(points, GAP) == spread(points, GAP)


def box(point: Point, written: Label) -> tuple[float, float, float, float]:
    wide = width(written.text, SIZE, BOLD)
    x, y = point[0] + written.offset[0], point[1] + written.offset[1]
    left = x - {"start": 0, "middle": wide / 2, "end": wide}[written.anchor]
    return left, y - SIZE / 2, left + wide, y + SIZE / 2


def meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_a_label_stands_to_the_right_of_a_free_mark() -> None:
    (written,) = label([(0.0, 0.0)], [(0.0, 0.0)], ["Mérida"], SIZE)
    assert (written.text, written.anchor) == ("Mérida", "start")
    assert written.offset[0] > SIZE / 2
    assert written.offset[1] == 0


def test_a_label_follows_a_mark_that_was_moved() -> None:
    (still,) = label([(0.0, 0.0)], [(0.0, 0.0)], ["Mérida"], SIZE)
    (moved_,) = label([(0.0, 0.0)], [(7.0, -3.0)], ["Mérida"], SIZE)
    assert moved_.offset == (pytest.approx(still.offset[0] + 7), pytest.approx(still.offset[1] - 3))


def test_a_label_turns_to_the_left_of_a_neighbour_on_its_right() -> None:
    points = [(0.0, 0.0), (30.0, 0.0)]
    first, second = label(points, [(0.0, 0.0)] * 2, ["Toronto", "Ottawa"], SIZE)
    assert (first.anchor, second.anchor) == ("end", "start")


@pytest.mark.parametrize(
    "points",
    [
        [(0.0, 0.0), (17.0, 0.0), (34.0, 0.0), (160.0, 0.0)],
        [(0.0, 0.0), (17.0, 8.0), (34.0, 0.0), (160.0, 8.0)],
        [(0.0, 0.0), (120.0, 0.0), (135.0, 0.0), (400.0, 0.0)],  # the second may not turn left, into the first's label
    ],
)
def test_no_label_covers_a_mark_or_another_label_where_there_is_room(points: list[Point]) -> None:
    texts = ["Mexico City", "Monterrey", "Ciudad Juárez", "Tijuana"]
    written = label(points, [(0.0, 0.0)] * len(points), texts, SIZE)
    assert [one.text for one in written] == texts
    boxes = [box(point, one) for point, one in zip(points, written, strict=True)]
    dots = [(x - SIZE / 2, y - SIZE / 2, x + SIZE / 2, y + SIZE / 2) for x, y in points]
    for at, one in enumerate(boxes):
        assert not any(meet(one, other) for other in [*boxes[at + 1 :], *dots])


def test_no_mark_needs_no_label() -> None:
    assert label([], [], [], SIZE) == []


def test_no_label_covers_what_else_stands_on_the_map() -> None:
    (free,) = label([(0.0, 0.0)], [(0.0, 0.0)], ["Mérida"], SIZE)
    number = (free.offset[0] + SIZE, 0.0)
    (written,) = label([(0.0, 0.0)], [(0.0, 0.0)], ["Mérida"], SIZE, [number])
    x, y = number
    assert not meet(box((0.0, 0.0), written), (x - SIZE / 2, y - SIZE / 2, x + SIZE / 2, y + SIZE / 2))


@pytest.mark.parametrize("place", [(140.0, 0.0), (-140.0, 0.0), (0.0, 95.0), (0.0, -95.0), (140.0, 95.0)])
def test_a_label_stays_within_what_is_seen(place: Point) -> None:
    seen = (-150.0, -100.0, 150.0, 100.0)
    (written,) = label([place], [(0.0, 0.0)], ["Ciudad Juárez"], SIZE, within=seen)
    left, top, right, bottom = box(place, written)
    assert left >= seen[0]
    assert top >= seen[1]
    assert right <= seen[2]
    assert bottom <= seen[3]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_labels_stand_well_whatever_the_order_of_their_places(order: tuple[int, ...]) -> None:
    # The middle one finds room on neither side, once those beside it have taken it.
    points, texts = [(0.0, 0.0), (40.0, 0.0), (80.0, 0.0)], ["Tijuana", "Mexicali", "Monterrey"]
    written = label([points[at] for at in order], [(0.0, 0.0)] * 3, [texts[at] for at in order], SIZE)
    boxes = [box(points[at], one) for at, one in zip(order, written, strict=True)]
    assert not any(meet(one, other) for at, one in enumerate(boxes) for other in boxes[at + 1 :])


def test_a_label_stands_beside_its_mark_over_nothing_or_not_at_all() -> None:
    at, seen = (100.0, 50.0), (0.0, 0.0, 200.0, 100.0)
    mark = around(at, 12, 12)
    found = free(at, "Lima", 14, [mark], seen)
    assert found
    assert (found.anchor, overlap(found.box(at, 14), mark)) == ("start", 0)
    blocked = free(at, "Lima", 14, [mark, found.box(at, 14)], seen)
    assert blocked
    assert not overlap(blocked.box(at, 14), found.box(at, 14))
    assert free(at, "Lima", 14, [seen], seen) is None
    assert free(at, "Lima", 14, [mark], (90.0, 40.0, 110.0, 60.0)) is None
