"""The feeds as they are answered: their entries, and what a reader of news asks again."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest
from starlette.requests import Request
from starlette.responses import Response

from api.feeds import answer
from data.catalog import Catalog
from data.feeds import NAMESPACE
from data.queries.records.address import known
from tests.allowed import Chosen, changed

NAMES = {"a": NAMESPACE}


Ask = Callable[..., Response]


@pytest.fixture
def ask(catalog: Catalog) -> Ask:
    def ask(name: str, query: str = "", **headers: str) -> Response:
        raw = [
            (key.replace("_", "-").encode(), value.encode())
            for key, value in {"host": "briefing.test", **headers}.items()
        ]
        scope = {
            "type": "http", "method": "GET", "scheme": "http", "path": f"/feeds/{name}", "root_path": "", "query_string": query.encode(),
            "headers": raw, "path_params": {"name": name},
        }  # fmt: skip
        return answer(Request(scope), catalog)

    return ask


FEEDS = [
    ("changes", Chosen()),
    ("objective-1", Chosen(objectives=("1",))),
    ("country-MEX", Chosen(countries=("MEX",))),
    ("country-NLD", Chosen(countries=("NLD",))),
    ("region-419", Chosen(regions=("419",))),
]


@pytest.mark.parametrize(("name", "chosen"), FEEDS)
def test_an_entry_stands_for_the_changes_made_for_one_reason(ask: Ask, name: str, chosen: Chosen) -> None:
    found = ask(f"{name}.atom")
    assert found.headers["content-type"].startswith("application/atom+xml")
    entries = ET.fromstring(found.body).findall("a:entry", NAMES)
    groups = {(line["date"], line["version"], line["reason"]) for line in changed(chosen)}
    assert len(entries) == min(len(groups), 200)
    ids = [entry.findtext("a:id", "", NAMES) for entry in entries]
    assert len(ids) == len(set(ids))


def test_a_feed_says_in_words_what_it_is_of_and_what_changed(ask: Ask) -> None:
    feed = ET.fromstring(ask("country-NLD.atom").body)
    assert feed.findtext("a:title", "", NAMES).endswith(": Netherlands")
    told = " ".join(content.text or "" for content in feed.findall("a:entry/a:content", NAMES))
    assert "nothing → nothing" not in told
    assert "the column “Kind of difference”" in told


def test_a_feed_names_by_its_code_only_a_column_that_the_dictionary_no_longer_has(ask: Ask) -> None:
    feed = ET.fromstring(ask("changes.atom").body)
    told = " ".join(content.text or "" for content in feed.findall("a:entry/a:content", NAMES))
    assert "the column `source_type`" in told
    assert re.findall(r"the column “\w+_\w+”", told) == []


def test_an_entry_leads_to_a_record_or_to_the_changes(ask: Ask, catalog: Catalog) -> None:
    held = set(known(catalog))
    feed = ET.fromstring(ask("changes.atom").body)
    for link in feed.findall("a:entry/a:link", NAMES):
        address = urlsplit(link.get("href", ""))
        assert address.netloc == "briefing.test"
        if address.path == "/record":
            assert parse_qs(address.query)["id"][0] in held
        else:
            assert address.path == "/changes"


def test_who_has_the_newest_is_told_so(ask: Ask) -> None:
    first = ask("changes.atom")
    again = ask("changes.atom", if_none_match=first.headers["etag"])
    assert (again.status_code, again.body) == (304, b"")


@pytest.mark.parametrize("name", ["country-XXX.atom", "changes.rss", "objective-9.atom", "region-999.atom"])
def test_there_is_no_other_feed(ask: Ask, name: str) -> None:
    assert ask(name).status_code == 404


def test_a_feed_is_told_in_spanish_to_who_asks_for_it(ask: Ask) -> None:
    english, spanish = (ET.fromstring(ask("country-MEX.atom", query).body) for query in ("", "lang=es"))
    assert spanish.get("{http://www.w3.org/XML/1998/namespace}lang") == "es"
    assert str(spanish.findtext("a:title", "", NAMES)).endswith("México")
    assert len(spanish.findall("a:entry", NAMES)) == len(english.findall("a:entry", NAMES))
    for link in spanish.iter(f"{{{NAMESPACE}}}link"):
        assert parse_qs(urlsplit(str(link.get("href"))).query)["lang"] == ["es"]
    assert ET.tostring(ET.fromstring(ask("country-MEX.atom", "lang=xx").body)) == ET.tostring(english)
