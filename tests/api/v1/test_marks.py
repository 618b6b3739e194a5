"""Whoever has the newest is told so, and any page may read."""

import gzip
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from anyio import create_task_group, run
from anyio.lowlevel import checkpoint
from starlette.types import ASGIApp, Message

from api.v1 import rows, tables
from api.v1.parts import PART, Parts
from data.catalog import Catalog
from figures.sources import listing
from tests.api.v1.conftest import serving
from tests.asgi import Answer, get

Ask = Callable[..., Answer]

ADDRESSES = [
    "tables",
    "tables/offices.csv?country=MEX",
    "tables/offices.xlsx",
    "tables/offices.parquet?limit=3",
    "tables/events?objective=2&lang=es",
    "records/office:mex-tijuana",
    "changes?since=2026-11-24",
    "datapackage.json",
    "datapackage.zip",
    "datapackage/offices.csv",
    "events.ics?country=MEX",
    "openapi.json",
    "",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_who_has_the_newest_is_told_so(ask: Ask, address: str) -> None:
    first = ask(address)
    mark = first.headers["etag"]
    assert first.status == 200
    assert mark.startswith('"')
    assert first.headers["cache-control"].startswith("public, max-age=")
    for stated in (mark, f"W/{mark}", f'"another", {mark}'):
        again = ask(address, if_none_match=stated)
        assert (again.status, again.content) == (304, b"")
        assert again.headers["etag"] == mark
        assert again.headers["access-control-allow-origin"] == "*"
        assert again.headers["vary"] == first.headers["vary"]
    assert ask(address, if_none_match='"another"').content == first.content


@pytest.mark.parametrize("address", ["tables/offices.xlsx", "tables/offices.parquet", "tables/offices.json"])
def test_one_mark_stands_for_one_file_whenever_it_is_made(
    ask: Ask, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ask(address)
    for made in (rows._made, tables._figure, listing.in_words):
        made.clear()
    again = ask(address)
    assert again.headers["etag"] == first.headers["etag"]
    assert again.content == first.content


def test_every_question_has_a_mark_of_its_own(ask: Ask, app: ASGIApp) -> None:
    asked = [
        *("tables/offices", "tables/offices.json", "tables/offices.csv", "tables/offices?lang=es", "tables/offices?limit=3"),
        *("tables/offices?country=MEX", "tables/offices?country=MEX&country=COL", "tables/events"),
    ]  # fmt: skip
    marks = [ask(address).headers["etag"] for address in asked]
    marks += [
        ask("tables/offices", accept="text/csv").headers["etag"],
        get(app, "/api/v1/tables/offices", root="/below").headers["etag"],
    ]
    assert len({*marks}) == len(marks)


def test_changed_facts_have_another_mark(ask: Ask, catalog: Catalog) -> None:
    changed = replace(catalog, fingerprint="another")
    other = get(serving(lambda: changed), "/api/v1/tables/offices.csv")
    assert other.headers["etag"] != ask("tables/offices.csv").headers["etag"]


def test_the_mark_of_a_compressed_answer_is_weak_and_answers_all_the_same(ask: Ask) -> None:
    plain, packed = ask("tables/events.csv"), ask("tables/events.csv", accept_encoding="gzip")
    assert gzip.decompress(packed.content) == plain.content
    assert packed.headers["etag"] == f"W/{plain.headers['etag']}"
    assert packed.headers["vary"].split(", ").count("Accept-Encoding") == 1
    for stated in (packed.headers["etag"], "*"):
        assert ask("tables/events.csv", accept_encoding="gzip", if_none_match=stated).status == 304


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_says_what_get_says(ask: Ask, address: str) -> None:
    whole, head = ask(address), ask(address, method="HEAD")
    assert (head.status, head.headers.items()) == (whole.status, whole.headers.items())
    assert int(head.headers["content-length"]) == len(whole.content)


@pytest.mark.parametrize("address", ["tables/offices.csv", "records/event:none", ""])
def test_a_page_of_any_origin_may_read_and_ask_first(ask: Ask, address: str) -> None:
    asked = {"origin": "https://news.example", "access_control_request_method": "GET"}
    first = ask(address, method="OPTIONS", access_control_request_headers="if-none-match", **asked)
    assert (first.status, first.content) == (204, b"")
    assert first.headers["access-control-allow-origin"] == "*"
    assert "GET" in first.headers["access-control-allow-methods"]
    assert first.headers["access-control-allow-headers"] == "*"
    assert "POST" not in first.headers["access-control-allow-methods"]
    answer = ask(address, **asked)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert {"ETag", "Link"} <= {*answer.headers["access-control-expose-headers"].split(", ")}
    assert "access-control-allow-credentials" not in answer.headers


def test_an_answer_is_made_away_from_the_thread_on_which_all_wait(catalog: Catalog) -> None:
    threads = []

    def noted() -> Catalog:
        threads.append(threading.current_thread().name)
        return catalog

    assert get(serving(noted), "/api/v1/tables/tciu.csv").status == 200
    assert threads == ["AnyIO worker thread"]


def test_a_large_answer_is_sent_in_parts_between_which_others_go() -> None:
    body, order = bytes(2 * PART + 1), list[object]()

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        order.append(message.get("body", message["type"]))

    async def other() -> None:
        while len(order) < 5:
            order.append("another")
            await checkpoint()

    async def both() -> None:
        async with create_task_group() as group:
            group.start_soon(Parts(body), {"type": "http", "method": "GET"}, receive, send)
            group.start_soon(other)

    run(both)
    sent = [one for one in order if one != "another"]
    assert sent == ["http.response.start", body[:PART], body[:PART], body[:1]]
    assert "another" in order[: order.index(body[:1])]
