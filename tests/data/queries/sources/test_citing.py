"""Citations are read from the keys of the package, and copies lead back to their original."""

import pandas as pd
import pytest

from data.catalog import Catalog
from data.queries.sources.citing import SEED, citations, links, origins, repeated_by, repeats, rows_citing


def test_every_table_that_says_who_says_so_is_found(catalog: Catalog) -> None:
    told = {found.links for found in links(catalog).values()}
    named = {name for name in catalog.tables if name.endswith("_sources")}
    assert named <= told


@pytest.mark.parametrize(("table", "source"), [("offices", "off-ice-kabul-2013"), ("claims", SEED), ("events", SEED)])
def test_the_rows_of_a_source_are_those_of_the_link_table(catalog: Catalog, table: str, source: str) -> None:
    here = links(catalog)[table]
    (key,) = here.key
    ties = catalog[here.links]
    wanted = set(ties.loc[ties["source_id"] == source, key])
    assert wanted
    assert set(rows_citing(catalog, source)[table][key]) == wanted


def test_a_tie_of_two_keys_cites_by_both(catalog: Catalog) -> None:
    ties = catalog["event_initiative_sources"]
    first = ties.iloc[0]
    rows = catalog["event_initiatives"]
    at = rows.index[(rows["event_id"] == first["event_id"]) & (rows["initiative_id"] == first["initiative_id"])][0]
    assert first["source_id"] in citations(catalog, "event_initiatives")[at]


def test_a_table_that_cites_nothing_has_no_citations(catalog: Catalog) -> None:
    assert not citations(catalog, "countries")


def test_translations_of_one_article_have_one_origin(catalog: Catalog) -> None:
    (original,) = repeats(catalog, SEED)
    copies = repeated_by(catalog, original)
    assert len(copies) > 1
    assert {origins(catalog)[copy] for copy in copies} == {frozenset([original])}
    assert origins(catalog)[original] == {original}


def test_a_copy_of_a_copy_leads_to_the_first_and_a_circle_ends(catalog: Catalog) -> None:
    made = Catalog(
        catalog.package,
        {
            "sources": pd.DataFrame({"source_id": ["a", "b", "c", "x", "y"]}),
            "source_derivations": pd.DataFrame(
                {"source_id": ["b", "c", "x", "y"], "derived_from_id": ["a", "b", "y", "x"]}
            ),
        },
    )
    assert origins(made)["c"] == {"a"}
    assert origins(made)["x"]
