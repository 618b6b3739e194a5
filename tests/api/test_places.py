"""As many readers are in as there are places; a new one is told so, and who has been in is not sent away by loading the page anew."""

import asyncio

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from api.places import TRY_AGAIN_LATER, WAIT, Places
from data.metrics import REFUSED
from data.settings import MOST_SESSIONS, SESSIONS, sessions
from figures.room import COOKIE
from tests.asgi import get

BROWSER = {"accept": "text/html,*/*"}


class Stay:
    """Stands for Streamlit: holds each connection until it is told to leave."""

    def __init__(self) -> None:
        self.leave = asyncio.Event()
        self.served = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await PlainTextResponse("a page")(scope, receive, send)
            return
        self.served += 1
        await self.leave.wait()
        if scope["path"] == "/breaks":
            raise RuntimeError


async def connected(places: Places, path: str = "/_stcore/stream") -> list[Message]:
    """Ask for a connection, and return what was sent on it once it is over."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "websocket", "path": path, "headers": [], "subprotocols": ["streamlit", "token"]}
    await places(scope, receive, send)
    return sent


async def filled(most: int, *paths: str) -> tuple[Places, Stay, list[asyncio.Task[list[Message]]]]:
    behind = Stay()
    places = Places(behind, most)
    readers = [asyncio.create_task(connected(places, path)) for path in paths]
    while behind.served < len(paths):
        await asyncio.sleep(0)
    return places, behind, readers


def test_past_the_last_place_a_connection_is_ended_with_the_reason() -> None:
    before = REFUSED._value.get()

    async def run() -> list[Message]:
        places, behind, readers = await filled(2, "/1", "/2")
        assert REFUSED._value.get() == before
        sent = await connected(places)
        behind.leave.set()
        await asyncio.gather(*readers)
        assert places.taken == 0
        return sent

    accepted, closed = asyncio.run(run())
    assert (accepted["type"], accepted["subprotocol"]) == ("websocket.accept", "streamlit")
    assert (closed["type"], closed["code"]) == ("websocket.close", TRY_AGAIN_LATER)
    assert REFUSED._value.get() == before + 1


def test_whoever_leaves_frees_the_place_also_if_something_broke() -> None:
    async def run() -> None:
        places, behind, readers = await filled(1, "/breaks")
        behind.leave.set()
        assert isinstance((await asyncio.gather(*readers, return_exceptions=True))[0], RuntimeError)
        assert await connected(places) == []  # it was served

    asyncio.run(run())


def test_a_new_reader_is_told_on_a_page_in_both_languages_and_when_to_come_back() -> None:
    full = Places(Stay(), 0)
    for root in ("", "/briefing"):
        assert get(full, "/", root, BROWSER).status == 503
    answer = get(full, "/offices?country=MEX", headers=BROWSER)
    assert answer.status == 503
    assert answer.headers["retry-after"] == str(WAIT)
    assert '<section lang="en"><h1>Every place is taken</h1>' in answer.text
    assert '<section lang="es"><h1>' in answer.text


@pytest.mark.parametrize("headers", [{**BROWSER, "cookie": f"{COOKIE}=1366"}, {"accept": "image/png"}, {}], ids=str)
def test_who_has_been_in_gets_the_page_and_what_is_no_page_is_served(headers: dict[str, str]) -> None:
    assert get(Places(Stay(), 0), "/offices", headers=headers).text == "a page"


@pytest.mark.parametrize(
    "path",
    [
        "/healthz",
        "/readyz",
        "/metrics",
        "/api/v1/",
        "/api/v1/tables/offices.csv",
        "/present",
        "/cards/offices.png",
        "/feeds/changes.atom",
        "/take/slides",
    ],
)
def test_what_takes_no_place_is_answered_to_a_browser_too(path: str) -> None:
    assert get(Places(Stay(), 0), path, headers=BROWSER).status == 200


@pytest.mark.parametrize("stated", ["0", "-1", "many", "1.5", "٣"])
def test_a_setting_that_is_no_number_of_readers_is_refused(monkeypatch: pytest.MonkeyPatch, stated: str) -> None:
    monkeypatch.setenv(SESSIONS, stated)
    sessions.cache_clear()
    with pytest.raises(ValueError, match=SESSIONS):
        Places(Stay())
    sessions.cache_clear()


@pytest.mark.parametrize(("stated", "most"), [("", MOST_SESSIONS), ("40", 40)])
def test_the_setting_says_how_many_are_let_in(monkeypatch: pytest.MonkeyPatch, stated: str, most: int) -> None:
    monkeypatch.setenv(SESSIONS, stated)
    sessions.cache_clear()
    assert Places(Stay()).most == most
    sessions.cache_clear()
