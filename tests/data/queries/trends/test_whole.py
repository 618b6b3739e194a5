"""Months published in parts: added only where the parts are shown to be the whole, against the tables themselves."""

import csv
from collections import defaultdict
from decimal import Decimal

import pytest

from data.catalog import Catalog
from data.paths import DATA
from data.queries.trends import indicators
from data.queries.trends.whole import in_parts, wholes

MONTHS = ("cbp-fentanyl-seized-month", "cbp-fentanyl-seizure-events-month")


def added(indicator_id: str) -> dict[str, Decimal]:
    """Return month → the sum of its rows, read from the file."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    with (DATA / "tables" / "observations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["indicator_id"] == indicator_id:
                found[row["period"]] += Decimal(row["value"])
    return found


@pytest.mark.parametrize("indicator_id", MONTHS)
def test_the_parts_of_every_month_are_added(catalog: Catalog, indicator_id: str) -> None:
    expected = added(indicator_id)
    assert len(expected) > 80
    assert {month: one.value for month, one in wholes(catalog, indicator_id).items()} == {
        month: float(value) for month, value in expected.items()
    }


def test_march_2024_comes_to_the_sum_of_the_five_parts_that_reported(catalog: Catalog) -> None:
    march = wholes(catalog, MONTHS[0])["2024-03"]
    assert (march.value, march.parts) == (1_449.13, 5)
    assert len(indicators.parts(catalog, MONTHS[0])) == 6


def test_no_other_indicator_is_added(catalog: Catalog) -> None:
    for code in indicators.known(catalog):
        assert in_parts(catalog, code) == (code in MONTHS)
        assert bool(wholes(catalog, code)) == (code in MONTHS)


def test_parts_that_miss_the_published_total_of_a_year_are_not_added(catalog: Catalog) -> None:
    rows = catalog["observations"]
    one = rows.index[(rows["indicator_id"] == MONTHS[0]) & (rows["period"] == "2024-03")][0]

    class Short:
        """The catalog without one part of a month."""

        original = property(lambda self: self)

        def __getitem__(self, name: str):
            return catalog[name].drop(index=one) if name == "observations" else catalog[name]

    assert not wholes(Short(), MONTHS[0])
