"""The list of the indicators: its heading is true of the years chosen, too."""

import re

import pytest

from data.catalog import Catalog
from data.selection import Selection
from figures.language import Language
from figures.trends import index
from tests.allowed import Chosen, observations, table


@pytest.mark.parametrize("years", [("2024", ""), ("2025", "2025"), ("", "2018")])
def test_the_heading_counts_those_with_a_value_in_the_years_chosen(
    catalog: Catalog, language: Language, years: tuple[str, str]
) -> None:
    first, last = years
    chosen = Selection(first_year=int(first) if first else None, last_year=int(last) if last else None)
    codes = [row["indicator_id"] for row in table("indicators")]
    some = sum(bool(observations(Chosen(first=first, last=last), code)) for code in codes)
    assert 0 < some < len(codes)
    title = index.figure(catalog, chosen, None, language).title
    assert title == f"{len(codes)} indicators to pick, {some} with a value in the years chosen"


def test_years_without_any_value_are_said_to_have_none(catalog: Catalog, language: Language) -> None:
    title = index.figure(catalog, Selection(last_year=1990), None, language).title
    assert title.endswith(" indicators to pick, none with a value in the years chosen")


def test_no_count_of_nought_is_told(catalog: Catalog, language: Language) -> None:
    for group in sorted({row["system"] for row in table("indicators")}):
        title = index.figure(catalog, Selection(), group, language).title
        assert ", 0 " not in title
        assert ("with a single value" in title) == any(
            len(observations(Chosen(), row["indicator_id"])) == 1
            for row in table("indicators")
            if row["system"] == group
        )


CBP = "OFO and USBP"


def newest(code: str, region: str, component: str) -> dict[str, str]:
    """Return the newest value of a series, read from its table by hand."""
    return max(observations(Chosen(), code, (region, component)), key=lambda row: row["period_end"])


@pytest.mark.parametrize(
    "code", ["cbp-fentanyl-seized-ytd", "cbp-fentanyl-seizure-events-ytd", "cbp-fentanyl-seized-fy"]
)
def test_the_newest_value_is_of_the_whole_where_the_whole_is_published(
    catalog: Catalog, language: Language, code: str
) -> None:
    """The least part, 0.3 lb at the Northern Border, was told as the newest value of all fentanyl seized."""
    row = index.figure(catalog, Selection(), None, language).rows.set_index("indicator_id").loc[code]
    whole = newest(code, "All regions", CBP)
    assert re.match(r"[\d,]+", row["newest"])[0] == f"{round(float(whole['value'])):,}"
    assert row["place"] == f"All regions, {CBP}"
    assert " · " not in row["newest"]


@pytest.mark.parametrize(
    "code", [*("cbp-fentanyl-seized-month", "cbp-fentanyl-seizure-events-month"), "bulk-cash-arrests-cumulative"]
)
def test_where_only_parts_are_published_the_value_names_its_part(
    catalog: Catalog, language: Language, code: str
) -> None:
    row = index.figure(catalog, Selection(), None, language).rows.set_index("indicator_id").loc[code]
    assert row["newest"].endswith(f" · {row['place']}")
    region, component = row["place"].split(", ")
    assert float(newest(code, region, component)["value"]) == pytest.approx(
        float(re.search(r"[\d,.]+\d|\d", row["newest"])[0].replace(",", "")), abs=0.5
    )


def test_every_value_told_is_of_the_place_beside_it_and_of_no_lesser_one_of_the_same_period(
    catalog: Catalog, language: Language
) -> None:
    for row in index.figure(catalog, Selection(), None, language).rows.itertuples():
        ours = observations(Chosen(), row.indicator_id)
        several = {(one["region"], one["component"]) for one in ours}
        whole = {pair for pair in several if pair[0] == "All regions" and pair[1] in (CBP, "AMO")}
        if whole:
            assert row.place == ", ".join(*whole)


def test_the_list_says_that_its_rows_lead_to_charts(catalog: Catalog, language: Language) -> None:
    assert "Each row of the table leads to its chart" in index.figure(catalog, Selection(), None, language).text
