"""What a speaker reads: nothing twice."""

from dataclasses import replace

import pytest

from briefing import asking, citing, notes, saying
from briefing.story import story
from data.catalog import Catalog
from data.queries.country.brief import brief
from data.queries.offices import documented
from data.queries.timeline import events
from data.selection import Selection
from figures.language import Language
from figures.offices import wording
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
            headings = {figure.title for figure in chapter.screen.figures} - {chapter.screen.finding}
            assert not [line for line in said.lines if line.removesuffix(".") in headings], "it says the finding again"


def lines_of(catalog: Catalog, name: str, part: int, chosen: Selection) -> tuple[str, ...]:
    (chapter,) = (one for one in story(replace(asked(catalog, "no filter"), selection=chosen)) if one.name == name)
    heading = ("What to say", "What may be asked")[part]
    return next((one.lines for one in notes.parts(chapter) if one.heading == heading), ())


@pytest.mark.parametrize("code", ["CHN", "JAM", "MEX"])
def test_what_is_disputed_of_one_country_is_asked_of_it_alone(catalog: Catalog, code: str) -> None:
    chosen = Selection(countries=(code,))
    points = [one.title for one in brief(catalog, code, chosen).disagreements if not one.resolved]
    asked_ = lines_of(catalog, "unknown", 1, chosen)
    if points:
        assert [line.split(".")[0] for line in asked_[: asking.ASKED]] == points[: asking.ASKED]
        assert len(asked_) == min(len(points), asking.ASKED + 1)
    else:
        assert asked_ == ("No point was found on which sources contradict each other about Jamaica.",)


def test_the_strength_of_a_place_is_told_by_the_rule_of_the_documents(catalog: Catalog, language: Language) -> None:
    assert wording.strength(language) in lines_of(catalog, "offices", 1, Selection())


@pytest.mark.parametrize("chosen", [Selection(), Selection(countries=("MEX",)), Selection(objectives=(3,))], ids=str)
def test_a_speaker_tells_of_events_and_not_of_how_they_are_drawn(catalog: Catalog, chosen: Selection) -> None:
    known = catalog["events"].to_dict("records")
    told = lines_of(catalog, "dates", 0, chosen)
    assert 0 < len(told) <= saying.SAID
    for line in told:
        day, _, rest = line.partition(": ")
        assert [row for row in known if rest == f"{row['title']}. {row['summary']}"], line
        assert day.endswith("2023")
    if chosen.is_empty:
        assert [line.partition(": ")[0] for line in told[:2]] == ["31 May 2023", "19 September 2023"], "its heading"
    for name in ("dates", "later"):
        assert not [line for line in lines_of(catalog, name, 1, chosen) if line.startswith("Drawn")]
    assert not [line for line in lines_of(catalog, "supply", 0, chosen) if line.startswith("What is said to move")]
    whole = [line for line in lines_of(catalog, "later", 1, chosen) if "that is what was found" in line]
    assert bool(whole) == chosen.is_empty


@pytest.mark.parametrize("chosen", [Selection(), Selection(countries=("MEX",)), Selection(objectives=(3,))], ids=str)
def test_of_what_came_later_the_newest_is_said_and_with_its_bars_something_else(
    catalog: Catalog, chosen: Selection
) -> None:
    (later,) = (one for one in story(replace(asked(catalog, "no filter"), selection=chosen)) if one.name == "later")
    known = events(catalog, later.view.selection).rows
    newest = known.iloc[::-1].head(saying.SAID)
    first, bars = (notes.parts(later, is_first=is_first) for is_first in (True, False))
    for line, row in zip(first[0].lines, newest.itertuples(), strict=True):
        assert row.title in line
        assert line.endswith(row.summary)
    assert bars[0].heading == "What to say"
    assert not [line for line in bars[0].lines if any(title in line for title in newest["title"])]
    assert "What may be asked" not in [part.heading for part in bars], "it was asked with the drawing"


@pytest.mark.parametrize("chosen", [Selection(), Selection(countries=("MEX",)), Selection(objectives=(3,))], ids=str)
def test_what_stands_on_a_screen_is_said_only_where_nothing_else_is(catalog: Catalog, chosen: Selection) -> None:
    for chapter in story(replace(asked(catalog, "no filter"), selection=chosen)):
        screen, (said, *_rest) = chapter.screen, notes.parts(chapter)
        shown = {f"{screen.finding}.", screen.sentence}
        assert not shown & set(said.lines) or set(said.lines) <= shown, chapter.name
        if chapter.name.startswith("objective-") or chapter.name in ("dates", "later", "evidence", "sources"):
            assert not shown & set(said.lines), chapter.name


def test_a_limit_stands_after_the_question_that_it_answers(catalog: Catalog) -> None:
    asked_ = lines_of(catalog, "objective-3", 1, Selection())
    assert (
        "How far does the evidence on “Bulk Cash Smuggling Center (BCSC)” go? Only pages of 2011 to 2016 came up."
        in asked_
    )


def test_where_more_is_disputed_than_may_be_asked_it_says_of_how_much(catalog: Catalog) -> None:
    asked_ = lines_of(catalog, "unknown", 1, Selection())
    assert asked_[-1] == "These are 4 of 7 points on which sources contradict each other."


def test_what_became_of_initiatives_is_said_and_not_what_was_promised(catalog: Catalog) -> None:
    (chapter,) = (one for one in story(asked(catalog, "no filter")) if one.name == "evidence")
    newest = citing.newest_of_each(citing.newest(citing.promised(chapter)))
    said, *_asked, sources = notes.parts(chapter)
    for line, one in zip(said.lines, newest, strict=True):
        assert one.follow_up
        assert all(side.what in line for side in one.follow_up.said), one.name
        assert one.summary not in line
        assert any(catalog.sources[source].url in "".join(sources.lines) for source in one.follow_up.source_ids)


@pytest.mark.parametrize(
    ("codes", "most"), [((), "Canada and Mexico have the most places named by sources, 5 each."), (("MEX",), "")]
)
def test_of_places_a_speaker_is_told_what_the_newest_evidence_is(
    catalog: Catalog, codes: tuple[str, ...], most: str
) -> None:
    said = lines_of(catalog, "offices", 0, Selection(countries=codes))
    assert said[0] == most if most else said
    known = documented(catalog, Selection(countries=codes)).rows
    newest = known.sort_values("evidence_date", ascending=False, kind="stable")["note"].head(len(said) - bool(most))
    assert [line for line in said if line.endswith(tuple(newest))] == list(said[bool(most) :])
