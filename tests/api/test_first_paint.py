"""What a browser is given before Streamlit's script has come."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import Message

from api.first_paint import FONTS, ROOT, FirstPaint
from figures.palette import DARK, LIGHT

PAGE = f"<html><head><title>Streamlit</title></head><body>{ROOT}</body></html>"
STYLE = "p { max-width: 46rem; }"


async def page(request: Request) -> Response:
    return HTMLResponse(PAGE, headers={"etag": '"old"'})


async def other(request: Request) -> Response:
    return HTMLResponse("<p>no page</p>")


async def data(request: Request) -> Response:
    return JSONResponse({"root": ROOT})


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    text: str


Client = Callable[[str], Answer]


@pytest.fixture
def get(tmp_path: Path) -> Client:
    """Ask the application for a path, as a server would."""
    style = tmp_path / "style.css"
    style.write_text(STYLE, "utf-8")
    routes = [Route("/other", other), Route("/data", data), Route("/{path:path}", page)]
    app = Starlette(routes=routes, middleware=[Middleware(FirstPaint, style=style, title="The briefing")])

    def ask(address: str) -> Answer:
        path, _, query = address.partition("?")
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        scope = {
            "type": "http",
            "method": "GET",
            "path": path,
            "root_path": "",
            "query_string": query.encode(),
            "headers": [],
        }
        # In a thread of its own: the browser of other tests keeps a loop open in this one.
        with ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, app(scope, receive, send)).result()
        headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return Answer(sent[0]["status"], headers, b"".join(part.get("body", b"") for part in sent[1:]).decode())

    return ask


@pytest.mark.parametrize("path", ["/", "/offices", "/offices?country=MEX"])
def test_the_page_has_colours_fonts_style_and_outline_at_once(get: Client, path: str) -> None:
    text = get(path).text
    for said in (LIGHT.paper, DARK.paper, STYLE, "<title>The briefing</title>", *FONTS):
        assert said in text
    assert text.index('id="first-paint"') < text.index(ROOT)


def test_the_page_is_as_long_as_it_says_and_never_stale(get: Client) -> None:
    answer = get("/")
    assert int(answer.headers["content-length"]) == len(answer.text.encode())
    assert "etag" not in answer.headers


@pytest.mark.parametrize("path", ["/other", "/data"])
def test_other_answers_pass_unchanged(get: Client, path: str) -> None:
    assert "first-paint" not in get(path).text


def test_a_path_of_more_than_one_step_leads_to_the_page_it_ends_in(get: Client) -> None:
    answer = get("/a/b/offices?country=MEX")
    assert answer.status == 307
    assert answer.headers["location"] == "../../offices?country=MEX"


@pytest.mark.parametrize("path", ["/a//evil.example", "/a/https://evil.example"])
def test_a_redirect_never_leaves_the_host(get: Client, path: str) -> None:
    assert get(path).headers["location"].startswith("../")
