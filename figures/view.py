"""What a reader asks for, as one value: whatever a page shows is a function of it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from data import link, pages
from data.catalog import Catalog
from data.link import Key
from data.selection import Selection
from figures.language import Language
from figures.palette import Theme

ROOM = 960
"""Pixels of a page's column on a laptop, for whom nothing better is known."""


@dataclass(frozen=True)
class View:
    """The catalog, what the reader chose, how it is to be said and coloured, and the room there is for it.

    Attributes:
        page: the name of the page, one of `data.pages.PATHS`.
        choices: the page's own keys that are not at their default, by their names, as its link states them.
        stated: the language as the link states it; empty where it leaves it to the browser.
        room: pixels of the page's column, about: one of few widths, so that readers share what is drawn for it.
    """

    catalog: Catalog
    selection: Selection
    language: Language
    theme: Theme
    page: str = pages.HOME
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    stated: str = ""
    room: int = ROOM

    def choice(self, key: Key) -> Any:
        """Return the value of one of the page's own keys; its default where the link does not state it."""
        return key.read({url: list(values) for url, values in self.choices}, self.catalog)

    @cached_property
    def _filters(self) -> dict[str, list[str]]:
        return link.stated(self.selection, self.catalog)

    def address(self, page: str, **changes: list[str]) -> str:
        """Return the relative address of a page that carries this view on.

        Args:
            page: its name. The view's own page keeps its own choices.
            changes: keys of the link set anew; an empty list lifts one.
        """
        own = dict(self.choices) if page == self.page else {}
        language = {"lang": [self.stated]} if self.stated else {}
        query = self._filters | own | language | changes
        return pages.address(page, {key: values for key, values in query.items() if values})
