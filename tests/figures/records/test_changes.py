"""The changes of the facts are told in words, in the language of the page."""

import re

import pytest

from data.catalog import Catalog
from data.queries.records import changes as query
from data.selection import Selection
from data.translation import translated
from figures import labels
from figures.language import language
from figures.records import parts, told
from figures.records.changes import Group, figure, groups
from figures.view import View

HERE = ("en", "es")


def made(catalog: Catalog, code: str) -> tuple[Group, ...]:
    here = translated(catalog, code)
    return groups(here, query.changes(here), language(code))


def page(catalog: Catalog, code: str) -> str:
    here = translated(catalog, code)
    view = View(here, Selection(), language(code), "light", page="changes")
    return told.html(parts.parts(here, query.changes(here), language(code)), view)


@pytest.mark.parametrize("code", HERE)
def test_a_row_says_no_code_and_nothing_that_does_not_hold(code: str, catalog: Catalog) -> None:
    spoken = language(code)
    raw = {
        str(value)
        for resource in catalog.package["resources"]
        for field in resource["schema"]["fields"]
        for value in field.get("constraints", {}).get("enum", ())
        if not any(
            labels.word(spoken, of["name"], other["name"], str(value)) == str(value)
            for of in catalog.package["resources"]
            for other in of["schema"]["fields"]
            if value in other.get("constraints", {}).get("enum", ())
        )
    }
    cells = {
        cell
        for group in made(catalog, code)
        for fact in group.facts
        for text in (fact.before, fact.after)
        if " · " in text  # a row, not a cell
        for cell in text.split(" · ")
    }
    assert len(cells) > 50
    assert cells & (raw | {"no", "en", "es", spoken.gettext("no")}) == set()
    # Coordinates say nothing to a reader.
    assert cells & {"13", "134"} == set()


@pytest.mark.parametrize("code", HERE)
def test_a_withdrawn_claim_is_told_by_what_it_claimed(code: str, catalog: Catalog) -> None:
    named = [fact.of for group in made(catalog, code) for fact in group.facts if fact.of.record == "claim:c03"]
    assert len(named) == 2, "the claim, and what it cited"
    assert len({one.words for one in named}) == 1
    assert all("c03" not in one.words and len(one.words) > 20 for one in named)


def test_a_withdrawn_row_without_a_record_is_told_in_the_language(catalog: Catalog) -> None:
    english, spanish = (
        [fact.of.words for group in made(catalog, code) for fact in group.facts if not fact.of.record] for code in HERE
    )
    assert "Regions of flows: Asia-Pacific transit points" in english
    assert "Regiones de los flujos: Puntos de tránsito de Asia-Pacífico" in spanish


@pytest.mark.parametrize("code", HERE)
def test_what_the_dictionary_no_longer_names_stands_as_code(code: str, catalog: Catalog) -> None:
    shown = page(catalog, code)
    for name in ("office_sources", "source_type", "last_evidence_date", "searched"):
        assert f"<code>{name}</code>" in shown
        assert "_" not in name or name.replace("_", " ") not in shown


def test_a_change_of_the_english_wording_alone_is_one_line_in_another_language(catalog: Catalog) -> None:
    one_line = language("es").gettext("Only the English wording changed: {records}.").partition("{")[0]
    assert one_line in page(catalog, "es")
    assert language("en").gettext("Only the English wording changed: {records}.").partition("{")[0] not in page(
        catalog, "en"
    )
    cells = [
        [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row)]
        for row in re.findall(r"<tr>(.*?)</tr>", page(catalog, "es"))
    ]
    compared = [row for row in cells if len(row) >= 2]
    assert len(compared) > 50
    assert [row for row in compared if row[-1] == row[-2]] == []


def test_a_part_of_the_ledger_is_said_to_be_one(catalog: Catalog) -> None:
    every, some = query.changes(catalog), query.narrowed(catalog, Selection(), "corrected")
    assert figure(catalog, every, language("en")).title == f"The ledger: {len(every)} lines"
    assert figure(catalog, some, language("en")).title == f"The ledger: {len(some)} of {len(every)} lines"
