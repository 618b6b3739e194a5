"""Terms of the glossary explain themselves where they are read."""

import re
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from components import explain
from data.catalog import Catalog
from tests.opened import opened, read

LINKED = re.compile(r'\[([^\]]+)\]\((\S+) "([^"]+)"\)')
"""Words, address and title of a term."""


def texts(at: AppTest) -> list[str]:
    return [element.value for kind in ("markdown", "caption") for element in at.main.get(kind)]


def terms(at: AppTest) -> list[tuple[str, str, str]]:
    return [found for text in texts(at) for found in LINKED.findall(text)]


def test_prose_of_the_tables_says_what_its_terms_mean(catalog: Catalog) -> None:
    at = opened("objectives", objective="1")
    at.session_state["cards-1"] = True
    found = {words: (address, title) for words, address, title in terms(at.run())}
    address, title = found["precursor chemicals"]
    assert catalog.names("glossary", "term", "definition")["precursor chemical"] in read(title)
    (code,) = (row.term_id for row in catalog["glossary"].itertuples() if row.term == "precursor chemical")
    assert address == f"record?id=term%3A{code}"


@pytest.mark.parametrize(
    ("page", "query", "sentence", "term"),
    [
        ("overview", {}, "On 19 September 2023", "HSI"),
        ("trends", {}, "Counts of CBP", "HSI"),
        ("about", {}, "Who heads HSI today", "HSI"),
        ("country", {"country": "USA"}, "places abroad", "HSI"),
        (
            "supply_chain",
            {"supply_commodity": "fentanyl"},
            "Mexico's President López Obrador said in April 2023",
            "fentanyl",
        ),
    ],
)
def test_sentences_of_ours_say_what_their_terms_mean(
    page: str, query: dict[str, str], sentence: str, term: str, catalog: Catalog
) -> None:
    shown = [text for text in texts(opened(page, **query)) if sentence in read(text)]
    definition = catalog.names("glossary", "term", "definition")[term]
    explained = [read(title) for text in shown for words, _address, title in LINKED.findall(text) if words == term]
    assert any(definition in title for title in explained), shown


@pytest.mark.parametrize("page", ["overview", "trends", "about", "country"])
def test_a_page_explains_a_term_of_its_own_sentences_once(page: str) -> None:
    met = [title for _words, _address, title in terms(opened(page))]
    assert met
    assert len(met) == len(set(met))


def test_links_and_code_of_a_text_stay_as_they_are(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explain.view, "current", lambda: SimpleNamespace(catalog=catalog))
    monkeypatch.setattr(explain.navigation, "record_address", lambda record: record)
    text = explain.explained_markdown("**HSI** [is HSI](https://hsi.example) `TCIU`")
    assert re.fullmatch(r'\*\*\[HSI\]\(term:hsi "[^"]+"\)\*\* \[is HSI\]\(https://hsi.example\) `TCIU`', text)


def test_an_address_with_brackets_and_a_title_stays_whole(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explain.view, "current", lambda: SimpleNamespace(catalog=catalog))
    for link in (
        "[a](<https://a.example/(b)-TCIU>)",
        '[a](b "TCIU")',
        r"[a \[TCIU\]](b)",
        ":small[Said by [TCIU](<b>)]",
    ):
        assert explain.explained_markdown(link) == link
