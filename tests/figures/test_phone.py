"""On a phone what is secondary is folded, and every word of it is still there."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest

from data.catalog import Catalog
from data.queries import flows
from data.queries.objectives import in_full
from data.queries.objectives import initiatives as kept
from figures.figure import Figure
from figures.flows import initiatives, statements
from figures.objectives import columns, organisations, promises
from figures.room import PHONE_ROOM, on_phone
from figures.view import View
from tests.figures.objectives.views import view

FOLDED = re.compile(r"<details[^>]*>.*?</details>")

Make = Callable[[View], Figure]


def _columns(here: View) -> Figure:
    return columns.figure(here, in_full(here.catalog, kept(here.catalog, here.selection).rows))


def _promises(here: View) -> Figure:
    return promises.figure(here, in_full(here.catalog, kept(here.catalog, here.selection).rows))


def _organisations(here: View) -> Figure:
    return organisations.figure(here, kept(here.catalog, here.selection).rows)


def _statements(here: View) -> Figure:
    return statements.figure(flows.flows(here.catalog, here.selection, "all").rows, 0, here)


def _initiatives(here: View) -> Figure:
    return initiatives.figure(flows.acting(here.catalog, here.selection, "all").rows, here)


MAKES = (_columns, _promises, _organisations, _statements, _initiatives)


def both(catalog: Catalog, make: Make, **chosen: object) -> tuple[str, str]:
    """Return a drawing as a laptop and as a phone has it."""
    here = view(catalog, **chosen)
    phone = replace(here, room=PHONE_ROOM)
    assert on_phone(phone)
    assert not on_phone(here)
    return str(make(here).drawing), str(make(phone).drawing)


def links(drawn: str) -> Counter[str]:
    return Counter(unescape(one) for one in re.findall(r'href="([^"]+)"', drawn))


def words(drawn: str) -> Counter[str]:
    return Counter(re.findall(r"[\w'’-]+", unescape(re.sub(r"<[^>]+>", " ", drawn))))


@pytest.mark.parametrize("make", MAKES)
def test_part_of_it_is_folded_on_a_phone_alone_and_every_link_is_kept(catalog: Catalog, make: Make) -> None:
    wide, narrow = both(catalog, make)
    assert "<details" not in wide
    assert FOLDED.search(narrow)
    assert links(narrow) == links(wide)


@pytest.mark.parametrize(("make", "left"), [(_columns, set()), (_organisations, set()), (_initiatives, set()),
                                            (_promises, {"Initiative", "Objective"}), (_statements, {"What", "is", "said", "–", "nobody"})])  # fmt: skip
def test_every_word_is_kept_but_the_heads_of_columns(catalog: Catalog, make: Make, left: set[str]) -> None:
    wide, narrow = both(catalog, make)
    assert set(words(wide)) - set(words(narrow)) <= left


def test_a_line_of_a_promise_names_it_with_its_objective_and_the_day_of_the_latest_source(catalog: Catalog) -> None:
    _wide, narrow = both(catalog, _promises)
    lines = re.findall(r"<summary>(.*?)</summary>", narrow)
    assert len(lines) == 16
    assert "<b>1</b> HSI international presence: 91 offices in 54 countries <small>10 February 2026</small>" in lines[0]
    assert lines[-1] == "13 without a later source"


@pytest.mark.parametrize(("evidence", "folded"), [("later", 15), ("none", 0)])
def test_what_was_asked_for_alone_is_not_folded_into_one_line(catalog: Catalog, evidence: str, folded: int) -> None:
    _wide, narrow = both(catalog, _promises, evidence=evidence)
    assert narrow.count("<summary>") == folded


def test_who_leads_stands_open_with_its_units_and_who_joins_is_folded(catalog: Catalog) -> None:
    _wide, narrow = both(catalog, _organisations)
    opened, folded = FOLDED.sub("", narrow), "".join(FOLDED.findall(narrow))
    assert "HSI Mexico TCIU" in opened
    assert "Banks" in folded
    assert "Banks" not in opened


def test_a_statement_shows_what_is_said_and_how_many_say_it(catalog: Catalog) -> None:
    _wide, narrow = both(catalog, _statements)
    for row in re.findall(r'<tr id="flow.*?</tr>', narrow):
        (summary,) = re.findall(r"<summary>(.*?)</summary>", row)
        said = re.search(r"<summary>.*?</summary><ul>(.*?)</ul>", row)
        assert said
        assert re.match(rf"Who says it: {said[1].count('<li>')} source", summary)
        assert ("who says otherwise" in summary) == ("†" in row)
