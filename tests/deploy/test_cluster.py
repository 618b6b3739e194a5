"""What keeps the processes of a cluster."""

import sys
import time
from collections.abc import Iterator

import pytest

from deploy import cluster
from deploy.cluster import Kept

STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(600)"


@pytest.fixture
def kept() -> Iterator[Kept]:
    one = Kept("one", [sys.executable, "-c", "import time; time.sleep(600)"])
    one.keep()
    yield one
    one.wait(0)


def test_one_that_runs_is_let_be(kept: Kept) -> None:
    process = kept.process
    kept.keep()
    assert kept.process is process


def test_one_that_has_ended_is_started_anew_but_not_in_a_circle(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = kept.process
    assert ended
    ended.kill()
    ended.wait()
    kept.keep()
    assert kept.process is ended
    monkeypatch.setattr(cluster, "BREATH", 0)
    kept.keep()
    assert kept.process
    assert kept.process.pid != ended.pid
    assert kept.process.poll() is None


def test_one_that_does_not_end_is_ended(kept: Kept) -> None:
    stubborn = Kept("stubborn", [sys.executable, "-c", STUBBORN])
    stubborn.keep()
    assert stubborn.process
    stubborn.end()
    stubborn.wait(time.monotonic())
    assert stubborn.process.returncode


def test_the_proxy_is_told_of_every_process() -> None:
    assert cluster.servers([1001, 1002]).splitlines() == [
        "backend processes",
        "    server briefing1 127.0.0.1:1001",
        "    server briefing2 127.0.0.1:1002",
    ]


def test_ports_are_given_once() -> None:
    ports = cluster.free_ports(5)
    assert len({*ports}) == 5
