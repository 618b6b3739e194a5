"""The screen of every page, by the name of the page."""

from collections.abc import Callable
from importlib import import_module

from figures.screen import Screen
from figures.view import View

ROOMS = {"supply_chain": "flows", "record": "records", "changes": "records"}
"""Page → the room of its subject, where that bears another name."""

NAMES = {"changes": "changed"}
"""Page → the module of its screen, where the room holds several pages."""


def of(view: View) -> Screen:
    """Return the screen of the page that a view asks for."""
    return _maker(view.page)(view)


def _maker(page: str) -> Callable[[View], Screen]:
    """Return what makes a page's screen. Loaded when it is asked for: few readers see every page."""
    module = import_module(f"figures.{ROOMS.get(page, page)}.{NAMES.get(page, 'screen')}")
    return module.screen
