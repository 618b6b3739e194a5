"""The story tells of the selection, of nothing else, and each chapter once."""

import re
from dataclasses import replace

import pytest

from briefing.story import gathered, story
from data import pages
from data.catalog import Catalog
from data.queries.objectives import initiatives
from data.selection import Selection
from figures import filters, screens
from tests.briefing.views import SELECTIONS, asked


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("name", SELECTIONS)
def test_each_chapter_has_a_name_of_its_own_and_says_something(catalog: Catalog, name: str, code: str) -> None:
    told = story(asked(catalog, name, code))
    names = [one.name for one in told]
    assert len(set(names)) == len(names)
    assert names[0] == "strategy"
    assert names[-1] == "sources"
    assert all(one.screen.finding for one in told)


@pytest.mark.parametrize("name", SELECTIONS)
def test_a_story_is_told_in_the_same_chapters_in_both_languages(catalog: Catalog, name: str) -> None:
    english, spanish = (story(asked(catalog, name, code)) for code in ("en", "es"))
    assert [one.name for one in english] == [one.name for one in spanish]


def test_there_is_a_chapter_for_each_objective_that_is_left(catalog: Catalog) -> None:
    told = story(asked(catalog, "one country"))
    left = initiatives(catalog, SELECTIONS["one country"]).rows["objective_id"].unique()
    assert [one.name for one in told if one.name.startswith("objective-")] == [f"objective-{n}" for n in sorted(left)]
    for one in told:
        if one.name.startswith("objective-"):
            assert one.view.selection.countries == ("MEX",)


def test_where_no_initiative_is_left_one_chapter_says_so(catalog: Catalog) -> None:
    told = {one.name: one for one in story(asked(catalog, "an empty selection"))}
    assert "objectives" in told
    assert "evidence" not in told


def test_a_chapter_that_is_a_page_says_what_the_page_says(catalog: Catalog) -> None:
    for one in story(asked(catalog, "one objective")):
        if one.name in ("offices", "supply", "objective-3", "later"):
            assert one.screen is screens.of(one.view)


def test_the_sources_are_told_as_without_a_filter_and_say_that_none_narrows_them(catalog: Catalog) -> None:
    told = story(asked(catalog, "one objective"))[-1]
    assert told.screen is story(asked(catalog, "no filter"))[-1].screen
    assert told.reach == "Not narrowed by: Objective 3"


@pytest.mark.parametrize("name", SELECTIONS)
def test_each_chapter_under_a_filter_says_what_narrows_it(catalog: Catalog, name: str) -> None:
    view = asked(catalog, name)
    for one in story(view):
        whole = filters.in_words(view.selection, catalog, view.language).split(" · ")
        assert all(part.casefold() in one.reach.casefold() for part in whole), one.name


def test_what_is_not_known_of_one_country_is_of_that_country(catalog: Catalog) -> None:
    told = next(one for one in story(asked(catalog, "one country")) if one.name == "unknown")
    assert told.screen.finding.startswith("Mexico: ")
    assert any("7 of 11 initiatives" in gap for gap in told.screen.unknown)
    assert told.reach == "Mexico"


@pytest.mark.parametrize(
    ("chosen", "became"),
    [
        (Selection(), "what became of 13 of 28 initiatives"),
        (Selection(objectives=(2,), regions=("419",)), "what became of the only initiative"),
    ],
    ids=str,
)
def test_the_finding_on_what_is_not_known_counts_what_the_filters_leave(
    catalog: Catalog, chosen: Selection, became: str
) -> None:
    told = {one.name: one for one in story(replace(asked(catalog, "no filter"), selection=chosen))}
    assert told["unknown"].screen.finding.endswith(f", {became}")


def test_what_is_not_known_of_a_country_under_an_objective_is_said_to_be_of_that_objective(catalog: Catalog) -> None:
    view = replace(asked(catalog, "no filter"), selection=Selection((3,), ("MEX",)))
    (told,) = (one for one in story(view) if one.name == "unknown")
    assert any("3 of 5 initiatives in the strategy under objective 3" in gap for gap in told.screen.unknown)


def test_what_found_nothing_is_gathered_where_each_chapter_takes_a_place(catalog: Catalog) -> None:
    view = asked(catalog, "an empty selection")
    names = [one.name for one in gathered(view)]
    assert names.index("nothing") == names.index("unknown") - 1
    assert len(names) == sum(not one.says_nothing for one in story(view)) + 1
    assert gathered(asked(catalog, "no filter")) == story(asked(catalog, "no filter"))


@pytest.mark.parametrize(
    ("years", "there"),
    [
        ((2010, 2020), set()),
        ((2023, 2023), {"dates"}),
        ((2024, None), {"later"}),
        ((2025, None), {"later"}),
        ((None, None), {"dates", "later"}),
    ],
)
def test_years_leave_out_the_chapters_of_other_years(
    catalog: Catalog, years: tuple[int | None, int | None], there: set[str]
) -> None:
    view = replace(asked(catalog, "no filter"), selection=Selection(first_year=years[0], last_year=years[1]))
    assert {one.name for one in story(view)} & {"dates", "later"} == there


def test_every_page_has_a_chapter_at_which_its_presentation_starts(catalog: Catalog) -> None:
    names = [one.name for one in story(asked(catalog, "no filter"))]
    assert set(pages.CHAPTERS) == set(pages.PATHS)
    for page, begins in pages.CHAPTERS.items():
        assert any(name.startswith(begins) for name in names), page


def test_the_dates_say_what_stands_under_them(catalog: Catalog) -> None:
    def told(name: str) -> str:
        return next(one for one in story(asked(catalog, name)) if one.name == "dates").screen.sentence

    assert re.fullmatch(r"\d+ events of 2023 are shown\.", told("no filter"))
    assert told("one objective") == "16 events of 2023 are shown."


def test_events_of_later_years_are_told_once_and_none_are_said_to_be_shown_where_there_are_none(
    catalog: Catalog,
) -> None:
    view = asked(catalog, "no filter")
    for code in catalog["countries"]["iso3"]:
        told = {one.name: one for one in story(replace(view, selection=Selection(countries=(code,))))}
        sentences = [told[name].screen.sentence for name in ("dates", "later") if name in told]
        assert not [one for one in sentences if one.startswith("0 ")], code
        if {"dates", "later"} <= set(told):
            assert told["dates"].screen.finding != told["later"].screen.finding, code


def test_the_bars_of_sources_are_the_facts_that_its_finding_counts(catalog: Catalog) -> None:
    told = story(asked(catalog, "no filter"))[-1]
    rows = told.screen.figures[0].rows
    assert f"Of {rows['rows'].sum()} facts, {rows['one'].sum()} rest on one source" == told.screen.finding


def test_what_speaks_of_another_country_alone_is_no_later_source_in_any_chapter(catalog: Catalog) -> None:
    chosen = replace(asked(catalog, "no filter"), selection=Selection(countries=("CHN",)))
    told = {one.name: one.screen for one in story(chosen)}
    assert "no later source was found" in told["strategy"].numbers[2].known
    assert told["objective-1"].finding.endswith("no later source on China was found")
    shown = told["evidence"].figures[0]
    assert not shown.rows["found"].any()
    assert not shown.rows["newest"].any()
    assert shown.source_ids
    assert "off-hankookilbo-2025" not in (*shown.source_ids, *told["objective-1"].figures[0].source_ids)
