"""Answers made once for all who ask the same: a room of readers shares few views."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from functools import update_wrapper
from typing import Any, Generic, ParamSpec, Protocol, TypeVar, cast, runtime_checkable
from weakref import WeakSet

from data.selection import FILTERS

P = ParamSpec("P")
T = TypeVar("T")


@runtime_checkable
class Narrowable(Protocol):
    """A value that holds filters: a selection, or a view."""

    def only(self, names: tuple[str, ...]) -> "Narrowable":
        """Return it with every filter lifted but these."""


class _Same:
    """A value that cannot be hashed, such as a frame, taken for what it is: equal to itself alone.

    It holds the value, so that no other can take its place in memory while an answer is known by it.
    """

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value


class Once(Generic[P, T]):
    """A function whose newest answers are kept. Who asks for an answer that is just being made waits for it.

    Attributes:
        hits, misses: how often an answer was there, and how often it had to be made.
    """

    def __init__(self, make: Callable[P, T], most: int, by: tuple[str, ...] = FILTERS) -> None:
        """Take the function, how many answers are kept (the one that was asked for longest ago goes first), and by which filters."""
        self._make, self._most, self._by = make, most, by
        self._lock = threading.Lock()
        self._answers: OrderedDict[Hashable, Future[T]] = OrderedDict()
        self.hits = self.misses = 0
        update_wrapper(self, make)
        _all.add(self)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return the answer to these arguments."""
        if self._by != FILTERS:
            args = cast(Any, tuple(self._lifted(value) for value in args))
            kwargs = cast(Any, {name: self._lifted(value) for name, value in kwargs.items()})
        key = _key(args, kwargs)
        with self._lock:
            answer = self._answers.get(key)
            if answer is not None:
                self.hits += 1
                self._answers.move_to_end(key)
            else:
                self.misses += 1
                mine = self._answers[key] = Future[T]()
                while len(self._answers) > self._most:
                    self._answers.popitem(last=False)
        if answer is not None:
            return answer.result()
        try:
            mine.set_result(self._make(*args, **kwargs))
        except BaseException as error:
            # Nobody is told an old error: who asks later tries anew.
            with self._lock:
                if self._answers.get(key) is mine:
                    del self._answers[key]
            mine.set_exception(error)
            raise
        return mine.result()

    def _lifted(self, value: Any) -> Any:
        return value.only(self._by) if isinstance(value, Narrowable) else value

    def __len__(self) -> int:
        """Return how many answers are kept."""
        return len(self._answers)

    def clear(self) -> None:
        """Forget all answers."""
        with self._lock:
            self._answers.clear()


_all: WeakSet[Once[Any, Any]] = WeakSet()


def every() -> list[Once[Any, Any]]:
    """Return every function of this process whose answers are kept."""
    return list(_all)


def once(most: int, by: tuple[str, ...] = FILTERS) -> Callable[[Callable[P, T]], Once[P, T]]:
    """Keep the newest answers of a function for all readers. Nobody may change an answer, since others read it too.

    The function must depend on its arguments alone. A frame is known by identity: it hits only if it is itself an answer
    that is kept.

    Args:
        most: how many answers are kept.
        by: the filters of a selection, or of a view, that the answer depends on. The others are lifted before the function sees it, so that
            readers who differ in them alone share an answer.
    """
    return lambda make: Once(make, most, by)


def _key(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Hashable:
    return tuple(_hashable(value) for value in args), tuple((name, _hashable(kwargs[name])) for name in sorted(kwargs))


def _hashable(value: Any) -> Hashable:
    try:
        hash(value)
    except TypeError:
        # A list or a dictionary is made anew each time: as a key it would never be met again.
        if isinstance(value, (list, dict, set)):
            raise
        return _Same(value)
    return value
