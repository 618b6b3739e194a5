"""What takes minutes is made before anybody asks for it, by a process that gives way to all others (`briefing.ahead`)."""

import asyncio
import logging
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from anyio import to_thread

from api import presenting
from data import made, readiness
from data.catalog import Catalog
from data.made import ROOT
from data.readiness import Phase
from data.settings import is_made_ahead

log = logging.getLogger(__name__)

COMMAND = ("nice", "-n", "19", sys.executable, "-m", "briefing.ahead")


class Maker:
    """The one process that makes ahead: whoever asks while it is at work waits for the same, and nobody who gives up stops it."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        """Take the command that makes all that is not there yet."""
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self, folder: Path) -> None:
        """Start it, unless it is at work.

        Args:
            folder: what it fills.
        """
        if self._process is None:
            self._process = subprocess.Popen([*self._command, str(folder)], cwd=ROOT, stdout=subprocess.DEVNULL)

    def failed(self) -> bool:
        """Return whether it ended without having made all. That is told once, and logged: who asks later has it tried anew."""
        if self._process is None or (status := self._process.poll()) is None:
            return False
        self._process = None
        if status:
            log.error("What is made ahead could not be made: status %s; why stands above", status)
        return bool(status)

    def stop(self) -> None:
        """End it: the server ends."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()


maker = Maker()


@asynccontextmanager
async def lifespan(catalog: Callable[[], Catalog]) -> AsyncIterator[None]:
    """Make ahead while a server serves, unless a setting says otherwise.

    Args:
        catalog: gives the newest good catalog.
    """
    waiting = asyncio.create_task(_begin(catalog)) if is_made_ahead() else None
    try:
        yield
    finally:
        if waiting:
            waiting.cancel()
            with suppress(asyncio.CancelledError):
                await waiting
        maker.stop()


async def _begin(catalog: Callable[[], Catalog]) -> None:
    """Begin once the pages are made ready: they come first."""
    while readiness.phase() is Phase.STARTING:
        await asyncio.sleep(1)
    try:
        maker.begin(await to_thread.run_sync(lambda: made.folder(catalog())))
        await to_thread.run_sync(presenting.make_ready, catalog(), abandon_on_cancel=True)
    except Exception:
        # It is made when somebody asks for it: the pages are served all the same.
        log.exception("Nothing could be made ahead")
