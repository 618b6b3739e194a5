from functools import partial

import pytest

from data.queries.trends.indicators import TELLING, known
from tests.opened import opened, said

page = partial(opened, "trends")


def headers(at):
    return [part.value for part in at.header]


def test_without_a_choice_four_telling_series_stand_there():
    at = page()
    assert at.title[0].value.startswith("Fentanyl seized by CBP fell 55% from FY2023 to FY2025; ")
    assert len(headers(at)) == len(TELLING) + 1
    assert "never added" in said(at)
    assert "90 indicators to pick" in headers(at)[-1]


def test_picking_an_indicator_shows_it_alone_and_puts_it_into_the_link():
    at = page()
    at.multiselect(key="trends_indicator").set_value(["nflis-fentanyl-reports-cy"]).run()
    assert not at.exception
    assert at.query_params["trends_indicator"] == "nflis-fentanyl-reports-cy"
    assert len(headers(at)) == 2
    assert headers(at)[0] == "Fentanyl reports by U.S. laboratories: down 13% from 2023 to 2024"


def test_every_indicator_and_the_reported_totals_can_be_picked_and_found_by_group(catalog):
    options = page().multiselect(key="trends_indicator").options
    assert len(options) == len(known(catalog)) + 1
    assert "Reported totals of offices" in options
    assert sum(option.startswith("Seizures in Mexico · ") for option in options) == 6


def test_a_group_narrows_the_picker_and_shows_its_first_series():
    at = page(trends_group="mexico_seizures")
    assert len(at.multiselect(key="trends_indicator").options) == 6
    assert at.title[0].value.startswith("Fentanyl seized by Mexico's army and navy rose 89% from 2023 to 2024")
    assert len(headers(at)) == 5
    assert "The first 4 of 6" in said(at)


def test_another_group_lets_go_of_what_was_picked():
    at = page(trends_indicator="cbp-fentanyl-seized-fy", trends_series="southwest-border-ofo")
    at.selectbox(key="trends_group").select("nflis").run()
    assert not at.exception
    assert "trends_indicator" not in at.query_params
    assert "trends_series" not in at.query_params
    assert at.query_params["trends_group"] == "nflis"


def test_series_of_an_indicator_stand_side_by_side():
    at = page(trends_indicator="cbp-fentanyl-seized-fy", trends_series=["southwest-border-ofo", "northern-border-ofo"])
    titles = headers(at)
    assert any("(Southwest Border, OFO):" in title for title in titles)
    assert any("(Northern Border, OFO):" in title for title in titles)


def test_an_indicator_with_one_series_offers_no_other():
    at = page(trends_indicator="hsi-fentanyl-seized-fy", trends_series="southwest-border-ofo")
    assert [box.key for box in at.multiselect if box.key.startswith("trends")] == ["trends_indicator"]


def test_the_reported_totals_stand_beside_an_indicator():
    at = page(trends_indicator=["reported-totals", "hsi-fentanyl-seized-fy"])
    assert any(title.startswith("Published totals run from") for title in headers(at))
    assert any(title.startswith("Fentanyl seized by HSI") for title in headers(at))
    assert page(trends_group="reported-totals").title[0].value.startswith("Published totals of HSI's offices run from")


def test_years_narrow_by_period_and_what_they_leave_out_is_said():
    at = page(**{"from": "2024", "to": "2024"})
    assert "FY2024" in at.title[0].value
    assert "No value in the years chosen: Fentanyl seized by HSI, by fiscal year" in said(at)
    assert "6 values lie outside the years chosen" in said(at)


def test_a_view_without_any_value_stands():
    at = page(trends_indicator="hsi-narcotics-arrests-fy", **{"from": "2025"})
    assert "No value in the years chosen: Narcotics arrests by HSI" in said(at)
    assert at.title[0].value == "The series shown have no value in the years chosen"
    assert len(headers(at)) == 1


def test_objectives_and_countries_are_said_not_to_narrow():
    assert "do not narrow the series" in said(page(country="MEX"))
    assert "do not narrow the series" in said(page(objective="3"))
    assert "do not narrow the series" not in said(page())


def test_events_are_laid_over_on_request():
    plain, laid = page(), page(trends_events="1")
    assert not [part for part in plain.get("html") if "<ol>" in part.proto.body]
    assert [part for part in laid.get("html") if "<ol>" in part.proto.body]


def test_a_month_opens_on_one_part_and_says_so():
    at = page(trends_indicator="cbp-fentanyl-seized-month")
    assert headers(at)[0].startswith("Fentanyl seized by CBP (Southwest Border, OFO only): ")
    assert "is one of 6 parts; no total of a month was published" in said(at)
    parts = at.multiselect(key="trends_series")
    assert parts.placeholder == "Southwest Border, OFO", "what is shown while nothing is picked"
    assert len(parts.options) == 6


def test_what_a_change_of_filter_sends_of_charts_is_small():
    charts = page(**{"from": "2020"}).main.get("plotly_chart")
    assert len(charts) == 2
    assert sum(len(chart.proto.spec) for chart in charts) < 15_000


@pytest.mark.parametrize("hostile", ["nothing", "<script>alert(1)</script>", "=1+1", "2", ""])
def test_what_a_link_cannot_say_falls_back(hostile):
    at = page(trends_group=hostile, trends_indicator=hostile, trends_series=hostile, trends_events=hostile)
    assert len(headers(at)) == len(TELLING) + 1
    if hostile.startswith("<"):
        assert hostile not in said(at)
