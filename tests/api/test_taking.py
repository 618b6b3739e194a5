"""What is taken away over HTTP is what the shell makes, and the presentation is let load nothing."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.types import ASGIApp

from api import presenting, taking
from api.security import SecurityHeaders
from briefing import making
from data.catalog import Catalog
from tests.asgi import get
from tests.briefing.views import asked


@pytest.fixture(scope="module")
def app(catalog: Catalog) -> ASGIApp:
    routes = [*taking.routes(lambda: catalog), *presenting.routes(lambda: catalog)]
    return Starlette(routes=routes, middleware=[Middleware(SecurityHeaders)])


def test_a_file_is_made_of_the_view_that_the_link_states(app: ASGIApp, catalog: Catalog) -> None:
    answer = get(app, "/take/pack?country=KEN&lang=es")
    view = asked(catalog, "a country with one row", "es")
    assert answer.headers["content-type"] == "application/zip"
    assert making.file_name("pack", view) in answer.headers["content-disposition"]
    assert "KEN" in answer.headers["content-disposition"]
    assert answer.content.startswith(b"PK")


def test_a_kind_that_is_none_is_not_found(app: ASGIApp) -> None:
    assert get(app, "/take/keynote").status == 404


@pytest.mark.parametrize("path", ["present", "present/speaker"])
def test_a_presentation_may_load_nothing_and_runs_its_own_script_alone(app: ASGIApp, path: str) -> None:
    answer = get(app, f"/{path}?objective=3&lang=en")
    assert answer.status == 200
    policy = dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"].startswith("'sha256-")
    assert "unsafe-inline" not in policy["script-src"]
    assert "connect-src" not in policy
    assert "objective-3" in answer.text
    assert "objective-1" not in answer.text


def test_an_unknown_filter_is_left_out(app: ASGIApp) -> None:
    assert get(app, "/present?country=%3Cscript%3E&objective=99&lang=xx").status == 200
