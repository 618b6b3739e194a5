"""What one run of the script settles once, however many of its parts ask."""

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_settled: ContextVar[dict[Any, Any] | None] = ContextVar("settled", default=None)
"""What this run has settled; None outside of a run, where nothing is kept. Each session runs in a thread of its own."""


def begin() -> None:
    """Begin a run: nothing is settled yet. Call once, at its start."""
    _settled.set({})


def forget() -> None:
    """End what the last run settled. A callback runs before the script, and what it writes changes the answers."""
    _settled.set(None)


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
