"""How the page begins: a finding on the subject, true of whatever is chosen."""

from itertools import product

import pytest

from data import link
from data.catalog import Catalog
from data.queries.flows import ALL, COMMODITIES, DENIALS
from data.selection import Selection
from figures.flows import finding
from figures.flows.screen import screen
from figures.ink.lettering import TITLE, wrapped
from figures.language import Language
from figures.screen import Screen
from figures.view import View
from tests.allowed import Chosen, flows, table

PHONE, SIZE = 358, 24.65
"""Pixels of a phone's column, and of its heading's type."""


def begins(
    catalog: Catalog,
    language: Language,
    commodity: str = ALL,
    countries: tuple[str, ...] = (),
    regions: tuple[str, ...] = (),
) -> Screen:
    own = {} if commodity == ALL else {link.SUPPLY_COMMODITY.url: (commodity,)}
    selection = Selection(countries=countries, regions=regions)
    return screen(View(catalog, selection, language, "light", page="supply_chain", choices=tuple(own.items())))


def test_most_statements_name_places_in_asia_and_china_denies_it(catalog: Catalog, language: Language) -> None:
    every = flows(Chosen(), "precursors")
    asian = [one for one in every if any(place in one["from_name"] for place in ("China", "India", "Asia"))]
    assert len(asian) > len(every) / 2
    for commodity in (ALL, "precursors"):
        found = begins(catalog, language, commodity)
        assert (
            found.finding
            == f"{len(asian)} of {len(every)} statements on precursors name China, India or Asia as origin; China denies it"
        )
        assert "China has denied being the origin of precursors" in found.sentence


def test_where_there_is_no_statement_nothing_is_said_of_what_statements_are(
    catalog: Catalog, language: Language
) -> None:
    found = begins(catalog, language, countries=("IRQ",))
    assert found.finding == "No statement found on what moves to or from Iraq"
    assert found.sentence == "What is missing was not found in the sources read, and may exist all the same."


def test_who_denies_that_fentanyl_is_made_in_mexico_is_said_at_once(catalog: Catalog, language: Language) -> None:
    for commodity in (ALL, "fentanyl"):
        said = begins(catalog, language, commodity).sentence
        assert "Mexico's President López Obrador said in April 2023 that fentanyl is not made in Mexico" in said
    title = begins(catalog, language, "fentanyl").finding
    assert title == ("Fentanyl is said to come from Mexico or China (before 2019); Mexico's president denied it")


@pytest.mark.parametrize(
    ("commodity", "countries", "title"),
    [
        ("weapons", (), "One statement: weapons go from the United States to Mexico"),
        ("illicit_opioids", (), "One statement: illicit opioids go from Mexico to the United States"),
        ("cash", (), "Each of the 2 statements on cash names the United States as origin"),
        (ALL, ("IND",), "One statement: precursors go from India to Mexico"),
        (ALL, ("CHN",), "Said to leave China: precursors and fentanyl (before 2019)"),
        ("fentanyl", ("CHN",), "One statement: fentanyl from China to the United States, before 2019"),
        (
            ALL,
            ("MEX",),
            "Said to reach Mexico: precursors, weapons and cash; to leave it: drugs",
        ),
        ("precursors", ("MEX",), "Said to reach Mexico: precursors"),
        (ALL, ("CAN",), "No statement found on what moves to or from Canada"),
        (ALL, ("CAN", "KEN"), "No statement found on what moves to or from Canada or Kenya"),
        ("weapons", ("CHN",), "No statement found on weapons to or from China"),
    ],
)
def test_the_title_is_true_of_what_is_chosen(
    catalog: Catalog, language: Language, commodity: str, countries: tuple[str, ...], title: str
) -> None:
    assert begins(catalog, language, commodity, countries).finding == title


def test_on_a_phone_the_title_of_any_country_has_at_most_three_lines(catalog: Catalog, language: Language) -> None:
    for commodity, code in product((ALL, *COMMODITIES), ("", *catalog["countries"]["iso3"])):
        title = begins(catalog, language, commodity, (code,) if code else ()).finding
        assert len(wrapped(title, SIZE, PHONE, TITLE)) <= 3, title


def test_of_countries_and_regions_that_exclude_each_other_nothing_is_said_to_be_missing(
    catalog: Catalog, language: Language
) -> None:
    found = begins(catalog, language, countries=("MEX",), regions=("150",)).finding
    assert found == "No country that was chosen lies in Europe"
    asked = begins(catalog, language, countries=("MEX", "NLD"), regions=("150",)).finding
    assert asked == "No statement found on what moves to or from the Netherlands"


def test_a_part_of_the_statements_says_nothing_of_most(catalog: Catalog, language: Language) -> None:
    asia = begins(catalog, language, regions=("142",)).finding
    assert asia == "Precursors are said to come from China, Asia or India; China denies it"
    for countries, regions in ((("CHN", "USA"), ()), ((), ("019",)), (("CHN",), ())):
        said = begins(catalog, language, countries=countries, regions=regions).finding
        assert "as origin" not in said


def test_a_denial_is_told_only_of_what_it_denies(catalog: Catalog, language: Language) -> None:
    for commodity in ("weapons", "cash", "narcotics", "illicit_opioids"):
        found = begins(catalog, language, commodity)
        assert "den" not in found.finding
        assert found.sentence.endswith("No source that was read says otherwise.")


def test_every_title_fits_two_lines_and_every_figure_has_rows(catalog: Catalog, language: Language) -> None:
    for commodity, countries in product((ALL, *COMMODITIES), ((), ("MEX",), ("USA",), ("CHN",), ("GTM",), ("KEN",))):
        found = begins(catalog, language, commodity, countries)
        assert len(found.finding) <= 2 * 62
        assert all(len(figure.rows) for figure in found.figures)
        assert bool(found.figures) == bool(flows(Chosen(countries=countries), commodity))


def test_every_dispute_names_the_claim_that_denies_and_titles_know_those_of_governments() -> None:
    disagree = {one["contradiction_id"] for one in table("contradictions") if one["difference"] == "contradiction"}
    tied = {one["contradiction_id"] for one in table("flow_contradictions")} & disagree
    claims = {one["claim_id"]: one["contradiction_id"] for one in table("claims")}
    assert set(DENIALS) == tied
    assert all(claims[claim] == point for point, claim in DENIALS.items())
    assert set(finding.DENIED) == set(finding.DENIED_IN_FULL) <= set(DENIALS.values())
