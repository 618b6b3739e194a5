"""What takes long is made by another process, of the same view, and whatever happens to that process, this one answers."""

import asyncio
import os
import threading
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from dataclasses import replace

import pytest
from starlette.responses import PlainTextResponse, Response

from api.worker import Worker
from briefing.worker import NICENESS
from data.catalog import Catalog
from data.selection import Selection
from data.translation import translated
from figures.language import language
from figures.view import View
from tests.api.making import killed, told


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    one = Worker(most=1)
    yield one
    one.stop()


@pytest.fixture(scope="module")
def view(catalog: Catalog) -> View:
    chosen = Selection(objectives=(3,), countries=("MEX",), first_year=2020, regions=("419",))
    return View(
        translated(catalog, "es"), chosen, language("es"), "dark", "offices", (("view", ("list",)),), "es", room=640
    )


def test_a_process_that_gives_way_makes_it_of_the_same_view(worker: Worker, view: View) -> None:
    there = worker.made(told, view, "word")
    assert there.process != os.getpid()
    assert there.niceness >= NICENESS
    assert there.seen == told(view, "word").seen
    assert worker.made(told, view, "again").process == there.process


def test_where_facts_differ_this_process_makes_it(worker: Worker, view: View) -> None:
    older = replace(view, catalog=replace(view.catalog.original, fingerprint="of an older state"))
    assert worker.made(told, older, "").process == os.getpid()


def test_a_process_that_was_killed_is_replaced(worker: Worker, view: View) -> None:
    first = worker.made(told, view, "")
    with pytest.raises(BrokenExecutor):
        worker.made(killed, view)
    second = worker.made(told, view, "")
    assert second.process not in {first.process, os.getpid()}


def test_what_is_stopped_leaves_no_process(view: View) -> None:
    one = Worker()
    process = one.made(told, view, "").process
    one.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_who_finds_no_room_is_told_so_in_their_language(worker: Worker, view: View) -> None:
    begun, over = threading.Event(), threading.Event()

    def slow() -> Response:
        begun.set()
        over.wait()
        return PlainTextResponse("made")

    async def two() -> tuple[Response, Response]:
        first = asyncio.create_task(worker.answer(view, slow))
        await asyncio.to_thread(begun.wait)
        second = await worker.answer(view, slow, {"x-frame": "kept"})
        over.set()
        return await first, second

    made, refused = asyncio.run(two())
    assert made.body == b"made"
    assert refused.status_code == 503
    assert int(refused.headers["retry-after"]) > 0
    assert refused.headers["x-frame"] == "kept"
    assert '<html lang="es"' in bytes(refused.body).decode()
