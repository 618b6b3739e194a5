import pytest

from data.queries.country.facts import country
from data.selection import Selection
from tests import known_offices


def test_a_country_holds_its_own_rows_only(catalog):
    mexico = country(catalog, "MEX", Selection(countries=("CAN",)))
    assert set(mexico.offices["iso3"]) == {"MEX"}
    assert set(mexico.tciu["iso3"]) == {"MEX"}
    links = catalog["event_countries"]
    assert set(mexico.events["event_id"]) == set(links.loc[links["iso3"] == "MEX", "event_id"])


def test_other_filters_narrow_its_initiatives_and_events_but_not_its_offices(catalog):
    everything = country(catalog, "MEX", Selection())
    narrowed = country(catalog, "MEX", Selection(objectives=(4,), first_year=2024, last_year=2024))
    assert len(narrowed.offices) == len(everything.offices) > 0
    assert 0 < len(narrowed.initiatives) < len(everything.initiatives)
    assert len(narrowed.events) < len(everything.events)


def test_a_country_without_an_office_keeps_what_else_is_known(catalog):
    algeria = country(catalog, "DZA", Selection())
    assert algeria.offices.empty
    assert len(algeria.initiatives) + len(algeria.events)


def test_its_sources_are_those_of_its_rows_each_once(catalog):
    mexico = country(catalog, "MEX", Selection())
    assert len(set(mexico.source_ids)) == len(mexico.source_ids)
    assert set(mexico.source_ids) <= set(catalog["sources"]["source_id"])


def test_every_country_of_the_tables_has_an_answer(catalog):
    for code in catalog["countries"]["iso3"]:
        assert country(catalog, code, Selection()).iso3 == code


def test_a_code_that_no_table_names_is_an_error(catalog):
    with pytest.raises(KeyError):
        country(catalog, "ZZZ", Selection())


def test_all_countries_together_hold_every_office_and_unit(catalog):
    known = [country(catalog, code, Selection()) for code in catalog["countries"]["iso3"]]
    assert sum(len(one.offices) for one in known) == len(known_offices.offices())
    assert sum(len(one.tciu) for one in known) == len(catalog["tciu"])


def test_its_sources_are_those_of_offices_unit_initiatives_and_events_together(catalog):
    mexico = country(catalog, "MEX", Selection())
    parts = {"office": mexico.offices, "tciu": mexico.tciu, "initiative": mexico.initiatives, "event": mexico.events}
    expected = set()
    for name, rows in parts.items():
        assert len(rows)
        links = catalog["office_evidence" if name == "office" else f"{name}_sources"]
        expected |= set(links.loc[links[f"{name}_id"].isin(rows[f"{name}_id"]), "source_id"])
    assert set(mexico.source_ids) == expected


@pytest.mark.parametrize("hostile", ["", "mex", "<script>alert(1)</script>", "' OR 1=1"])
def test_a_hostile_code_is_an_error_and_no_empty_answer(catalog, hostile):
    with pytest.raises(KeyError):
        country(catalog, hostile, Selection())
