"""Many readers at once, who speak Streamlit's own protocol: what a room costs, without a browser for each.

A reader opens a page, waits for all of it, then changes the objective filter at a steady pace and waits each time until the
server says that its script has ended. What a browser would add, drawing, is not measured here.
"""

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import cycle
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

PATIENCE = 60
"""Seconds after which an answer counts as failed."""

OBJECTIVES: Sequence[tuple[int, ...]] = (
    (1,), (1, 2), (2,), (2, 3), (3,), (3, 4), (4,), (1, 4), (), (1, 3), (2, 4), (1, 2, 3), (),
)  # fmt: skip
"""What a reader chooses, one after the other; each begins at another place, so that a room shares views and not moments."""


@dataclass
class Times:
    """Seconds that readers waited: for their first page, and for each change; and how many gave up."""

    first: list[float] = field(default_factory=list)
    changes: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


class Reader:
    """One reader: a connection, what the page holds, and what the browser would keep."""

    def __init__(self, address: str, page: str, choices: Iterator[tuple[int, ...]]) -> None:
        """Take the server's address, the page's path without slashes, and the objectives to choose, one set after the other."""
        self._address, self._page, self._choices = address, page, choices
        self._query: dict[str, list[str]] = {}
        self._query_before: dict[str, list[str]] = {}
        self._session = ""
        self._script = ""
        self._pills = ""
        self._options: list[str] = []
        self._known: dict[str, int] = {}
        self._runs = 0
        self.files: dict[str, str] = {}
        """Key of a figure → by what the server knows its rows as CSV, which it makes when they are asked for."""

    async def open(self) -> ClientConnection:
        """Connect and wait for the whole first page."""
        stream = await connect(
            f"{self._address.replace('http', 'ws', 1)}/_stcore/stream",
            subprotocols=["streamlit"],
            origin=self._address,
            max_size=None,
            ping_interval=None,
            open_timeout=PATIENCE,
        )
        await self._run(stream, [])
        return stream

    async def change(self, stream: ClientConnection) -> None:
        """Choose other objectives and wait until the page shows them."""
        chosen = next(self._choices)
        self._query = {"objective": [str(number) for number in chosen]} if chosen else {}
        await self._run(stream, [self._options[number - 1] for number in chosen])

    async def follow(self, stream: ClientConnection, query: dict[str, list[str]]) -> None:
        """Follow a link to another view of the page, and wait until it is shown."""
        self._query, self._query_before, self._pills = query, query, ""
        await self._run(stream, [])

    async def ask(self, stream: ClientConnection, file: str) -> str:
        """Click on what makes a file, and return the address at which it then lies.

        Raises:
            FileNotFoundError: the server gives no such file.
        """
        message = BackMsg()
        asked = message.backend_operation_request
        asked.session_id, asked.request_id, asked.deferred_file.file_id = self._session, file, file
        await stream.send(message.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            async for data in stream:
                reply = ForwardMsg.FromString(data)
                if reply.WhichOneof("type") == "backend_operation_response":
                    answer = reply.backend_operation_response
                    if answer.error_msg:
                        raise FileNotFoundError(answer.error_msg)
                    return f"{self._address}{answer.deferred_file.url}"
        raise ConnectionError("The server closed the connection")

    async def _run(self, stream: ClientConnection, chosen: list[str]) -> None:
        message = BackMsg()
        state = message.rerun_script
        # As a browser does: the link is still the one before the change; the server writes the new one.
        state.query_string = urlencode(self._query_before, doseq=True) if self._runs else ""
        state.page_script_hash, state.page_name = self._script, "" if self._runs else self._page
        state.cached_message_hashes.extend(self._known)
        state.context_info.url = f"{self._address}/{self._page}"
        state.context_info.locale, state.context_info.timezone = "en-US", "America/New_York"
        state.context_info.color_scheme = "light"
        if self._pills:
            widget = state.widget_states.widgets.add()
            widget.id = self._pills
            widget.string_array_value.data.extend(chosen)
        await stream.send(message.SerializeToString())
        self._runs += 1
        await asyncio.wait_for(self._until_rest(stream), PATIENCE)
        self._query_before = self._query

    async def _until_rest(self, stream: ClientConnection) -> None:
        async for data in stream:
            message = ForwardMsg.FromString(data)
            kind = message.WhichOneof("type")
            if message.metadata.cacheable:
                self._known[message.hash] = self._runs
            elif kind == "ref_hash":
                self._known[message.ref_hash] = self._runs
            if kind == "new_session":
                self._session = message.new_session.initialize.session_id
                self._script = message.new_session.page_script_hash
            elif kind == "navigation":
                self._script = message.navigation.page_script_hash
            elif kind == "delta":
                self._look(message)
            elif kind == "script_finished":
                assert message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
                # A browser forgets a message that some runs did not name.
                self._known = {hash_: run for hash_, run in self._known.items() if run > self._runs - 3}
                return
        raise ConnectionError("The server closed the connection")

    def _look(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        _, _, figure = element.download_button.id.partition("-csv-")
        if figure:
            self.files[figure] = element.download_button.deferred_file_id
        if element.WhichOneof("type") == "button_group" and element.button_group.id.endswith("-objective"):
            self._pills = element.button_group.id
            self._options = [option.content for option in element.button_group.options]


async def _read(reader: Reader, times: Times, pause: float, changes: int, delay: float) -> None:
    await asyncio.sleep(delay)
    try:
        start = time.perf_counter()
        stream = await reader.open()
    except (WebSocketException, OSError, TimeoutError) as error:
        times.failed.append(repr(error))
        return
    times.first.append(time.perf_counter() - start)
    try:
        for _ in range(changes):
            start = time.perf_counter()
            await reader.change(stream)
            took = time.perf_counter() - start
            times.changes.append(took)
            await asyncio.sleep(max(0.0, pause - took))
    except (WebSocketException, OSError, TimeoutError) as error:
        times.failed.append(repr(error))
    finally:
        with suppress(WebSocketException, OSError):
            await stream.close()


def room(address: str, page: str, readers: int, changes: int, pause: float = 2.0, spread: float = 0.0) -> Times:
    """Let readers open a page and change it, and return how long they waited.

    Args:
        address: of the server, such as http://localhost:8501.
        page: the page's path without slashes, such as `offices`; empty for the first page.
        changes: of the filter, by each reader.
        pause: seconds from one change of a reader to the next.
        spread: seconds over which the readers come; with 0 all open the page at the same moment.
    """
    times = Times()

    async def fill() -> None:
        await asyncio.gather(
            *(
                _read(
                    Reader(address, page, cycle([*OBJECTIVES[at % len(OBJECTIVES) :], *OBJECTIVES[: at % len(OBJECTIVES)]])),
                    times, pause, changes, spread * at / readers,
                )
                for at in range(readers)
            )
        )  # fmt: skip

    asyncio.run(fill())
    return times


def held(address: str, page: str, readers: int, look: Callable[[], None]) -> None:
    """Open a page for readers at once, look while all of them have it, and let them go."""

    async def hold() -> None:
        streams = await asyncio.gather(*(Reader(address, page, cycle(OBJECTIVES)).open() for _ in range(readers)))
        look()
        await asyncio.gather(*(stream.close() for stream in streams))

    asyncio.run(hold())
