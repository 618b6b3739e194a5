"""What a speaker reads: nothing twice."""

from dataclasses import replace

import pytest

from briefing import notes
from briefing.story import story
from data.catalog import Catalog
from data.selection import Selection
from tests.briefing.views import asked


def test_what_may_be_asked_of_the_home_of_hsi_is_not_asked_of_its_places(catalog: Catalog) -> None:
    told = story(replace(asked(catalog, "no filter"), selection=Selection(countries=("USA",))))
    lines = [line for part in notes.parts(told[1]) for line in part.lines]
    assert told[1].name == "offices"
    assert not [line for line in lines if line.startswith("What became of")]


def test_a_speaker_is_told_what_was_found_and_nothing_of_the_controls(catalog: Catalog) -> None:
    (later,) = (one for one in story(asked(catalog, "no filter")) if one.name == "later")
    lines = [line for part in notes.parts(later) for line in part.lines]
    assert [line for line in lines if "that is what was found, not what happened" in line]
    assert not [line for line in lines if "The filter" in line]


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
