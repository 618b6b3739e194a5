"""A section of a country's brief: a table or a list, with what it rests on. What shows it decides how much of it is in sight."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from figures.ink import table
from figures.ink.table import Row


@dataclass(frozen=True)
class Section:
    """What a section says of one country.

    Attributes:
        key: a stable name.
        title: what it is about.
        columns: names of the columns; none for a plain list, whose rows have one cell.
        rows: its entries, cells as HTML, the weightiest first. What is small in a cell (`detail`) is not printed.
        empty: what it says without an entry.
        source_ids: what its entries cite, each once.
        note: a caveat.
        way: the page that shows more of it, and the words of the link.
        printed: how many entries a printed page holds, and how many where it holds two countries.
        in_sight: how many entries the screen shows; more are one step away, and sent only then.
    """

    key: str
    title: str
    columns: Row
    rows: Sequence[Row]
    empty: str
    source_ids: Sequence[str] = ()
    note: str = ""
    way: tuple[str, str] | None = None
    printed: tuple[int, int] = (4, 2)
    in_sight: int = 6


def detail(text: str) -> str:
    """Return a further line of a cell, which a printed page leaves out."""
    return f"<small>{escape(text)}</small>" if text else ""


def entries(section: Section, printed: int | None = None) -> str:
    """Return the entries of a section as HTML.

    Args:
        printed: how many of them a printed page holds; None for all.
    """
    if section.columns:
        return table.html(section.columns, section.rows, printed, section.key, section.title)
    return table.items([entry for (entry,) in section.rows], printed)


def noted(section: Section) -> str:
    """Return the caveat of a section as HTML; nothing where it has none."""
    return f"<p>{escape(section.note)}</p>" if section.note else ""
