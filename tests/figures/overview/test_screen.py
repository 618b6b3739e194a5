"""The first screen: the strategy at a glance, narrowed as the filters say, and every number of it from the tables."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from urllib.parse import unquote

import pytest

from data.catalog import Catalog
from data.selection import Selection
from figures import dress
from figures.language import Language
from figures.offices.overview_map import PLANS
from figures.overview import numbers, objectives
from figures.overview.screen import screen
from figures.room import WIDE_ROOM
from figures.view import View
from tests import known_offices
from tests.allowed import Chosen, initiatives, table

CHOSEN = (
    Selection(objectives=(3,)),
    Selection(countries=("MEX", "USA")),
    Selection(regions=("019",)),
    Selection((2,), ("KEN",), 2024, 2025),
    Selection(first_year=2024),
    Selection(countries=("TUR",)),
)

LINE = 62
"""Characters that a line of the heading may have on a laptop."""


@pytest.fixture(scope="module")
def view(catalog: Catalog, language: Language) -> View:
    return View(catalog, Selection(), language, "light")


def read(html: str) -> str:
    """Return HTML as it is read out, without its drawings."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def links(html: str) -> dict[str, str]:
    """Return what a link says → where it leads."""
    found = re.findall(r'<a href="([^"]*)"[^>]*>(.*?)</a>', html)
    return {read(words): unescape(to) for to, words in found}


def strategy() -> list[dict[str, str]]:
    return [row for row in table("initiatives") if row["scope"] == "strategy"]


def total() -> dict[str, str]:
    [row] = [row for row in table("reported_totals") if row["date"] == "2023-09-19" and row["unit_type"] == "offices"]
    return row


def test_on_a_wide_screen_the_heading_takes_one_line(view: View) -> None:
    """A column of 1,240 pixels and more has room for some 95 characters."""
    finding = screen(replace(view, room=WIDE_ROOM)).finding
    assert len(finding) <= 92
    assert f"{total()['value']}\N{NO-BREAK SPACE}offices" in finding


def test_the_heading_says_in_two_lines_what_the_strategy_is(view: View) -> None:
    finding = screen(view).finding.replace("\N{NO-BREAK SPACE}", " ")
    assert f"{len(strategy())} initiatives" in finding
    assert f"{total()['value']} offices" in finding
    assert "four objectives" in finding
    assert finding.endswith("no list of them found"), "of sources that were not read, nothing is known"
    assert len(table("objectives")) == 4
    assert len(finding) <= 2 * LINE


def test_no_number_of_the_heading_ends_a_line(view: View) -> None:
    assert not re.search(r"\d \w", screen(view).finding)


def test_the_numbers_are_those_of_the_tables(view: View) -> None:
    places = known_offices.offices()
    later = [row for row in table("initiative_followup") if row["agency_date"] or row["others_date"]]
    assert [tuple(one) for one in screen(view).numbers] == [
        (total()["value"], f"offices in {total()['countries']} countries", "reported; no list was found"),
        (str(len(places)), "places named by sources", f"in {places['iso3'].nunique()} countries and territories"),
        (str(len(strategy())), "initiatives", f"later sources mention {len(later)} of them"),
    ]


def stated(chosen: Selection) -> Chosen:
    """Return a selection as a link states it."""
    years = (str(year) if year else "" for year in (chosen.first_year, chosen.last_year))
    return Chosen(tuple(map(str, chosen.objectives)), chosen.countries, *years, chosen.regions)


@pytest.mark.parametrize("chosen", CHOSEN, ids=str)
def test_the_numbers_say_how_many_of_all_the_filters_keep(view: View, chosen: Selection) -> None:
    reported, places, described = screen(replace(view, selection=chosen)).numbers
    assert reported == screen(view).numbers[0], "no country has a share of the total"
    every = [row["iso3"] for row in known_offices.places() if row["standing"] == "office"]
    ours = [code for code in every if stated(chosen).at({code})]
    if chosen.has_places:
        assert tuple(places) == (str(len(ours)), f"of {len(every)} places", "named by sources")
    else:
        assert places == screen(view).numbers[1]
    kept = {row["initiative_id"] for row in initiatives(stated(chosen), "strategy")}
    assert described.value == str(len(kept))
    if chosen.has_places or chosen.objectives:
        assert described.counts == f"of {len(strategy())} initiatives"
    later = sum(
        bool(row["agency_date"] or row["others_date"])
        for row in table("initiative_followup")
        if row["initiative_id"] in kept
    )
    assert described.known.startswith(
        f"later sources mention {later} of them" if later > 1 else f"a later source mentions {later}" if later else
        "no later source was found" if kept else ""
    )  # fmt: skip


