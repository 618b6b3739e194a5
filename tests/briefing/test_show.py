"""The presentation as a file: every view it can be filtered to is in it, the speaker's notes are not, and it asks for nothing."""

import json
import re

import pytest

from briefing import show
from briefing.story import gathered, story
from data.catalog import Catalog
from figures import filters
from figures.palette import DARK, LIGHT
from tests.briefing.views import SELECTIONS, asked

DATA = re.compile(r'<script type="application/json" id="story">(.*?)</script>')
OUTSIDE = re.compile(r"""(?:src|href)=["'](?!data:|#)([^"']+)""")


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("name", SELECTIONS)
def test_a_presentation_holds_each_chapter_once_and_loads_nothing(catalog: Catalog, name: str, code: str) -> None:
    view = asked(catalog, name, code)
    shown = show.of_view(view).shown
    told = gathered(view)
    assert re.findall(r'<section class="chapter" id="([\w-]+)"', shown) == [one.name for one in told]
    assert shown.startswith(f'<!doctype html><html lang="{code}">')
    assert OUTSIDE.findall(re.sub(r"<details>.*?</details>", "", shown, flags=re.DOTALL)) == []
    assert "url(http" not in shown
    assert not re.search(r"<a\s", shown), "a link of a page leads nowhere from a file"


def test_what_the_speaker_reads_is_not_in_what_is_handed_out(catalog: Catalog) -> None:
    made = show.of_view(asked(catalog, "no filter"), "show.html", "show-speaker.html")
    held = json.loads(DATA.findall(made.spoken)[0])
    (named,) = held["views"].values()
    assert list(named) == [one.name for one in story(asked(catalog, "no filter"))]
    for name, at in named.items():
        headings = re.findall(r"<h2>(.*?)</h2>", held["notes"][at])
        assert headings == ["What to say", "What may be asked", "Sources"], name
    assert "notes" not in json.loads(DATA.findall(made.shown)[0])


def test_both_themes_are_in_one_file(catalog: Catalog) -> None:
    shown = show.of_view(asked(catalog, "no filter")).shown
    for color in (
        *LIGHT.objectives.values(),
        *DARK.objectives.values(),
        *LIGHT.periods.values(),
        *DARK.periods.values(),
    ):
        assert color in shown
    body = shown[shown.index("<main>") : shown.index("</main>")]
    assert not set(LIGHT.objectives.values()) & set(re.findall(r"#[0-9a-f]{6}", body)), "a colour is fixed to one theme"


def test_no_two_patterns_share_a_name(catalog: Catalog) -> None:
    shown = show.of_view(asked(catalog, "no filter")).shown
    ids = re.findall(r"""\bid=["']([\w-]+)""", shown)
    assert len(ids) == len(set(ids))


def test_what_narrows_a_screen_is_said_on_it_and_in_the_title(catalog: Catalog) -> None:
    def kept(name: str) -> dict[str, str]:
        shown = show.of_view(asked(catalog, name)).shown
        found = re.findall(r'<section class="chapter" id="([\w-]+)".*?<p class="kept"( hidden)?>(.*?)</p>', shown)
        return {chapter: "" if hidden else words for chapter, hidden, words in found}

    assert set(kept("no filter").values()) == {""}
    mexico = kept("one country")
    assert mexico.pop("sources") == "Not narrowed by: Mexico"
    assert all(words.startswith("Mexico") for words in mexico.values())
    assert kept("one objective")["objective-3"] == "", "its finding names it"
    assert "<title>Mexico · " in show.of_view(asked(catalog, "one country")).shown


def test_a_screen_that_filters_do_not_narrow_stands_once_in_the_file(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(show, "_countries", lambda view: ["KEN"])
    shown = show.of_everything(asked(catalog, "no filter")).shown
    # Once with room for the line that says so, and once without.
    assert len(re.findall(r'<template data-at="\d+"><section class="chapter" id="sources"', shown)) == 2


def test_what_found_nothing_is_one_screen_that_names_the_filters_once(catalog: Catalog) -> None:
    view = asked(catalog, "an empty selection")
    shown = show.of_view(view).shown
    told = re.findall(r'<section class="chapter" id="([\w-]+)".*?</section>', shown, re.DOTALL)
    assert told == [one.name for one in gathered(view)]
    (nothing,) = re.findall(r'<section class="chapter" id="nothing".*?</header>', shown, re.DOTALL)
    assert '<p class="kept" hidden></p>' in nothing


def test_what_the_link_asks_for_in_vain_is_said_on_every_screen(catalog: Catalog) -> None:
    said = filters.unheard(["ISL"], asked(catalog, "no filter").language)
    shown = show.of_view(asked(catalog, "one country"), unheard=said).shown
    assert shown.count(f" · {said}</p>") == len(gathered(asked(catalog, "one country")))


def test_a_table_behind_a_screen_has_dates_in_words_and_no_codes(catalog: Catalog) -> None:
    shown = show.of_view(asked(catalog, "no filter")).shown
    table = re.findall(r'id="offices".*?<table.*?</table>', shown, re.DOTALL)[0]
    assert "6 February 2013" in table
    assert not re.search(r">\d{4}-\d\d-\d\d<", table)
    assert "Latitude" not in table
    for name in ("supply", "later"):
        rows = re.findall(rf'id="{name}".*?<table.*?</table>', shown, re.DOTALL)[0].partition("<table")[2]
        assert rows.count('scope="col"') <= 5, name
        assert not re.search(r">(?:[A-Z]{3}|(?:ev|fl)-[\w-]+)<", rows), name


@pytest.mark.parametrize("code", ["en", "es"])
def test_the_table_of_an_objective_has_no_more_columns_than_a_window_has_room_for(catalog: Catalog, code: str) -> None:
    shown = show.of_view(asked(catalog, "one objective", code)).shown
    table = re.findall(r'id="objective-3".*?(<table.*?</table>)', shown, re.DOTALL)[0]
    assert table.count('scope="col"') == 7
    assert "BCSC" in table


def test_a_table_behind_a_screen_has_no_column_in_which_nothing_stands(catalog: Catalog) -> None:
    shown = show.of_view(asked(catalog, "a country with one row")).shown
    for table in re.findall(r"<table.*?</table>", shown, re.DOTALL):
        rows = [
            [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<(?:td|th)[^>]*>(.*?)</(?:td|th)>", row, re.DOTALL)]
            for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)
        ]
        for head, *cells in zip(*rows, strict=True):
            assert any(cells), head


def test_a_foot_names_governments_first_and_how_many_more_there_are(catalog: Catalog) -> None:
    shown = show.of_view(asked(catalog, "no filter")).shown
    feet = dict(re.findall(r'<section class="chapter" id="([\w-]+)".*?<footer><p>(.*?)</p>', shown, re.DOTALL))
    official = set(catalog["sources"].loc[catalog["sources"]["official"], "publisher"])
    for name, said in feet.items():
        if "Sources" in said:
            assert said.removeprefix("Sources: ").split("; ")[0] in official, name
            assert re.search(r"; and \d+ more\. ", said), name
