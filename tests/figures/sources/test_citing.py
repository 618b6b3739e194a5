"""The rows that cite a source: all of them, in words, each with its record."""

import pytest

from data import link
from data.catalog import Catalog
from data.queries.sources.citing import SEED, rows_citing
from figures.language import Language
from figures.sources.citing import figure, rows


def test_every_source_can_be_told(catalog: Catalog, language: Language) -> None:
    for source_id in catalog.sources:
        told = rows(catalog, source_id, language)
        assert all(one.words for one in told)
        cited = rows_citing(catalog, source_id)
        for table in set(cited) - {"observations"}:
            assert sum(one.table == table for one in told) == len(cited[table])


def test_every_row_leads_to_a_record_that_is_held(catalog: Catalog, language: Language) -> None:
    for source_id in (SEED, "off-ice-kabul-2013", "str-cbp-drugs"):
        for one in rows(catalog, source_id, language):
            assert link.RECORD.read({"id": [one.record]}, catalog) == one.record


def test_values_of_one_series_are_one_entry_that_says_how_many(catalog: Catalog, language: Language) -> None:
    told = [one for one in rows(catalog, "str-cbp-drugs", language) if one.table == "observations"]
    values = rows_citing(catalog, "str-cbp-drugs")["observations"]
    assert len(told) == values["indicator_id"].nunique()
    assert len(told) < len(values)
    assert all("value" in one.words for one in told)


def test_the_title_counts_rows_and_tables(catalog: Catalog, language: Language) -> None:
    cited = rows_citing(catalog, SEED)
    title = figure(catalog, SEED, language).title
    assert title.startswith(f"{sum(map(len, cited.values()))} rows in {len(cited)} tables cite this source")


@pytest.mark.parametrize("number", [0, 1])
def test_no_row_and_one_row_are_said_as_such(catalog: Catalog, language: Language, number: int) -> None:
    source_id = next(one for one in catalog.sources if sum(map(len, rows_citing(catalog, one).values())) == number)
    assert figure(catalog, source_id, language).title.startswith("One row cites" if number else "No row cites")
