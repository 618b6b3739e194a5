"""How many independent sources rows rest on: copies of one original count once."""

import pandas as pd
import pytest

from data.catalog import Catalog
from data.queries.sources.citing import SEED, links, repeated_by, repeats
from data.queries.sources.coverage import COUNTS, coverage


@pytest.fixture(scope="module")
def counted(catalog: Catalog) -> pd.DataFrame:
    return coverage(catalog).set_index("table")


def test_every_row_is_counted_once(catalog: Catalog, counted: pd.DataFrame) -> None:
    for table, row in counted.iterrows():
        assert row["rows"] == len(catalog[table])
        assert row[list(COUNTS)].sum() == row["rows"]
        assert row["official"] + row["unofficial"] == row["rows"]
        assert row["seed"] <= row["one"]


def test_copies_of_one_original_are_one_source(catalog: Catalog) -> None:
    (original,) = repeats(catalog, SEED)
    copies = [original, *repeated_by(catalog, original)]
    tables = {**catalog.tables, "flow_sources": pd.DataFrame({"flow_id": ["f01"] * len(copies), "source_id": copies})}
    row = coverage(Catalog(catalog.package, tables)).set_index("table").loc["flows"]
    assert (row["one"], row["seed"], row["two"], row["more"]) == (1, 1, 0, 0)
    assert row["none"] == len(catalog["flows"]) - 1


def test_a_second_source_lifts_a_row_off_the_article(catalog: Catalog) -> None:
    other = catalog["sources"].loc[catalog["sources"]["official"], "source_id"].iloc[0]
    tables = {**catalog.tables, "flow_sources": pd.DataFrame({"flow_id": ["f01"] * 2, "source_id": [SEED, other]})}
    row = coverage(Catalog(catalog.package, tables)).set_index("table").loc["flows"]
    assert (row["two"], row["seed"], row["official"]) == (1, 0, 1)


def test_rows_on_the_article_alone_are_counted_by_hand_too(catalog: Catalog, counted: pd.DataFrame) -> None:
    (original,) = repeats(catalog, SEED)
    family = {original, *repeated_by(catalog, original)}
    for table, here in links(catalog).items():
        groups = catalog[here.links].groupby(list(here.key))["source_id"].agg(set)
        assert counted.loc[table, "seed"] == sum(ids <= family for ids in groups)
