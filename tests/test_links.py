"""Links that were shared once keep working: `links.txt` lists them with the views they stand for, and only grows."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from components.navigation import ENTRIES
from data import link
from data.catalog import Catalog
from figures.language import available

LINKS = [
    line for line in Path(__file__).with_name("links.txt").read_text("utf-8").splitlines() if not line.startswith("#")
]

FROZEN = (
    (58, "873f56970fcddad3"),
    (67, "1101349ee4805580"),
    (78, "65922de28af0aaa6"),
    (80, "54f913a1c055bb9f"),
    (83, "8a04746b6a3e8f07"),
    (84, "2e75729af1d01431"),
    (86, "757d1a249cb26a08"),
)
"""How many lines the list had, and what they hash to, each time that lines were added. Add to it; what stands holds for ever."""

SHORT = 4
"""So many values of a key at most are all listed; of more, such as the events, some stand for the others."""

KEYS: tuple[link.Key, ...] = (*link.SHARED, *link.PAGE_KEYS, link.FIND, link.language_key(available()))


def hashed(lines: list[str]) -> str:
    return sha256("\n".join(lines).encode()).hexdigest()[:16]


def parts(line: str) -> tuple[str, dict[str, list[str]], dict[str, Any]]:
    """Return path, query and view of a line."""
    address, _, view = line.partition(" ")
    return urlsplit(address).path, parse_qs(urlsplit(address).query, keep_blank_values=True), json.loads(view)


@pytest.mark.parametrize(("count", "digest"), FROZEN)
def test_no_line_that_was_listed_is_changed_or_removed(count: int, digest: str) -> None:
    assert len(LINKS) >= count
    assert hashed(LINKS[:count]) == digest


def test_what_is_added_is_frozen_too() -> None:
    assert FROZEN[-1] == (len(LINKS), hashed(LINKS)), "add this pair to the end of FROZEN"
    assert list(FROZEN) == sorted(FROZEN)


def reading() -> None:
    """Read the link as the script of every page does."""
    from components import state

    state.load()


@pytest.fixture(scope="module")
def reader() -> AppTest:
    return AppTest.from_function(reading, default_timeout=30)


def today(key: link.Key, stated: Any, catalog: Catalog) -> Any:
    """Return what a key holds for a value that the list states: in values of today, and from the first to the last year."""
    if isinstance(key, link.Years):
        return tuple(year or bound for year, bound in zip(stated, key.bounds(catalog), strict=True))
    if isinstance(key, link.Day):
        return date.fromisoformat(stated)
    return (
        [key.renamed.get(one, one) for one in stated] if isinstance(stated, list) else key.renamed.get(stated, stated)
    )


@pytest.mark.parametrize("line", LINKS, ids=lambda line: line.partition(" ")[0])
def test_every_link_opens_the_view_that_it_stands_for(line: str, reader: AppTest, catalog: Catalog) -> None:
    path, query, view = parts(line)
    assert [entry.name for entry in ENTRIES if f"/{entry.path}" == path] == [view.pop("page")]
    reader.query_params.clear()
    for name, values in query.items():
        reader.query_params[name] = values
    reader.run()
    assert not reader.exception
    for key in KEYS:
        expected = today(key, view.pop(key.name), catalog) if key.name in view else key.read({}, catalog)
        read = reader.session_state[key.name]
        assert (sorted(read) == sorted(expected)) if isinstance(read, list) else (read == expected), key.name
    assert not view


def test_every_page_and_every_name_that_a_key_has_or_had_is_listed() -> None:
    paths, queries, _ = zip(*map(parts, LINKS), strict=True)
    assert {f"/{entry.path}" for entry in ENTRIES} <= set(paths)
    ends = (link.YEARS.first, link.YEARS.last)
    names = {name for key in (*KEYS, *ends) for name in (*key.urls, *key.formerly)} - {link.YEARS.name}
    assert names <= {name for query in queries for name in query}


@pytest.mark.parametrize("key", [key for key in KEYS if isinstance(key, link.One)], ids=lambda key: key.url)
def test_every_value_of_a_short_list_is_listed(key: link.One, catalog: Catalog) -> None:
    offered = [option for option in key.options(catalog) if option != key.default]
    listed = {str(view.get(key.name)) for _, _, view in map(parts, LINKS)} - {"None"}
    assert listed
    if len(offered) <= SHORT:
        assert {str(option) for option in offered} <= {key.renamed.get(value, value) for value in listed}
