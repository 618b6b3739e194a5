from data.queries.offices import documented
from data.selection import Selection
from figures import office_countries


def test_every_country_of_the_tables_can_be_chosen_those_with_most_places_first(catalog, language):
    listed = office_countries.figure(documented(catalog, Selection()).rows, catalog, language)
    assert set(listed.rows["iso3"]) == set(catalog["countries"]["iso3"])
    assert listed.rows["offices"].is_monotonic_decreasing
    assert listed.rows["offices"].sum() == len(catalog["offices"])


def test_countries_without_a_place_are_counted_in_words_that_do_not_say_none(catalog, language):
    listed = office_countries.figure(documented(catalog, Selection()).rows, catalog, language)
    without = catalog["countries"]["iso3"].nunique() - catalog["offices"]["iso3"].nunique()
    assert f"{without} countries and territories of other tables no office was found in the sources read" in listed.text
