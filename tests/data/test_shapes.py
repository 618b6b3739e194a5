from data.shapes import boxes


def test_every_country_of_the_tables_has_a_box(catalog):
    assert set(catalog["countries"]["iso3"]) <= set(boxes())


def test_far_and_small_parts_do_not_widen_a_country():
    assert boxes()["FRA"][0] > -10
    assert boxes()["RUS"][0] > 20


def test_an_archipelago_is_all_its_large_islands():
    west, _, east, _ = boxes()["IDN"]
    assert west < 100
    assert east > 135
