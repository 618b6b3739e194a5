"""Indicators: stated figures are kept, nothing overlapping is compared, and every value can be reached."""

import pandas as pd
import pytest

from data.catalog import Catalog
from data.queries import release
from data.queries.trends import indicators
from data.queries.trends.overlays import MOST, overlay
from data.selection import Selection

ALL = Selection()
WHOLE = ("all-regions-ofo-and-usbp",)


def stated(catalog: Catalog, indicator_id: str, period: str) -> float:
    codes = indicators.drawings(catalog, [indicator_id], ())[0][1]
    rows = indicators.series(catalog, ALL, indicator_id, codes).rows
    return rows.set_index("period").at[period, "value"]


@pytest.mark.parametrize(
    ("indicator_id", "period", "value"),
    [
        ("cbp-fentanyl-seized-fy", "FY2023", 27_022.9),
        ("cbp-fentanyl-seized-fy", "FY2024", 21_889.2),
        ("cbp-fentanyl-seized-fy", "FY2025", 12_027.3),
        ("hsi-fentanyl-seized-fy", "FY2022", 20_981),
        ("hsi-narcotics-arrests-fy", "FY2022", 11_612),
        ("cdc-deaths-all-drugs-cy", "2024", 79_384),
    ],
)
def test_the_usual_series_gives_the_stated_figures(
    catalog: Catalog, indicator_id: str, period: str, value: float
) -> None:
    assert stated(catalog, indicator_id, period) == value


def test_every_observation_can_be_reached(catalog: Catalog) -> None:
    reached: list[str] = []
    for indicator_id in indicators.known(catalog):
        for part in indicators.parts(catalog, indicator_id):
            reached += list(indicators.series(catalog, ALL, indicator_id, (part.code,)).rows["observation_id"])
    assert sorted(reached) == sorted(catalog["observations"]["observation_id"])


def test_systems_hold_all_indicators_once(catalog: Catalog) -> None:
    listed = [code for system in indicators.systems(catalog) for code in indicators.of_system(catalog, system)]
    assert sorted(listed) == sorted(catalog["indicators"]["indicator_id"])
    assert len(indicators.of_system(catalog, None)) == len(listed)


def test_the_series_that_contains_the_others_is_the_usual_one(catalog: Catalog) -> None:
    for indicator_id in indicators.known(catalog):
        offered = indicators.parts(catalog, indicator_id)
        if any(part.region == "All regions" for part in offered):
            assert offered[0].region == "All regions"
            assert offered[0].component in ("OFO and USBP", "AMO")


def test_series_over_time_are_drawn_apart_and_others_listed_together(catalog: Catalog) -> None:
    chosen = ("southwest-border-ofo", "northern-border-ofo")
    drawn = indicators.drawings(catalog, ["cbp-fentanyl-seized-fy", "cbp-fentanyl-seized-ytd"], chosen)
    assert [len(codes) for _code, codes in drawn] == [1, 1, 2]
    usual = indicators.drawings(catalog, ["cbp-fentanyl-seized-fy", "cbp-fentanyl-seized-ytd"], ("moon",))
    assert usual[0] == ("cbp-fentanyl-seized-fy", WHOLE)
    assert len(usual[1][1]) == len(indicators.parts(catalog, "cbp-fentanyl-seized-ytd"))


def test_a_fiscal_year_belongs_to_the_year_in_which_it_ends(catalog: Catalog) -> None:
    narrowed = indicators.series(catalog, Selection(first_year=2024, last_year=2024), "cbp-fentanyl-seized-fy", WHOLE)
    assert list(narrowed.rows["period"]) == ["FY2024"]
    assert narrowed.total == 7


def test_objectives_and_countries_leave_series_alone(catalog: Catalog) -> None:
    rows = indicators.series(catalog, Selection((3,), ("MEX",)), "cbp-fentanyl-seized-fy", WHOLE).rows
    assert len(rows) == 7


def test_a_value_without_a_stated_period_is_left_aside_where_years_are_chosen(catalog: Catalog) -> None:
    asked = "hsi-fentanyl-seized-to-2023-09", ("united-states-and-abroad-hsi",)
    assert len(indicators.series(catalog, ALL, *asked).rows) == 1
    assert indicators.series(catalog, Selection(first_year=2022), *asked).rows.empty


