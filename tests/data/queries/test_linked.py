"""What link tables tie to a row: all of it, in the order of the table, to the row it names."""

import csv

import pandas as pd

from data.catalog import Catalog
from data.paths import DATA
from data.queries.linked import by_key, linked


def test_values_stand_under_their_key_and_both_in_the_order_of_the_table() -> None:
    links = pd.DataFrame({"row": ["b", "a", "b"], "source_id": ["z", "y", "x"]})
    found = by_key(links, "row", "source_id")
    assert found == {"b": ("z", "x"), "a": ("y",)}
    assert list(found) == ["b", "a"]


def test_of_several_columns_a_key_is_a_tuple_even_of_one() -> None:
    links = pd.DataFrame({"row": ["b", "a", "b"], "at": [1, 1, 2], "source_id": ["z", "y", "x"]})
    assert by_key(links, ("row", "at"), "source_id") == {("b", 1): ("z",), ("a", 1): ("y",), ("b", 2): ("x",)}
    assert by_key(links, ("row",), "source_id") == {("b",): ("z", "x"), ("a",): ("y",)}


def test_every_source_of_an_office_is_found_in_its_order_and_none_of_another(catalog: Catalog) -> None:
    stated: dict[str, tuple[str, ...]] = {}
    with (DATA / "tables" / "office_evidence.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            stated[row["office_id"]] = (*stated.get(row["office_id"], ()), row["source_id"])
    assert linked(catalog, "office_evidence", "office_id") == stated


def test_another_column_can_be_asked_for_and_what_is_tied_to_nothing_is_left_out(catalog: Catalog) -> None:
    found = linked(catalog, "flow_contradictions", "flow_id", "contradiction_id")
    assert set(found) == set(catalog["flow_contradictions"]["flow_id"]) < set(catalog["flows"]["flow_id"])