@pytest.mark.parametrize(
    ("chosen", "read"),
    [
        (Selection(countries=("MEX",)), ["5 of 55 places named by sources are in Mexico", "11 of 28 initiatives name Mexico; later sources mention 4 of them"]),
        (Selection(countries=("IND",)), ["1 of 55 places named by sources is in India", "0 of 28 initiatives name India"]),
        (Selection((3,), ("MEX",)), ["5 of 55 places named by sources are in Mexico", "5 of 28 initiatives are under objective 3 and name Mexico; later sources mention 2 of them"]),
        (Selection((2,), ("MEX",)), ["5 of 55 places named by sources are in Mexico", "1 of 28 initiatives is under objective 2 and names Mexico; no later source was found"]),
        (Selection(countries=("CHN",), regions=("419",)), [f"0 of {n} No country that was chosen lies in Latin America and the Caribbean" for n in ("55 places", "28 initiatives")]),
        (Selection((2,)), ["55 places named by sources in 43 countries and territories", "2 of 28 initiatives are under objective 2; a later source mentions 1 of them"]),
    ],
    ids=str,
)  # fmt: skip
def test_without_filters_beside_it_a_number_reads_as_a_sentence_that_is_true(
    view: View, chosen: Selection, read: list[str]
) -> None:
    """Not "5 of 28 initiatives that name Mexico": 28 do not."""
    _reported, *narrowed = numbers.named(replace(view, selection=chosen))
    assert [" ".join(one) for one in narrowed] == read


def test_of_one_initiative_the_number_does_not_speak_of_several(view: View) -> None:
    told = [
        one.known
        for code in view.catalog["countries"]["iso3"]
        for number in (1, 2, 3, 4)
        if (one := numbers.numbers(replace(view, selection=Selection((number,), (code,))))[2]).value == "1"
    ]
    assert set(told) <= {"no later source was found", "a later source mentions it"}
    assert told


@pytest.mark.parametrize("chosen", CHOSEN, ids=str)
def test_one_line_says_what_a_filter_does_not_narrow(view: View, chosen: Selection) -> None:
    whole, narrowed = screen(view), screen(replace(view, selection=chosen))
    assert (narrowed.finding, narrowed.unknown) == (whole.finding, whole.unknown)
    said = narrowed.sentence
    assert ("Years narrow nothing" in said) is chosen.has_years
    if chosen.has_places:
        assert "narrow places and initiatives, not the 91 offices" in said
    elif chosen.objectives:
        assert "narrows initiatives, not the 91 offices" in said
        assert "the places" in said
    # It stands in the place of another, and takes no line more.
    assert len(said) <= len(whole.sentence) + 20


@pytest.mark.parametrize("chosen", CHOSEN, ids=str)
def test_the_squares_of_initiatives_that_fall_out_are_dimmed_and_counted(view: View, chosen: Selection) -> None:
    here = replace(view, selection=chosen)
    html = objectives.html(here)
    drawn = [
        one for one in re.findall(r'src="data:image/svg\+xml,([^"]*)"', html) if "viewBox='0 0 9 9'" not in unquote(one)
    ]
    square = r"M[\d.]+ (?:0h9v9h-9z|\.5h8v8h-8z)"
    said = read(html)
    for row, image in zip(table("objectives"), drawn, strict=True):
        number, svg = row["objective_id"], unquote(image)
        out = re.findall(r"<g opacity='[\d.]+'>(.*?)</g>", svg)
        both = {
            scope: [
                sum(one["objective_id"] == number for one in initiatives(stated(which), scope))
                for which in (chosen, Selection())
            ]
            for scope in ("strategy", "context")
        }
        kept, total = (sum(pair[at] for pair in both.values()) for at in (0, 1))
        assert len(re.findall(square, svg)) == total
        assert sum(len(re.findall(square, one)) for one in out) == total - kept
        if chosen.has_places or chosen.objectives:
            for words, (some, of) in (("in the strategy", both["strategy"]), ("in context", both["context"])):
                assert f"{some or 'none'} of {of} {words}" in said
        else:
            assert not out
            assert not re.search(r"\d of \d", said)


