"""What is offered is what is made: every kind, and about as large as the page says."""

import pytest

from briefing import making
from data.catalog import Catalog
from figures.take_away import offers
from tests.briefing.views import asked

ABOUT = 1.5
"""By so much a file may be larger or smaller than is said."""


def test_every_kind_that_is_offered_can_be_made(catalog: Catalog) -> None:
    offered = {file.kind for offer in offers.offers(asked(catalog, "no filter")) for file in offer.files}
    assert offered == {*making.KINDS, "whole"}
    assert set(offers.SIZES) == offered


@pytest.mark.parametrize("kind", making.KINDS)
def test_a_file_is_about_as_large_as_is_said(catalog: Catalog, kind: str) -> None:
    made = len(making.KINDS[kind].make(asked(catalog, "no filter"), "")) / 1000
    assert offers.SIZES[kind] / ABOUT < made < offers.SIZES[kind] * ABOUT


@pytest.mark.parametrize("code", ["en", "es"])
def test_the_name_of_a_file_tells_what_it_is_and_what_narrows_it(catalog: Catalog, code: str) -> None:
    name = making.file_name("slides", asked(catalog, "one country", code))
    assert name.startswith({"en": "briefing-slides_country-MEX", "es": "informe-diapositivas_pais-MEX"}[code])
    assert name.endswith(".pptx")
