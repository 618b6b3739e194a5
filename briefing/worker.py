"""What is made in a process of its own, so that readers of pages do not wait for it: `api/worker.py` starts it and hands it orders."""

import os
from collections.abc import Callable
from functools import cache
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar

from data.catalog import Catalog
from data.kept import catalog_of
from data.library import Library
from data.problem import DataError
from data.selection import Selection
from data.translation import translated
from figures.language import language
from figures.palette import Theme
from figures.view import View

P = ParamSpec("P")
T = TypeVar("T")

NICENESS = 10
"""How far it gives way to who answers readers of pages."""


class Order(NamedTuple):
    """A view as it is sent to another process, which has the catalog already.

    Attributes:
        facts: the fingerprint of the view's catalog.
        version: its version, by which a release is found.
        language: its code.
        page, selection, theme, choices, stated, room: as of the view.
    """

    facts: str
    version: str
    language: str
    page: str
    selection: Selection
    theme: Theme
    choices: tuple[tuple[str, tuple[str, ...]], ...]
    stated: str
    room: int


def order(view: View) -> Order:
    """Return what is sent of a view."""
    return Order(
        view.catalog.original.fingerprint,
        view.catalog.package["version"],
        view.language.code,
        view.page,
        view.selection,
        view.theme,
        view.choices,
        view.stated,
        view.room,
    )


class OtherFactsError(Exception):
    """The two processes read other facts: a table was broken after one of them had read it, or was just changed."""


def carry_out(ordered: Order, make: Callable[Concatenate[View, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what is made of a view, of the facts of today or of a release.

    Raises:
        OtherFactsError: neither are those of the view.
    """
    try:
        catalog = _facts(ordered)
    except DataError as error:
        raise OtherFactsError from error
    if catalog is None:
        raise OtherFactsError
    return make(_view(ordered, translated(catalog, ordered.language)), *args, **kwargs)


def give_way() -> None:
    """Let other processes go first."""
    os.nice(max(0, NICENESS - os.nice(0)))


def _facts(ordered: Order) -> Catalog | None:
    today = _library().current()
    if today.fingerprint == ordered.facts:
        return today
    kept = catalog_of(ordered.version)
    return kept if kept and kept.fingerprint == ordered.facts else None


def _view(ordered: Order, catalog: Catalog) -> View:
    return View(
        catalog,
        ordered.selection,
        language(ordered.language),
        ordered.theme,
        ordered.page,
        ordered.choices,
        ordered.stated,
        ordered.room,
    )


@cache
def _library() -> Library:
    return Library()
