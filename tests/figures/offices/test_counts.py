"""Documented places by country: a mark a place, every country named, and honest words for few of them."""

from collections.abc import Callable

import pytest

from data.catalog import Catalog
from data.queries.offices import documented
from data.selection import Selection
from figures.figure import Figure
from figures.language import Language
from figures.offices import counts
from figures.palette import palette
from tests import known_offices

Draw = Callable[..., Figure]


@pytest.fixture
def draw(catalog: Catalog, language: Language) -> Draw:
    def draw(*chosen: str) -> Figure:
        rows = documented(catalog, Selection(countries=chosen)).rows
        return counts.figure(rows, catalog, language, "light")

    return draw


def places(figure: Figure) -> list[tuple[str, float, str]]:
    """Return country, number and symbol of each mark."""
    return [
        (country, x, trace.marker.symbol)
        for trace in figure.drawing.data
        for country, x in zip(trace.y, trace.x, strict=True)
    ]


def test_every_country_with_an_office_has_a_named_row_of_its_own(draw: Draw, catalog: Catalog) -> None:
    figure = draw()
    names = catalog.names("countries", "iso3", "name")
    expected = {names[code] for code in known_offices.offices()["iso3"]}
    axis = figure.drawing.layout.yaxis
    assert axis.tickmode == "array"
    assert axis.showticklabels is not False
    assert expected <= set(axis.tickvals)
    assert set(axis.tickvals) == set(axis.categoryarray)
    assert len(axis.tickvals) == len(expected) + figure.rows["region"].nunique()
    assert len(set(axis.tickvals)) == len(axis.tickvals)
    low, high = axis.range
    assert low < 0
    assert high > len(axis.tickvals) - 1


def test_each_row_is_high_enough_for_its_name(draw: Draw) -> None:
    for figure in (draw(), draw("HTI", "MEX"), draw("MEX")):
        axis = figure.drawing.layout.yaxis
        assert (figure.height - figure.axis_room) / len(axis.tickvals) >= axis.tickfont.size * 1.3


def test_there_is_a_mark_a_place_counted_from_one(draw: Draw, catalog: Catalog) -> None:
    figure = draw()
    assert len(places(figure)) == len(known_offices.offices())
    for row in figure.rows.itertuples():
        own = sorted(x for country, x, _symbol in places(figure) if country == row.country)
        assert own == list(range(1, row.offices + row.country_level + 1))
    low, high = figure.drawing.layout.xaxis.range
    assert all(low < x < high for _country, x, _symbol in places(figure))


def test_a_place_known_only_by_country_is_hollow_and_written_beside_its_mark(draw: Draw, catalog: Catalog) -> None:
    figure = draw()
    names, offices = catalog.names("countries", "iso3", "name"), known_offices.offices()
    only = {names[code] for code in offices.loc[offices["level"] == "country", "iso3"]}
    assert {country for country, _x, symbol in places(figure) if symbol == "diamond-open"} == only
    notes = {note.y: note.text for note in figure.drawing.layout.annotations}
    assert notes == dict.fromkeys(only, "known only by country")
    said = figure.text.split("Named without a city", 1)[1]
    assert all(country in said for country in only)


def test_each_region_has_a_shape_and_a_colour_of_its_own_and_its_heading(draw: Draw) -> None:
    figure = draw()
    regions = dict(zip(figure.rows["country"], figure.rows["region"], strict=True))
    shapes: dict[str, set[str]] = {}
    for trace in figure.drawing.data:
        region = regions[trace.y[0]]
        assert trace.marker.color == palette("light").regions[region]
        if trace.marker.symbol != "diamond-open":
            shapes.setdefault(region, set()).add(trace.marker.symbol)
    assert all(len(symbols) == 1 for symbols in shapes.values())
    assert len({symbol for symbols in shapes.values() for symbol in symbols}) == len(shapes)
    assert {f"<b>{name}</b>" for name in figure.rows["region_name"]} <= set(figure.drawing.layout.yaxis.tickvals)


def test_the_fullest_region_comes_first_and_in_it_the_fullest_country(draw: Draw) -> None:
    figure = draw()
    lines = list(figure.drawing.layout.yaxis.categoryarray)[::-1]
    countries = [line for line in lines if not line.startswith("<b>")]
    assert countries == list(figure.rows["country"])
    totals = [
        rows[["offices", "country_level"]].sum().sum() for _region, rows in figure.rows.groupby("region", sort=False)
    ]
    assert totals == sorted(totals, reverse=True)
    for _region, rows in figure.rows.groupby("region", sort=False):
        assert rows["offices"].is_monotonic_decreasing


def test_title_and_text_tell_the_counts(draw: Draw, catalog: Catalog) -> None:
    figure = draw()
    offices = known_offices.offices()
    most = offices["iso3"].value_counts().max()
    assert figure.title == f"Canada and Mexico have the most documented places, {most} each"
    regions = offices.merge(catalog["countries"], on="iso3")["region"].value_counts()
    for region, n in regions.items():
        assert f"{region} {n}" in figure.text
    cities = offices[offices["level"] == "city"]["iso3"].value_counts()
    assert f"{(cities == 1).sum()} countries and territories have one each." in figure.text
    several = figure.text.split("More than one: ")[1].split(".")[0]
    assert len(several.split(", ")) == (cities > 1).sum()
    assert "how many offices a country has" in figure.note


def test_one_row_is_said_as_one_row(draw: Draw, catalog: Catalog) -> None:
    n = (known_offices.offices()["iso3"] == "MEX").sum()
    assert draw("MEX").title == f"Mexico: {n} documented places"
    assert draw("JPN").title == "Japan: 1 documented place"
    assert draw("HND").title == "Honduras: a source names the country, but no city"
    assert "1 country or territory has one." in draw("JPN").text
    assert "More than one" not in draw("JPN").text
    assert "have one each" not in draw("HND").text


def test_ten_countries_of_one_row_each_stand_alone(draw: Draw, catalog: Catalog) -> None:
    counts, names = known_offices.offices()["iso3"].value_counts(), catalog.names("countries", "iso3", "name")
    alone = [code for code, n in counts.items() if n == 1]
    assert len(alone) >= 10
    for code in alone:
        figure = draw(code)
        assert [country for country, _x, _symbol in places(figure)] == [names[code]]
        assert figure.title.startswith(f"{names[code]}: ")
    together = draw(*alone)
    assert together.title == "No country has more than 1 documented place"
    assert len(places(together)) == len(alone)


def test_a_single_leader_and_a_tie_of_all_are_told_apart(draw: Draw, catalog: Catalog) -> None:
    n = (known_offices.offices()["iso3"] == "MEX").sum()
    assert draw("MEX", "JPN", "BRA").title == f"Mexico has the most documented places, {n}"
    assert draw("MEX", "CAN").title == f"No country has more than {n} documented places"


def test_no_marks_are_told_apart_by_a_legend_and_nothing_can_be_zoomed_away(draw: Draw) -> None:
    layout = draw().drawing.layout
    assert layout.showlegend is False
    assert layout.xaxis.fixedrange
    assert layout.yaxis.fixedrange
