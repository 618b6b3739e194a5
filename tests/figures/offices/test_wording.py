"""What the maps of offices and the chart of totals say in words."""

import re

import pytest

from data.catalog import Catalog
from data.queries.offices import documented, headline, reported_totals
from data.selection import Selection
from data.translation import translated
from figures.language import language
from figures.offices import page_map, squares, totals
from figures.view import View


@pytest.mark.parametrize("code", ["en", "es"])
def test_no_capital_follows_a_comma_where_groups_are_counted(code: str, catalog: Catalog) -> None:
    here, spoken = translated(catalog, code), language(code)
    view = View(here, Selection(), spoken, "light", "offices", room=960)
    said = [
        page_map.figure(view).text,
        squares.figure(documented(here, Selection()).rows, headline(here), here, spoken, "light").text,
        totals.figure(reported_totals(here), headline(here), here, spoken, "light").text,
    ]
    assert all(re.search(r": \d+", text) for text in said)
    assert [found[0] for text in said for found in re.finditer(r"\d[,;] [A-ZÁÉÍÓÚ][a-z][^.]*: \d+", text)] == []
    assert not re.search(r"(cuentan|count): [A-Z]", said[2])


def test_a_map_of_a_country_says_of_which_place_older_evidence_is_stronger(catalog: Catalog) -> None:
    def note(*countries: str) -> str:
        return page_map.figure(View(catalog, Selection(countries=countries), language("en"), "light", "offices")).note

    assert note("MEX").endswith("Mexico City: older evidence is stronger than the newest.")
    assert "older evidence" not in note("BHS") + note()
