"""The dictionary says what the package says of every column."""

from data.catalog import Catalog
from data.queries.sources.dictionary import columns


def test_every_column_of_every_table_is_described(catalog: Catalog) -> None:
    for table, frame in catalog.tables.items():
        listed = columns(catalog, table)
        assert [column.name for column in listed] == list(frame.columns)
        assert all(column.title and column.description and column.type for column in listed)


def test_units_keys_and_limits_are_told(catalog: Catalog) -> None:
    by_name = {column.name: column for column in columns(catalog, "offices")}
    assert by_name["latitude"].unit == "degree"
    assert dict(by_name["latitude"].constraints)["minimum"] == -90
    assert by_name["office_id"].is_key
    assert by_name["iso3"].leads_to == "countries"
    by_name = {column.name: column for column in columns(catalog, "office_evidence")}
    assert "strong" in dict(by_name["strength"].constraints)["enum"]
