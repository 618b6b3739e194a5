"""Places by region and country: a mark a place, every country named, and honest words for few of them."""

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import unquote

import pytest

from data.catalog import Catalog
from data.queries.offices import documented
from data.selection import Selection
from figures.figure import Figure
from figures.ink import marks
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


def blocks(figure: Figure) -> dict[str, tuple[str, str]]:
    """Return region → its marks and its countries in words."""
    found = re.findall(r'<h3>([^<]+): (\d+)</h3><img[^>]*svg\+xml,([^"]+)">(?:<p>)([^<]+)</p>', str(figure.drawing))
    return {f"{unescape(name)} {n}": (unquote(image), unescape(words)) for name, n, image, words in found}


def regions(catalog: Catalog) -> dict[str, str]:
    return catalog.names("countries", "iso3", "region")


def test_every_region_stands_with_its_number_and_a_mark_a_place(draw: Draw, catalog: Catalog) -> None:
    offices, region = known_offices.offices(), regions(catalog)
    own = offices.assign(region=offices["iso3"].map(region))
    found = blocks(draw())
    assert set(found) == {f"{name} {n}" for name, n in own["region"].value_counts().items()}
    for name, group in own.groupby("region"):
        image, _ = found[f"{name} {len(group)}"]
        hollow = int((group["level"] == "country").sum())
        assert image.count(marks.PATHS[marks.COUNTRY_ONLY]) == hollow
        assert image.count(marks.PATHS[marks.SHAPES["region"][name]]) == len(group) - hollow
        assert image.count(palette("light").regions[name]) == len(group)


def test_every_country_is_named_once_and_those_with_several_with_their_number(draw: Draw, catalog: Catalog) -> None:
    offices, names = known_offices.offices(), catalog.names("countries", "iso3", "name")
    said = " | ".join(words for _, words in blocks(draw()).values())
    cities = offices[offices["level"] == "city"]["iso3"].value_counts()
    for code in set(offices["iso3"]):
        assert len(re.findall(rf"\b{names[code]}\b", said)) == 1, code
        if cities.get(code, 0) > 1:
            assert f"{names[code]} {cities[code]}" in said
    only = set(offices.loc[offices["level"] == "country", "iso3"])
    assert all(f"{names[code]} (no city named)" in said for code in only)


def test_the_title_names_the_countries_ahead(draw: Draw) -> None:
    counts_ = known_offices.offices()["iso3"].value_counts()
    assert draw().title == f"Canada and Mexico have the most places named by sources, {counts_.max()} each"
    assert draw("MEX", "JPN", "BRA").title == f"Mexico has the most places named by sources, {counts_['MEX']}"
    assert draw("MEX", "CAN").title == f"No country has more than {counts_['MEX']} places named by sources"
    assert draw("JPN", "FRA").title == "No country has more than one place named by sources"


def test_the_text_gives_regions_and_countries(draw: Draw, catalog: Catalog) -> None:
    offices, region = known_offices.offices(), regions(catalog)
    figure = draw()
    for name, n in offices["iso3"].map(region).value_counts().items():
        assert f"{name} {n}" in figure.text
    counted = offices[offices["level"] == "city"]["iso3"].value_counts()
    assert f"{(counted == 1).sum()} countries and territories have one each." in figure.text
    assert "not how many offices a country has" in figure.note


def test_rows_are_the_countries_with_their_cities_and_what_names_only_the_country(draw: Draw) -> None:
    rows, offices = draw().rows, known_offices.offices()
    assert len(rows) == offices["iso3"].nunique()
    assert rows["offices"].sum() == (offices["level"] == "city").sum()
    assert rows["country_level"].sum() == (offices["level"] == "country").sum()
