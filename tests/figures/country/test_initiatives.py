"""A country's initiatives tell what either side says since, and how far that goes."""

from html import unescape

import pytest

from data.catalog import Catalog
from data.queries.country.brief import brief
from data.selection import Selection
from figures.country.section import entries
from figures.country.sections import initiatives
from figures.language import language
from figures.view import View


@pytest.mark.parametrize("code", ["MEX", "CHN"])
def test_both_sides_and_the_limits_are_told(catalog: Catalog, code: str) -> None:
    view = View(catalog, Selection(countries=(code,)), language("en"), "light", page="country")
    found = brief(catalog, code, view.selection)
    shown = unescape(entries(initiatives.section(found, view)))
    told = [one for one in found.initiatives if one.follow_up and one.follow_up.said and not one.events]
    for one in told:
        assert one.follow_up
        assert one.follow_up.note in shown
        assert all(side.what in shown for side in one.follow_up.said)
    assert told or code == "CHN"


def test_a_later_source_on_another_country_is_told_of_neither_by_words_nor_by_its_limits(catalog: Catalog) -> None:
    view = View(catalog, Selection(countries=("CHN",)), language("en"), "light", page="country")
    shown = unescape(entries(initiatives.section(brief(catalog, "CHN", view.selection), view)))
    assert "No later source that speaks of China was found." in shown
    assert "Korea" not in shown
