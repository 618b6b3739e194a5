"""Whatever is asked, at whatever address and with whatever headers: an answer of ours, and nothing of the question in it unescaped.

The whole application answers, with all that `app.py` puts around it; of Streamlit only what answers with its page.
"""

import logging
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.types import ASGIApp
from streamlit.web.server.starlette.starlette_path_security_middleware import PathSecurityMiddleware
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_assets_routes

from api import taking
from app import ROOT
from app import app as briefing
from components.catalog import catalog
from data import feeds, link, pages
from data.settings import EMBEDDERS, embedders
from tests.asgi import HOST, Answer, get

MARK = "<img src=q onerror=q>"
"""What no answer holds, whatever was asked."""

WORDS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
    st.sampled_from(
        [
            MARK, f'">{MARK}', f"'>{MARK}", f"</script>{MARK}", f"</title>{MARK}", "javascript:alert(1)", "\r\nX-Evil: 1", "\0", "\x1b[2J",
            "../../etc/passwd", "..\\..\\a", "//evil.test", "\\\\evil.test\\a", "https://evil.test", "=1+1", "%00", "%0d%0a", "\u202e", "é" * 60,
            "\ufeff", "{{7*7}}", "${7*7}", "' OR 1=1", "A" * 5000, "-1", "9" * 400, "1e999", "NaN", "٣", "null", "[]", "9999-12-31", "0000-00-00",
        ]
    ),
)  # fmt: skip

KNOWN = st.sampled_from(
    ["1", "3", "MEX", "CHN", "es", "en", "2023", "419", "1.1.0", "2026-11-25", "offices", "office:deu-frankfurt"]
)

NAMES = sorted({"lang", "release", *(url for key in (*link.SHARED, *link.PAGE_KEYS, link.FIND) for url in key.urls)})

QUERIES = st.lists(st.tuples(st.one_of(st.sampled_from(NAMES), WORDS), st.one_of(WORDS, KNOWN)), max_size=6)

HEADERS = st.dictionaries(
    st.sampled_from(["accept", "accept-language", "accept-encoding", "cookie", "if-none-match", "range", "user-agent", "x-forwarded-host",
                     "x-forwarded-proto", "x-forwarded-prefix", "origin", "referer", "host", "sec-ch-ua-mobile"]),
    # What h11 lets through to an application: no control character.
    st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_characters="\x7f"), max_size=120),
    max_size=4,
)  # fmt: skip

SERVED = st.sampled_from(
    ["present", "present/speaker", "take/pack", "take/slides", "take/document",
        "take/whole", "embed/offices/offices-map", f"{feeds.ROUTE}/changes.atom",
     f"{feeds.ROUTE}/country-MEX.atom", "cards/offices.png", "assets/x.json", *pages.PATHS.values()]
)  # fmt: skip

PARTS = st.one_of(
    WORDS,
    st.sampled_from(
        [
            "present",
            "take",
            "embed",
            "feeds",
            "cards",
            "assets",
            "app",
            "static",
            "media",
            "..",
            ".",
            "",
            "_stcore",
            "api",
            "v1",
        ]
    ),
)

PATHS = st.one_of(
    SERVED.map(quote),
    st.lists(PARTS, min_size=1, max_size=4).map(lambda parts: "/".join(quote(part, safe="") for part in parts)),
)


@pytest.fixture(scope="module")
def app() -> Iterator[ASGIApp]:
    """All that answers but Streamlit's sessions. Files to take away are named, and not made, which takes seconds each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(EMBEDDERS, "https://news.example")
        embedders.cache_clear()
        patch.setattr(taking, "_made", lambda *_: b"")
        patch.setattr(taking, "_whole", lambda *_: Response())
        behind = Starlette(routes=create_streamlit_static_assets_routes(base_url=""))
        whole = Starlette(routes=briefing._user_routes, middleware=briefing._user_middleware)
        whole.router.default = PathSecurityMiddleware(behind)
        catalog()
        yield whole
    embedders.cache_clear()


class Errors(logging.Handler):
    """Notes what was logged as an error: a page that fails before its script says nothing to the reader."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(self.format(record))


@pytest.fixture(scope="module")
def errors() -> Iterator[Errors]:
    handler = Errors()
    logging.getLogger().addHandler(handler)
    yield handler
    logging.getLogger().removeHandler(handler)


def stated(query: list[tuple[str, str]]) -> str:
    return "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in query)


def expect_harmless(answer: Answer, errors: Errors) -> None:
    assert errors.told == []
    assert answer.status < 500
    for name, value in answer.headers.raw:
        assert not re.search(rb"[\r\n\0]", name + value)
        assert not name.startswith(b"x-evil")
    # A way on leads to where the question was asked, never to another host.
    assert re.match(rf"\.{{0,2}}/(?![/\\])|\.\.?/?$|http://{re.escape(HOST)}/|$", answer.headers.get("location", ""))
    assert MARK.encode() not in answer.content
    for trace in (b"Traceback (most", str(ROOT).encode(), b"site-packages"):
        assert trace not in answer.content
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"]


@given(page=st.sampled_from([*pages.PATHS.values()]), query=QUERIES)
@example(page="offices", query=[("country", MARK), ("find", f'">{MARK}')])
def test_a_page_begins_whatever_its_link_says(
    app: ASGIApp, errors: Errors, page: str, query: list[tuple[str, str]]
) -> None:
    answer = get(app, f"/{page}?{stated(query)}", headers={"accept": "text/html"})
    expect_harmless(answer, errors)
    assert answer.status in {200, 414}


@given(path=PATHS, query=QUERIES)
@example(path="present/", query=[])
@example(path="//evil.test/", query=[])
@example(path="%5Cevil.test", query=[])
@example(path="a/%2F%2Fevil.test", query=[])
def test_any_address_is_answered(app: ASGIApp, errors: Errors, path: str, query: list[tuple[str, str]]) -> None:
    expect_harmless(get(app, f"/{path}?{stated(query)}", headers={"accept": "text/html"}), errors)


@given(path=SERVED, headers=HEADERS)
def test_any_headers_are_answered(app: ASGIApp, errors: Errors, path: str, headers: dict[str, str]) -> None:
    expect_harmless(get(app, f"/{path}", headers=headers), errors)
