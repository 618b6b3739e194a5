"""Has a document made by a process of its own, which then ends: what sets documents (Typst) keeps all that it ever set."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from loky import ProcessPoolExecutor

from briefing.worker import OtherFactsError, carry_out, order
from figures.view import View

P = ParamSpec("P")
T = TypeVar("T")

IDLE = 60
"""Seconds without an order after which such a process ends by itself, where the one that would end it was ended first."""


def made(make: Callable[Concatenate[View, P], T], view: View, *args: P.args, **kwargs: P.kwargs) -> T:
    """Return `make(view, …)`, made by another process; by this one where the other reads other facts.

    The function is one of a module's, and what it takes and returns can be sent (`pickle`).
    """
    with ProcessPoolExecutor(max_workers=1, timeout=IDLE) as pool:
        try:
            done: T = pool.submit(carry_out, order(view), make, *args, **kwargs).result()
        except OtherFactsError:
            return make(view, *args, **kwargs)
        return done
