"""What the briefing says of itself: counts that add up to the tables."""

import csv

import pandas as pd

from data.catalog import Catalog
from data.paths import DATA
from data.queries.about import CITED_OFTEN, accounts, facts, points, same_origin, terms
from tests import known_offices


def test_places_add_up_by_each_of_their_grades(catalog: Catalog) -> None:
    places = facts(catalog).places
    assert places.total == len(known_offices.offices())
    for counts in (places.strength, places.source_type, places.evidence_period):
        assert sum(counts.values()) == places.total


def test_what_is_not_graded_names_only_a_country(catalog: Catalog) -> None:
    places, rows = facts(catalog).places, known_offices.offices()
    assert places.strength[""] == places.countries_only == (rows["level"] == "country").sum()


def test_events_and_initiatives_add_up(catalog: Catalog) -> None:
    known = facts(catalog)
    assert sum(known.precision.values()) == known.events == len(catalog["events"])
    assert sum(known.scope.values()) == len(catalog["initiatives"])
    assert known.sought == known.scope["strategy"]
    assert 0 < known.without_later < known.sought


def test_a_source_counts_as_cited_only_when_a_row_cites_it(catalog: Catalog) -> None:
    known = facts(catalog).sources
    tables = [
        table
        for name, table in catalog.tables.items()
        if name.endswith(("_sources", "_evidence")) and "source_id" in table
    ]
    cited = set(pd.concat([table["source_id"] for table in tables])) | set(catalog["observations"]["source_id"])
    assert known.cited == len(cited)
    assert known.cited < known.listed == len(catalog["sources"])


def test_the_document_itself_is_none_of_its_accounts(catalog: Catalog) -> None:
    assert "str-hsi-strategy-doc" not in accounts(catalog)


def test_accounts_are_cited_often_the_most_cited_first(catalog: Catalog) -> None:
    initiatives = catalog["initiatives"].query("scope == 'strategy'")["initiative_id"]
    links = catalog["initiative_sources"]
    objectives = catalog["objective_sources"]["source_id"].value_counts()
    ours = links[links["initiative_id"].isin(initiatives)]["source_id"].value_counts()
    release = catalog["event_sources"].query("event_id == 'ev-20230919-strategy'")["source_id"].value_counts()
    rows = ours.add(objectives, fill_value=0).add(release, fill_value=0)
    found = [rows[account] for account in accounts(catalog)]
    assert found == sorted(found, reverse=True)
    assert set(accounts(catalog)) == set(rows[rows >= CITED_OFTEN].index)


def test_two_translations_of_one_article_are_one_origin(catalog: Catalog) -> None:
    origins = same_origin(catalog, accounts(catalog))
    assert set(origins["es-riodoce-20230927"]) == {"seed-cartelinsider", "str-borderlandbeat-2023"}
    assert same_origin(catalog, ("seed-cartelinsider",)) == {}


def test_terms_come_in_the_order_asked_for(catalog: Catalog) -> None:
    assert list(terms(catalog, ("tco", "hsi"))["term"]) == ["TCO", "HSI"]


def test_points_are_the_places_too_small_for_a_shape(catalog: Catalog) -> None:
    small = catalog["countries"].set_index("iso3")["point_only"]
    assert points(catalog)
    assert all(small[code] for code in points(catalog))


def test_sources_are_counted_by_what_the_table_says_of_them(catalog: Catalog) -> None:
    with (DATA / "tables" / "sources.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = facts(catalog).sources
    assert known.undated == sum(not row["published"] for row in rows) > 0
    assert known.official == sum(row["official"] == "true" for row in rows) > 0
    assert known.repeating == len(catalog["source_derivations"])


def test_what_evidence_leaves_open_is_counted_place_by_place(catalog: Catalog) -> None:
    rows = known_offices.offices().to_dict("records")
    places = facts(catalog).places
    assert places.undated == sum(not row["evidence_date"] for row in rows) > 0
    assert places.inferred_dates == sum(row["date_inferred"] == "true" for row in rows) > 0
    assert places.type_unknown == sum(row["office_type"] == "unspecified" for row in rows) > 0
