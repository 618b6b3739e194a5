"""How the pages of texts begin: true under every filter, short, and by the rows of the tables."""

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from data.catalog import Catalog
from data.paths import DATA
from data.queries.records import changes
from data.selection import Selection
from figures import screens
from figures.ink.lettering import TITLE, wrapped
from figures.language import Language
from figures.records import parts, told
from figures.records.differing import marked
from figures.room import PHONE_ROOM
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


@pytest.mark.parametrize("kind", ["all", "corrected", "updated", "added", "withdrawn", "reworded"])
@pytest.mark.parametrize("country", [(), ("MEX",), ("KEN",)])
def test_changes_begin_with_how_many_facts_changed_that_one_may_have_quoted(
    kind: str, country: tuple[str, ...], begin: Begin
) -> None:
    begun = begin("changes", Selection(countries=country), **({} if kind == "all" else {"changes_kind": kind}))
    lines = [line for line in changed(Chosen(countries=country)) if kind in ("all", line["kind"])]
    done = Counter(line["kind"] for line in lines if line["key"] != "*")
    words = {
        "corrected": "correction",
        "updated": "update",
        "added": "addition",
        "withdrawn": "withdrawal",
        "reworded": "rewording",
    }
    counted = {code: f"{n} {words[code]}{'s' if n > 1 else ''}" for code, n in done.items()}
    quoted = [counted[code] for code in ("corrected", "updated") if code in counted]
    if quoted:
        assert begun.finding == f"{' and '.join(quoted)} of facts you may have quoted, since 24 November 2026"
        assert all(said in begun.sentence for code, said in counted.items() if code not in ("corrected", "updated"))
    elif done:
        assert all(said in begun.finding for said in counted.values())
    elif lines:
        places = {"KEN": "Kenya: ", "MEX": "Mexico: "}.get("".join(country), "")
        assert begun.finding == (
            f"{places}no fact changed since 24 November 2026, only the structure of the tables"
            if places
            else "Only the structure of the tables changed since 24 November 2026"
        )
    else:
        assert begun.finding == "No such change since 24 November 2026", "others may have been made"
        assert "Changes of another kind" in begun.sentence
    structure = sum(line["key"] == "*" for line in lines)
    assert (f"{structure} change" in begun.sentence and "structure" in begun.sentence) == bool(structure and done)
    assert len(wrapped(begun.finding, SIZE, COLUMN, TITLE)) <= 2


def test_facts_come_before_the_structure_of_the_tables(catalog: Catalog, language: Language) -> None:
    found = parts.parts(catalog, changes.changes(catalog), language)
    assert [part.title for part in found] == [
        "Corrected and updated", "Added and withdrawn", "Reworded", "Structure of the tables",
    ]  # fmt: skip
    assert [part.in_sight for part in found] == [True, False, False, False]
    assert all(not group.facts for group in found[-1].groups)
    assert all(len(group.facts) == len(group.lines) for part in found[:-1] for group in part.groups)
    assert sum(len(group.lines) for part in found for group in part.groups) == len(changed(Chosen()))


def test_what_stood_before_is_in_sight_beside_what_stands_now(begin: Begin) -> None:
    whole = begin("changes").whole
    assert whole.index("<details>") > whole.index("Before")
    assert re.search(r"<td[^<]*<b>eight</b> people", whole)
    assert re.search(r"<td[^<]*<b>12</b> people", whole)


def test_a_phone_shows_the_first_reasons_and_opens_the_others(catalog: Catalog, language: Language) -> None:
    wide = View(catalog, Selection(), language, "light", page="changes")
    made = parts.parts(catalog, changes.changes(catalog), language)
    in_sight = [told.html(made, one).count("<section>") for one in (wide, replace(wide, room=PHONE_ROOM))]
    assert in_sight == [len(made[0].groups), told.ON_PHONE]


def test_of_two_wordings_the_words_that_differ_stand_out() -> None:
    same = "one two three four five six seven eight nine ten eleven twelve thirteen"
    assert marked(f"{same} old {same}", f"{same} new {same}") == tuple(
        f"… eight nine ten eleven twelve thirteen <b>{word}</b> one two three four five six …"
        for word in ("old", "new")
    )
    assert marked("a <b> c", "a <i> c") == ("a <b>&lt;b&gt;</b> c", "a <b>&lt;i&gt;</b> c")
    assert marked("30", "48") == ("30", "48"), "where all is new, nothing stands out"


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
