"""What every answer forbids a browser."""

import asyncio

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import Message

from api.security import SecurityHeaders


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
        ("default-src", "'self'"),  # for whatever is not named
        ("connect-src", "'self'"),
        ("object-src", "'none'"),  # no plug-in
        ("base-uri", "'self'"),  # no injected <base> turns our relative addresses elsewhere
        ("form-action", "'self'"),  # no injected form sends anything elsewhere
        ("frame-ancestors", "'self'"),  # no other page frames ours to catch clicks
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


@pytest.mark.parametrize("device", ["camera", "geolocation", "microphone"])
def test_no_device_may_be_asked_for(headers: dict[str, str], device: str) -> None:
    assert f"{device}=()" in headers["permissions-policy"].split(", ")
