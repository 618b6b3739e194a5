"""Codes of the tables are told in words: each that the package allows has a label, in every language."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po

from data.catalog import Catalog
from data.queries.records.address import KINDS, address
from data.queries.records.record import record
from data.translation import TRANSLATIONS, translated
from figures import labels
from figures.language import Language, available, language
from figures.records import wording
from tests.opened import opened, said


def coded(catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    """Give table, column and code of every value that a column may hold out of a fixed list."""
    for resource in catalog.package["resources"]:
        for field in resource["schema"]["fields"]:
            for code in field.get("constraints", {}).get("enum", ()):
                yield resource["name"], field["name"], str(code)


def test_every_code_has_a_label(catalog: Catalog) -> None:
    without = [
        (table, column, code)
        for table, column, code in coded(catalog)
        if code not in (labels.WORDS.get(f"{table}.{column}") or labels.WORDS.get(column, {}))
    ]
    assert without == [], "give it a label in figures/labels.py"


@pytest.mark.parametrize("code", [code for code in available() if code != "en"])
def test_every_label_is_said_in_every_language(code: str, catalog: Catalog) -> None:
    with (TRANSLATIONS / code / "LC_MESSAGES" / "messages.po").open("rb") as file:
        said = {str(message.id): message.string for message in read_po(file, locale=code)}
    english = language("en")
    assert [one for one in coded(catalog) if not said.get(labels.word(english, *one))] == []


def test_what_a_code_means_depends_on_its_table(language: Language) -> None:
    assert labels.word(language, "initiatives", "kind", "unit") == "Unit"
    assert labels.word(language, "ledger", "kind", "reworded") == "Reworded"
    assert labels.word(language, "observations", "status", "final") == "final"
    assert labels.word(language, "initiatives", "status", "planned") == "Planned"


@pytest.mark.parametrize("code", available())
def test_no_record_shows_a_code_for_which_there_is_a_label(code: str, catalog: Catalog) -> None:
    here, spoken = translated(catalog, code), language(code)
    codes = {value for _table, _column, value in coded(catalog)}
    shown = {
        (kind, fact.label, fact.value)
        for kind, of in KINDS.items()
        for key in here.tables[of.table][of.key]
        for fact in wording.facts(here, record(here, address(kind, key)), spoken)
    }
    raw = {(kind, label, value) for kind, label, value in shown if value in codes}
    # What a code and its label write alike is a word of that language.
    said = {labels.word(spoken, *one) for one in coded(catalog)}
    assert {one for one in raw if one[2] not in said} == set()
    assert {one for one in shown if "_" in one[2]} == set()


TWICE = re.compile(r"\b([A-Z]{2,})\b[ ,:(]+[^.();·|]*\(\1\)")
"""An abbreviation beside a name that ends with it: "HSI, Homeland Security Investigations (HSI)"."""


@pytest.mark.parametrize("code", available())
@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("about", {}),
        ("objectives", {}),
        ("country", {"country": "MEX"}),
        ("record", {"id": "term:hsi"}),
        ("sources", {"sources_table": "glossary"}),
    ],
    ids=str,
)
def test_no_abbreviation_is_said_twice(code: str, page: str, query: dict[str, str]) -> None:
    text = said(opened(page, lang=code, **query))
    assert [found[0] for found in TWICE.finditer(text)] == []
    assert not re.search(r"\(([A-Z]{2,})\) \(\1\)", text)
