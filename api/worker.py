"""Has processes of their own make what takes long (`briefing.worker`), each one order after the other.

Python runs one thread at a time: what a thread of this process made, every reader of a page would wait for.
"""

import logging
import threading
import warnings
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import BrokenExecutor
from contextlib import asynccontextmanager
from functools import partial
from typing import Concatenate, ParamSpec, TypeVar

from anyio import CapacityLimiter, to_thread
from loky import ProcessPoolExecutor
from starlette.responses import Response

from api.said import page
from briefing.worker import OtherFactsError, carry_out, give_way, order
from figures.view import View

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")

MOST = 32
"""Requests that may wait for one process; each takes a thread, which sleeps."""

LARGEST = "500e6"
"""Bytes beyond those of its start, after which a process is replaced between two orders: what sets documents keeps all that it ever set."""

AGAIN = 60
"""Seconds after which a request that found no room may come again."""

IDLE = 600
"""Seconds without an order after which the process that makes files ends: it holds much memory, and the next order starts another."""


class Worker:
    """One process, which is there when there is something to make, and those who wait for it."""

    def __init__(self, idle: float | None = None, most: int = MOST) -> None:
        """Start nothing yet.

        Args:
            idle: seconds without an order after which the process ends; None where it stays.
            most: requests that may wait.
        """
        self._idle = idle
        self._most, self._waiting = most, 0
        self._threads = CapacityLimiter(most)
        self._pool: ProcessPoolExecutor | None = None
        self._is_over = False
        self._starting = threading.Lock()
        self._here = threading.Lock()

    async def answer(
        self, view: View, respond: Callable[[], Response], headers: Mapping[str, str] | None = None
    ) -> Response:
        """Return what a function answers that calls `made`: it waits in a thread, so that what is made can be kept by `data.once`.

        Args:
            headers: of the answer that says, in the view's language, that too many wait already.
        """
        later = {"retry-after": str(AGAIN)} | dict(headers or {})
        if self._waiting >= self._most:
            said = view.language.gettext("Many files are being made just now. Try again in a minute.")
            return page(view.language, 503, said, later)
        # Counted here: a limiter counts whoever it has let in, which is a moment later.
        self._waiting += 1
        try:
            return await to_thread.run_sync(respond, limiter=self._threads)
        except BrokenExecutor:
            log.exception("What was ordered ended two workers")
            return page(view.language, 503, view.language.gettext("It could not be made. Try again."), later)
        finally:
            self._waiting -= 1

    def made(self, make: Callable[Concatenate[View, P], T], view: View, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return `make(view, …)`, made by the other process; by this one where there can be none, or where it reads other facts.

        The function is one of a module's, and what it takes and returns can be sent (`pickle`).

        Raises:
            BrokenExecutor: the process was ended meanwhile, and so was the one after it.
        """
        try:
            return self._result(partial(carry_out, order(view), make, *args, **kwargs))
        except OtherFactsError:
            log.info("A worker reads other facts than those that are shown: they are drawn by the process that serves")
        except OSError:
            log.warning(
                "No worker can be started: what it would make is made by the process that serves", exc_info=True
            )
        with self._here:
            return make(view, *args, **kwargs)

    def begin(self) -> None:
        """Take orders: the server begins."""
        with self._starting:
            self._is_over = False

    def stop(self) -> None:
        """End the process, whatever it makes, and start no other: the server ends, and would wait for it."""
        with self._starting:
            self._is_over, pool, self._pool = True, self._pool, None
        if pool:
            pool.shutdown(kill_workers=True)

    def _result(self, ordered: Callable[[], T]) -> T:
        try:
            return self._tried(ordered)
        except BrokenExecutor:
            if self._is_over:
                raise
            # An order changes nothing, and whoever waits, or comes after a process that ended while idle, is not to pay for it.
            log.warning("A worker was ended from outside: another is started")
            return self._tried(ordered)

    def _tried(self, ordered: Callable[[], T]) -> T:
        pool = self._begun()
        try:
            # The first order of whichever process takes it, also of one that replaces another: it gives way, and loky takes its measure
            # before it has made anything.
            pool.submit(give_way)
            done: T = pool.submit(ordered).result()
        except BrokenExecutor:
            self._forget(pool)
            raise
        return done

    def _begun(self) -> ProcessPoolExecutor:
        with self._starting:
            if self._is_over:
                raise BrokenExecutor("the server ends")
            if self._pool is None:
                # A process that holds too much is replaced whoever waits: that is no leak to look for, and would be said each time.
                warnings.filterwarnings("ignore", "A worker (was restarted|stopped) while some jobs", UserWarning)
                self._pool = ProcessPoolExecutor(
                    max_workers=1, timeout=self._idle, env={"LOKY_MAX_MEMORY_LEAK_SIZE": LARGEST}
                )
            return self._pool

    def _forget(self, pool: ProcessPoolExecutor) -> None:
        with self._starting:
            if self._pool is pool:
                self._pool = None


files = Worker(IDLE)
"""Who makes files to take away, of which one takes up to ten seconds."""

screens = Worker()
"""Who makes what is shown outside of our pages, of which nothing takes two."""


@asynccontextmanager
async def lifespan() -> AsyncIterator[None]:
    """Let processes be started while a server serves, and end them with it."""
    for worker in (files, screens):
        worker.begin()
    try:
        yield
    finally:
        for worker in (files, screens):
            await to_thread.run_sync(worker.stop)
