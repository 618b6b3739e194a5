"""What a search finds leads to its record."""

import pytest
from babel import Locale

from data import link
from data.catalog import Catalog
from data.queries.find import WORD
from data.queries.records.address import KINDS
from figures.find import Found, found
from figures.language import Language, names


def find(catalog: Catalog, language: Language, text: str) -> dict[str, Found]:
    return {group.table: group for group in found(catalog, text, language, 5)}


@pytest.mark.parametrize(
    ("text", "table", "record"),
    [
        ("alemania", "countries", "country:DEU"),
        ("tijuana", "offices", "office:mex-tijuana"),
        ("hydra", "initiatives", "initiative:operation-hydra"),
        ("sherwood randall", "events", "event:ev-20230530-sherwood-meeting"),
        ("manana", "glossary", "term:mananera"),
        ("cartel insider", "sources", "source:seed-cartelinsider"),
        ("bulk cash smuggling center", "organisations", "organisation:bcsc"),
        ("produced in Mexico", "contradictions", "contradiction:x13"),
        ("produced in Mexico", "claims", "claim:x13a"),
        ("produced in Mexico", "flows", "flow:f09"),
        ("fentanyl not made in Mexico", "claims", "claim:x13b"),
        ("origin of precursors", "contradictions", "contradiction:x12"),
        ("CBP fentanyl fiscal year", "indicators", "indicator:cbp-fentanyl-seized-fy"),
        ("offices abroad 2023", "reported_totals", "total:offices-2023-09-19"),
    ],
)
def test_a_find_leads_to_its_record(catalog: Catalog, language: Language, text: str, table: str, record: str) -> None:
    assert record in [one.record for one in find(catalog, language, text)[table].shown]


def test_every_find_leads_to_a_record_that_is_held(catalog: Catalog, language: Language) -> None:
    shown = [one for text in ("a", "mexico", "e", "operation") for group in find(catalog, language, text).values()
             for one in group.shown]  # fmt: skip
    assert len(shown) > 30
    for one in shown:
        if one.view:
            continue
        assert link.RECORD.read({"id": [one.record]}, catalog) == one.record


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Latin", "419"),
        ("america", "419"),
        ("latin america", "419"),
        ("América Latina", "419"),
        ("latinoamerica", "419"),
        ("Caribbean", "029"),
        ("Africa", "002"),
        ("africa subsahariana", "202"),
        ("sudamerica", "005"),
        ("europa", "150"),
        ("asia", "142"),
    ],
)
def test_a_region_is_found_and_leads_to_its_places(
    catalog: Catalog, language: Language, text: str, region: str
) -> None:
    views = [one.view for one in find(catalog, language, text)["regions"].shown]
    assert ("offices", {"region": [region], "country": []}) in views
    assert all(not one.record for one in find(catalog, language, text)["regions"].shown)


def test_every_country_is_found_by_its_english_and_its_spanish_name(catalog: Catalog, language: Language) -> None:
    spanish = Locale.parse("es").territories
    for row in catalog["countries"].itertuples():
        for name in (row.name, spanish[row.iso2]):
            records = [one.record for one in find(catalog, language, name)["countries"].shown]
            assert f"country:{row.iso3}" in records, name


@pytest.mark.parametrize(
    ("text", "table", "words"),
    [
        ("ciudad de mexico", "offices", "Mexico City"),
        ("londres", "offices", "London"),
        ("peqin", "offices", "Beijing"),
        ("centro contrabando efectivo", "initiatives", "Bulk Cash Smuggling Center (BCSC)"),
        ("patrulla fronteriza", "organisations", "U.S. Border Patrol"),
        ("secretaria de marina", "organisations", "Secretariat of the Navy"),
        ("precursor quimico", "glossary", "precursor chemical"),
        ("fentanilo", "glossary", "fentanyl"),
    ],
)
def test_a_spanish_name_finds_what_the_tables_name_in_english(
    catalog: Catalog, language: Language, text: str, table: str, words: str
) -> None:
    assert any(one.words.startswith(words) for one in find(catalog, language, text)[table].shown)


@pytest.mark.parametrize("table", ["initiatives", "organisations", "glossary"])
def test_every_spanish_name_finds_its_row(catalog: Catalog, language: Language, table: str) -> None:
    for name in catalog[table]["term" if table == "glossary" else "name"]:
        told = [one.words for one in find(catalog, language, names("es")[name])[table].shown]
        assert any(one.startswith(name) for one in told), name


@pytest.mark.parametrize("table", ["contradictions", "claims", "flows", "indicators", "reported_totals"])
def test_whatever_is_said_is_found_by_its_own_words(catalog: Catalog, language: Language, table: str) -> None:
    column = {"contradictions": "title", "claims": "claim", "flows": "note", "indicators": "title"}.get(table, "note")
    kind = next(kind for kind, of in KINDS.items() if of.table == table)
    for row in catalog[table].to_dict("records"):
        words = " ".join(str(row[column]).split()[:6])
        if WORD.search(words):
            found_ = found(catalog, words, language, 60)
            records = {one.record for group in found_ if group.table == table for one in group.shown}
            assert f"{kind}:{row[KINDS[kind].key]}" in records, words


def test_more_than_is_shown_is_counted(catalog: Catalog, language: Language) -> None:
    group = find(catalog, language, "fentanyl")["sources"]
    assert len(group.shown) == 5
    assert group.total > 20


@pytest.mark.parametrize("text", ["Latin", "America", "Caribbean", "Africa", "América Latina", "Oceania"])
def test_a_region_stands_before_what_only_speaks_of_it(catalog: Catalog, language: Language, text: str) -> None:
    first, *_ = find(catalog, language, text)
    assert first == "regions"


def test_more_of_one_kind_can_be_told(catalog: Catalog, language: Language) -> None:
    groups = {group.table: group for group in found(catalog, "fentanyl", language, 5, {"sources": 25})}
    assert len(groups["sources"].shown) == 25
    assert len(groups["claims"].shown) == 5
