"""What every answer forbids a browser."""

import asyncio

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import Message

from api.security import OTHERS, SecurityHeaders
from data.settings import HSTS, https_alone
from tests.asgi import get


async def page(request: object) -> PlainTextResponse:
    return PlainTextResponse("")


@pytest.fixture(scope="module")
def headers() -> dict[str, str]:
    """The headers of an answer."""
    app = Starlette(routes=[Route("/", page)], middleware=[Middleware(SecurityHeaders)])
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(app({"type": "http", "method": "GET", "path": "/", "headers": []}, receive, send))
    return {name.decode(): value.decode() for name, value in sent[0]["headers"]}


@pytest.mark.parametrize(
    ("rule", "allowed"),
    [
        ("default-src", "'none'"),  # for whatever is not named
        ("connect-src", "'self'"),
        ("img-src", "'self' data:"),
        ("font-src", "'self' data:"),
        ("style-src", "'self' 'unsafe-inline'"),
        ("base-uri", "'none'"),  # no injected <base> turns our relative addresses elsewhere
        ("form-action", "'none'"),  # no injected form sends anything anywhere
        ("frame-ancestors", "'none'"),  # no page frames ours to catch clicks
    ],
)
def test_the_policy_allows_a_browser_no_other_host(headers: dict[str, str], rule: str, allowed: str) -> None:
    policy = dict(one.split(" ", 1) for one in headers["content-security-policy"].split("; "))
    assert policy[rule] == allowed


def test_no_script_runs_that_we_do_not_serve(headers: dict[str, str]) -> None:
    policy = dict(one.split(" ", 1) for one in headers["content-security-policy"].split("; "))
    allowed = policy["script-src"].split()
    assert {one for one in allowed if not one.startswith("'sha256-")} == {"'self'", "'wasm-unsafe-eval'"}


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("cross-origin-opener-policy", "same-origin"),  # a page that opens ours, or that ours opens, cannot steer it
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
    ],
)
def test_other_pages_learn_and_steer_nothing(headers: dict[str, str], header: str, value: str) -> None:
    assert headers[header] == value


def test_no_page_may_ask_for_anything_but_the_clipboard(headers: dict[str, str]) -> None:
    allowed = dict(one.split("=") for one in headers["permissions-policy"].split(", "))
    assert {name for name, to in allowed.items() if to != "()"} == {"clipboard-read", "clipboard-write"}
    assert len(allowed) > 50
    assert {"camera", "geolocation", "microphone", "payment", "usb"} <= allowed.keys()


@pytest.mark.parametrize(
    ("scheme", "seconds", "told"), [("https", 300, "max-age=300"), ("http", 300, None), ("https", 0, None)]
)
def test_only_who_came_by_https_is_told_to_come_by_nothing_else(scheme: str, seconds: int, told: str | None) -> None:
    app = SecurityHeaders(PlainTextResponse(""), seconds)
    assert get(app, "/", scheme=scheme).headers.get("strict-transport-security") == told


@pytest.mark.parametrize("stated", ["-1", "a year", "1e9"])
def test_a_setting_that_is_no_number_of_seconds_is_refused(monkeypatch: pytest.MonkeyPatch, stated: str) -> None:
    monkeypatch.setenv(HSTS, stated)
    https_alone.cache_clear()
    with pytest.raises(ValueError, match=HSTS):
        SecurityHeaders(PlainTextResponse(""))
    https_alone.cache_clear()


@pytest.mark.parametrize("stated", ["same-origin", "cross-origin"])
def test_other_pages_show_only_what_a_route_gives_them(stated: str) -> None:
    given = {} if stated == "same-origin" else {OTHERS: stated}
    assert get(SecurityHeaders(PlainTextResponse("", headers=given), 0), "/").headers[OTHERS] == stated
