"""What is offered is what is made: every kind, at most as large as the page says, under a name of its own."""

import pytest

from briefing import making
from data.catalog import Catalog
from figures.take_away import offers
from tests.briefing.views import asked

MUCH = 2
"""A file is not said to be so many times larger than it is."""


def test_every_kind_that_is_offered_can_be_made(catalog: Catalog) -> None:
    offered = {file.kind for offer in offers.offers(asked(catalog, "no filter")) for file in offer.files}
    assert offered == {*making.KINDS, making.WHOLE}
    assert set(offers.SIZES) == offered


@pytest.mark.parametrize("kind", making.KINDS)
def test_a_file_is_at_most_as_large_as_is_said(catalog: Catalog, kind: str) -> None:
    for name in ("no filter", "one country") if kind in offers.OF_ONE_PAGE else ("no filter",):
        view = asked(catalog, name)
        made, said = len(making.KINDS[kind].make(view, "")) / 1000, offers.at_most(kind, view)
        assert said / MUCH < made <= said


@pytest.mark.parametrize("code", ["en", "es"])
def test_the_name_of_a_file_tells_what_it_is_and_what_narrows_it(catalog: Catalog, code: str) -> None:
    name = making.file_name("slides", asked(catalog, "one country", code))
    assert name.startswith({"en": "briefing-slides_country-MEX", "es": "informe-diapositivas_pais-MEX"}[code])
    assert name.endswith(".pptx")


def test_no_two_files_have_one_name(catalog: Catalog) -> None:
    view = asked(catalog, "one country")
    names = {making.file_name(kind, view) for kind in (*making.KINDS, making.WHOLE)}
    assert len(names) == len(making.KINDS) + 1
    (whole,) = [name for name in names if "whole" in name]
    assert "MEX" not in whole
