"""What a speaker reads: nothing twice."""

from dataclasses import replace

import pytest

from briefing import notes
from briefing.story import story
from data.catalog import Catalog
from data.selection import Selection
from tests.briefing.views import asked


@pytest.mark.parametrize(
    "chosen",
    [
        Selection(),
        Selection(objectives=(3,)),
        Selection(countries=("COL",)),
        Selection(countries=("MEX",)),
        Selection(countries=("IRQ",), objectives=(2,)),
        Selection(regions=("150",)),
        Selection(first_year=2024),
    ],
    ids=str,
)
def test_no_line_of_the_notes_says_again_what_another_says(catalog: Catalog, chosen: Selection) -> None:
    for chapter in story(replace(asked(catalog, "no filter"), selection=chosen)):
        said, *rest = notes.parts(chapter)
        lines = [line for part in (said, *rest) if part.heading != "Sources" for line in part.lines]
        assert len(set(lines)) == len(lines), chapter.name
        if chapter.name in ("offices", "dates", "later"):
            assert len(said.lines) <= 2, "the heading of the figure says the finding again"
