"""Whoever keeps a process running is told how it is; who else may be told what it measures is settled."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from starlette.applications import Starlette

from api import health, metrics
from data import readiness, settings
from data.library import Library
from data.once import once
from data.readiness import Phase
from tests.asgi import Answer, get
from tests.package import part, spoil

NONE: Mapping[str, str] = {}


@pytest.fixture(autouse=True)
def nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(readiness, "_phase", Phase.STARTING)
    monkeypatch.delenv(settings.METRICS, raising=False)
    settings.watchers.cache_clear()
    yield
    settings.watchers.cache_clear()


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return part(tmp_path_factory.mktemp("health"), "offices")


@pytest.fixture
def library(package: Path) -> Library:
    return Library(package)


@pytest.fixture
def app(library: Library) -> Starlette:
    return Starlette(routes=[*health.routes(lambda: library), *metrics.routes(lambda: library)])


def ask(
    app: Starlette, path: str, peer: str = "127.0.0.1", host: str = "localhost:8501", headers: Mapping[str, str] = NONE
) -> Answer:
    return get(app, path, headers=headers, peer=peer, host=host)


def test_a_process_answers_from_its_first_moment_and_is_ready_once_figures_and_facts_are_there(
    app: Starlette, library: Library
) -> None:
    assert ask(app, "/healthz").status == 200
    assert ask(app, "/readyz").status == 503
    readiness.become(Phase.READY)
    told = ask(app, "/readyz")
    assert (told.status, json.loads(told.text)["phase"]) == (503, "without facts")
    catalog = library.current()
    told = ask(app, "/readyz")
    assert told.status == 200
    assert json.loads(told.text)["catalog"]["fingerprint"] == catalog.fingerprint[:12]
    assert json.loads(told.text)["catalog"]["facts_as_of"] == "2026-11-24"
    assert json.loads(told.text)["tables_broken_since"] is None
    assert told.headers["cache-control"] == "no-store"


def test_a_process_that_is_to_end_is_sent_nobody_and_never_ready_again(app: Starlette, library: Library) -> None:
    library.current()
    for phase in (Phase.READY, Phase.STOPPING, Phase.READY):
        readiness.become(phase)
    told = ask(app, "/readyz")
    assert (told.status, json.loads(told.text)["phase"]) == (503, "stopping")
    assert ask(app, "/healthz").status == 200


def test_broken_tables_are_told_of_and_readers_still_come(tmp_path: Path) -> None:
    package = part(tmp_path, "offices")
    library = Library(package)
    app = Starlette(routes=[*health.routes(lambda: library), *metrics.routes(lambda: library)])
    library.current()
    readiness.become(Phase.READY)
    assert "\nbriefing_tables_broken 0.0\n" in ask(app, "/metrics").text
    spoil(package, "offices", "Tijuana,MEX", "Tijuana,XXX")
    library.current()
    told = ask(app, "/readyz")
    assert told.status == 200
    assert json.loads(told.text)["tables_broken_since"]
    assert "XXX" not in told.text
    said = ask(app, "/metrics").text
    assert "\nbriefing_tables_broken 1.0\n" in said
    assert re.search(r"\nbriefing_tables_last_broken_timestamp_seconds 1\.\d+e\+09\n", said)


MINE = {"peer": "127.0.0.1", "host": "localhost:8501"}


@pytest.mark.parametrize(
    ("asker", "headers", "told"),
    [
        (MINE, {}, True),
        ({"peer": "::1", "host": "[::1]:8501"}, {}, True),
        ({"peer": "::ffff:127.0.0.1", "host": "127.0.0.1:8501"}, {}, True),
        ({"peer": "10.1.2.3", "host": "localhost:8501"}, {}, False),
        ({"peer": "127.0.0.1", "host": "briefing.example"}, {}, False),  # a proxy that hands on the host
        (MINE, {"X-Forwarded-For": "203.0.113.9"}, False),
        (MINE, {"X-Forwarded-For": "127.0.0.1"}, False),
        (MINE, {"Forwarded": "for=127.0.0.1"}, False),
        (MINE, {"Via": "1.1 proxy"}, False),
        ({"peer": "testclient", "host": "localhost:8501"}, {}, False),
    ],
)
def test_what_is_measured_is_told_on_the_machine_itself(
    app: Starlette, asker: dict[str, str], headers: dict[str, str], told: bool
) -> None:
    answer = ask(app, "/metrics", headers=headers, **asker)
    assert answer.status == (200 if told else 404)
    assert ("briefing_sessions" in answer.text) is told


@pytest.mark.parametrize(
    ("stated", "peer", "told"),
    [
        ("10.0.0.0/8 192.168.1.5", "10.1.2.3", True),
        ("10.0.0.0/8 192.168.1.5", "192.168.1.5", True),
        ("10.0.0.0/8", "::ffff:10.1.2.3", True),
        ("10.0.0.0/8", "127.0.0.1", False),
        ("", "127.0.0.1", False),
    ],
)
def test_who_else_may_be_told_is_stated(
    app: Starlette, monkeypatch: pytest.MonkeyPatch, stated: str, peer: str, told: bool
) -> None:
    monkeypatch.setenv(settings.METRICS, stated)
    assert ask(app, "/metrics", peer, "briefing:8501").status == (200 if told else 404)
    assert ask(app, "/metrics", peer, "briefing:8501", {"X-Forwarded-For": peer}).status == 404


def test_answers_that_are_kept_are_counted_by_who_makes_them(app: Starlette) -> None:
    @once(2)
    def doubled(number: int) -> int:
        return 2 * number

    assert [doubled(number) for number in (1, 1, 2, 1)] == [2, 2, 4, 2]
    said = ask(app, "/metrics").text
    name = rf'{{function="{re.escape(__name__)}\.[^"]*doubled"}}'
    assert re.search(rf"\nbriefing_cache_hits_total{name} 2\.0\n", said)
    assert re.search(rf"\nbriefing_cache_misses_total{name} 2\.0\n", said)


def test_prometheus_is_told_in_the_form_that_it_asks_for(app: Starlette) -> None:
    answer = ask(app, "/metrics", headers={"Accept": "application/openmetrics-text; version=1.0.0"})
    assert answer.headers["content-type"].startswith("application/openmetrics-text")
    assert answer.text.count("# EOF") == 1
    assert answer.text.endswith("# EOF\n")
