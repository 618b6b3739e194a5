"""What breaks on the way of a request is logged without a word of who asked, and answered without a word of what broke."""

import asyncio
import inspect
import json
import logging

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp, Message
from starlette.websockets import WebSocket
from streamlit import error_util

from api.below import Below
from api.watch import Watch
from components import logs
from data.metrics import FAULTS, SESSIONS
from tests.asgi import HOST, get


async def broken(request: Request) -> Response:
    raise RuntimeError("secret inner words")


async def where(request: Request) -> Response:
    return PlainTextResponse(f"{request.base_url} {request.scope['path']}")


async def connected(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text(f"{SESSIONS._value.get()} {socket.url.path}")
    await socket.close()


def app(path: str = "") -> ASGIApp:
    routes = [
        Route("/take/slides", broken),
        Route("/broken/{what}", broken),
        Route("/where", where),
        WebSocketRoute("/stream", connected),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Below, path=path), Middleware(Watch)])


def connect(app: ASGIApp, path: str) -> str:
    """Open a connection, and return the first thing said on it."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "websocket", "path": path, "query_string": b"", "headers": [], "scheme": "ws", "server": ("a", 80)}
    asyncio.run(app(scope, receive, send))
    assert [message["type"] for message in sent] == ["websocket.accept", "websocket.send", "websocket.close"]
    return sent[1]["text"]


@pytest.mark.parametrize("kind", ["text", "json"])
def test_a_request_that_breaks_tells_the_log_of_page_and_keys_and_the_reader_nothing(
    kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    counted = FAULTS.labels("api.watch")
    before, counting = counted._value.get(), logs._Counting(logging.ERROR)
    # Another test may have begun the whole application in this process, which counts already.
    if not any(isinstance(one, logs._Counting) for one in logging.getLogger().handlers):
        logging.getLogger("api.watch").addHandler(counting)
    address = "/take/slides?country=MEX&find=my+own+name&me@mail.example=1"
    answer = get(app(), address, headers={"Cookie": "who=reader"})
    logging.getLogger("api.watch").removeHandler(counting)
    assert answer.status == 500
    assert answer.text.startswith("Something went wrong on our side.")
    assert "slides" not in answer.text
    assert counted._value.get() == before + 1
    (record,) = caplog.records
    written = logs.formatter(kind).format(record)
    assert "/take/slides" in written
    assert "secret inner words" in written
    for private in ("MEX", "my own name", "mail.example", "who=reader", "203.0.113.1"):
        assert private not in written
    if kind == "json":
        told = json.loads(written)
        assert (told["page"], told["keys"]) == ("/take/slides", ["country", "find"])
        assert (told["level"], told["logger"]) == ("ERROR", "api.watch")
        assert "RuntimeError" in told["exception"]
        assert "\n" not in written


def test_no_path_can_write_a_line_of_its_own(caplog: pytest.LogCaptureFixture) -> None:
    get(app(), "/broken/x%0a2026-11-28 ERROR data.library: The data is broken%1b[31m")
    (record,) = caplog.records
    first, *traceback = logs.formatter("text").format(record).splitlines()
    assert r"/broken/x\n2026-11-28 ERROR" in first
    assert "\x1b" not in first
    assert traceback[0].startswith("Traceback")
    assert not [line for line in traceback if line.startswith("2026")]


def test_an_error_of_a_page_is_logged_once() -> None:
    assert f'"{logs.AGAIN}"' in inspect.getsource(error_util), "Streamlit says it in other words"
    assert not logs.is_new(logging.LogRecord("streamlit.error_util", logging.ERROR, "", 1, logs.AGAIN, (), None))
    assert logs.is_new(logging.LogRecord("components.errors", logging.ERROR, "", 1, "The page %s failed", ("/",), None))
    assert not st.get_option("logger.enableRich")


def test_who_connects_is_counted_while_connected_and_not_named(caplog: pytest.LogCaptureFixture) -> None:
    before = SESSIONS._value.get()
    assert connect(app(), "/stream").split()[0] == str(before + 1)
    assert SESSIONS._value.get() == before
    named = logging.LogRecord("uvicorn.error", logging.INFO, "", 1, '%s - "WebSocket %s" [accepted]', (), None)
    assert not logs.names_nobody(named)
    assert logs.names_nobody(logging.LogRecord("uvicorn.error", logging.INFO, "", 1, "Shutting down", (), None))


@pytest.mark.parametrize("asked", ["/team/briefing/where", "/where"])
def test_below_a_path_all_is_the_same_whether_a_proxy_takes_it_away_or_not(asked: str) -> None:
    assert get(app("/team/briefing/"), asked).text == f"http://{HOST}/team/briefing/ /team/briefing/where"
    assert connect(app("team/briefing"), asked.replace("where", "stream")).endswith(" /team/briefing/stream")


def test_the_path_itself_leads_to_the_folder_from_which_links_are_told() -> None:
    assert get(app("briefing"), "/briefing?country=MEX").headers["location"] == "/briefing/?country=MEX"
    assert get(app("briefing"), "/briefings").status == 404
    assert get(app(""), "/where").text == f"http://{HOST}/ /where"
