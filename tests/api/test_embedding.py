"""Figures are embedded by those whom a setting names, live or as of a release, and by nobody without it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.types import ASGIApp

from api import embedding
from api.security import SecurityHeaders
from data.catalog import Catalog
from data.settings import EMBEDDERS, embedders
from figures import framed
from tests.asgi import get
from tests.briefing.views import asked

NEWS = "https://news.example"


@pytest.fixture(autouse=True)
def setting(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(EMBEDDERS, f"{NEWS} https://*.school.example")
    embedders.cache_clear()
    yield
    embedders.cache_clear()


@pytest.fixture
def app(catalog: Catalog) -> ASGIApp:
    return Starlette(routes=embedding.routes(lambda: catalog), middleware=[Middleware(SecurityHeaders)])


def test_a_figure_is_a_page_of_its_own_that_leads_back(app: ASGIApp) -> None:
    answer = get(app, "/embed/offices/offices-map?country=MEX&lang=es")
    assert answer.status == 200
    assert f"frame-ancestors 'self' {NEWS} https://*.school.example" in answer.headers["content-security-policy"]
    assert "script-src" not in answer.headers["content-security-policy"]
    assert '<html lang="es">' in answer.text
    assert "<svg" in answer.text
    assert "<table" in answer.text
    assert "http://briefing.example/offices?country=MEX&amp;lang=es#offices-map" in answer.text
    assert "Independiente" in answer.text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("offices/offices-map?lang=en", "Offices: briefing on HSI's Strategy for Combating Illicit Opioids"),
        (
            "offices/offices-map?country=MEX&lang=en",
            "Offices: briefing on HSI's Strategy for Combating Illicit Opioids · Mexico",
        ),
        ("overview/overview-map?lang=en", "Offices: briefing on HSI's Strategy for Combating Illicit Opioids"),
        # What does not narrow a figure is not said of it.
        (
            "sources/sources-coverage?country=MEX&lang=en",
            "Sources and data: briefing on HSI's Strategy for Combating Illicit Opioids",
        ),
    ],
)
def test_over_its_heading_a_figure_says_of_what_it_is_and_what_narrows_it(app: ASGIApp, path: str, said: str) -> None:
    html = get(app, f"/embed/{path}").text
    over, _mark, _rest = html.partition("<h2")
    assert f'<p class="over">{escape(said)}</p>' in over


def test_it_can_be_pinned_to_a_release(app: ASGIApp) -> None:
    now, then = (get(app, f"/embed/overview/overview-map?lang=en{release}") for release in ("", "&release=1.1.0"))
    assert "as of version 1.1.0, " in then.text
    assert "See the newest facts" in then.text
    assert "as of version" not in now.text
    assert "See the newest facts" not in now.text


@pytest.mark.parametrize(
    ("released", "said"),
    [(["1.0.0"], "Version 9.0.0, not yet released. "), (["1.0.0", "9.0.0"], "Version 9.0.0. ")],
)
def test_of_newest_facts_it_says_whether_they_are_released(
    monkeypatch: pytest.MonkeyPatch, catalog: Catalog, released: list[str], said: str
) -> None:
    monkeypatch.setattr(framed, "versions", lambda: released)
    view = asked(catalog, "no filter")
    newer = replace(view.catalog, package={**view.catalog.package, "version": "9.0.0"})
    assert said in framed.under(replace(view, catalog=newer), "", is_release=False)


def test_a_frame_is_shown_the_drawing_for_its_width(app: ASGIApp) -> None:
    """A phone's in a narrow one; none is stretched until its words are larger than those around it."""
    html = get(app, "/embed/timeline/timeline?lang=en").text
    widths = [int(found) for found in re.findall(r'<div class="from-\d+"><svg class="drawing"[^>]*0 0 (\d+)', html)]
    assert widths == [350, 640, 960]
    assert "@media(max-width:479.98px){.from-480{display:none}}" in html
    assert html.count("max-width:455px") == 1
    ids = re.findall(r"""\bid=["']([^"']+)""", html)
    assert len(ids) == len(set(ids))


def test_the_height_of_a_frame_follows_its_width(catalog: Catalog) -> None:
    view = replace(asked(catalog, "no filter"), page="offices")
    told = framed.height(view, "offices-map")
    assert "clamp(0px, (480px - 100cqw) * 9999, " in told
    assert "100cqw - 32px" in told
    assert told.count("(") == told.count(")")
    assert list(framed.drawings(view, "offices-map")) == [0, 480, 900]


def test_a_link_to_a_part_that_is_not_in_the_frame_leads_to_the_page(app: ASGIApp) -> None:
    html = get(app, "/embed/supply_chain/supply-statements?lang=en").text
    assert "http://briefing.example/supply-chain?lang=en#disputed" in html
    assert set(re.findall(r' href="#([^"]+)"', html)) <= set(re.findall(r"""\bid=["']([^"']+)""", html))


@pytest.mark.parametrize(
    "path",
    [
        "offices/no-such-figure",
        "nowhere/offices-map",
        "offices/offices-map?release=9.9.9",
        "offices/offices-map?release=../../etc",
        "offices/offices-map?release=1.0.0",  # its tables lack what today's map is drawn from
    ],
)
def test_what_is_not_there_says_so_in_the_readers_language_within_the_frame(app: ASGIApp, path: str) -> None:
    answer = get(app, f"/embed/{path}{'&' if '?' in path else '?'}lang=es")
    assert answer.status == 404
    assert '<html lang="es">' in answer.text
    assert "<main><p>" in answer.text
    assert f"frame-ancestors 'self' {NEWS}" in answer.headers["content-security-policy"]


def test_without_the_setting_nothing_is_embedded(app: ASGIApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(EMBEDDERS)
    embedders.cache_clear()
    assert get(app, "/embed/offices/offices-map").status == 404


@pytest.mark.parametrize("stated", ["*", "news.example", "https://news.example/; script-src *"])
def test_a_setting_that_names_no_origin_is_refused(monkeypatch: pytest.MonkeyPatch, stated: str) -> None:
    monkeypatch.setenv(EMBEDDERS, stated)
    embedders.cache_clear()
    with pytest.raises(ValueError, match=EMBEDDERS):
        embedders()
