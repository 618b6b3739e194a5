import pytest

from data.selection import Selection
from figures.timeline.span import span

ALL = (2019, 2026)


def years(shown):
    return shown.first, shown.last


def test_2023_stands_first_and_the_whole_is_one_key_away(asked):
    first = span(asked())
    assert years(first) == (2023, 2023)
    assert first.whole == ALL
    assert not first.is_whole
    assert years(span(asked(span="all"))) == ALL
    assert years(span(asked(span="2021"))) == (2021, 2021)


@pytest.mark.parametrize(("first", "last"), [(2022, None), (None, 2021), (2022, 2024), (2024, 2024)])
def test_a_link_with_years_and_no_span_draws_exactly_its_years(asked, first, last):
    shown = span(asked(Selection(first_year=first, last_year=last)))
    assert years(shown) == (first or ALL[0], last or ALL[1])
    assert shown.is_whole


def test_a_year_within_a_filter_on_years_can_be_looked_at(asked):
    shown = span(asked(Selection(first_year=2022), span="2024"))
    assert years(shown) == (2024, 2024)
    assert shown.whole == (2022, 2026)


def test_the_event_that_is_chosen_is_drawn_whichever_year_is_stated(asked):
    for stated in ({}, {"span": "2021"}):
        assert years(span(asked(event="ev-2020-without-a-trace", **stated))) == (2020, 2020)


def test_where_nothing_falls_in_2023_all_years_are_drawn_or_the_only_one(asked):
    assert years(span(asked(Selection(countries=("HTI",))))) == (2024, 2024)
    elsewhere = Selection(countries=("HTI", "IND"))
    assert 2023 not in {int(day[:4]) for day in dates_of(asked(elsewhere))}
    assert years(span(asked(elsewhere))) == ALL


def dates_of(view):
    links, events = view.catalog["event_countries"], view.catalog["events"]
    ours = set(links.loc[links["iso3"].isin(view.selection.countries), "event_id"])
    dates = events.loc[events["event_id"].isin(ours), "date"]
    assert len({day[:4] for day in dates}) > 1
    return dates
