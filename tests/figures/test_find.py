"""What a search finds leads to the view that shows it."""

import pytest
from babel import Locale

from components.navigation import ENTRIES
from data import link
from data.catalog import Catalog
from figures.find import Found, found
from figures.language import Language, names


def find(catalog: Catalog, language: Language, text: str) -> dict[str, Found]:
    return {group.table: group for group in found(catalog, text, language, 5)}


@pytest.mark.parametrize(
    ("text", "table", "page", "query"),
    [
        ("alemania", "countries", "country", {"country": ["DEU"]}),
        ("mexico city", "offices", "offices", {"country": ["MEX"]}),
        ("hydra", "initiatives", "objectives", {"objective": ["1"]}),
        ("sherwood randall", "events", "timeline", {"timeline_event": ["ev-20230530-sherwood-meeting"]}),
        ("manana", "glossary", "sources", {"sources_table": ["glossary"], "sources_search": ["mañanera"]}),
        ("cartel insider", "sources", "sources", {"sources_source": ["seed-cartelinsider"]}),
        ("bulk cash smuggling center", "organisations", "sources", {"sources_table": ["organisations"]}),
    ],
)
def test_a_find_leads_to_its_view(
    catalog: Catalog, language: Language, text: str, table: str, page: str, query: dict[str, list[str]]
) -> None:
    told = find(catalog, language, text)[table].shown
    assert any(one.page == page and query.items() <= one.query.items() for one in told)


def test_every_find_leads_to_a_page_by_keys_that_it_reads(catalog: Catalog, language: Language) -> None:
    pages = {entry.name: entry.path for entry in ENTRIES}
    shown = [one for text in ("a", "mexico", "e", "operation") for group in find(catalog, language, text).values()
             for one in group.shown]  # fmt: skip
    assert len(shown) > 30
    for one in shown:
        known = {key.url: key for key in link.keys_of(pages[one.page])}
        for name, values in one.query.items():
            assert known[name].write(known[name].read({name: values}, catalog), catalog)[name] == values


def test_every_country_is_found_by_its_english_and_its_spanish_name(catalog: Catalog, language: Language) -> None:
    spanish = Locale.parse("es").territories
    for row in catalog["countries"].itertuples():
        for name in (row.name, spanish[row.iso2]):
            queries = [one.query["country"] for one in find(catalog, language, name)["countries"].shown]
            assert [row.iso3] in queries, name


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


def test_more_than_is_shown_is_counted(catalog: Catalog, language: Language) -> None:
    group = find(catalog, language, "fentanyl")["sources"]
    assert len(group.shown) == 5
    assert group.total > 20
