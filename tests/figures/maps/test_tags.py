"""What is written on a map of arcs covers no mark, no other words, and belongs to one arc."""

from math import dist

from figures.ink.lettering import BOLD, width
from figures.ink.placing import overlap
from figures.maps import tags
from figures.maps.arcs import Arc, arcs
from figures.maps.leaders import led
from figures.maps.taken import Tag, Taken

FRAME = (0.0, 0.0, 500.0, 400.0)
PLACES = {"N": (250.0, 100.0), "S": (240.0, 240.0), "E": (330.0, 330.0)}
SIZE, MARK = 14.0, 11.0
WAYS = [("S", "N")] * 3 + [("N", "S")] * 3 + [("N", "E")]
WORDS = ["Fentanyl†", "Illicit opioids", "Narcotics"]


def lanes() -> list[Arc]:
    return arcs(WAYS, PLACES, MARK, 21, FRAME)


def taken(found: list[Arc]) -> Taken:
    marks = tuple((x - 8, y - 8, x + 8, y + 8) for x, y in PLACES.values())
    return Taken(marks, tuple(found), FRAME)


def apart(one: Tag, other: Tag) -> bool:
    (a, b, c, d), (e, f, g, h) = one.box(SIZE), other.box(SIZE)
    return c <= e or g <= a or d <= f or h <= b


def test_a_block_stands_beside_its_arcs_and_each_line_is_joined_to_its_own() -> None:
    found = lanes()
    ours = found[:3]
    written = tags.beside(ours, WORDS, SIZE, taken(found))
    assert [tag.text for tag in written] == WORDS
    leftmost = min(x for arc in ours for x, _ in arc.line)
    for arc, tag in zip(ours, written, strict=True):
        (start, level), (end, same) = tag.leader
        assert tag.anchor == "end"
        assert tag.box(SIZE)[2] < leftmost
        assert level == same == tag.at[1]
        assert start < end
        assert min(abs(x - end) for x, y in arc.line if abs(y - level) < 8) < 4
    assert all(apart(one, other) for at, one in enumerate(written) for other in written[:at])


def test_a_tag_alone_stands_off_its_arc_and_is_joined_to_it() -> None:
    (arc,) = arcs([("N", "S")], PLACES, MARK, 21, FRAME)
    _, tag = led([arc], "Weapons", SIZE, taken([arc]))
    left, top, right, bottom = tag.box(SIZE)
    assert not [x for x, y in arc.line if left < x < right and top < y < bottom]
    start, end = tag.leader
    assert end in arc.line
    assert 0 < dist(start, end) < 2 * SIZE


def test_where_there_is_no_room_at_a_line_a_text_is_led_to_it() -> None:
    found = arcs([("W", "E")] * 4, {"W": (60.0, 220.0), "E": (440.0, 220.0)}, MARK, 9, FRAME)
    free = tags.along(found[:1], "Precursors", SIZE, Taken((), tuple(found[:1]), FRAME))
    assert free.leader == ()
    wall = tuple((x - 12, y - 12, x + 12, y + 12) for arc in found for x, y in arc.line)
    crowded = Taken(wall, tuple(found), FRAME)
    tag = tags.along(found, "Precursors", SIZE, crowded)
    assert tag.leader
    box = tag.box(SIZE)
    assert not [one for one in wall if overlap(box, one)]


def test_names_stand_at_their_own_mark_and_off_the_others() -> None:
    crowd = {"India": (40.0, 200.0), "Asia": (56.0, 222.0), "China": (118.0, 167.0)}
    names = tags.names(crowd, {place: place for place in crowd}, MARK, SIZE, Taken((), (), FRAME))
    for place, tag in names.items():
        left, top, right, bottom = tag.box(SIZE)
        for other, (x, y) in crowd.items():
            assert not (left < x < right and top < y < bottom)
            if other == place:
                assert max(left - x, x - right, 0) < 20
                assert max(top - y, y - bottom, 0) < 20
    assert all(apart(one, other) for one in names.values() for other in names.values() if one is not other)


def test_words_along_an_arc_stay_off_the_others_and_on_the_map() -> None:
    far = {"A": (30.0, 200.0), "B": (470.0, 210.0)}
    found = arcs([("A", "B")] * 3, far, MARK, 21, FRAME)
    tag = tags.along(found, "Precursors, 6 statements", SIZE, Taken((), tuple(found), FRAME))
    left, top, right, bottom = tag.box(SIZE)
    assert right - left == width(tag.text, SIZE, BOLD)
    assert left >= 0
    assert right <= 500
    assert not [spot for arc in found for spot in arc.line if left < spot[0] < right and top < spot[1] < bottom]


def test_a_sign_stands_on_its_own_line() -> None:
    found = lanes()
    assert tags.on_line(found[6], "†", SIZE, taken(found)).at in found[6].line
