"""A country's initiatives tell what either side says since, and how far that goes."""

import re
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
    told = [one for one in found.initiatives if one.follow_up and one.follow_up.said]
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


@pytest.mark.parametrize("code", ["MEX", "USA", "CAN"])
def test_the_later_of_an_event_and_a_later_source_is_the_latest_evidence_and_the_newest_comes_first(
    catalog: Catalog, code: str
) -> None:
    view = View(catalog, Selection(countries=(code,)), language("en"), "light", page="country")
    found = brief(catalog, code, view.selection)
    dates = {
        one.name: max(
            [*(event.date for event in one.events), one.follow_up.latest.date if one.follow_up else ""], default=""
        )
        for one in found.initiatives
    }
    rows = initiatives.section(found, view).rows
    shown = [(unescape(re.sub("<[^>]*>", "", row[0])), row[3]) for row in rows]
    assert {name: when for name, when in shown if dates[name]} == {
        name: view.language.date(day) for name, day in dates.items() if day
    }
    scopes = {one.name: one.scope != "strategy" for one in found.initiatives}
    ordered = [name for name, _when in shown]
    assert ordered == sorted(sorted(ordered, key=dates.__getitem__, reverse=True), key=scopes.__getitem__)
