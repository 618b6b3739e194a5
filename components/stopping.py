"""The end of a process that is told to end: it says so, serves on while readers are led elsewhere, ends what runs, and is gone in time."""

import asyncio
import logging
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from data import readiness, settings
from data.readiness import Phase

log = logging.getLogger(__name__)

LONGEST = 20.0
"""Seconds for which what runs may go on once nobody is let in any more. What takes longer breaks off."""


@contextmanager
def heard() -> Iterator[None]:
    """Until the block ends, answer to being told to end (SIGTERM) before the server does.

    `/readyz` says at once that nobody is to be sent here any more. The server closes its doors some seconds later
    (`data.settings.drain`): a proxy that has not asked yet still sends readers. The server then lets requests end, and closes connections with
    a code at which browsers look for another server (1012). Told a second time, it closes its doors at once.
    """
    server = signal.getsignal(signal.SIGTERM)
    if threading.current_thread() is not threading.main_thread() or not callable(server):
        yield
        return
    loop, wait = asyncio.get_running_loop(), settings.drain()

    def told(number: int, frame: FrameType | None) -> None:
        if readiness.phase() is Phase.STOPPING:
            server(number, frame)
            return
        readiness.become(Phase.STOPPING)
        bound = threading.Timer(wait + LONGEST, _break_off)
        bound.daemon = True
        bound.start()
        # From within a signal the loop must be woken, or it sleeps on.
        loop.call_soon_threadsafe(_later, loop, wait, server, number)

    signal.signal(signal.SIGTERM, told)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, server)


def _later(
    loop: asyncio.AbstractEventLoop, wait: float, server: Callable[[int, FrameType | None], object], number: int
) -> None:
    log.info("Told to end: no more readers are to be sent here; the doors close in %g s", wait)
    loop.call_later(wait, server, number, None)


def _break_off() -> None:
    log.error("What runs did not end within %g s and breaks off", LONGEST)
    logging.shutdown()
    os._exit(1)
