"""How the page of offices begins: a heading that is true of what was chosen, whatever that is."""

import re
from collections.abc import Callable

import pytest

from data.catalog import Catalog
from data.selection import Selection
from figures.language import Language
from figures.offices.screen import screen
from figures.screen import Screen
from figures.view import View
from tests import known_offices
from tests.allowed import table

Show = Callable[..., Screen]


@pytest.fixture
def show(catalog: Catalog, language: Language) -> Show:
    def show(*countries: str, **narrowed: tuple[str, ...]) -> Screen:
        return screen(View(catalog, Selection(countries=countries, **narrowed), language, "light", "offices"))

    return show


def reported() -> tuple[str, str]:
    (row,) = [row for row in table("reported_totals") if row["total_id"] == "offices-2023-09-19"]
    return row["value"], row["countries"]


def test_the_world_is_told_by_its_total_and_by_what_is_named(show: Show) -> None:
    offices, countries = reported()
    places = known_offices.offices()
    whole = show()
    assert whole.finding == (
        f"{offices} offices reported in {countries} countries, no list of them found; {len(places)} places named by sources"
    )
    recent = places[places["evidence_period"] == "after_strategy"]
    weak, strong = ((rows["strength"] == one).sum() for rows, one in ((recent, "weak"), (places, "strong")))
    assert weak
    assert (
        f"{len(recent)} have evidence from after the strategy (weak for {weak}) and the newest evidence is strong for {strong}"
        in whole.sentence
    )
    assert whole.unknown


def test_a_country_with_several_places_is_told_by_them_and_their_latest_evidence(
    show: Show, language: Language
) -> None:
    own = known_offices.offices().query("iso3 == 'MEX'")
    latest = language.date(max(own["evidence_date"]))
    assert show("MEX").finding == f"Mexico: {len(own)} places named by sources, the latest evidence dated {latest}"


def test_new_evidence_that_is_weak_throughout_is_said_to_be(show: Show) -> None:
    own = known_offices.offices().query("iso3 == 'COL' and evidence_period == 'after_strategy'")
    assert {*own["strength"]} == {"weak"}
    assert "1 has evidence from after the strategy (weak evidence) and" in show("COL").sentence


def test_where_all_places_share_a_trait_it_says_all(show: Show) -> None:
    assert "all have evidence from after the strategy and the newest evidence is strong for all" in show("CAN").sentence


def test_a_country_that_is_one_city_is_named_once(show: Show) -> None:
    assert show("SGP").finding.startswith("Singapore: one place named by sources, with evidence dated ")


@pytest.mark.parametrize(
    ("countries", "finding"),
    [
        (("NGA",), "No HSI office in Nigeria was found in the sources read"),
        (("NGA", "IDN"), "No HSI office in Nigeria or Indonesia was found in the sources read"),
        (("NLD",), "The Netherlands: HSI at work, but no office described"),
        (("USA",), "The United States: HSI's own country, not abroad"),
        (("HND",), "Honduras: a source names the country, but no city"),
    ],
)
def test_where_no_office_is_named_the_heading_says_what_is_known(
    show: Show, countries: tuple[str, ...], finding: str
) -> None:
    assert show(*countries).finding == finding


def test_one_place_is_named_with_the_date_of_its_evidence(show: Show) -> None:
    (row,) = known_offices.offices().query("iso3 == 'JPN'").itertuples()
    assert (
        show("JPN").finding == f"Japan: one place named by sources, {row.city}, with evidence dated {row.evidence_date}"
    )


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("JAM", "Moderate evidence, as of its date: an office may have closed since."),
        ("IND", "Moderate evidence, of unknown date: an office may have closed since."),
        ("HND", "The strength of the evidence is not graded, and an office may have closed since."),
    ],
)
def test_evidence_is_said_to_be_as_of_its_date_only_where_it_has_one(show: Show, code: str, said: str) -> None:
    assert show(code).sentence == said


def test_of_the_sources_alone_it_is_said_that_they_have_no_list(show: Show) -> None:
    """Only accounts of the strategy were read: what it was published with is not known."""
    whole = show()
    assert "no list of them found" in whole.finding
    assert not [one for one in whole.unknown if "published without" in one]


def test_a_region_is_told_by_its_name(show: Show, catalog: Catalog) -> None:
    regions = catalog.names("countries", "iso3", "region")
    own = [code for code in known_offices.offices()["iso3"] if regions[code] == "Europe"]
    assert show(regions=("150",)).finding.startswith(f"Europe: {len(own)} places named by sources, ")
    assert show("MEX", regions=("142",)).finding == "No country that was chosen lies in Asia"


def test_a_country_beside_others_for_which_none_was_found_is_named_in_the_sentence(show: Show) -> None:
    some = show("MEX", "NGA")
    assert "Nigeria" not in some.finding
    assert "No office found in the sources read: Nigeria." in some.sentence
    assert "United States" not in show("MEX", "USA").sentence, "home is not what was looked for"


def test_nothing_of_the_world_is_said_of_a_country(show: Show, catalog: Catalog) -> None:
    world = {*reported(), str(len(known_offices.offices()))}
    for code in catalog["countries"]["iso3"]:
        one = show(code)
        assert not world & set(re.findall(r"\d+", f"{one.finding} {one.sentence}")), code
        assert not one.unknown
        assert one.finding[0].isupper()


def test_the_map_comes_first_and_the_list_of_countries_beside_it_while_none_is_chosen(show: Show) -> None:
    assert [figure.key for figure in show().figures] == ["offices-map", "offices-countries"]
    assert [figure.key for figure in show(regions=("150",)).figures] == ["offices-map", "offices-countries"]
    assert [figure.key for figure in show("MEX").figures] == ["offices-map"]
