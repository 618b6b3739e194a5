"""What a reader asks for, as one value: whatever a page shows is a function of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import parse_qs

from data import link, pages
from data.catalog import Catalog
from data.link import Key
from data.selection import Selection
from figures.language import Language
from figures.palette import Theme

ROOM = 960
"""Pixels of a page's column on a laptop, for whom nothing better is known."""

NAMED: Mapping[str, str] = {path or ".": page for page, path in pages.PATHS.items()}
"""What an address of ours begins with → the name of the page."""


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

    @staticmethod
    def address(page: str, **changes: list[str]) -> str:
        """Return the address of a page as what is drawn states it: what it sets anew, and nothing of what every link carries on.

        So the same drawing serves whatever filters do not narrow it. The page's script adds the rest when a link is used
        (components/static/page.js), by the rules of `carrying`, which does it where no script runs.

        Args:
            page: its name.
            changes: keys of the link set anew; an empty list lifts one.
        """
        return pages.address(page, {key: values or [""] for key, values in changes.items()})

    @cached_property
    def carried(self) -> str:
        """The query that a link to another page carries on: the filters, and the language that the link states."""
        return pages.query_of(self._carried)

    @cached_property
    def own(self) -> str:
        """The query that a link to the view's own page carries on beside `carried`: the page's choices."""
        return pages.query_of(dict(self.choices))

    def carrying(self, address: str) -> str:
        """Return an address, as `address` gives it, with what this view carries on; one that is none of our pages' as it is."""
        way, hash_, part = address.partition("#")
        path, _, stated = way.partition("?")
        page = NAMED.get(path)
        if page is None:
            return address
        query = (
            self._carried | (dict(self.choices) if page == self.page else {}) | parse_qs(stated, keep_blank_values=True)
        )
        kept = {key: [value for value in values if value] for key, values in query.items()}
        return pages.address(page, kept) + hash_ + part

    def holds(self, address: str) -> bool:
        """Say whether an address, as `address` gives it, leads to this view: it is of its page, and all that it states is chosen."""
        path, _, stated = address.partition("#")[0].partition("?")
        if NAMED.get(path) != self.page:
            return False
        own = dict(self.choices)
        return all(set(values) <= set(own.get(key, ())) for key, values in parse_qs(stated).items())

    def full(self, base: str, **changes: list[str]) -> str:
        """Return the full address of the view.

        Args:
            base: the full address of the first page, with a slash at its end.
            changes: keys of the link set anew, as of `address`.
        """
        return base + self.carrying(self.address(self.page, **changes)).removeprefix(".")

    def only(self, names: tuple[str, ...]) -> "View":
        """Return the view with every filter lifted but these, and no language stated: what does not depend on them is the same."""
        return replace(self, selection=self.selection.only(names), stated="")

    @cached_property
    def _carried(self) -> dict[str, list[str]]:
        language = {"lang": [self.stated]} if self.stated else {}
        return link.stated(self.selection, self.catalog) | language
