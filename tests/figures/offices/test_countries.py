"""The list of countries to choose from: all are there, those with the most places first, each a link that sets the filter."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from data.catalog import Catalog
from data.queries.regions import members
from data.selection import Selection
from figures.language import Language
from figures.offices import choosing, countries
from figures.view import View
from tests import known_offices


@pytest.fixture
def view(catalog: Catalog, language: Language) -> View:
    return View(catalog, Selection(), language, "light", "offices")


def groups(drawing: object) -> dict[str, list[tuple[str, str]]]:
    """Return what stands before each line of the list → its links, each as address and words."""
    lines = re.findall(r"<dt>([^<]+)</dt><dd>(.*?)</dd>", str(drawing))
    return {
        unescape(words): [(unescape(href), unescape(name)) for href, name in re.findall(r'href="([^"]+)">([^<]+)<', links)]
        for words, links in lines
    }  # fmt: skip


def test_the_list_holds_every_country_by_its_number_of_places_the_fullest_first(view: View, catalog: Catalog) -> None:
    figure = countries.figure(view)
    names, counts = catalog.names("countries", "iso3", "name"), known_offices.offices()["iso3"].value_counts()
    lines = groups(figure.drawing)
    several = sorted(set(counts), reverse=True)
    assert list(lines)[: len(several)] == [f"{n} place" if n == 1 else f"{n} places" for n in several]
    for n in several:
        listed = [name for _, name in lines[f"{n} place" if n == 1 else f"{n} places"]]
        assert listed == sorted(names[code] for code in counts[counts == n].index)
    everyone = [name for links in lines.values() for _, name in links]
    assert sorted(everyone) == sorted(names.values())
    assert figure.rows["offices"].is_monotonic_decreasing
    assert set(figure.rows["iso3"]) == set(names)


def test_a_country_without_an_office_is_told_apart_from_a_presence_and_from_home(view: View, catalog: Catalog) -> None:
    names = catalog.names("countries", "iso3", "name")
    lines = groups(countries.figure(view).drawing)
    at_work = set(known_offices.presences()["iso3"]) - set(known_offices.offices()["iso3"])
    assert {name for _, name in lines["At work, no office"]} == {names[code] for code in at_work}
    assert [name for _, name in lines["Home"]] == ["United States"]
    assert "Nigeria" in [name for _, name in lines["None found"]]
    without = len(set(names) - set(known_offices.offices()["iso3"]) - {"USA"})
    said = f"In {without} of them no office was found in the sources read; other parts of this briefing name them."
    assert countries.figure(view).text.endswith(said)


def test_one_country_without_an_office_is_told_in_the_singular(catalog: Catalog, language: Language) -> None:
    without = set(catalog["countries"]["iso3"]) - set(known_offices.offices()["iso3"]) - {"USA"}
    region = next(code for code, inside in members(catalog).items() if len(without & set(inside)) == 1)
    alone = countries.figure(View(catalog, Selection(regions=(region,)), language, "light", "offices"))
    assert alone.text.endswith(
        "In 1 of them no office was found in the sources read; another part of this briefing names it."
    )


def test_of_a_region_only_its_own_countries_are_offered_and_a_link_to_all(catalog: Catalog, language: Language) -> None:
    view = View(catalog, Selection(regions=("419",)), language, "light", "offices")
    figure, names = countries.figure(view), catalog.names("countries", "iso3", "name")
    lines = groups(figure.drawing)
    ((world, words),) = lines.pop("Elsewhere")
    assert (view.carrying(world), words) == ("offices", "All countries")
    listed = {name for links in lines.values() for _, name in links}
    assert listed == {names[code] for code in members(catalog)["419"]}
    assert all(links for links in lines.values())
    assert set(figure.rows["country"]) == listed
    assert figure.title == "Pick a country in Latin America and the Caribbean"
    everywhere = countries.figure(View(catalog, Selection(), language, "light", "offices"))
    assert "Elsewhere" not in groups(everywhere.drawing)


def test_each_link_chooses_its_country_and_carries_the_view_on(catalog: Catalog, language: Language) -> None:
    view = View(
        catalog,
        Selection(objectives=(3,)),
        language,
        "light",
        "offices",
        choices=(("offices_color", ("strength",)),),
        stated="en",
    )
    for address, name in (link for links in groups(countries.figure(view).drawing).values() for link in links):
        parts = urlsplit(view.carrying(address))
        (code,) = [code for code, known in catalog.names("countries", "iso3", "name").items() if known == name]
        assert parts.path == "offices"
        assert parse_qs(parts.query) == {
            "country": [code],
            "objective": ["3"],
            "offices_color": ["strength"],
            "lang": ["en"],
        }


def test_a_second_click_on_the_only_chosen_country_lifts_it(catalog: Catalog, language: Language) -> None:
    def after(code: str, *chosen: str, regions: tuple[str, ...] = ()) -> dict[str, list[str]]:
        selection = Selection(countries=chosen, regions=regions)
        view = View(catalog, selection, language, "light")
        return parse_qs(urlsplit(view.carrying(choosing.address(view, code))).query)

    assert after("MEX") == {"country": ["MEX"]}
    assert after("MEX", "MEX") == {}
    assert after("MEX", "CAN") == {"country": ["MEX"]}
    assert after("MEX", "CAN", "MEX") == {"country": ["MEX"]}
    assert after("MEX", regions=("419",)) == {"country": ["MEX"], "region": ["419"]}
    assert after("JPN", regions=("419",)) == {"country": ["JPN"]}, "both together would leave nothing"
