"""The static site: each page says what the first answer says and more, and no link leads to what is not there."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest

from briefing import making, site
from data import pages
from data.catalog import Catalog
from data.translation import translated
from figures import every
from figures.view import View

LINK = re.compile(r"""\b(?:href|src)=["']([^"'#:]+)(?:#[^"']*)?["']""")


def views(catalog: Catalog, code: str) -> Iterator[View]:
    yield from site.views(translated(catalog, code), code)


@pytest.fixture(scope="module")
def paths(catalog: Catalog) -> set[str]:
    """Where every page of the site lies."""
    return {site.path_of(view) for code in ("en", "es") for view in views(catalog, code)}


def some(catalog: Catalog, code: str) -> list[View]:
    """Every page, and some records and countries of each kind."""
    found = list(views(catalog, code))
    listed, others = found[: len(pages.LISTED)], found[len(pages.LISTED) :]
    return [*listed, *others[::97]]


@pytest.mark.parametrize("code", ["en", "es"])
def test_every_link_of_a_page_leads_to_a_file_of_the_site(catalog: Catalog, paths: set[str], code: str) -> None:
    there = paths | {"static/site.css"}
    for folder in ("", "es/"):
        there |= {
            f"{folder}present.html",
            *(f"{folder}cards/{name}.png" for name in pages.LISTED),
            *(f"{folder}take/{name}.{kind.extension}" for name, kind in making.KINDS.items()),
        }
    for view in some(catalog, code):
        here = PurePosixPath(site.path_of(view)).parent
        for to in set(LINK.findall(site.page(view))):
            steps: list[str] = []
            for step in (here / to).parts:
                steps = steps[:-1] if step == ".." else [*steps, step]
            assert "/".join(steps) in there, (site.path_of(view), to)


def test_a_page_holds_every_figure_of_it_with_its_words_and_rows(catalog: Catalog) -> None:
    for view in some(catalog, "en")[: len(pages.LISTED)]:
        html = site.page(view)
        for figure in every.of(view):
            assert f">{figure.title.replace('&', '&amp;')}</h2>" in html.replace("&#x27;", "'").replace("&quot;", '"')
        assert html.count("<h1>") == 1
        assert "<script" not in html


def test_with_an_address_there_are_feeds_cards_and_a_map_of_the_site(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = {code: some(catalog, code)[:3] for code in ("en", "es")}
    monkeypatch.setattr(site, "views", lambda catalog, code: iter(few[code]))
    monkeypatch.setattr(site, "card", lambda view: b"")
    monkeypatch.setattr(making, "KINDS", {})
    monkeypatch.setattr(site.show, "of_everything", lambda view: site.show.Presentation("", ""))
    made = dict(site.files(catalog, "https://briefing.test/"))
    assert "https://briefing.test/es/offices.html" in str(made["sitemap.xml"])
    assert {"feeds/changes.atom", "es/feeds/country-MEX.atom", "cards/offices.png", "robots.txt"} <= set(made)
    feed = made["es/feeds/changes.atom"]
    assert isinstance(feed, bytes)
    assert b"https://briefing.test/es/" in feed
