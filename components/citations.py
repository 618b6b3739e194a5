"""Sources in the reader's language: in full as a list, in short as Markdown."""

from collections.abc import Iterable

import streamlit as st

from components import view
from figures import cited
from figures.cited import escape
from figures.ink import table

__all__ = ["brief", "escape", "show", "weightiest"]


def show(source_ids: Iterable[str]) -> None:
    """List sources as links, each with publisher and date, in the order given.

    As HTML: Markdown cannot say that a title is in another language than the page, and a screen reader would spell it out as if
    it were in that one.
    """
    here = view.current()
    st.html(table.items([cited.in_full(here.catalog, here.language, source_id) for source_id in source_ids]))


def weightiest(source_ids: Iterable[str], most: int) -> list[str]:
    """Return the few sources that a line of small type has room for, as short Markdown links: beside it stands how many there are."""
    return brief(cited.weightiest(view.current().catalog, source_ids)[:most])


def brief(source_ids: Iterable[str]) -> list[str]:
    """Return sources as short Markdown links, "publisher, date", for a line of small type."""
    here = view.current()
    return [cited.brief(here.catalog, here.language, source_id) for source_id in source_ids]
