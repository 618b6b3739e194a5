import json
from collections import defaultdict
from itertools import pairwise

from data.catalog import Catalog
from data.paths import BORDERS
from data.queries.regions import members
from data.shapes import boxes, framing, rings


def test_every_country_of_the_tables_has_a_box(catalog):
    assert set(catalog["countries"]["iso3"]) <= set(boxes())


def test_far_and_small_parts_do_not_widen_a_country():
    assert boxes()["FRA"][0] > -10
    assert boxes()["RUS"][0] > 20


def test_an_archipelago_is_all_its_large_islands():
    west, _, east, _ = boxes()["IDN"]
    assert west < 100
    assert east > 135


def test_borders_are_what_two_countries_share():
    owners = defaultdict(set)
    for code, outlines in rings().items():
        for outline in outlines:
            for one, other in pairwise(map(tuple, outline.tolist())):
                owners[frozenset((one, other))].add(code)
    shared = {ends for ends, countries in owners.items() if len(countries) > 1}
    drawn = [frozenset((tuple(line["from"]), tuple(line["to"]))) for line in json.loads(BORDERS.read_text("utf-8"))]
    assert len(drawn) == len(shared)
    assert {*drawn} == shared


def test_a_view_of_russia_takes_it_in_whole_and_one_of_europe_as_far_as_the_urals(catalog: Catalog) -> None:
    assert framing(["RUS"]) == [boxes()["RUS"]]
    *others, russia = framing([*members(catalog)["150"]])
    assert [boxes()[code] for code in members(catalog)["150"] if code != "RUS"] == others
    assert russia[2] == 60 < boxes()["RUS"][2]
    assert russia[0] < 37.6 < russia[2], "Moscow"


def test_what_has_no_shape_frames_nothing() -> None:
    assert framing([]) == framing(["XXX"]) == []
