"""The list of countries to choose from: all are there, those with the most places first, and none is said to have none."""

import re

from data.catalog import Catalog
from data.queries.offices import documented
from data.selection import Selection
from figures.language import Language
from figures.offices import countries


def test_the_list_to_choose_from_holds_every_country_the_fullest_first(catalog: Catalog, language: Language) -> None:
    rows = documented(catalog, Selection()).rows
    figure = countries.figure(rows, catalog, language)
    assert set(figure.rows["iso3"]) == set(catalog["countries"]["iso3"])
    assert figure.rows["offices"].is_monotonic_decreasing
    assert figure.rows["offices"].sum() == len(rows)
    without = len(catalog["countries"]) - rows["iso3"].nunique()
    assert (figure.rows["offices"] == 0).sum() == without
    assert (
        f"For {without} countries and territories of other tables no office was found in the sources read."
        in figure.text
    )
    assert not re.search(r"\b[Nn]one\b", figure.text)


def test_the_list_stands_even_without_any_office(catalog: Catalog, language: Language) -> None:
    figure = countries.figure(documented(catalog, Selection(countries=("NGA",))).rows, catalog, language)
    assert len(figure.rows) == len(catalog["countries"])
    assert not figure.rows["offices"].any()
    assert figure.source_ids == ()
