"""Who may hold a connection, and what may be sent."""

import asyncio
import json
from collections.abc import Iterable

import pytest
from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send
from streamlit import net_util
from streamlit.web.server.starlette.starlette_websocket import _is_origin_allowed

from api.door import LONGEST_MESSAGE, Door
from api.v1.problem import TYPE

OURS = "briefing.example:8501"


class Application:
    """Stands for Streamlit: takes every connection that comes to it, and notes what it was told."""

    def __init__(self) -> None:
        self.reached = False
        self.headers: dict[str, str] = {}
        self.heard: list[Message] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.reached = True
        self.headers = {name.decode(): value.decode() for name, value in scope["headers"]}
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
            while (message := await receive())["type"] == "websocket.receive":
                self.heard.append(message)
            self.heard.append(message)


def ask(
    app: Application, scope: Scope, hosts: Iterable[str] = (), said: Iterable[Message] = (), **headers: str
) -> list[Message]:
    """Bring a request to the door and return what is sent back."""
    sent: list[Message] = []
    coming = iter([*said, {"type": f"{scope['type']}.disconnect", "code": 1000}])

    async def receive() -> Message:
        return next(coming)

    async def send(message: Message) -> None:
        sent.append(message)

    raw = [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in headers.items()]
    asyncio.run(Door(app, hosts=[*hosts])({**scope, "headers": raw}, receive, send))
    return sent


def connect(hosts: Iterable[str] = (), **headers: str) -> Application | None:
    """Ask for a connection; return what stands behind the door if it was reached."""
    app = Application()
    sent = ask(app, {"type": "websocket", "path": "/_stcore/stream"}, hosts, **headers)
    assert sent[0]["type"] == ("websocket.accept" if app.reached else "websocket.close")
    return app if app.reached else None


FOREIGN = [
    "https://evil.test",
    "null",
    "",
    "file://",
    f"https://evil.test/{OURS}",
    f"https://{OURS}.evil.test",
    f"https://evil-{OURS}",
    "https://briefing.example:9999",
    "https://[",
    "javascript:alert(1)",
    "https://é.test",
]


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_page_of_another_origin_gets_no_connection(origin: str) -> None:
    assert not connect(host=OURS, origin=origin)


def test_a_request_that_names_no_host_is_nobody_s() -> None:
    assert not connect(origin="https://evil.test")
    assert not connect(origin="null", host="")


ACCEPTED = [
    {"host": OURS, "origin": f"http://{OURS}"},
    {"host": OURS, "origin": f"https://{OURS.upper()}"},
    {"host": "[::1]:8501", "origin": "http://[::1]:8501"},
    {"host": "inner:80", "x_forwarded_host": OURS, "origin": f"https://{OURS}"},
    {"host": "inner:80", "x_forwarded_host": f"{OURS}, middle:81", "origin": f"https://{OURS}"},
    {"host": OURS},
]


@pytest.mark.parametrize("headers", ACCEPTED, ids=str)
def test_our_own_pages_are_let_in(headers: dict[str, str]) -> None:
    assert connect(**headers)


@pytest.mark.parametrize(
    ("origin", "let_in"),
    [
        ("https://known.example", True),
        ("https://known.example:444", True),
        ("https://a.wide.example", True),
        ("https://wide.example", False),
        ("https://other.example", False),
        ("https://evilwide.example", False),
    ],
)
def test_a_host_that_was_named_is_ours_behind_a_proxy_that_tells_of_none(origin: str, let_in: bool) -> None:
    assert bool(connect(["Known.example", "*.wide.example"], host="inner:80", origin=origin)) is let_in


def test_to_name_every_host_opens_the_door_to_no_origin() -> None:
    assert not connect(["*"], host=OURS, origin="https://evil.test")


