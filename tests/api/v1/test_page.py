"""The readable page: everything on it can be followed, and nothing on it comes from elsewhere."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.types import ASGIApp

from api.v1 import keys, problem
from api.v1.routes import OPERATIONS
from data.catalog import Catalog
from tests.asgi import Answer, get

Ask = Callable[..., Answer]

README = (Path(__file__).parents[3] / "README.md").read_text("utf-8")


class Page(HTMLParser):
    """What a page leads to, what it loads, what can be led to on it, and its headings."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        stated = {name: value or "" for name, value in attributes}
        self.tags.append(tag)
        if "id" in stated:
            self.ids.add(stated["id"])
        if "href" in stated:
            (self.links if tag == "a" else self.loads).append(stated["href"])
        if "src" in stated:
            self.loads.append(stated["src"])


@pytest.fixture(scope="module", params=["en", "es"])
def answer(ask: Ask, request: pytest.FixtureRequest) -> Answer:
    return ask(f"?lang={request.param}")


@pytest.fixture(scope="module")
def page(answer: Answer) -> Page:
    return Page(answer.text)


def test_every_link_on_it_is_an_answer(ask: Ask) -> None:
    english, spanish = (
        [one for one in Page(ask(f"?lang={code}").text).links if not one.startswith(("..", "./"))]
        for code in ("en", "es")
    )
    assert len(english) > 5 * 40
    assert [re.sub(r"[?&]lang=es", "", link) for link in spanish] == english
    for link in spanish:
        # One row stands for all: that every table can be asked whole, other tests say.
        part = (
            f"{link}{'&' if '?' in link else '?'}limit=1"
            if link.startswith("tables/") and "limit" not in link
            else link
        )
        assert ask(part).status == 200, link


def test_it_shows_an_example_of_every_address_every_key_and_every_kind_of_problem(answer: Answer, page: Page) -> None:
    said = re.sub("<wbr>", "", answer.text)
    for one in OPERATIONS:
        assert f"<code>{one.path}</code>" in said
        assert one.examples
    assert all(f"<code>{name}</code>" in said for name in keys.SAYS)
    assert set(problem.KINDS) <= page.ids


def test_nothing_on_it_comes_from_elsewhere_and_no_script_runs(answer: Answer, page: Page) -> None:
    assert "script" not in page.tags
    assert not [address for address in page.loads if re.match(r"(https?:)?//", address)]
    policy = dict(rule.split(" ", 1) for rule in answer.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert "script-src" not in policy
    assert "http" not in answer.headers["content-security-policy"]


def test_it_has_one_first_heading_and_names_its_tables(page: Page) -> None:
    assert page.tags.count("h1") == 1
    assert page.tags.count("table") == page.tags.count("caption") > 3


def test_it_speaks_each_language_and_leads_to_the_other(ask: Ask) -> None:
    english, spanish = (ask(f"?lang={code}").text for code in ("en", "es"))
    assert '<html lang="es">' in spanish
    assert 'hreflang="es"' in english
    assert 'hreflang="en"' in spanish
    assert re.search(r"<h1>(.*)</h1>", english)[1] != re.search(r"<h1>(.*)</h1>", spanish)[1]


@pytest.mark.parametrize("root", ["", "/below"])
def test_without_its_last_slash_it_is_found_too(app: ASGIApp, root: str) -> None:
    answer = get(app, "/api/v1", root=root)
    assert (answer.status, answer.headers["location"]) == (307, "v1/")


def test_what_the_readme_asks_is_answered(ask: Ask) -> None:
    asked = re.findall(r"curl .*localhost:8501/api/v1/([^\s\"']*)", README)
    assert len(asked) > 2
    for address in asked:
        assert ask(address).status == 200, address


def test_below_a_path_its_addresses_are_below_it_too(app: ASGIApp, catalog: Catalog) -> None:
    answer = get(app, "/api/v1/tables/events.csv?limit=1", root="/below")
    assert "<http://briefing.example/below/api/v1/tables/events.csv?" in answer.headers["link"]
