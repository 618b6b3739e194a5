"""What takes long is made by another process, of the same view, and whatever happens to that process, this one answers."""

import asyncio
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from dataclasses import replace

import pytest
from starlette.responses import PlainTextResponse, Response

from api import worker as worker_module
from api.worker import Worker
from briefing.worker import NICENESS
from data.catalog import Catalog
from data.kept import catalog_of
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


def test_what_is_as_of_a_release_is_made_by_the_other_process_too(worker: Worker, view: View) -> None:
    release = catalog_of("1.1.0")
    assert release
    there = worker.made(told, replace(view, catalog=translated(release, "es")), "")
    assert there.process != os.getpid()
    assert there.seen != worker.made(told, view, "").seen


def test_a_process_that_was_killed_is_replaced_and_nobody_pays_for_it(worker: Worker, view: View) -> None:
    first = worker.made(told, view, "").process
    os.kill(first, signal.SIGKILL)
    second = worker.made(told, view, "").process
    assert second not in {first, os.getpid()}


def test_what_ends_every_process_is_said_to_have_failed(worker: Worker, view: View) -> None:
    def respond() -> Response:
        worker.made(killed, view)
        return PlainTextResponse("made")

    refused = asyncio.run(worker.answer(view, respond))
    assert refused.status_code == 503
    assert int(refused.headers["retry-after"]) > 0
    assert worker.made(told, view, "").process != os.getpid()


def test_a_process_that_keeps_too_much_is_replaced(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_module, "LARGEST", "1e6")
    one = Worker()
    # loky looks once a second at most; each order is longer than that.
    first, second, third = (one.made(told, view, "", seconds=1.1).process for _ in range(3))
    one.stop()
    assert len({first, second, third}) > 1


def test_what_is_stopped_leaves_no_process(view: View) -> None:
    one = Worker()
    process = one.made(told, view, "").process
    one.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    with pytest.raises(BrokenExecutor):
        one.made(told, view, "")
    one.begin()
    assert one.made(told, view, "").process not in {process, os.getpid()}
    one.stop()


def test_who_finds_no_room_is_told_so_in_their_language(worker: Worker, view: View) -> None:
    over = threading.Event()

    def slow() -> Response:
        over.wait()
        return PlainTextResponse("made")

    async def two() -> list[Response]:
        # At the same moment: neither has been let into a thread yet.
        both = [asyncio.create_task(worker.answer(view, slow, {"x-frame": "kept"})) for _ in range(2)]
        await both[1]
        over.set()
        return await asyncio.gather(*both)

    made, refused = asyncio.run(two())
    assert made.body == b"made"
    assert refused.status_code == 503
    assert int(refused.headers["retry-after"]) > 0
    assert refused.headers["x-frame"] == "kept"
    assert '<html lang="es"' in bytes(refused.body).decode()
