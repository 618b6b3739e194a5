"""A table is narrowed by what it names, and found in without accents and case."""

import pytest

from data.catalog import Catalog
from data.queries.sources.tables import holding, narrowed, narrowed_by, plain
from data.selection import Selection


@pytest.mark.parametrize("table", ["offices", "events", "observations", "claims", "sources"])
def test_nothing_chosen_keeps_every_row_in_its_place(catalog: Catalog, table: str) -> None:
    kept = narrowed(catalog, Selection(), table)
    assert len(kept.rows) == kept.total == len(catalog[table])
    assert list(kept.rows.index) == list(range(kept.total))


def test_a_country_keeps_the_rows_that_name_it_at_either_end(catalog: Catalog) -> None:
    rows = narrowed(catalog, Selection(countries=("MEX",)), "flows").rows
    assert len(rows)
    assert ((rows["from_iso3"] == "MEX") | (rows["to_iso3"] == "MEX")).all()


def test_a_statement_whose_region_names_a_country_is_found_under_it(catalog: Catalog) -> None:
    kept = {code: narrowed(catalog, Selection(countries=(code,)), "flows") for code in ("CHN", "MEX")}
    assert "f07" in set(kept["CHN"].rows["flow_id"])
    assert "f07" not in set(kept["MEX"].rows["flow_id"])
    assert [one.untied["countries"] for one in kept.values()] == [0, 0], "it names one"


def test_events_are_narrowed_through_their_ties_and_years(catalog: Catalog) -> None:
    chosen = Selection(objectives=(3,), countries=("MEX",), first_year=2023, last_year=2023)
    kept = narrowed(catalog, chosen, "events")
    ties = catalog["event_countries"]
    assert len(kept.rows)
    assert set(kept.rows["event_id"]) <= set(ties.loc[ties["iso3"] == "MEX", "event_id"])
    assert set(kept.rows["date"].str[:4]) == {"2023"}
    assert set(kept.untied) == {"objectives", "countries"}


def test_rows_that_name_no_country_are_counted_apart(catalog: Catalog) -> None:
    kept = narrowed(catalog, Selection(countries=("MEX",)), "organisations")
    assert kept.untied["countries"] == int((catalog["organisations"]["iso3"] == "").sum())


def test_what_names_neither_is_not_narrowed(catalog: Catalog) -> None:
    assert narrowed_by(catalog, "glossary") == ()
    everything = narrowed(catalog, Selection((1,), ("MEX",), 2023, 2023), "glossary")
    assert len(everything.rows) == everything.total


@pytest.mark.parametrize("search", ["bogota", "BOGOTÁ", "  Bogotá ", "bogota col"])
def test_accents_case_and_order_do_not_matter(catalog: Catalog, search: str) -> None:
    rows = catalog["offices"]
    found = rows[holding(rows, search)]
    assert "Bogotá" in set(found["city"])
    assert len(found) < len(rows)


@pytest.mark.parametrize("search", [".*", "(", "[a", "zzzz", "mexico .*"])
def test_a_search_is_words_and_no_pattern(catalog: Catalog, search: str) -> None:
    rows = catalog["countries"]
    assert not holding(rows, search).any()


def test_every_word_must_be_there(catalog: Catalog) -> None:
    rows = catalog["events"]
    both, one = holding(rows, "sinaloa cartel"), holding(rows, "sinaloa")
    assert (both & ~one).sum() == 0
    assert holding(rows, "").all()


def test_plain_text_keeps_letters_of_other_scripts() -> None:
    assert plain("Ríodoce ÑANDÚ Ж") == "riodoce nandu ж"
