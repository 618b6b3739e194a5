"""One run of the script: its turn among those of other readers, and what it settles once, however many of its parts ask."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from threading import BoundedSemaphore
from time import perf_counter, thread_time
from typing import Any, ParamSpec, TypeVar

from data.metrics import CPU, RUNS, WAITS

P = ParamSpec("P")
T = TypeVar("T")

AT_ONCE = 1
"""Runs that compute at the same moment, of all readers. Python computes one at a time anyway: of fifty at once each would end
last, and the thread that sends would hardly get its turn. Of two, each change of hands costs: a room of fifty took half as much
processor time again, and waited twice as long."""

_turns = BoundedSemaphore(AT_ONCE)

_settled: ContextVar[dict[Any, Any] | None] = ContextVar("settled", default=None)
"""What this run has settled; None outside of a run, where nothing is kept. Each session runs in a thread of its own."""


@contextmanager
def begun() -> Iterator[None]:
    """Wait for this run's turn, and settle nothing yet. What it settles is forgotten with it: a callback comes before the next."""
    came = perf_counter()
    with _turns:
        WAITS.observe((begun := perf_counter()) - came)
        spent = thread_time()
        _settled.set({})
        try:
            yield
        finally:
            _settled.set(None)
            RUNS.observe(perf_counter() - begun)
            CPU.observe(thread_time() - spent)


def once_a_run(make: Callable[P, T]) -> Callable[P, T]:
    """Ask a function only once a run for the same arguments. It must not depend on anything that a run changes."""

    @wraps(make)
    def asked(*args: P.args, **kwargs: P.kwargs) -> T:
        settled = _settled.get()
        if settled is None:
            return make(*args, **kwargs)
        key = make, args, tuple(kwargs.items())
        if key not in settled:
            settled[key] = make(*args, **kwargs)
        return settled[key]

    return asked
