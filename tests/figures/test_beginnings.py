"""How the pages of texts begin: true under every filter, short, and by the rows of the tables."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date

import pytest

from data.catalog import Catalog
from data.paths import DATA
from data.queries.records import changes
from data.selection import Selection
from figures import screens
from figures.ink.lettering import TITLE, wrapped
from figures.language import Language
from figures.screen import Screen
from figures.view import View
from tests import known_offices
from tests.allowed import Chosen, changed, events, table

COLUMN, SIZE = 960, 34
"""Pixels of a page's column on a laptop, and of its heading's type."""

Begin = Callable[..., Screen]


@pytest.fixture
def begin(catalog: Catalog, language: Language) -> Begin:
    def begun(page: str, selection: Selection = Selection(), **choices: str) -> Screen:  # noqa: B008
        chosen = tuple((key, (value,)) for key, value in choices.items())
        return screens.of(View(catalog, selection, language, "light", page=page, choices=chosen))

    return begun


@pytest.mark.parametrize("code", [row["iso3"] for row in table("countries")])
def test_a_country_begins_with_its_places_and_what_is_dated_last(code: str, begin: Begin) -> None:
    begun = begin("country", Selection(countries=(code,)))
    assert len(wrapped(begun.finding, SIZE, COLUMN, TITLE)) <= 2
    places = sum(row["iso3"] == code for row in known_offices.places() if row["standing"] == "office")
    if code != "USA":
        assert begun.numbers[0].value == str(places)
        assert (f"{places} place" in begun.finding) == bool(places)
    newest = max((row["date"] for row in events(Chosen(countries=(code,)))), default="")
    assert begun.numbers[2].value == str(len(events(Chosen(countries=(code,)))))
    assert not newest or "The latest, " in begun.sentence


def test_under_other_filters_it_does_not_say_that_something_changed_last(begin: Begin) -> None:
    begun = begin("country", Selection(countries=("MEX",), last_year=2022))
    assert "The latest event with this filter, " in begun.sentence
    assert "The latest, " not in begun.sentence


def test_two_countries_share_events_and_both_are_drawn(begin: Begin) -> None:
    begun = begin("country", Selection(countries=("CHN", "MEX")))
    ours = [{row["event_id"] for row in events(Chosen(countries=(code,)))} for code in ("CHN", "MEX")]
    assert begun.finding == f"China and Mexico: {len(ours[0] & ours[1])} events name both"
    assert [one.key for one in begun.figures] == ["country-map-chn", "country-map-mex"]


def test_the_first_release_is_of_the_day_that_it_says() -> None:
    with zipfile.ZipFile(DATA / "releases" / f"{changes.FIRST}.zip") as file:
        name = next(one for one in file.namelist() if one.endswith("datapackage.json"))
        described = json.load(io.BytesIO(file.read(name)))
    assert (described["version"], described["created"][:10]) == (changes.FIRST, changes.FIRST_DAY)


@pytest.mark.parametrize("kind", ["all", "added", "corrected", "updated", "withdrawn"])
@pytest.mark.parametrize("country", [(), ("MEX",), ("KEN",)])
def test_changes_are_named_by_what_was_done(kind: str, country: tuple[str, ...], begin: Begin) -> None:
    begun = begin("changes", Selection(countries=country), **({} if kind == "all" else {"changes_kind": kind}))
    kinds = {line["kind"] for line in changed(Chosen(countries=country))} & (
        {kind} if kind != "all" else {*changes.KINDS_OF_CHANGE}
    )
    told = {one for one in changes.KINDS_OF_CHANGE if one in begun.finding}
    assert told == kinds
    assert begun.finding.endswith("since 24 November 2026")
    assert begun.finding.startswith("What was ") == bool(kinds)
    assert len(wrapped(begun.finding, SIZE, COLUMN, TITLE)) <= 2


def test_changes_since_a_day_say_that_day(begin: Begin) -> None:
    assert begin("changes", since=date(2026, 11, 25).isoformat()).finding.endswith("since 25 November 2026")
    assert begin("changes", since="2030-01-01").finding == "Nothing changed since 1 January 2030"


def test_about_begins_with_what_is_not_known(begin: Begin) -> None:
    begun = begin("about")
    cited = {
        row["source_id"]
        for path in (DATA / "tables").glob("*.csv")
        if path.stem not in ("sources", "source_derivations")
        for row in table(path.stem)
        if row.get("source_id")
    }
    assert begun.finding == f"Independent of any government; built from {len(cited)} published sources"
    assert "wording of the strategy" in begun.unknown[0]
    narrowed = begin("about", Selection(countries=("MEX",)))
    assert (narrowed.finding, narrowed.unknown) == (begun.finding, begun.unknown), "no filter narrows it"


def test_a_record_begins_with_its_name_and_kind(begin: Begin) -> None:
    begun = begin("record", id="event:ev-20230531-mananera")
    assert begun.finding.startswith("31 May 2023: ")
    assert begun.sentence == "Event"
    assert begin("record").finding == "No record has this address"
