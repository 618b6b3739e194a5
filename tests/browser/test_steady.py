"""A process that is served below a path, on a full disk, with tables that change: what it says, and that readers go on."""

import json
import os
import re
import signal
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.browser.reader import Reader
from tests.copied import copied
from tests.server import Server, launch

PATH = "/team/briefing"

RECORD = "/record?id=office:mex-tijuana"

LIMITED = ("sh", "-c", 'ulimit -f 0; ulimit -S -n 256; exec "$@"', "sh")
"""Lets a command write no byte to any file, as on a full disk, and begin with few files that may be open."""


class Steady(NamedTuple):
    """A served copy of the briefing, and the folder of its tables."""

    server: Server
    tables: Path

    @property
    def address(self) -> str:
        return f"{self.server.address}{PATH}"

    def answer(self, path: str) -> tuple[int, bytes]:
        """Ask for a path from the root of the server; below it lies `PATH`."""
        try:
            with urllib.request.urlopen(f"{self.server.address}{path}") as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read()

    def state(self) -> dict[str, str | None]:
        """What `/readyz` says."""
        return json.loads(self.answer("/readyz")[1])

    def change(self, old: str, new: str) -> None:
        """Change the table of offices, and wait until the process has met the change."""
        file, before = self.tables / "offices.csv", self.state()
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")
        while self.state() == before:
            sleep(0.05)


@pytest.fixture(scope="module")
def steady(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Steady]:
    folder = copied(tmp_path_factory.mktemp("copy"))
    server = launch(
        folder=folder,
        within=LIMITED,
        BRIEFING_LOG="json",
        BRIEFING_DRAIN="1",
        STREAMLIT_SERVER_BASE_URL_PATH=PATH.strip("/"),
    )
    yield Steady(server, folder / "data" / "tables")
    if server.process.poll() is None:
        server.kill()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page that no promise is held against: while its server is silent it complains, and should."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, locale="en-US")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("path", "begins"),
    [
        ("/offices?country=MEX", b"<!--"),
        ("/app/static/page.js", b"//"),
        ("/feeds/changes.atom", b"<?xml"),
        ("/cards/offices.png", b"\x89PNG"),
        ("/present?country=KEN", b"<!doctype html>"),
        ("/take/document?country=KEN", b"%PDF"),
        ("/take/slides?country=KEN", b"PK"),
        ("/_stcore/health", b"ok"),
    ],
)
def test_all_is_answered_below_the_path_on_a_full_disk_whether_a_proxy_takes_the_path_away_or_not(
    steady: Steady, path: str, begins: bytes
) -> None:
    handed_on, taken_away = steady.answer(f"{PATH}{path}"), steady.answer(path)
    assert handed_on[0] == taken_away[0] == 200
    assert handed_on[1].lower().startswith(begins.lower())
    if path.startswith(("/feeds", "/offices")):
        assert handed_on == taken_away
        assert f"{steady.address}/".encode() in handed_on[1]


def test_a_view_below_the_path_is_a_link_and_is_followed_changed_and_reloaded(
    watched: Callable[..., Page], steady: Steady
) -> None:
    reader = Reader(watched(steady.server.address), steady.address).open("/timeline?objective=3")
    with reader.page.expect_download() as file:
        reader.page.get_by_role("button", name="CSV", exact=True).first.click()
    assert file.value.url.startswith(f"{steady.address}/media/")
    reader.page.locator(".st-key-navigation").get_by_role("link", name="Objectives").click()
    expect(reader.page).to_have_url(f"{steady.address}/objectives?objective=3")
    reader.wait().choose_objective(4)
    expect(reader.page).to_have_url(f"{steady.address}/objectives?objective=3&objective=4")
    reader.page.reload()
    expect(reader.wait().what_is_on()).to_contain_text("Objective 3 or 4")
    reader.expect_no_fault()


