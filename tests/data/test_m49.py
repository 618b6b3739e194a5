"""The regions of M49: they nest, and the table of countries keeps to them."""

import pytest

from data.catalog import Catalog
from data.m49 import CODES, REGIONS, around


def test_every_region_lies_in_one_that_is_listed_before_it() -> None:
    codes = list(REGIONS)
    for code, region in REGIONS.items():
        assert not region.within or codes.index(region.within) < codes.index(code)
    assert len(CODES) == len(REGIONS)


@pytest.mark.parametrize(
    ("code", "wider"),
    [("019", ("019",)), ("419", ("419", "019")), ("029", ("029", "419", "019")), ("202", ("202", "002"))],
)
def test_a_region_is_known_with_all_that_it_lies_in(code: str, wider: tuple[str, ...]) -> None:
    assert around(code) == wider


def test_both_regions_of_a_country_are_of_the_standard_and_agree(catalog: Catalog) -> None:
    for row in catalog["countries"].itertuples():
        assert around(CODES[row.subregion])[-1] == CODES[row.region], row.iso3
