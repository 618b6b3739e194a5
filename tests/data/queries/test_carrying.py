"""Of a row's sources, the first are those that carry what it says and its date: official ones first, two where sources differ."""

from data.catalog import Catalog
from data.queries import carrying
from data.queries.evidence import places
from data.queries.flows import denying, disputed, disputes
from data.queries.linked import linked
from data.queries.sources.citing import SEED
from data.queries.sources.contradictions import contradictions, disagreements


def test_a_report_of_the_day_carries_an_event_and_the_article_what_it_says_of_it(catalog: Catalog) -> None:
    carried = carrying.of_event(catalog, "ev-20230530-sherwood-meeting")
    assert (carried.source_ids[:2], carried.least) == (("str-istmo-20230530", SEED), 2)
    assert carrying.of_event(catalog.original, "ev-20250530-cbfcc").source_ids[0] == "str-thxnews-20250530"


def test_an_official_source_of_the_day_comes_before_all_others(catalog: Catalog) -> None:
    official = catalog.names("sources", "source_id", "official")
    first = carrying.of_event(catalog, "ev-20230919-strategy").source_ids[0]
    assert official[first]
    assert catalog.sources[first].published == "2023-09-19"
    # What was published years later is no news of an event, whoever publishes it.
    assert (
        carrying.weighed(catalog, ["str-ice-opioids-fy18", "str-istmo-20230530"], "2023-05-30")[0]
        == "str-istmo-20230530"
    )


def test_every_source_of_a_row_is_there_once(catalog: Catalog) -> None:
    for links, key, carried in (
        ("event_sources", "event_id", carrying.of_event),
        ("initiative_sources", "initiative_id", carrying.of_initiative),
        ("office_evidence", "office_id", carrying.of_place),
    ):
        for code, cited in linked(catalog, links, key).items():
            found = carried(catalog, code).source_ids
            assert len(set(found)) == len(found)
            assert set(cited) <= set(found)


def test_a_place_is_cited_to_the_source_that_dates_it(catalog: Catalog) -> None:
    evidence = catalog["office_evidence"].set_index(["office_id", "source_id"])["date"]
    for row in places(catalog).itertuples():
        first = carrying.of_place(catalog, row.office_id).source_ids[0]
        assert evidence[row.office_id, first] == row.evidence_date, row.office_id


def test_an_initiative_is_cited_to_its_status_and_to_what_came_later(catalog: Catalog) -> None:
    for row in catalog["initiatives"].itertuples():
        carried = carrying.of_initiative(catalog, row.initiative_id)
        assert not row.status_source_id or carried.source_ids[0] == row.status_source_id
    launched = carrying.of_initiative(catalog, "cbfcc")
    assert launched.source_ids[1] == "str-thxnews-20250530"
    assert launched.least == 2


def test_what_is_disputed_is_cited_to_both_sides(catalog: Catalog) -> None:
    rows = catalog["flows"]
    for flow in disputed(catalog, rows):
        carried = carrying.of_flows(catalog, [flow])
        against = {
            source for point in disputes(catalog, rows[rows["flow_id"] == flow]) for source in denying(point).source_ids
        }
        assert carried.least == 2
        assert carried.source_ids[1] in against
    for point in disagreements(contradictions(catalog)):
        sides = [set(one.source_ids) for one in point.readings if one.claim_id != denying(point).claim_id]
        first, second = carrying.of_disagreement(catalog, point).source_ids[:2]
        assert first in sides[0]
        assert second in denying(point).source_ids


def test_a_status_without_a_date_is_as_of_the_newest_source_that_tells_of_it(catalog: Catalog) -> None:
    assert carrying.status_day(catalog, "operation-apollo")[:4] == "2024"
    assert carrying.status_day(catalog, "operation-hydra")[:4] == "2025"
    assert carrying.status_day(catalog, "bcsc") == "2023-09-19", "a date of its own goes before"
    assert carrying.status_day(catalog, "blockchain-tracing") == ""