def test_a_good_change_is_shown_and_a_bad_one_is_told_with_its_day_until_it_is_mended(
    watched: Callable[..., Page], steady: Steady
) -> None:
    reader = Reader(watched(steady.server.address), steady.address)
    note = reader.page.locator(".st-key-stale")
    steady.change("Tijuana,MEX", "Tijuana Norte,MEX")
    reader.open(RECORD)
    expect(reader.page.get_by_text("Tijuana Norte").first).to_be_attached()
    expect(note).to_have_count(0)
    steady.change("Tijuana Norte,MEX", "Tijuana,XXX")
    reader.open(RECORD)
    expect(reader.page.get_by_text("Tijuana Norte").first).to_be_attached()
    expect(note).to_have_text(
        re.compile(
            r"The tables were changed on \d+ \w+ \d{4}, \d\d:\d\d UTC and could not be read; what is shown is as of \d+ \w+"
        )
    )
    steady.change("Tijuana,XXX", "Tijuana,MEX")
    reader.open(RECORD)
    expect(note).to_have_count(0)
    expect(reader.page.get_by_text("Tijuana Norte")).to_have_count(0)


def test_a_server_that_falls_silent_is_said_to_be_in_our_words_and_the_choice_holds(page: Page, steady: Steady) -> None:
    reader = Reader(page, steady.address).open("/objectives?objective=3")
    said = page.locator("#outage")
    expect(said).to_have_text("")
    os.kill(steady.server.process.pid, signal.SIGSTOP)
    try:
        reader.choose_objective(4)
        expect(said).to_contain_text("connection to the briefing is lost")
    finally:
        os.kill(steady.server.process.pid, signal.SIGCONT)
    expect(said).to_have_text("")
    expect(reader.what_is_on()).to_contain_text("Objective 3 or 4")


def measured(steady: Steady, name: str) -> float:
    found = re.search(rf"^{name} (\S+)$", steady.answer("/metrics")[1].decode(), re.MULTILINE)
    assert found, name
    return float(found[1])


def test_what_runs_and_readers_cost_is_measured(page: Page, steady: Steady) -> None:
    before = {name: measured(steady, name) for name in ("briefing_run_seconds_count", "briefing_sessions_opened_total")}
    Reader(page, steady.address).open("/about")
    assert all(measured(steady, name) > count for name, count in before.items())
    assert measured(steady, "briefing_sessions") == 1
    assert 0 < measured(steady, "briefing_run_cpu_seconds_sum") <= steady.server.cpu()
    assert steady.answer(f"{PATH}/_stcore/metrics")[0] == steady.answer("/_stcore/metrics")[0] == 404
    limits = Path(f"/proc/{steady.server.process.pid}/limits").read_text()
    soft, hard = re.findall(r"Max open files +(\d+) +(\d+)", limits)[0]
    assert soft == hard


def listen(reader: ClientConnection) -> None:
    """Hear all that is said on a connection, until it is closed."""
    while True:
        reader.recv()


def test_a_process_that_is_told_to_end_says_so_lets_requests_end_and_sends_readers_on(steady: Steady) -> None:
    taken: list[tuple[int, bytes]] = []
    asking = threading.Thread(target=lambda: taken.append(steady.answer("/take/slides?country=MEX&lang=es")))
    with connect(
        f"{steady.server.address.replace('http', 'ws')}{PATH}/_stcore/stream", subprotocols=["streamlit"]
    ) as reader:
        steady.server.process.terminate()
        asking.start()
        while steady.answer("/readyz")[0] == 200:
            sleep(0.05)
        assert steady.state()["phase"] == "stopping"
        assert steady.answer("/healthz")[0] == 200
        with pytest.raises(ConnectionClosed) as closed:
            listen(reader)
    assert closed.value.rcvd
    assert closed.value.rcvd.code == 1012
    printed, _ = steady.server.process.communicate(timeout=30)
    asking.join()
    assert [(status, body[:2]) for status, body in taken] == [(200, b"PK")]
    lines = [json.loads(line) for line in printed.splitlines() if line.startswith("{")]
    assert [line for line in printed.splitlines() if line.strip() and not line.startswith("{")] == []
    assert lines
    for line in lines:
        assert {"time", "level", "logger", "message"} <= set(line)
        assert "127.0.0.1" not in line["message"]
    broken = [line["message"] for line in lines if line["logger"] == "data.library" and line["level"] == "ERROR"]
    assert len(broken) <= 1
