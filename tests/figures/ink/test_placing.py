"""Marks and labels are kept off one another and within sight."""

import math

import pytest

from figures.ink.lettering import BOLD, width
from figures.ink.placing import Label, Point, around, free, named, overlap, spread

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


SEEN = (-300.0, -200.0, 600.0, 200.0)
NAMES = ["Mexico City", "Monterrey", "Ciudad Juárez", "Tijuana"]


def placed(spots: list[Point], words: list[str], **how: object) -> list[Label | None]:
    return list(named(spots, words, SIZE, SIZE, SEEN, **how))


def nearest_to(box: tuple[float, float, float, float], spots: list[Point]) -> Point:
    return min(
        spots, key=lambda at: math.hypot(max(box[0] - at[0], 0, at[0] - box[2]), max(box[1] - at[1], 0, at[1] - box[3]))
    )


def test_a_name_stands_to_the_right_of_a_free_mark() -> None:
    (written,) = placed([(0.0, 0.0)], ["Mérida"])
    assert written
    assert (written.text, written.anchor, written.leader) == ("Mérida", "start", None)
    assert written.offset[0] > SIZE / 2
    assert written.offset[1] == 0


def test_a_name_turns_to_the_left_of_a_neighbour_on_its_right() -> None:
    first, second = placed([(0.0, 0.0), (30.0, 0.0)], ["Toronto", "Ottawa"])
    assert first
    assert second
    assert (first.anchor, second.anchor) == ("end", "start")


@pytest.mark.parametrize(
    "points",
    [
        [(0.0, 0.0), (17.0, 0.0), (34.0, 0.0), (160.0, 0.0)],
        [(0.0, 0.0), (17.0, 8.0), (34.0, 0.0), (160.0, 8.0)],
        [(0.0, 0.0), (0.0, 15.0), (0.0, 30.0), (15.0, 15.0)],
        [(0.0, 0.0), (120.0, 0.0), (135.0, 0.0), (400.0, 0.0)],  # the second may not turn left, into the first's name
    ],
)
@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (1, 3, 0, 2)])
def test_each_name_lies_over_nothing_and_is_nearest_to_its_mark_or_led_to(
    points: list[Point], order: tuple[int, ...]
) -> None:
    points, texts = [points[at] for at in order], [NAMES[at] for at in order]
    written = placed(points, texts)
    assert [one and one.text for one in written] == texts
    boxes = [box(point, one) for point, one in zip(points, written, strict=True)]
    dots = [around(point, SIZE, SIZE) for point in points]
    for at, (one, point) in enumerate(zip(written, points, strict=True)):
        assert not any(meet(boxes[at], other) for other in [*boxes[at + 1 :], *dots])
        if one.leader:
            assert math.dist(one.leader[0], (0, 0)) <= SIZE
            end = point[0] + one.leader[1][0], point[1] + one.leader[1][1]
            assert meet((end[0] - 4, end[1] - 4, end[0] + 4, end[1] + 4), boxes[at])
        else:
            assert nearest_to(boxes[at], points) == point


def test_a_line_runs_over_no_other_mark_and_no_name() -> None:
    points = [(0.0, 0.0), (15.0, 0.0), (-15.0, 0.0), (0.0, 15.0), (15.0, 15.0), (-15.0, 15.0)]
    written = placed(points, ["Tegucigalpa", *NAMES, "Lima"])
    led = [(point, one) for point, one in zip(points, written, strict=True) if one and one.leader]
    assert led
    for point, one in led:
        (x, y), (u, v) = one.leader
        along = [(point[0] + x + (u - x) * part / 40, point[1] + y + (v - y) * part / 40) for part in range(41)]
        covered = [around(other, SIZE, SIZE) for other in points if other != point]
        covered += [box(other, its) for other, its in zip(points, written, strict=True) if its and its is not one]
        assert not any(left < a < right and top < b < bottom for a, b in along for left, top, right, bottom in covered)


def test_no_mark_needs_no_name_and_one_without_words_gets_none() -> None:
    assert placed([], []) == []
    first, second = placed([(0.0, 0.0), (100.0, 0.0)], ["", "Lima"])
    assert first is None
    assert second


def test_no_name_covers_what_else_stands_on_the_map() -> None:
    (before,) = placed([(0.0, 0.0)], ["Mérida"])
    assert before
    key = box((0.0, 0.0), before)
    (written,) = placed([(0.0, 0.0)], ["Mérida"], taken=[key])
    assert written
    assert not meet(box((0.0, 0.0), written), key)


def test_where_no_line_can_be_drawn_a_name_without_room_beside_its_mark_is_left_out() -> None:
    points = [(x * 15.0, y * 15.0) for x in range(3) for y in range(3)]
    words = [*NAMES, "Tegucigalpa", *NAMES]
    without = placed(points, words, is_led=False)
    assert without[4] is None
    assert not any(one.leader for one in without if one)
    assert sum(one is not None for one in placed(points, words)) > sum(one is not None for one in without)


@pytest.mark.parametrize("place", [(140.0, 0.0), (-140.0, 0.0), (0.0, 95.0), (0.0, -95.0), (140.0, 95.0)])
def test_a_name_stays_within_what_is_seen(place: Point) -> None:
    seen = (-150.0, -100.0, 150.0, 100.0)
    (written,) = named([place], ["Ciudad Juárez"], SIZE, SIZE, seen)
    assert written
    left, top, right, bottom = box(place, written)
    assert left >= seen[0]
    assert top >= seen[1]
    assert right <= seen[2]
    assert bottom <= seen[3]


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
