"""How old a figure's sources are: by the table of sources, read by hand."""

import csv

import pytest

from data.catalog import Catalog
from data.paths import DATA
from figures import age
from figures.language import Language

READ = "24 November 2026"


@pytest.fixture(scope="module")
def published() -> dict[str, str]:
    with (DATA / "tables" / "sources.csv").open(encoding="utf-8", newline="") as file:
        return {row["source_id"]: row["published"] for row in csv.DictReader(file)}


def test_the_newest_of_all_is_the_newest_of_the_table(catalog: Catalog, published: dict[str, str]) -> None:
    assert age.newest(catalog, published) == max(published.values())
    assert age.newest(catalog, ()) == ""


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (
            "off-ice-tijuana-2015",
            f"Newest source published: 29 September 2015; nothing newer on this was found by {READ}.",
        ),
        ("off-krone-vienna-2026", f"Newest source published: 10 February 2026; sources read to {READ}."),
        ("str-ice-wat-feature", f"Its sources are undated; sources were read to {READ}."),
    ],
)
def test_a_figure_says_how_old_it_is(catalog: Catalog, language: Language, source: str, says: str) -> None:
    assert age.said(catalog, (source,), language) == says


def test_one_new_source_makes_it_new(catalog: Catalog, language: Language) -> None:
    both = ("off-ice-tijuana-2015", "str-ice-wat-feature", "off-krone-vienna-2026")
    assert "10 February 2026" in age.said(catalog, both, language)


@pytest.mark.parametrize(("day", "old"), [("2024-11-23", True), ("2024-11-24", False), ("2024", False), ("2023", True)])
def test_two_years_before_the_reading_is_old(catalog: Catalog, day: str, old: bool) -> None:
    assert age.is_old(catalog, day) == old