@pytest.mark.parametrize("headers", ACCEPTED, ids=str)
def test_streamlit_asks_no_outside_host_about_whoever_is_let_in(
    headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked() -> None:
        pytest.fail("Streamlit looks for the address of its own machine")

    monkeypatch.setattr(net_util, "get_external_ip", asked)
    monkeypatch.setattr(net_util, "get_internal_ip", asked)
    behind = connect(**headers)
    assert behind
    assert _is_origin_allowed(behind.headers.get("origin"), behind.headers.get("host"))


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_nothing_is_taken(method: str) -> None:
    app = Application()
    sent = ask(app, {"type": "http", "method": method, "path": "/_stcore/upload_file/a/b"})
    assert not app.reached
    assert sent[0]["status"] == 405


@pytest.mark.parametrize("headers", [{"content_length": "1"}, {"transfer_encoding": "chunked"}], ids=str)
def test_a_question_brings_nothing_along(headers: dict[str, str]) -> None:
    app = Application()
    sent = ask(app, {"type": "http", "method": "GET", "path": "/"}, **headers)
    assert not app.reached
    assert sent[0]["status"] == 413


@pytest.mark.parametrize("root", ["", "/briefing"])
def test_a_program_that_brings_something_is_told_in_a_problem_document(root: str) -> None:
    app = Application()
    scope = {"type": "http", "method": "GET", "path": f"{root}/api/v1/tables", "root_path": root, "query_string": b""}
    begun, body = ask(app, scope, host=OURS, content_length="1")
    headers = Headers(raw=begun["headers"])
    assert not app.reached
    assert (begun["status"], headers["content-type"]) == (413, TYPE)
    assert headers["access-control-allow-origin"] == "*"
    assert json.loads(body["body"])["type"] == f"{root}/api/v1/#brings-something"


def test_what_may_be_asked_of_a_page_is_told_as_who_sends_something_is_told() -> None:
    app = Application()
    told = [
        ask(app, {"type": "http", "method": method, "path": "/offices", "query_string": b""}, host=OURS)[0]
        for method in ("OPTIONS", "POST")
    ]
    assert not app.reached
    assert [one["status"] for one in told] == [204, 405]
    allowed = [Headers(raw=one["headers"])["allow"] for one in told]
    assert allowed == ["GET, HEAD, OPTIONS"] * 2


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/upload_file/a/b", "/component/a/b.html"])
@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_what_streamlit_serves_beside_pages_is_shut(kind: str, path: str) -> None:
    app = Application()
    sent = ask(app, {"type": kind, "method": "GET", "path": path})
    assert not app.reached
    assert sent[0].get("status", sent[0].get("code")) == {"http": 404, "websocket": 1008}[kind]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_everything_may_be_read_from_anywhere(method: str) -> None:
    app = Application()
    ask(app, {"type": "http", "method": method, "path": "/"}, host=OURS, origin="https://evil.test")
    assert app.reached


@pytest.mark.parametrize(
    ("sent", "code"), [({"bytes": b"x" * (LONGEST_MESSAGE + 1)}, 1009), ({"text": "hello"}, 1003)], ids=["long", "text"]
)
def test_a_message_that_no_browser_of_ours_sends_ends_the_connection(sent: Message, code: int) -> None:
    app = Application()
    fits, other = ({"type": "websocket.receive", **one} for one in ({"bytes": b"x" * LONGEST_MESSAGE}, sent))
    answered = ask(app, {"type": "websocket", "path": "/_stcore/stream"}, said=[fits, other, fits])
    assert [message["type"] for message in app.heard] == ["websocket.receive", "websocket.disconnect"]
    assert answered[-1] == {"type": "websocket.close", "code": code}


@pytest.mark.parametrize("root", ["", "/briefing"])
def test_what_streamlit_measures_is_told_to_nobody(root: str) -> None:
    app = Application()
    scope = {"type": "http", "method": "GET", "path": f"{root}/_stcore/metrics", "root_path": root}
    assert ask(app, scope, host=OURS)[0]["status"] == 404
    assert not app.reached
