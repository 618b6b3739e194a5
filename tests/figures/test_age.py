"""How old a figure's sources are: by the table of sources, read by hand."""

import csv
from dataclasses import replace

import pytest

from data.catalog import Catalog
from data.paths import DATA
from data.queries.sources.compiled import COMPILED
from data.selection import Selection
from figures import age, every, screens
from figures.language import Language
from figures.view import View

READ = "24 November 2026"


@pytest.fixture(scope="module")
def published() -> dict[str, str]:
    with (DATA / "tables" / "sources.csv").open(encoding="utf-8", newline="") as file:
        return {row["source_id"]: row["published"] for row in csv.DictReader(file)}


def test_the_newest_of_all_is_the_newest_of_the_table(catalog: Catalog, published: dict[str, str]) -> None:
    assert age.newest(catalog, published) == max(published.values())
    assert age.newest(catalog, ()) == ""


def test_what_is_known_to_the_month_may_be_later_than_any_of_its_days(catalog: Catalog) -> None:
    to_the_day, to_the_month, to_the_year = "upd-latinpost-20260222", "upd-eacc-202602", "str-curran-timeseries"
    assert age.newest(catalog, (to_the_day, to_the_month)) == "2026-02"
    assert age.newest(catalog, (to_the_day, to_the_year)) == "2026-02-22"
    assert age.newest(catalog, (to_the_month, "off-hankookilbo-2025")) == "2026-02"


def test_what_compiles_others_makes_nothing_newer(catalog: Catalog) -> None:
    original, table = "str-dhs-opioidfs-2019", "str-cnx-policytable"
    assert catalog.sources[table].published > catalog.sources[original].published
    assert age.newest(catalog, (original, table)) == catalog.sources[original].published
    assert age.newest(catalog, (table,)) == catalog.sources[table].published
    for source in COMPILED:
        assert catalog.original.names("sources", "source_id", "note")[source].startswith("Compiled table that cites")


def test_nothing_newer_is_said_only_where_it_was_sought(catalog: Catalog, language: Language) -> None:
    old = ("off-ice-tijuana-2015",)
    assert age.said(catalog, old, language) == f"Newest source published: 29 September 2015; sources read to {READ}."
    sought = f"Newest source published: 29 September 2015; nothing newer on this was found by {READ}."
    assert age.said(catalog, old, language, is_sought=True) == sought


def test_only_initiatives_of_the_strategy_were_followed_up(catalog: Catalog, language: Language) -> None:
    for page in ("offices", "objectives", "timeline", "supply_chain", "trends"):
        for figure in every.of(View(catalog, Selection(), language, "light", page)):
            assert figure.is_sought is (figure.key == "objectives-promises"), figure.key
    kenya = View(catalog, Selection(countries=("KEN",)), language, "light", "objectives")
    assert not screens.of(kenya).figures[0].is_sought
    planned = replace(kenya, selection=Selection(), choices=(("objectives_scope", ("strategy",)),))
    assert screens.of(planned).figures[0].is_sought


@pytest.mark.parametrize(
    ("source", "says"),
    [
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
