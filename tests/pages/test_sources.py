"""The page Sources and data: any table, any source, and what supports the rows."""

import re
from collections.abc import Callable
from functools import partial
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from data.catalog import Catalog
from data.queries.sources.citing import SEED, repeated_by, repeats
from data.queries.sources.contradictions import contradictions, with_source
from figures import labels
from figures.language import language
from tests.allowed import table
from tests.opened import html, opened, said, texts

page = partial(opened, "sources")


def few(at: AppTest) -> list[list[str]]:
    """Return the cells of the table that stands as text, a row each, its head first."""
    (body,) = [body for body in html(at) if body.startswith('<div class="scrolls"')]
    rows = re.findall(r"<tr>(.*?)</tr>", body)
    return [
        [unescape(re.sub("<[^>]*>", "", cell)) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in rows
    ]


def headers(at: AppTest) -> list[str]:
    return [header.value for header in at.main.header]


@pytest.fixture(scope="module")
def sources() -> AppTest:
    return page()


def test_the_first_table_is_in_sight_with_all_its_rows(sources: AppTest, catalog: Catalog) -> None:
    head, *rows = few(sources)
    assert head[:5] == ["City", "Country", "Type", "Evidence of", "Strength of evidence"]
    assert len(rows) == len(catalog["offices"])
    assert f"Places and presences abroad: {len(catalog['offices'])} rows" in headers(sources)


def test_codes_stand_in_the_files_and_not_on_the_page(sources: AppTest, catalog: Catalog) -> None:
    cells = {cell for row in few(sources) for cell in row}
    assert not cells & {*catalog["offices"]["office_id"], *catalog["offices"]["iso3"], "unspecified", "attache"}
    assert {"Attaché office", "United Arab Emirates"} <= cells


def test_the_whole_package_and_its_licence_stand_before_any_figure(sources: AppTest) -> None:
    kinds = [element.type for element in sources.main if element.type in ("header", "download_button")]
    assert kinds[0] == "download_button"
    assert "[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)" in said(sources)


def test_every_link_of_its_contents_leads_to_a_heading(sources: AppTest) -> None:
    contents = next(element.value for element in sources.main.markdown if element.value.startswith("[Tables"))
    anchors = {part.split(")")[0] for part in contents.split("(#")[1:]}
    assert anchors <= {header.proto.anchor for header in sources.main.header}


def test_a_long_table_is_not_sent_before_it_is_opened() -> None:
    assert not page(sources_table="observations").main.dataframe
    found = few(page(sources_table="observations", sources_search="fy2019 ofo"))
    assert 1 < len(found) < 60


@pytest.mark.parametrize("table", ["source_derivations", "initiative_followup", "countries"])
def test_the_table_of_the_link_is_shown(table: str, catalog: Catalog) -> None:
    assert len(few(page(sources_table=table))) == 1 + len(catalog[table])


def test_a_search_finds_without_accents_and_is_written_into_the_link() -> None:
    at = page()
    at.text_input(key="sources_search").set_value("  BOGOTA ").run()
    assert not at.exception
    assert [row[0] for row in few(at)[1:]] == ["Bogotá"]
    assert at.query_params["sources_search"] in ("BOGOTA", ["BOGOTA"])


def test_picking_another_table_shows_it_and_is_written_into_the_link(catalog: Catalog) -> None:
    at = page()
    at.selectbox(key="sources_table").set_value("claims").run()
    assert len(at.main.dataframe[0].value) == len(catalog["claims"])
    assert at.query_params["sources_table"] in ("claims", ["claims"])


def test_a_search_that_finds_nothing_says_so_and_the_page_goes_on() -> None:
    at = page(sources_search="qqqq zzzz")
    assert "No row of this table holds all these words" in said(at)
    assert not [body for body in html(at) if "scrolls" in body]
    assert len(headers(at)) > 4


def test_filters_narrow_a_table_that_names_countries_and_leave_the_others(catalog: Catalog) -> None:
    assert {row[1] for row in few(page(country="MEX"))[1:]} == {"Mexico"}
    assert len(few(page(country="MEX", sources_table="objectives"))) == 1 + len(catalog["objectives"])
    without = next(code for code in catalog["countries"]["iso3"] if code not in set(catalog["offices"]["iso3"]))
    assert "The filter on country leaves none" in said(page(country=without))


def test_without_a_choice_the_first_article_stands_as_an_example_with_what_it_repeats(
    sources: AppTest, catalog: Catalog
) -> None:
    text = said(sources)
    assert "An example" in text
    assert catalog.sources[SEED].url in text
    (original,) = repeats(catalog, SEED)
    for one in (original, *repeated_by(catalog, original)):
        assert f"sources_source={one}" in text or one == SEED


def test_an_original_names_its_copies(catalog: Catalog) -> None:
    (original,) = repeats(catalog, SEED)
    text = said(page(sources_source=original))
    assert "**Repeated** by" in text
    assert "An example" not in text
    assert f"sources_source={SEED}" in text


@pytest.mark.parametrize("official", [True, False])
def test_it_says_whether_a_source_is_official(catalog: Catalog, official: bool) -> None:
    rows = catalog["sources"]
    text = said(page(sources_source=rows.loc[rows["official"] == official, "source_id"].iloc[0]))
    assert ("**Official**" in text) == official
    assert ("**Not official**" in text) != official


def test_a_cited_row_leads_to_its_record() -> None:
    assert "(record?id=office%3Aafg-kabul)" in said(page(sources_source="off-ice-kabul-2013"))
    assert "record?id=event%3Aev-20230531-mananera" in said(page(sources_source=SEED))


def test_every_term_is_explained(sources: AppTest, catalog: Catalog) -> None:
    text = said(sources)
    for term, definition in catalog.names("glossary", "term", "definition").items():
        assert f"### {term}" in text
        assert definition in text


def test_the_claims_of_a_source_stand_beside_what_others_say(catalog: Catalog) -> None:
    denier = "str-vanguardia-202304"
    text = texts(page(sources_source=denier))
    assert "Fentanyl is not made in Mexico but imported from Asia." in text
    assert "Most fentanyl entering the United States is made in Mexico." in text
    firm = f'<b><a href="{catalog.sources[denier].url}">Vanguardia, April 2023</a></b>'
    assert any(firm in body for body in html(page(sources_source=denier)))


def test_many_disagreements_are_counted_and_one_step_away(sources: AppTest, catalog: Catalog) -> None:
    ours = with_source(contradictions(catalog), SEED)
    assert not [text for text in sources.main.markdown if ours[0].title in text.value]
    at = page()
    at.session_state["source-contradictions"] = True
    at.session_state["source-other-points"] = True
    at.run()
    assert {one.title for one in ours} <= set(texts(at))


def points_citing(source: str, kind: Callable[[str], bool]) -> int:
    """Return on how many points of a kind of difference a source is cited, by the point or by a side of it."""
    sides = {row["claim_id"]: row["contradiction_id"] for row in table("claims") if row["claim_id"].startswith("x")}
    citing = {row["contradiction_id"] for row in table("contradiction_sources") if row["source_id"] == source}
    citing |= {
        sides[row["claim_id"]]
        for row in table("claim_sources")
        if row["source_id"] == source and row["claim_id"] in sides
    }
    return sum(kind(row["difference"]) for row in table("contradictions") if row["contradiction_id"] in citing)


@pytest.mark.parametrize("source", [SEED, "str-vanguardia-202304"])
def test_how_often_a_source_is_cited_is_counted_among_points_of_the_kind_named(source: str) -> None:
    """Eighteen contradictions are not the eighteen points of every kind that cite the article."""
    points = [row["difference"] for row in table("contradictions")]
    denied = points_citing(source, lambda kind: kind == "contradiction")
    other = points_citing(source, lambda kind: kind != "contradiction")
    at = page(sources_source=source)
    text = said(at)
    assert f"Sources contradict each other on {points.count('contradiction')} points" in text
    assert f"is cited on {denied} of them" in text
    assert f"on {other} of the {len(points) - points.count('contradiction')} points of another kind" in text
    labels = [part.label for part in at.expander]
    for n, kind in ((denied, "contradictions, their sides"), (other, "points of another kind, their sides")):
        assert (f"{n} {kind} beside each other" in labels) is (n > 2)


def test_a_source_on_no_side_is_said_to_be_on_none(catalog: Catalog) -> None:
    quiet = next(code for code in catalog.sources if not with_source(contradictions(catalog), code))
    assert "is cited on 0 of them" in said(page(sources_source=quiet))


def test_the_whole_package_is_offered(sources: AppTest) -> None:
    labels = [button.proto.label for button in sources.main.get("download_button")]
    assert "Whole package (ZIP)" in labels


HOSTILE = [
    {"sources_table": "../../etc/passwd", "sources_source": "nobody"},
    {"sources_search": "<script>alert(1)</script>"},
    {"sources_search": "[x](javascript:alert(1)) **$`"},
    {"sources_search": "A" * 10_000},
    {"sources_search": "(.*)+$ \x00"},
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_link_opens_the_page_and_nothing_of_it_becomes_markup(query: dict[str, str]) -> None:
    text = said(page(**query))
    assert "rest on one source" in text
    assert "(javascript:" not in text
    assert "<script>alert" not in text


@pytest.mark.parametrize(
    ("code", "origin"),
    [("en", "Research files of this project"), ("es", "Archivos de investigación de este proyecto")],
)
def test_the_dictionary_tells_codes_by_their_labels_and_where_the_table_comes_from(code: str, origin: str) -> None:
    at = opened("sources", lang=code, sources_table="offices")
    at.session_state["sources-dictionary"] = True
    at.run()
    text = said(at)
    assert origin in text
    label = {"en": "Sub-office", "es": labels.words(language("es"), "office_type")["sub_office"]}[code]
    assert f"`sub_office` ({label})" in text
