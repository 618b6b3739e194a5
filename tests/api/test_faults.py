"""Whatever breaks behind an answer, the log has all of it and the reader plain words."""

import logging

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from api import cards, embedding, feeds, fresh, presenting, taking
from api.security import SecurityHeaders
from api.watch import Watch
from data.catalog import Catalog
from data.library import Library
from data.problem import DataError
from data.settings import EMBEDDERS, embedders
from tests.asgi import get
from tests.package import part

SECRET = "/srv/inner/secret.csv"


def broken() -> Catalog:
    raise RuntimeError(f"secret words {SECRET}")


ROUTES = [route for module in (feeds, cards, presenting, taking, embedding) for route in module.routes(broken)]

ADDRESSES = [
    "feeds/changes.atom",
    "cards/offices.png",
    "present",
    "present/speaker",
    "take/pack",
    "take/whole",
    "embed/offices/offices-map",
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("accept", ["text/html", "*/*"])
def test_a_route_that_breaks_answers_in_plain_words(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, address: str, accept: str
) -> None:
    monkeypatch.setenv(EMBEDDERS, "https://news.example")
    embedders.cache_clear()
    app = Starlette(routes=ROUTES, middleware=[Middleware(SecurityHeaders, seconds=0), Middleware(Watch)])
    answer = get(app, f"/{address}", headers={"accept": accept})
    embedders.cache_clear()
    assert answer.status == 500
    assert "Something went wrong on our side" in answer.text
    for inner in ("secret", "Traceback", "RuntimeError", ".py"):
        assert inner not in answer.text
    assert answer.headers["content-type"].startswith("text/html" if accept == "text/html" else "text/plain")
    assert answer.headers["x-content-type-options"] == "nosniff"
    (logged,) = caplog.records
    assert SECRET in caplog.text
    assert logged.levelno == logging.ERROR


def test_an_answer_that_has_begun_is_broken_off() -> None:
    async def half() -> object:
        yield b"half"
        raise RuntimeError("secret words")

    async def endpoint(scope: Scope, receive: Receive, send: Send) -> None:
        await StreamingResponse(half())(scope, receive, send)

    with pytest.raises(RuntimeError):
        get(Watch(endpoint), "/")


def test_a_file_that_is_gone_is_not_told_by_where_it_lay(tmp_path, caplog: pytest.LogCaptureFixture) -> None:
    package = part(tmp_path, "offices")
    (package.parent / "tables" / "offices.csv").unlink()
    library = Library(package)
    with pytest.raises(Exception, match=r"offices\.csv") as caught:
        library.current()
    assert str(tmp_path) not in str(caught.value)


def test_a_package_that_cannot_be_read_is_not_told_by_where_it_lay(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = part(tmp_path, "offices")
    monkeypatch.setattr("data.library.build", lambda package: (package.parent / "nowhere.csv").open())
    with pytest.raises(Exception, match="No such file") as caught:
        Library(package).current()
    assert str(tmp_path) not in str(caught.value)


def test_while_no_facts_can_be_read_every_route_says_so_and_the_log_is_not_filled(
    tmp_path, caplog: pytest.LogCaptureFixture
) -> None:
    package = part(tmp_path, "offices")
    (package.parent / "tables" / "offices.csv").unlink()
    library = Library(package)
    routes = [route for module in (fresh, feeds, taking, presenting) for route in module.routes(library.current)]
    app = Starlette(routes=routes, middleware=[Middleware(Watch)])
    for address in ("/facts", "/take/slides", "/present", "/feeds/changes.atom") * 3:
        answer = get(app, address)
        assert answer.status == 503
        assert "retry-after" in answer.headers
    assert len(caplog.records) == 1
    ways = []
    for _ in range(2):
        with pytest.raises(DataError) as caught:
            library.current()
        ways.append(len(caught.traceback))
    assert ways[0] == ways[1]
