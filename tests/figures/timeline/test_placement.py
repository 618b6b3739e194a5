"""Nothing hides another thing, whatever is drawn, however wide."""

from dataclasses import replace
from itertools import combinations, pairwise

import pandas as pd
import pytest

from data.queries import release
from data.queries.timeline import EXAMPLE, KEY_EVENTS, events, telling
from data.selection import Selection
from data.translation import translated
from figures.ink.placing import overlap
from figures.language import language as speak
from figures.room import PHONE_ROOM
from figures.timeline import naming, placement
from figures.timeline.chart import HEIGHTS
from figures.timeline.layout import KEY, SWITCH, layout
from figures.timeline.placement import DOT, SIZE, Lane, Mark, Words
from figures.timeline.span import span

WRITTEN = SIZE + 0.2 * SIZE
"""Pixels from the top of a lane to the end of the letters of its name that reach down, as those of "cargos"."""

SELECTIONS = [
    Selection(),
    Selection(objectives=(1,)),
    Selection(countries=("CHN",)),
    Selection(countries=("HTI",)),
    Selection(first_year=2022, last_year=2024),
]


def laid(view, lanes="category"):
    high = HEIGHTS[view.room]
    return layout(view.catalog, view.selection, lanes, span(view), view.language, float(view.room), high)


@pytest.fixture(params=[PHONE_ROOM, 640, 960, 1240])
def room(request):
    return request.param


@pytest.mark.parametrize("lanes", ["category", "objective"])
@pytest.mark.parametrize("years", ["2023", "all"])
@pytest.mark.parametrize("selection", SELECTIONS)
def test_no_mark_no_label_and_no_name_lies_on_another(asked, selection, years, lanes, room):
    drawn = laid(asked(selection, room, span=years), lanes)
    for lane in drawn.lanes:
        boxes = [mark.box for mark in lane.marks] + [mark.label.box for mark in lane.marks if mark.label]
        boxes.append((0, 0, lane.name, WRITTEN))
        assert not [pair for pair in combinations(boxes, 2) if overlap(*pair) > 0.01]


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("lanes", ["category", "objective"])
@pytest.mark.parametrize("years", ["2023", "2025", "all"])
def test_a_label_stands_nearer_to_its_own_mark_than_to_any_other(asked, years, lanes, code, room):
    view = asked(room=room, span=years)
    drawn = laid(replace(view, catalog=translated(view.catalog, code), language=speak(code)), lanes)
    ways = [naming.named(drawn.lanes, event_id, drawn.words[event_id], drawn.edges) for event_id in drawn.words]
    for lane in [lane for lanes in (drawn.lanes, *ways) for lane in lanes]:
        for mark in lane.marks:
            if not mark.label or mark.label.box[1] > mark.y:
                continue
            label = mark.label
            left, right = (label.x, label.x + label.words.wide)
            if label.anchor == "end":
                left, right = label.x - label.words.wide, label.x
            for other in lane.marks:
                if other is mark or other.box[3] <= label.box[1] or label.box[3] <= other.box[1]:
                    continue
                gap = max(left - other.box[2], other.box[0] - right)
                assert gap >= 1.5 * placement.AIR, (mark.event_id, other.event_id)


@pytest.mark.parametrize("lanes", ["category", "objective"])
@pytest.mark.parametrize("years", ["2023", "2025", "all"])
def test_everything_stays_in_its_lane_and_on_the_drawing(asked, years, lanes, room):
    drawn = laid(asked(room=room, span=years), lanes)
    for lane in drawn.lanes:
        for mark in lane.marks:
            for box in (mark.box, mark.label.box if mark.label else mark.box):
                assert box[0] >= 0
                assert box[2] <= room
                assert box[3] <= lane.height
    assert list(drawn.tops) == sorted(drawn.tops)
    assert [after - before for before, after in pairwise(drawn.tops)] == pytest.approx(
        [lane.height for lane in drawn.lanes[:-1]]
    )


@pytest.mark.parametrize("lanes", ["category", "objective"])
@pytest.mark.parametrize("years", ["2023", "all"])
@pytest.mark.parametrize(
    "selection", [*SELECTIONS, Selection(countries=("MEX",)), Selection(regions=("419",))], ids=str
)
def test_no_label_breaks_the_lines_that_hang_from_the_bracket(asked, selection, years, lanes, room):
    view = asked(selection, room, span=years)
    drawn = laid(view, lanes)
    if drawn.bracket is None:
        return
    picked = [naming.named(drawn.lanes, event_id, drawn.words[event_id], drawn.edges) for event_id in drawn.words]
    for event_id in (EXAMPLE, release.EVENT):
        deep = next(at for at, lane in enumerate(drawn.lanes) if any(mark.event_id == event_id for mark in lane.marks))
        (own,) = (mark for mark in drawn.lanes[deep].marks if mark.event_id == event_id)
        for filled in [drawn.lanes, *picked]:
            for at, lane in enumerate(filled[: deep + 1]):
                for box in (mark.label.box for mark in lane.marks if mark.label):
                    is_level = at < deep or box[1] < own.y
                    assert not (is_level and box[0] < own.left < box[2]), (event_id, box)


