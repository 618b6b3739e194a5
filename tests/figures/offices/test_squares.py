"""What is reported and what is documented: side by side, told apart, and never subtracted."""

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import unquote

import pytest

from data.catalog import Catalog
from data.queries.offices import PERIODS, documented, headline, reported_totals
from data.selection import Selection
from figures import labels
from figures.figure import Figure
from figures.ink import marks
from figures.language import Language
from figures.offices import coding, countries, counts, explore_map, page_map, squares
from figures.offices import totals as totals_figure
from figures.palette import palette
from figures.view import View
from tests import known_offices

Draw = Callable[..., Figure]


@pytest.fixture
def draw(catalog: Catalog, language: Language) -> Draw:
    def draw(*chosen: str) -> Figure:
        rows = documented(catalog, Selection(countries=chosen)).rows
        return squares.figure(rows, None if chosen else headline(catalog), catalog, language, "light")

    return draw


def images(figure: Figure) -> list[str]:
    return [
        unquote(image).replace("'", '"') for image in re.findall(r'src="data:image/svg\+xml,([^"]+)"', figure.drawing)
    ]


def words(figure: Figure) -> list[str]:
    return [unescape(text) for text in re.findall(r">([^<>]+)<", figure.drawing)]


def test_there_is_a_mark_a_place_and_an_outlined_square_an_office_reported(draw: Draw, catalog: Catalog) -> None:
    *periods, total = images(draw())
    assert sum(image.count("<path") for image in periods) == len(known_offices.offices())
    assert total.count("<rect") == headline(catalog).offices
    assert total.count('fill="none"') == headline(catalog).offices
    assert not any("<rect" in image for image in periods)
    assert "<path" not in total


def test_each_period_has_its_own_shape_colour_and_heading_with_its_count(
    draw: Draw, catalog: Catalog, language: Language
) -> None:
    figure = draw()
    offices, named = known_offices.offices(), labels.words(language, "evidence_period")
    for code, image in zip(PERIODS, images(figure), strict=False):
        rows = offices[offices["evidence_period"] == code]
        cities = int((rows["level"] == "city").sum())
        shape = marks.PATHS[marks.SHAPES["evidence_period"][code]]
        assert image.count(shape) == cities
        assert image.count(marks.PATHS[marks.COUNTRY_ONLY]) == len(rows) - cities
        assert image.count(palette("light").periods[code]) == len(rows)
        assert f"{named[code]}: {len(rows)}" in words(figure)


def test_hollow_marks_are_explained(draw: Draw, catalog: Catalog) -> None:
    only = (known_offices.offices()["level"] == "country").sum()
    assert f"Hollow diamonds: {only} places known only by country" in words(draw())
    assert "Hollow diamond: 1 place known only by country" in words(draw("HND"))
    assert not any("ollow" in text for text in words(draw("MEX")))


def test_no_square_leaves_its_image_or_covers_another(draw: Draw) -> None:
    for image in images(draw()):
        width, height = map(float, re.search(r'viewBox="0 0 (\S+) (\S+)"', image).groups())
        spots = re.findall(r'<rect x="(\S+)" y="(\S+)"|translate\((\S+) (\S+)\)', image)
        corners = [tuple(float(part) for part in spot if part) for spot in spots]
        assert len(set(corners)) == len(corners)
        for x, y in corners:
            assert 0 <= x <= width - squares.SIZE + 2
            assert 0 <= y <= height - squares.SIZE + 2


def test_a_narrow_phone_shows_every_image_unscaled(draw: Draw) -> None:
    narrowest = 326  # pixels that a phone of 360 leaves beside its margins
    assert all(int(width) <= narrowest for width in re.findall(r'<img alt="" width="(\d+)"', draw().drawing))


def test_the_countries_of_the_total_stand_beside_no_number_of_cities(draw: Draw, catalog: Catalog) -> None:
    cities = (known_offices.offices()["level"] == "city").sum()
    said = " ".join([draw().title, draw().text, draw().note, *words(draw())])
    assert f"{cities} cities" not in said
    assert f"{headline(catalog).countries} cities" not in said