@pytest.mark.parametrize("chosen", CHOSEN, ids=str)
def test_every_link_to_another_view_carries_the_filters_on(view: View, chosen: Selection) -> None:
    here = replace(view, selection=chosen, stated="en")
    for to in map(here.carrying, links(screen(here).whole).values()):
        if not to.startswith("https:"):
            assert "lang=en" in to
            assert ("region=019" in to) is bool(chosen.regions)
            assert ("from=2024" in to) is (chosen.first_year == 2024)


def test_who_reports_the_total_is_said_with_links_that_show_it(view: View) -> None:
    whole = screen(view).whole
    said = read(whole)
    cited = [row["source_id"] for row in table("reported_total_sources") if row["total_id"] == total()["total_id"]]
    known = {row["source_id"]: row for row in table("sources")}
    for source in cited:
        assert known[source]["publisher"] in said
    to = links(whole)
    assert to["Eje Central"] == known["str-ejecentral-2023"]["url"]
    # Its own address is the front page of a blog.
    assert to["Borderland Beat"] == "record?id=source%3Astr-borderlandbeat-2023"
    assert "Borderland Beat , September 2023 (a translation of Ríodoce)" in said


def test_each_objective_leads_to_itself_with_its_counts(view: View) -> None:
    to = links(objectives.html(view))
    for row in table("objectives"):
        ours = [one["scope"] for one in table("initiatives") if one["objective_id"] == row["objective_id"]]
        words = (
            f"{row['objective_id']} {row['short_title']} {ours.count('strategy')} in the strategy "
            f"{ours.count('context')} in context"
        )
        assert to[words] == f"objectives?objective={row['objective_id']}"


def test_an_objective_that_is_chosen_is_marked(view: View) -> None:
    html = objectives.html(replace(view, selection=Selection(objectives=(2, 4))))
    assert re.findall(r'objective=(\d)" aria-current="true"', html) == ["2", "4"]


def test_each_initiative_has_a_square_hatched_if_it_is_context(view: View) -> None:
    drawn = re.findall(r'src="data:image/svg\+xml,([^"]*)"', objectives.html(view))
    # Behind each row of squares stand the two that its counts explain.
    rows = [unquote(one) for one in drawn if not one.count("viewBox='0 0 9 9'")]
    counted = [
        tuple(len(re.findall(square, one)) for square in (r"M[\d.]+ 0h9v9h-9z", r"M[\d.]+ \.5h8v8h-8z")) for one in rows
    ]
    scopes = [
        [one["scope"] for one in table("initiatives") if one["objective_id"] == number["objective_id"]]
        for number in table("objectives")
    ]
    assert counted == [(ours.count("strategy"), ours.count("context")) for ours in scopes]
    # All have one width, so that lengths can be compared.
    assert len({re.search(r"viewBox='([^']*)'", one)[1] for one in rows}) == 1


def test_the_dates_say_what_happened_and_how_many_days_lie_between(view: View) -> None:
    said, to = read(screen(view).whole), links(screen(view).whole)
    known = {row["event_id"]: row for row in table("events")}
    conference, release = known["ev-20230531-mananera"], known["ev-20230919-strategy"]
    for event in (conference, release):
        assert f"{event['title']}. {event['summary']}" in said
        assert to[f"{event['title']}."] == f"timeline?timeline_event={event['event_id']}"
    days = (date.fromisoformat(release["date"]) - date.fromisoformat(conference["date"])).days
    assert f"31 May 2023 {days} days" in said
    assert said.index("30 May 2023") < said.index("31 May 2023") < said.index("24 September 2023")


def test_what_is_not_known_is_said_with_the_way_to_all_of_it(view: View) -> None:
    shown = screen(view)
    said = read(shown.whole)
    for gap in shown.unknown:
        what, _, why = gap.partition(":")
        assert what in said
        assert why.strip() in said
    assert links(shown.whole)["All of it"] == "about"


def test_the_whole_screen_needs_nothing_that_a_page_washes_out(view: View) -> None:
    whole = screen(view).whole
    assert not re.search(r"<(svg|style|script|iframe|form)\b| on\w+=", whole)
    assert len(re.findall(r"<h2\b", whole)) == 4


@pytest.mark.parametrize("room", PLANS)
def test_the_first_answer_is_light_and_holds_both_themes(view: View, room: int) -> None:
    ours = (replace(view, room=room, theme=theme) for theme in ("light", "dark"))
    light, dark = (dress.html(screen(one), one) for one in ours)
    html, style = dress.themed(light, dark, "first")
    assert "prefers-color-scheme" in style
    assert len((html + style).encode()) < 56_000