def test_the_drawing_of_the_year_is_no_higher_than_it_may_be(asked, room):
    drawn = laid(asked(room=room))
    assert drawn.bottom + KEY + (SWITCH if room < 800 else 0) <= HEIGHTS[room] + 1


@pytest.mark.parametrize("years", ["2023", "all"])
def test_the_two_dates_of_the_heading_are_named_at_every_width(asked, years, room):
    drawn = laid(asked(room=room, span=years))
    named = {mark.event_id for lane in drawn.lanes for mark in lane.marks if mark.label}
    assert {EXAMPLE, release.EVENT} <= named


def test_all_key_events_and_several_others_are_named_on_a_laptop(asked):
    drawn = laid(asked())
    named = {mark.event_id for lane in drawn.lanes for mark in lane.marks if mark.label}
    assert set(KEY_EVENTS) <= named
    assert len(named) >= 10


def test_each_event_lies_on_its_lane_once_and_a_day_is_no_longer_than_a_dot(asked):
    view = asked(span="all")
    drawn, known = laid(view), events(view.catalog, view.selection).rows.set_index("event_id")
    marks = [mark for lane in drawn.lanes for mark in lane.marks]
    assert sorted(mark.event_id for mark in marks) == sorted(known.index)
    for mark in marks:
        exact = known.at[mark.event_id, "date_precision"] == "day"
        assert (mark.left == mark.right) == exact
        if not exact:
            assert mark.left == drawn.axis.at(known.at[mark.event_id, "start"])
            assert mark.right == drawn.axis.at(known.at[mark.event_id, "end"] + pd.Timedelta(days=1))


def test_an_event_of_several_objectives_is_named_on_one_of_their_lanes(asked):
    drawn = laid(asked(), "objective")
    ours = [mark for lane in drawn.lanes for mark in lane.marks if mark.event_id == release.EVENT]
    assert len(ours) == 4
    assert sum(1 for mark in ours if mark.label) == 1


def test_the_chosen_event_is_named_where_it_lies_and_moves_no_mark(asked):
    view = asked()
    drawn = laid(view)
    unnamed = [mark.event_id for lane in drawn.lanes for mark in lane.marks if not mark.label]
    gained = 0
    for event_id in unnamed:
        after = naming.named(drawn.lanes, event_id, drawn.words[event_id], drawn.edges)
        for lane, changed in zip(drawn.lanes, after, strict=True):
            assert [mark.box for mark in lane.marks] == [mark.box for mark in changed.marks]
            labels = [mark.label.box for mark in changed.marks if mark.label]
            assert not [pair for pair in combinations(labels, 2) if overlap(*pair)]
            gained += any(mark.event_id == event_id and mark.label for mark in changed.marks)
    assert gained


def test_marks_of_one_day_stand_below_each_other():
    marks = [Mark("c", "a", 10, 10), Mark("b", "a", 10, 10), Mark("year", "a", 10, 90)]
    (lane,) = placement.placed(marks, [Lane("a", 0), Lane("empty", 0)], {}, (0, 100), 200)
    order = sorted(lane.marks, key=lambda mark: mark.y)
    assert {mark.event_id for mark in order} == {"year", "b", "c"}
    assert all(below.y - above.y >= DOT for above, below in pairwise(order))


def test_a_label_that_fits_nowhere_is_left_out():
    wide = Words(("much too long for it",), 140)
    (lane,) = placement.placed([Mark("a", "a", 50, 50)], [Lane("a", 0)], {"a": [wide]}, (0, 100), 200)
    assert lane.marks[0].label is None


def test_a_lane_grows_for_labels_only_as_long_as_there_is_room():
    marks = [Mark(str(at), "a", 20.0 + at, 20.0 + at) for at in range(6)]
    words = {mark.event_id: [Words(("label",), 40)] for mark in marks}
    for room in (80, 120, 400):
        (lane,) = placement.placed(marks, [Lane("a", 0)], words, (0, 100), room)
        assert lane.height <= room
    assert all(mark.label for mark in lane.marks)


def test_what_tells_most_comes_first_by_its_ties_and_sources(catalog):
    order = telling(catalog)
    assert order[: len(KEY_EVENTS)] == KEY_EVENTS
    assert sorted(order) == sorted(catalog["events"]["event_id"])
    tables = ("event_initiatives", "event_objectives", "event_sources")

    def weight(event_id):
        return sum((catalog[table]["event_id"] == event_id).sum() for table in tables)

    weights = [weight(event_id) for event_id in order[len(KEY_EVENTS) :]]
    assert weights == sorted(weights, reverse=True)
