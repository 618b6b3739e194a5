import json
from collections import defaultdict
from itertools import pairwise

from data.paths import BORDERS
from data.shapes import boxes, rings


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
