"""Figures are embedded by those whom a setting names, live or as of a release, and by nobody without it."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.types import ASGIApp

from api import embedding
from api.security import SecurityHeaders
from data.catalog import Catalog
from data.settings import EMBEDDERS, embedders
from tests.asgi import get

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


def test_it_can_be_pinned_to_a_release(app: ASGIApp) -> None:
    now, then = (get(app, f"/embed/overview/overview-map?lang=en{release}") for release in ("", "&release=1.1.0"))
    assert "Version 1.1.0." in then.text
    assert "Version 1.1.0." not in now.text


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
def test_what_is_not_there_says_so(app: ASGIApp, path: str) -> None:
    answer = get(app, f"/embed/{path}")
    assert answer.status == 404
    assert answer.headers["content-type"].startswith("text/plain")


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
