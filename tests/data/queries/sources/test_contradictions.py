"""Contradictions: every point, with every side and its sources, and nothing chosen where the table chooses nothing."""

from dataclasses import replace

import pandas as pd

from data.catalog import Catalog
from data.queries.sources.contradictions import PARTS, Reading, contradictions, sources


def sides(catalog: Catalog) -> pd.DataFrame:
    claims = catalog["claims"]
    return claims[claims["claim_id"].str.fullmatch(r"x\d{2}[a-z]")]


def test_every_point_of_the_table_is_there_once_by_part(catalog: Catalog) -> None:
    found = contradictions(catalog)
    assert sorted(one.contradiction_id for one in found) == sorted(catalog["contradictions"]["contradiction_id"])
    parts = [one.part for one in found]
    assert parts == sorted(parts, key=PARTS.index)


def test_every_point_has_all_its_sides_and_at_least_two(catalog: Catalog) -> None:
    expected = sides(catalog).groupby("contradiction_id")["claim_id"].apply(list).to_dict()
    found = {one.contradiction_id: [reading.claim_id for reading in one.readings] for one in contradictions(catalog)}
    assert found == expected
    assert min(map(len, found.values())) >= 2


def test_every_reading_cites_its_own_sources(catalog: Catalog) -> None:
    links = catalog["claim_sources"]
    for one in contradictions(catalog):
        for reading in one.readings:
            assert list(reading.source_ids) == list(links.loc[links["claim_id"] == reading.claim_id, "source_id"])
            assert reading.source_ids


def test_no_source_of_a_point_is_lost(catalog: Catalog) -> None:
    links = catalog["contradiction_sources"]
    for one in contradictions(catalog):
        shown = {source for reading in one.readings for source in reading.source_ids} | set(one.further)
        assert shown >= set(links.loc[links["contradiction_id"] == one.contradiction_id, "source_id"])
    everything = sources(contradictions(catalog))
    assert len(everything) == len(set(everything))
    assert set(links["source_id"]) <= set(everything)


def test_a_reading_is_followed_only_where_the_point_is_resolved(catalog: Catalog) -> None:
    resolved = catalog["contradictions"].set_index("contradiction_id")["resolved"]
    for one in contradictions(catalog):
        assert one.resolved == bool(resolved[one.contradiction_id])
        assert bool(one.followed) == one.resolved


def test_sources_of_readings_come_before_those_of_the_point_in_the_order_in_which_they_are_cited(
    catalog: Catalog,
) -> None:
    sides = tuple(Reading(f"x{at}", "", "", ids) for at, ids in enumerate((("z", "a"), ("a", "m"))))
    one = replace(contradictions(catalog)[0], readings=sides, further=("b", "z"))
    other = replace(one, readings=(Reading("y", "", "", ("k",)),), further=())
    assert sources((one, other)) == ("z", "a", "m", "k", "b")
