"""The map of offices as SVG."""

import re
from collections.abc import Callable
from functools import partial

import pytest

from data.catalog import Catalog
from data.queries.offices import documented
from data.queries.regions import framed
from data.selection import Selection
from data.shapes import framing
from data.translation import translated
from figures.ink.lettering import BOLD, width
from figures.ink.placing import around, overlap
from figures.language import Language
from figures.language import language as speak
from figures.offices import coding, listing, names, page_map, svg_map
from figures.palette import LIGHT
from figures.view import View
from tests import known_offices

SIZE = (640.0, 316.0)
PAPER = svg_map.Paper(LIGHT, SIZE, 12.0)
Draw = Callable[..., str]


@pytest.fixture
def draw(catalog: Catalog, language: Language) -> Draw:
    def make(*codes: str, column: str = "evidence_period", chosen: bool = True) -> str:
        rows = listing.in_words(documented(catalog, Selection(countries=codes)).rows, catalog, language)
        fills = coding.fills(column, LIGHT)
        return svg_map.offices(rows, column, fills, codes if chosen else (), PAPER)

    return make


def marks_in(svg: str) -> list[tuple[float, float]]:
    found = re.findall(r'transform="translate\((-?[\d.]+) (-?[\d.]+)\) scale', svg)
    return [(float(x) + 6, float(y) + 6) for x, y in found]


def names_in(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]+)</text>", svg)


def test_every_documented_place_has_a_mark_on_the_sheet(draw: Draw, catalog: Catalog) -> None:
    found = marks_in(draw())
    assert len(found) == len(known_offices.offices())
    assert all(0 <= x <= SIZE[0] and 0 <= y <= SIZE[1] for x, y in found)


def test_no_mark_hides_another(draw: Draw) -> None:
    found = marks_in(draw())
    apart = [abs(x - u) + abs(y - v) for at, (x, y) in enumerate(found) for u, v in found[:at]]
    assert min(apart) >= 12


def test_places_of_a_chosen_country_are_named_and_others_are_not(draw: Draw, catalog: Catalog) -> None:
    rows = known_offices.offices()
    assert sorted(names_in(draw("MEX"))) == sorted(rows.loc[rows["iso3"] == "MEX", "city"])
    assert not set(names_in(draw())) & set(rows["city"])


def test_on_the_world_the_fullest_countries_are_named_where_there_is_room(draw: Draw, catalog: Catalog) -> None:
    counts, named = known_offices.offices()["iso3"].value_counts(), catalog.names("countries", "iso3", "name")
    written = names_in(draw())
    assert {"Canada 5", "Mexico 5"} <= set(written)
    assert set(written) <= {f"{named[code]} {n}" for code, n in counts[counts > 1].items()}


def test_of_a_crowd_as_many_are_named_as_there_is_room_for_and_none_covers_another(
    catalog: Catalog, language: Language
) -> None:
    chosen = Selection(regions=("419",))
    rows = listing.in_words(documented(catalog, chosen).rows, catalog, language)
    fills = coding.fills("evidence_period", LIGHT)
    svg = svg_map.offices(rows, "evidence_period", fills, (), PAPER, framed(catalog, chosen))
    written = names_in(svg)
    assert len(rows) * 0.8 < len(written) <= len(rows)
    assert set(written) <= {*rows["city"], *rows["country"]}
    found = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*text-anchor="(\w+)"[^>]*>([^<]+)<', svg)
    boxes = [around((float(x), float(y) - 5), width(word, 14, BOLD), 14, anchor) for x, y, anchor, word in found]
    assert not [one for at, one in enumerate(boxes) for other in boxes[:at] if overlap(one, other)]


def test_the_marks_of_a_region_fill_its_map(catalog: Catalog, language: Language) -> None:
    chosen = Selection(regions=("419",))
    rows = listing.in_words(documented(catalog, chosen).rows, catalog, language)
    near = framed(catalog, chosen)
    window = svg_map.looking(rows, (), near, PAPER)
    heights = [y for _, y in svg_map.standing(window, rows, PAPER.mark)]
    assert max(heights) - min(heights) > 0.7 * SIZE[1]


@pytest.mark.parametrize("region", ["009", "029", "013"])
def test_a_region_whose_marks_stand_close_is_shown_with_its_countries(
    catalog: Catalog, language: Language, region: str
) -> None:
    chosen = Selection(regions=(region,))
    rows = listing.in_words(documented(catalog, chosen).rows, catalog, language)
    window = svg_map.looking(rows, (), framed(catalog, chosen), PAPER)
    for west, south, east, north in framing(set(rows["iso3"])):
        for corner in ((west, south), (west, north), (east, south), (east, north)):
            x, y = window.place(*corner)
            assert 0 <= x <= SIZE[0]
            assert 0 <= y <= SIZE[1]


