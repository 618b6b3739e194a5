import pandas as pd

from data.queries import offices as query
from data.selection import Selection
from tests import known_offices

EVERYTHING = Selection()


def test_the_headline_is_the_total_of_the_strategy_with_its_sources(catalog):
    headline = query.headline(catalog)
    assert (headline.offices, headline.countries, headline.date) == (91, 54, "2023-09-19")
    assert set(headline.source_ids) <= set(catalog["sources"]["source_id"])
    assert headline.source_ids


def test_countries_narrow_offices(catalog):
    rows = query.documented(catalog, Selection(countries=("MEX", "KEN"))).rows
    assert set(rows["iso3"]) == {"MEX", "KEN"}


def test_objectives_and_years_do_not_narrow_offices(catalog):
    narrowed = query.documented(catalog, Selection(objectives=(3,), first_year=2024, last_year=2024))
    assert len(narrowed.rows) == narrowed.total == len(known_offices.offices())
    both = query.documented(catalog, Selection(objectives=(3,), countries=("MEX",), first_year=2024))
    assert set(both.rows["iso3"]) == {"MEX"}
    assert len(both.rows) == (known_offices.offices()["iso3"] == "MEX").sum()


def test_every_place_has_coordinates_and_those_of_cities_are_kept(catalog):
    rows = query.documented(catalog, EVERYTHING).rows
    placed = query.located(catalog, rows)
    assert placed[["latitude", "longitude"]].notna().all(axis=None)
    city = rows["level"] == "city"
    pd.testing.assert_series_equal(placed.loc[city, "latitude"], rows.loc[city, "latitude"])


def test_asking_changes_no_table(catalog):
    before = catalog["offices"].copy()
    query.located(catalog, query.cited(catalog, query.documented(catalog, EVERYTHING).rows))
    pd.testing.assert_frame_equal(catalog["offices"], before)


def test_every_place_cites_a_source(catalog):
    cited = query.cited(catalog, query.documented(catalog, EVERYTHING).rows)
    assert cited["sources"].str.len().gt(0).all()


def test_every_period_is_counted_and_none_twice(catalog):
    counts = query.by_period(query.documented(catalog, EVERYTHING).rows)
    assert tuple(counts.index) == query.PERIODS
    assert counts.sum() == len(known_offices.offices())
    assert query.by_period(query.documented(catalog, Selection(countries=("CHE",))).rows).sum() == 0


def test_rows_that_name_no_city_are_counted_apart(catalog):
    counts = query.by_country(query.documented(catalog, EVERYTHING).rows).set_index("iso3")
    assert tuple(counts.loc["HND", ["offices", "country_level"]]) == (0, 1)
    assert tuple(counts.loc["MEX", ["offices", "country_level"]]) == (5, 0)


def test_totals_run_from_old_to_new_with_undated_ones_last(catalog):
    totals = query.reported_totals(catalog)
    dates = [date for date in totals["date"] if date]
    assert dates == sorted(dates)
    assert totals["date"].tolist()[len(dates) :] == [""] * (len(totals) - len(dates))
    assert set(totals["unit_type"]) == {"offices"}


def test_a_dated_total_spans_what_its_date_leaves_open(catalog):
    dated = query.dated(query.reported_totals(catalog)).set_index("total_id")
    assert dated.loc["offices-2013", "start"] == pd.Timestamp("2013-01-01")
    assert dated.loc["offices-2013", "end"] == pd.Timestamp("2013-12-31")
    assert dated.loc["offices-2023-09-19", "start"] == dated.loc["offices-2023-09-19", "end"]
    assert dated["value"].notna().all()


def test_within_a_country_the_newest_evidence_comes_first_and_the_undated_last(catalog):
    rows = query.documented(catalog, EVERYTHING).rows
    assert sorted(rows["office_id"]) == sorted(known_offices.offices()["office_id"])
    assert rows["country"].is_monotonic_increasing
    for _country, own in rows.groupby("country"):
        dates = list(own["evidence_date"])
        assert dates == sorted(dates, reverse=True)


def test_a_row_without_a_city_stands_at_its_own_country_s_point_in_any_order(catalog):
    points = catalog["countries"].set_index("iso3")
    rows = query.documented(catalog, Selection(countries=("MEX", "HND", "JOR"))).rows.iloc[::-1]
    placed = query.located(catalog, rows)
    only = placed[placed["level"] == "country"]
    assert set(only["iso3"]) == {"HND", "JOR"}
    for row in only.itertuples():
        assert (row.latitude, row.longitude) == tuple(points.loc[row.iso3, ["latitude", "longitude"]])


def test_a_place_cites_all_its_sources_each_by_its_address(catalog):
    links = catalog["office_evidence"].groupby("office_id")["source_id"].agg(list)
    for row in query.cited(catalog, query.documented(catalog, EVERYTHING).rows).itertuples():
        sources = [catalog.sources[source_id] for source_id in links[row.office_id]]
        assert row.sources.split("; ") == [source.url or source.title for source in sources]


def test_totals_of_other_units_stay_apart(catalog):
    for kind, totals in catalog["reported_totals"].groupby("unit_type"):
        assert set(query.reported_totals(catalog, kind)["total_id"]) == set(totals["total_id"])


def test_only_totals_without_a_number_or_a_date_are_left_undated(catalog):
    totals = query.reported_totals(catalog)
    left_out = totals[~totals["total_id"].isin(query.dated(totals)["total_id"])]
    assert len(left_out)
    assert ((left_out["date"] == "") | left_out["value"].isna()).all()
