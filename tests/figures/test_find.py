"""What a search finds leads to its record."""

import pytest
from babel import Locale

from data import link
from data.catalog import Catalog
from data.pages import PATHS
from data.queries.find import WORD
from data.queries.records.address import KINDS
from data.translation import names
from figures.find import Found, found
from figures.language import Language
from figures.signposts import SIGNPOSTS


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


@pytest.mark.parametrize(
    ("text", "page", "part"),
    [
        ("licence", "about", "licences"),
        ("license", "about", "licences"),
        ("lisence", "about", "licences"),
        ("licencia", "about", "licences"),
        ("who leads", "objectives", "objectives-organisations"),
        ("Who leads the most initiatives?", "objectives", "objectives-organisations"),
        ("quién encabeza", "objectives", "objectives-organisations"),
        ("initiatives without later evidence", "objectives", "objectives-promises"),
        ("slides", "offices", "offices-map"),
        ("powerpoint", "offices", "offices-map"),
        ("map", "offices", "offices-map"),
        ("mapa", "offices", "offices-map"),
        ("contact", "about", "cite"),
        ("contcat", "about", "cite"),
        ("contacto", "about", "cite"),
        ("rss", "changes", "feeds"),
        ("download", "sources", ""),
        ("timeline", "timeline", ""),
        ("how many offices", "offices", ""),
        ("print", "country", ""),
        ("abbreviations", "sources", "glossary"),
    ],
)
def test_a_page_or_a_part_of_it_is_found_first_by_the_words_that_people_use(
    catalog: Catalog, language: Language, text: str, page: str, part: str
) -> None:
    first, *_ = found(catalog, text, language, 5)
    assert first.table == "pages"
    assert (first.shown[0].view.page, first.shown[0].part) == (page, part)
    assert first.shown[0].more


@pytest.mark.parametrize("text", ["slides", "slide"])
def test_a_word_that_is_held_is_not_taken_for_one_mistyped(catalog: Catalog, language: Language, text: str) -> None:
    assert list(find(catalog, language, text)) == ["pages"], "slides are no sides"


def test_words_are_found_in_any_order(catalog: Catalog, language: Language) -> None:
    one, other = (find(catalog, language, text)["indicators"].shown for text in ("month fentanyl", "fentanyl month"))
    assert one == other
    assert one[0].record == "indicator:cbp-fentanyl-seized-month"


@pytest.mark.parametrize(
    "text", ["mexico", "fentanyl", "tijuana", "hydra", "Latin", "López Obrador", "production in Mexico"]
)
def test_no_page_stands_before_the_thing_itself(catalog: Catalog, language: Language, text: str) -> None:
    first, *_ = found(catalog, text, language, 5)
    assert first.table != "pages"


def test_every_signpost_leads_to_a_page_with_keys_that_it_knows(catalog: Catalog) -> None:
    for one in SIGNPOSTS:
        known = {key.url: key for key in link.keys_of(PATHS[one.page])}
        for url, values in one.query.items():
            assert known[url].write(known[url].read({url: values}, catalog), catalog) == {url: values}


CBP = "Fentanyl seized by CBP, March 2024: 1,248.03 lb, in Southwest Border, OFO; all parts, added by us: 1,449.13 lb"


@pytest.mark.parametrize(
    "text",
    [
        "fentanyl March 2024",
        "CBP fentanyl, March 2024",
        "fentanyl marhc 2024",
        "fentanilo marzo 2024",
        "fentanyl mar 2024 cbp month",
    ],
)
def test_a_month_that_is_asked_for_is_told_with_its_part_and_leads_to_its_chart(
    catalog: Catalog, language: Language, text: str
) -> None:
    first, *_ = found(catalog, text, language, 5)
    assert first.table == "indicators"
    assert first.shown[0].words == CBP
    page, query = first.shown[0].view
    assert page == "trends"
    assert {key: values for key, values in query.items() if values} == {
        "trends_indicator": ["cbp-fentanyl-seized-month"],
        "from": ["2024"],
        "to": ["2024"],
    }


def test_a_year_that_is_asked_for_is_told_and_narrows_no_series_of_years(catalog: Catalog, language: Language) -> None:
    one = find(catalog, language, "fentanyl seized by CBP at and between ports fiscal year 2024")["indicators"].shown[0]
    value = next(
        row for row in catalog["observations"].itertuples()
        if (row.indicator_id, row.period, row.region, row.component)
        == ("cbp-fentanyl-seized-fy", "FY2024", "All regions", "OFO and USBP")
    ).value  # fmt: skip
    assert one.words.startswith(f"Fentanyl seized by CBP, FY2024: {value:,} lb, in All regions")
    assert one.view.query["from"] == []


@pytest.mark.parametrize("text", ["fentanyl march 2017", "fentanyl 2024", "fentanyl march", "CBP fentanyl month"])
def test_without_a_value_of_it_a_series_leads_to_its_record(catalog: Catalog, language: Language, text: str) -> None:
    told = [one for group in found(catalog, text, language, 99) if group.table == "indicators" for one in group.shown]
    assert all(one.record for one in told if not one.view)
    assert "March" not in " ".join(one.words for one in told if one.view)


def test_another_year_is_not_the_same_one_mistyped(catalog: Catalog, language: Language) -> None:
    events = found(catalog, "2024", language, 999)
    shown = next(group.shown for group in events if group.table == "events")
    assert all("2024" in one.words or "2024" in summary(catalog, one.record) for one in shown)


def summary(catalog: Catalog, record: str) -> str:
    rows = catalog["events"].set_index("event_id")
    return str(rows.loc[record.partition(":")[2], "summary"])