@pytest.mark.parametrize("region", ["002", "019", "035", "419"])
def test_the_marks_of_a_region_leave_neither_half_of_a_slide_empty(
    catalog: Catalog, language: Language, region: str
) -> None:
    chosen, wide = Selection(regions=(region,)), 1000
    rows = listing.in_words(documented(catalog, chosen).rows, catalog, language)
    window = svg_map.looking(rows, (), framed(catalog, chosen), PAPER._replace(size=(wide, 560)))
    x = [at for at, _ in svg_map.placed(window, rows)]
    assert 0.3 * wide < (min(x) + max(x)) / 2 < 0.7 * wide


HOME = names.Home("USA", "United States: home, not abroad", "Home", (-98.35, 39.5))


def test_the_country_that_is_home_is_hatched_and_says_so(catalog: Catalog, language: Language) -> None:
    rows = listing.in_words(documented(catalog, Selection()).rows, catalog, language)
    fills = coding.fills("evidence_period", LIGHT)
    small = svg_map.offices(rows, "evidence_period", fills, (), PAPER, home=HOME)
    assert "Home" in names_in(small)
    large = svg_map.offices(rows.iloc[:0], "evidence_period", fills, ("USA",), PAPER, home=HOME)
    assert HOME.words in " ".join(names_in(large))
    for svg in (small, large):
        assert 'fill="url(#hatch)"' in svg
    assert "hatch" not in svg_map.offices(rows, "evidence_period", fills, (), PAPER)


def test_a_chosen_country_is_outlined_and_looked_at_closely(draw: Draw) -> None:
    assert f'stroke="{LIGHT.chosen}"' in draw("MEX")
    assert f'stroke="{LIGHT.chosen}"' not in draw()
    far, close = marks_in(draw("MEX", chosen=False)), marks_in(draw("MEX"))
    assert max(x for x, _ in close) - min(x for x, _ in close) > 3 * (max(x for x, _ in far) - min(x for x, _ in far))


@pytest.mark.parametrize("code", ["HKG", "SGP", "BHS"])
def test_a_territory_without_a_visible_shape_still_shows_its_place(draw: Draw, code: str) -> None:
    [(x, y)] = marks_in(draw(code))
    assert 0 < x < SIZE[0]
    assert 0 < y < SIZE[1]


def test_a_country_without_a_documented_place_shows_its_land_and_no_mark(draw: Draw) -> None:
    svg = draw("NOR")
    assert marks_in(svg) == []
    assert f'stroke="{LIGHT.chosen}"' in svg


def test_the_slide_has_a_key_with_every_category_and_its_number(catalog: Catalog, language: Language) -> None:
    rows = listing.in_words(documented(catalog, Selection()).rows, catalog, language)
    fills = coding.fills("evidence_period", LIGHT)
    samples = list(coding.samples(rows, "evidence_period", language, LIGHT))
    make = partial(svg_map.offices, rows, "evidence_period", fills, ())
    svg = svg_map.slide(make, samples, LIGHT, 1488, 600)
    for one in samples:
        assert one.words in names_in(svg)
    # No mark of the map lies under the key.
    aside = float(re.findall(r'<svg x="([\d.]+)"', svg)[0])
    key_top, key_right = map(float, re.findall(r'<rect y="([\d.]+)" width="([\d.]+)"', svg)[0])
    on_map = marks_in(svg)[: len(rows)]
    assert not [(x, y) for x, y in on_map if x + aside - 11 < key_right and y + 11 > key_top]


def test_a_key_beside_a_close_map_covers_none_of_it(catalog: Catalog) -> None:
    """A square was cut out of the land beside it."""
    view = View(catalog, Selection(countries=("CHN",)), speak("es"), "light", "offices")
    picture = page_map.figure(view).picture
    assert picture
    svg = picture(1400, 500)
    (aside,) = map(float, re.findall(r'<svg x="([\d.]+)"', svg))
    (right,) = map(float, re.findall(rf'<rect y="[\d.]+" width="([\d.]+)"[^>]*fill="{LIGHT.paper}"/>', svg))
    assert right <= aside


def test_no_name_lies_under_a_wide_key(catalog: Catalog) -> None:
    """Of "México 5", the first letter was cut off: the key is wider in Spanish."""
    view = View(translated(catalog, "es"), Selection(), speak("es"), "light", "offices")
    picture = page_map.figure(view).picture
    assert picture
    svg = picture(1400, 360)
    aside = float(re.findall(r'<svg x="([\d.]+)"', svg)[0])
    key_top, key_right = map(float, re.findall(r'<rect y="([\d.]+)" width="([\d.]+)"', svg)[0])
    assert key_right > aside
    named = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*text-anchor="end"[^>]*>([^<]* \d)</text>', svg)
    assert named
    for x, y, words in named:
        assert float(x) - width(words, svg_map.SLIDE_MARK, BOLD) + aside >= key_right or float(y) < key_top, words
