"""Once the server says that it is ready, the first reader of any page finds every figure made."""

import json
import subprocess
import sys

import pytest
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from components import warm
from components.navigation import PAGES

# In a process of its own, since there is one runtime a process. Prints the figures kept: once ready, and once every page was read.
READY = """
import asyncio, gc, json
from app import app
from components import figure
from components.navigation import ENTRIES
from data import readiness
from data.readiness import Phase
from tests.opened import opened

async def main():
    ready, leave = asyncio.Event(), asyncio.Event()
    begun = [{"type": "lifespan.startup"}]

    async def receive():
        if begun:
            return begun.pop()
        await leave.wait()
        return {"type": "lifespan.shutdown"}

    async def send(message):
        if message["type"] == "lifespan.startup.complete":
            ready.set()

    living = asyncio.create_task(app({"type": "lifespan", "asgi": {"version": "3.0"}}, receive, send))
    await ready.wait()
    while readiness.phase() is not Phase.READY:
        await asyncio.sleep(0.05)
    kept = [len(figure.drawn)]
    for entry in ENTRIES:
        opened(entry.name)
        kept.append(len(figure.drawn))
    print(json.dumps({"kept": kept, "frozen": gc.get_freeze_count()}))
    leave.set()
    await living

asyncio.run(main())
"""


def test_the_first_reader_of_a_page_waits_for_no_figure() -> None:
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", READY], cwd=PAGES.parent, capture_output=True, text=True, check=True
    )
    told = json.loads(ran.stdout.splitlines()[-1])
    assert told["kept"][0] > 20
    assert len(set(told["kept"])) == 1, told["kept"]
    # What stands by then is never looked at again by the collector of garbage.
    assert told["frozen"] > 100_000


def test_the_theme_is_read_once_and_told_as_streamlit_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    read, asked = app_session._populate_theme_msg, []

    def counted(msg: CustomThemeConfig, section: str = "theme") -> None:
        asked.append(section)
        read(msg, section)

    monkeypatch.setattr(app_session, "_populate_theme_msg", counted)
    warm._read_the_theme_once()
    for section in ("theme", "theme.sidebar", "theme.dark"):
        by_streamlit = CustomThemeConfig()
        read(by_streamlit, section)
        for _ in range(2):
            told = CustomThemeConfig()
            app_session._populate_theme_msg(told, section)
            assert told == by_streamlit
    assert asked == ["theme", "theme.sidebar", "theme.dark"]
