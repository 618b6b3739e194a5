"""What the first answer to an address says: to a reader, to a search engine, to whoever previews a link."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest

from api import asked
from briefing.card import card
from briefing.content import content, head
from data.catalog import Catalog
from data.pages import PATHS
from figures.view import View
from tests.opened import opened, read

BASE = "https://briefing.example/below/"

QUERIES = ("", "country=MEX", "objective=3&from=2022&to=2024", "country=ISL&objective=4", "region=419")

LARGEST = 60_000
"""Bytes of what a page says before any script."""


class Read(HTMLParser):
    """The elements of an HTML text: their names with attributes, and the text that they hold."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "img", "br"):
            self._open.append(tag)
            self.text.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        for tag in set(self._open):
            self.text[tag][-1] += data

    def named(self, tag: str, **attributes: str) -> list[dict[str, str | None]]:
        return [found for name, found in self.tags if name == tag and attributes.items() <= found.items()]


def view(catalog: Catalog, page: str, query: str = "", **headers: str) -> View:
    found = asked.view(
        {
            "type": "http",
            "path": f"/{PATHS[page]}",
            "query_string": query.encode(),
            "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
        },
        catalog,
    )
    assert found
    return found


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("page", PATHS)
def test_the_heading_is_that_of_the_page_and_all_fits_into_little(catalog: Catalog, page: str, query: str) -> None:
    made = content(view(catalog, page, query))
    found = Read(made.body)
    at = opened(page, **parse_qs(query))
    assert [read(one.value) for one in at.main.title] == found.text["h1"]
    assert len((made.body + made.style).encode()) <= LARGEST


MADE = re.compile(r"present|take/[a-z0-9-]+")
"""What the server makes when it is asked for: no page of Streamlit's."""


@pytest.mark.parametrize("page", PATHS)
def test_its_links_lead_to_our_pages_or_to_sources(catalog: Catalog, page: str) -> None:
    cited = {source.url for source in catalog.sources.values()}
    hrefs = [found["href"] for found in Read(content(view(catalog, page, "country=MEX")).body).named("a")]
    assert hrefs
    for href in hrefs:
        assert href
        path = urlsplit(href).path
        assert href in cited or path in {*PATHS.values(), "."} or MADE.fullmatch(path) or href.startswith("#"), href


@pytest.mark.parametrize("page", PATHS)
def test_it_names_the_same_view_in_each_language_and_leads_there(catalog: Catalog, page: str) -> None:
    here = view(catalog, page, "country=MEX&lang=es")
    made = content(here)
    told = Read(head(here, made, "https://briefing.example/"))
    others = {found["hreflang"]: found["href"] for found in told.named("link", rel="alternate")}
    queries = {code: parse_qs(urlsplit(address).query) for code, address in others.items()}
    assert queries == {
        "en": {"country": ["MEX"], "lang": ["en"]},
        "es": {"country": ["MEX"], "lang": ["es"]},
        "x-default": {"country": ["MEX"]},
    }
    assert {urlsplit(address).path for address in others.values()} == {f"/{PATHS[page]}"}
    (english,) = [found["href"] for found in Read(made.body).named("a") if found.get("hreflang") == "en"]
    assert parse_qs(urlsplit(english).query) == queries["en"]


@pytest.mark.parametrize("query", ["", "country=MEX", "objective=3"])
@pytest.mark.parametrize("page", PATHS)
def test_a_link_within_the_page_leads_to_a_part_that_is_there(catalog: Catalog, page: str, query: str) -> None:
    body = content(view(catalog, page, query)).body
    assert set(re.findall(r' href="#([^"]+)"', body)) <= set(re.findall(r' id="([^"]+)"', body))


@pytest.mark.parametrize("page", PATHS)
def test_every_page_says_who_it_is_not_and_what_needs_a_script(catalog: Catalog, page: str) -> None:
    body = content(view(catalog, page)).body
    assert "Independent of Homeland Security Investigations and of any government." in body
    assert "need JavaScript" in body[body.index("<noscript>") : body.index("</noscript>")]


def test_changes_and_records_say_more_than_their_heading(catalog: Catalog) -> None:
    changes = content(view(catalog, "changes")).body
    assert changes.count('<table class="rows before-now">') > 5
    assert "in the table below" not in changes
    record = Read(content(view(catalog, "record", "id=office:mex-tijuana")).body)
    assert "Strength of evidence" in record.text["dt"]
    cited = {source.url for source in catalog.sources.values()}
    assert [found for found in record.named("a") if found["href"] in cited]


@pytest.mark.parametrize("page", PATHS)
def test_what_a_preview_shows_is_complete(catalog: Catalog, page: str) -> None:
    asked_for = view(catalog, page, "objective=3&country=MEX&lang=en&unknown=1")
    made = content(asked_for)
    told = Read(head(asked_for, made, BASE))
    address = f"{BASE}{PATHS[page]}?objective=3&country=MEX&lang=en"
    assert [found["href"] for found in told.named("link", rel="canonical")] == [address]
    for name in ("og:title", "og:description", "og:url", "og:image", "og:site_name"):
        (found,) = told.named("meta", property=name)
        assert found["content"]
    (card_at,) = told.named("meta", property="og:image")
    assert card_at["content"] == f"{BASE}cards/{page}.png?objective=3&country=MEX&lang=en"
    (linked,) = told.text["script"]
    assert json.loads(linked)["url"] == address
    assert json.loads(linked)["headline"] == made.finding


def test_nothing_of_a_link_breaks_out_of_what_is_said(catalog: Catalog) -> None:
    hostile = "sources_search=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&country=%3Cscript%3E"
    asked_for = view(catalog, "sources", hostile)
    made = content(asked_for)
    assert "<script>alert" not in made.body + made.title
    assert len(Read(head(asked_for, made, BASE)).named("script")) == 1


def test_both_themes_colour_one_text(catalog: Catalog) -> None:
    made = content(view(catalog, "offices"))
    used = set(re.findall(r"var\((--c\d+)\)", made.body))
    by_day, by_night = made.style.split("@media")
    assert used
    assert used == set(re.findall(r"(--c\d+):", by_day)) == set(re.findall(r"(--c\d+):", by_night))


def test_a_browser_is_answered_in_its_language_unless_the_link_states_one(catalog: Catalog) -> None:
    assert asked.preferred("es-MX,es;q=0.9,en;q=0.8") == "es"
    assert asked.preferred("") == "en"
    assert view(catalog, "about", "lang=en", accept_language="es-MX").stated == "en"
    assert view(catalog, "about", accept_language="es-MX").stated == ""


@pytest.mark.parametrize("page", ["overview", "about"])
def test_a_card_is_a_picture_of_the_size_that_it_says(catalog: Catalog, page: str) -> None:
    made = card(view(catalog, page))
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(made[16:20]), int.from_bytes(made[20:24])) == (1200, 675)
