"""Files that a browser keeps for ever, and the shapes among them."""

import json

import shapely
from shapely.geometry import shape

from data.assets import FILES, address, served
from data.catalog import Catalog
from data.paths import SHAPES


def test_an_address_changes_with_the_content() -> None:
    digests = {address(name).split(".")[1] for name in FILES}
    assert len(digests) == len(FILES)
    assert {f"assets/{name}" for name in served()} == {address(name) for name in FILES}


def test_the_shapes_are_small_enough_to_send() -> None:
    assert SHAPES.stat().st_size <= 250_000


def test_no_shape_crosses_the_180th_meridian() -> None:
    for feature in json.loads(SHAPES.read_text("utf-8"))["features"]:
        parts = shapely.get_parts(shape(feature["geometry"]))
        widths = [part.bounds[2] - part.bounds[0] for part in parts]
        assert max(widths) < 180, feature["properties"]["name"]


def test_every_country_of_the_tables_can_be_seen(catalog: Catalog) -> None:
    drawn = {feature["properties"]["iso3"] for feature in json.loads(SHAPES.read_text("utf-8"))["features"]}
    countries = catalog["countries"]
    assert set(countries.loc[~countries["point_only"], "iso3"]) <= drawn
    assert {"SGP", "HKG", "BHS"} <= set(countries.loc[countries["point_only"], "iso3"])


def test_label_anchors_lie_in_their_country(catalog: Catalog) -> None:
    shapes = {
        feature["properties"]["iso3"]: shape(feature["geometry"])
        for feature in json.loads(SHAPES.read_text("utf-8"))["features"]
    }
    for row in catalog["countries"].itertuples():
        if not row.point_only:
            assert shapes[row.iso3].distance(shapely.Point(row.longitude, row.latitude)) < 0.5, row.name


def test_documented_cities_lie_in_or_near_their_country(catalog: Catalog) -> None:
    shapes = {
        feature["properties"]["iso3"]: shape(feature["geometry"])
        for feature in json.loads(SHAPES.read_text("utf-8"))["features"]
    }
    offices = catalog["offices"]
    for row in offices[offices["level"] == "city"].itertuples():
        assert shapes[row.iso3].distance(shapely.Point(row.longitude, row.latitude)) < 0.6, row.city
