"""What takes minutes is begun once the pages are ready, unless a setting says otherwise, and ended with the server."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from api import ahead, presenting
from data import made, readiness
from data.catalog import Catalog
from data.readiness import Phase
from data.settings import AHEAD


class Told:
    """Stands for what makes ahead: it writes down what it is told."""

    def __init__(self) -> None:
        self.heard: list[str | Path] = []

    def begin(self, folder: Path) -> None:
        self.heard.append(folder)

    def stop(self) -> None:
        self.heard.append("stop")


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch) -> Told:
    told = Told()
    monkeypatch.setattr(ahead, "maker", told)
    monkeypatch.setattr(presenting, "make_ready", lambda shown: told.heard.append(shown.fingerprint))
    monkeypatch.delenv(AHEAD, raising=False)
    return told


def served(catalog: Catalog) -> None:
    """Serve for a moment."""

    async def serve() -> None:
        async with ahead.lifespan(lambda: catalog):
            begun = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
            await asyncio.wait(begun, timeout=0.5) if begun else None

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, serve()).result()


@pytest.mark.parametrize(
    ("phase", "setting", "begins"),
    [(Phase.READY, "", True), (Phase.STARTING, "", False), (Phase.READY, "no", False)],
)
def test_it_begins_when_the_pages_are_ready_and_the_setting_lets_it(
    maker: Told, catalog: Catalog, monkeypatch: pytest.MonkeyPatch, phase: Phase, setting: str, begins: bool
) -> None:
    monkeypatch.setattr(readiness, "_phase", phase)
    monkeypatch.setenv(AHEAD, setting)
    served(catalog)
    assert maker.heard == [*([made.folder(catalog), catalog.fingerprint] if begins else []), "stop"]