def test_values_stand_oldest_first_and_those_without_a_time_before_all_others() -> None:
    spans = {
        "2024": ("2024-01-01", "2024-12-31"),
        "none": ("", ""),
        "since 2025": ("2025-01-01", ""),
        "2023": ("2023-01-01", "2023-12-31"),
        "none either": ("", ""),
        "2024 too": ("2024-01-01", "2024-12-31"),
    }
    starts, ends = zip(*spans.values(), strict=True)
    rows = indicators.in_time(pd.DataFrame({"period": [*spans], "period_start": starts, "period_end": ends}))
    assert list(rows["period"]) == ["none", "none either", "2023", "2024", "2024 too", "since 2025"]
    assert list(rows["by"].dt.strftime("%Y-%m-%d").dropna()) == ["2023-12-31", "2024-12-31", "2024-12-31", "2025-01-01"]


def test_the_newest_value_of_no_indicator_is_one_without_a_time(catalog: Catalog) -> None:
    for indicator_id in indicators.known(catalog):
        codes = tuple(part.code for part in indicators.parts(catalog, indicator_id))
        rows = indicators.series(catalog, ALL, indicator_id, codes).rows
        timed = rows[(rows["period_start"] != "") | (rows["period_end"] != "")]
        newest = indicators.last(rows)
        assert timed.empty or newest.period_start or newest.period_end


def test_a_change_runs_from_the_highest_to_the_newest_full_year(catalog: Catalog) -> None:
    rows = indicators.series(catalog, ALL, "cbp-fentanyl-seized-fy", WHOLE).rows
    changed = indicators.change(rows)
    assert changed
    assert (changed.first.period, changed.last.period) == ("FY2023", "FY2025")
    assert changed.share == pytest.approx(12_027.3 / 27_022.9 - 1)


def test_there_is_no_share_of_what_is_only_over_or_nearly(catalog: Catalog) -> None:
    rows = indicators.series(catalog, ALL, "dhs-fentanyl-seized-fy", ("united-states-cbp-and-hsi",)).rows
    changed = indicators.change(rows)
    assert changed
    assert changed.share is None


def test_part_of_a_year_is_never_compared(catalog: Catalog) -> None:
    (code,) = indicators.drawings(catalog, ["nflis-fentanyl-reports-cy"], ())[0][1]
    rows = indicators.series(catalog, ALL, "nflis-fentanyl-reports-cy", (code,)).rows
    changed = indicators.change(rows)
    assert rows["partial"].iloc[-1]
    assert changed
    assert changed.last.period == "2024"
    assert indicators.change(rows.tail(1)) is None


def test_missing_years_are_found(catalog: Catalog) -> None:
    rows = indicators.series(catalog, ALL, "hsi-fentanyl-seized-fy", ("united-states-and-abroad-hsi",)).rows
    assert indicators.missing_years(rows) == [2019, 2020, 2021]


def test_only_the_release_lies_over_a_series_unless_more_is_asked(catalog: Catalog) -> None:
    time = pd.Timestamp("2018-10-01"), pd.Timestamp("2025-09-30")
    assert list(overlay(catalog, ALL, False, *time).rows["event_id"]) == [release.EVENT]
    assert overlay(catalog, ALL, False, time[0], pd.Timestamp("2022-09-30")).rows.empty


def test_events_over_a_series_are_few_within_its_time_and_the_rest_is_counted(catalog: Catalog) -> None:
    time = pd.Timestamp("2018-10-01"), pd.Timestamp("2025-09-30")
    full = overlay(catalog, ALL, True, *time)
    assert len(full.rows) == MOST == 4
    # The release, and the oldest of those about strategies.
    strategies = catalog["events"].query("category == 'strategy' and '2018-10' < date < '2025-10'")["date"]
    assert {*full.rows["date"]} == {"2023-09-19", *sorted({*strategies} - {"2023-09-19"})[:3]}
    within = catalog["events"]["date"].between("2019", "2025-09-30")
    assert full.left_out > 0
    assert full.left_out + len(full.rows) <= within.sum()
    narrow = overlay(catalog, Selection(countries=("ISL",)), True, *time)
    assert narrow.left_out == 0
    assert release.EVENT in set(narrow.rows["event_id"])