def test_the_total_stands_under_its_own_date_apart_from_the_places(
    draw: Draw, catalog: Catalog, language: Language
) -> None:
    reported = headline(catalog)
    day = language.date(reported.date)
    assert f"{reported.offices} offices, as reported for {day}" in words(draw())
    assert f"{reported.offices} offices in {reported.countries} countries are reported for {day}" in draw().text
    assert "one cannot be taken from the other" in draw().note


@pytest.mark.parametrize("chosen", ["MEX", "CHN", "HND"])
def test_no_total_of_the_world_stands_beside_the_places_of_a_country(draw: Draw, catalog: Catalog, chosen: str) -> None:
    figure, reported = draw(chosen), headline(catalog)
    said = " ".join([figure.title, figure.text, figure.note, *words(figure)])
    assert not {str(reported.offices), str(reported.countries)} & set(re.findall(r"\d+", said))
    assert reported.offices not in set(figure.rows["count"])
    own = catalog["office_evidence"]
    own = own[own["office_id"].str.startswith(chosen.lower())]
    assert set(figure.source_ids) == set(own["source_id"])


@pytest.mark.parametrize("chosen", [("MEX",), ("HND",), ("MEX", "NGA")])
def test_rows_and_title_of_chosen_countries_agree_with_what_is_shown_agree_with_what_is_shown(
    draw: Draw, catalog: Catalog, chosen: tuple[str, ...]
) -> None:
    figure = draw(*chosen)
    shown = documented(catalog, Selection(countries=chosen)).rows
    assert list(figure.rows["count"]) == [(shown["evidence_period"] == code).sum() for code in PERIODS]
    assert figure.rows["country_only"].sum() == (shown["level"] == "country").sum()
    places = "1 place named by sources" if len(shown) == 1 else f"{len(shown)} places named by sources"
    newest = (shown["evidence_period"] == PERIODS[0]).sum()
    none = "with no" if len(shown) == 1 else "none with"
    assert figure.title == (
        f"{places}, {f'{newest} with evidence from' if newest else f'{none} evidence dated'} after the strategy"
    )


def test_where_all_are_newer_than_the_strategy_the_title_says_all(draw: Draw) -> None:
    assert draw("CAN").title.endswith(" places named by sources, all with evidence from after the strategy")


def test_rows_and_title_of_the_world_hold_the_total(draw: Draw, catalog: Catalog) -> None:
    figure, shown = draw(), known_offices.offices()
    *periods, total = figure.rows["count"]
    assert periods == [(shown["evidence_period"] == code).sum() for code in PERIODS]
    assert total == headline(catalog).offices
    assert figure.title == f"{total} offices reported without a list, beside {len(shown)} places named by sources"


def test_the_reported_total_is_cited_first_and_every_place_is_cited(draw: Draw, catalog: Catalog) -> None:
    figure = draw()
    first = headline(catalog).source_ids
    assert figure.source_ids[: len(first)] == first
    links = catalog["office_evidence"]
    ours = links[links["office_id"].isin(known_offices.offices()["office_id"])]
    assert set(ours["source_id"]) <= set(figure.source_ids)
    assert len(set(figure.source_ids)) == len(figure.source_ids)


def test_no_figure_prints_the_difference_of_reported_and_documented(
    draw: Draw, catalog: Catalog, language: Language
) -> None:
    rows, reported = documented(catalog, Selection()).rows, headline(catalog)
    view = View(catalog, Selection(), language, "light", "offices")
    cities = int((rows["level"] == "city").sum())
    differences = {reported.offices - len(rows), reported.offices - cities}
    figures = [
        draw(),
        *(explore_map.figure(rows, catalog, language, "light", color) for color in coding.COLUMNS),
        page_map.figure(view),
        counts.figure(rows, catalog, language, "light"),
        countries.figure(view),
        totals_figure.figure(reported_totals(catalog), reported, catalog, language, "light"),
    ]
    for figure in figures:
        drawn = " ".join(words(figure)) if isinstance(figure.drawing, str) else ""
        legend = re.sub("<[^>]+>", " ", figure.legend)
        said = " ".join([figure.title, figure.text, figure.note, legend, drawn])
        assert not differences & {int(number) for number in re.findall(r"\d+", said)}
