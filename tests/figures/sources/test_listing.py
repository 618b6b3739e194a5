"""A table as it is kept, with countries and sources in words: exactly the rows searched for."""

import pytest

from data.catalog import Catalog
from data.queries.overview import counts
from data.queries.sources.tables import narrowed
from data.selection import Selection
from figures.figure import Figure
from figures.language import Language
from figures.sources import listing
from tests import known_offices

EVERYTHING = Selection()


def shown(catalog: Catalog, language: Language, table: str, search: str = "", chosen: Selection = EVERYTHING) -> Figure:
    return listing.figure(catalog, table, narrowed(catalog, chosen, table), search, language)


def test_every_table_stands_with_all_its_rows_columns_and_titles(catalog: Catalog, language: Language) -> None:
    for table, frame in catalog.tables.items():
        figure = shown(catalog, language, table)
        assert len(figure.rows) == len(frame)
        assert figure.rows[list(frame.columns)].equals(frame.reset_index(drop=True))
        assert set(figure.columns) == set(figure.rows.columns) - set(figure.sorted_by.values())
        assert len(set(figure.columns.values())) == len(figure.columns)
        assert catalog.resource(table)["title"] in figure.title


def test_claims_can_be_found_by_their_source(catalog: Catalog, language: Language) -> None:
    found = shown(catalog, language, "claims", "cartel insider").rows
    ties = catalog["claim_sources"]
    assert set(ties.loc[ties["source_id"] == "seed-cartelinsider", "claim_id"]) == set(found["claim_id"])


def test_a_country_is_found_by_its_name_too(catalog: Catalog, language: Language) -> None:
    found = shown(catalog, language, "offices", "méxico").rows
    assert set(found["iso3"]) == {"MEX"}


def test_the_figure_cites_the_sources_of_the_rows_shown_and_no_other(catalog: Catalog, language: Language) -> None:
    assert shown(catalog, language, "offices", "zzzz").source_ids == ()
    one = shown(catalog, language, "offices", "kabul")
    ties = catalog["office_evidence"]
    assert set(one.source_ids) == set(ties.loc[ties["office_id"] == "afg-kabul", "source_id"])


def test_title_and_files_say_how_many_rows_of_how_many_and_for_what(catalog: Catalog, language: Language) -> None:
    figure = shown(catalog, language, "offices", "kabul")
    assert figure.title == f"Places and presences abroad: 1 of {len(catalog['offices'])} rows"
    assert "kabul" in figure.search
    assert shown(catalog, language, "offices").search == ""
    assert "none of" in shown(catalog, language, "offices", "zzzz").title


@pytest.mark.parametrize("chosen", [EVERYTHING, Selection(countries=("MEX",))])
def test_the_rows_of_places_reconcile_with_the_places_that_other_pages_count(
    catalog: Catalog, language: Language, chosen: Selection
) -> None:
    note = shown(catalog, language, "offices", chosen=chosen).note
    places, presences = len(known_offices.offices()), len(known_offices.presences())
    assert note.startswith(f"The table holds {places} places named by sources and {presences} presences: ")
    assert places + presences == len(catalog["offices"])
    assert counts(catalog, EVERYTHING)["offices"].total == places
    assert shown(catalog, language, "events").note == ""


@pytest.mark.parametrize(("table", "filters"), [("events", ("objectives", "countries", "years")), ("glossary", ())])
def test_files_name_only_the_filters_that_narrow_the_table(
    catalog: Catalog, language: Language, table: str, filters: tuple[str, ...]
) -> None:
    assert shown(catalog, language, table).narrowed_by == filters
