"""The release of the strategy is one day and one event, and the tables know both."""

from data.catalog import Catalog
from data.queries import release
from data.queries.timeline import KEY_EVENTS


def test_the_event_is_of_the_day(catalog: Catalog) -> None:
    assert catalog.names("events", "event_id", "date")[release.EVENT] == release.DAY
    assert release.EVENT in KEY_EVENTS


def test_one_total_of_offices_is_of_the_day(catalog: Catalog) -> None:
    totals = catalog["reported_totals"]
    assert len(totals[(totals["date"] == release.DAY) & (totals["unit_type"] == "offices")]) == 1
