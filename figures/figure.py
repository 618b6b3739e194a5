"""What a figure is: a drawing together with everything a reader needs to read, check and take away."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias, Union

import pandas as pd

from data.queries.records.address import OF_COLUMN, address
from data.selection import FILTERS
from figures.ink.picture import Draw
from figures.view import View

if TYPE_CHECKING:
    # Named only: a page without a chart must not load the chart libraries.
    import plotly.graph_objects as go

    from figures.maps.deck import Scene

Drawing: TypeAlias = Union["go.Figure", "Scene", str]


@dataclass(frozen=True, eq=False)
class Figure:
    """A chart, map or table with its title, text equivalent, sources and rows.

    Attributes:
        key: a stable name, used for the file names of downloads and in the address of the figure.
        title: the finding, in one line.
        subtitle: what exactly is measured, in which unit, in one line or two under the title; empty where the title says it.
        text: what the drawing shows, in words, computed from the same rows.
        rows: exactly the rows shown, as the table and the downloads give them.
        columns: column of `rows` → its name for the reader.
        source_ids: the sources that the rows cite, the most important first.
        note: a caveat that the data needs; empty when there is none.
        drawing: a Plotly figure, a web map, or HTML (its SVG by `figures.ink.marks.drawing`); None for a figure that is a table.
        height: of the drawing on the page, in pixels.
        printed: HTML of the same drawing for paper, where that of the screen cannot be printed; else empty.
        legend: the key to shapes and colours, as HTML, shown under the drawing; empty where labels say it all.
        picture: makes the drawing as SVG for the picture to take away; None where there is none.
        apart: makes the same, each country and each mark a part of its own with its name as its title, for a file whose shapes
            can be edited; None where `picture` serves.
        narrowed_by: the filters of a selection that narrow its rows (`countries` stands for `regions`, too); its files and
            pictures name no other.
        chosen_by: the keys of its page's link that say which rows it shows; the names of its files tell them.
        of_table: the table of the data package that its rows are; the names of its files tell it. Empty for every other figure.
        search: what else narrows its rows, in the reader's words; its files and pictures name it beside the filters.
        aside: columns that the files hold and the table on the page leaves out: codes for which words stand there.
        holds: what its rows are, counted in the reader's words ("57 initiatives, with leads"); empty where they are just rows.
        sorted_by: column of words that hide their order, such as a date → the column of `rows` that has it.
        is_sought: whether later sources were sought for each of its rows: else it may be old because nobody looked for newer ones.
        widths: columns of the table that hold sentences → their width in pixels; the rows of such a table have three lines.
    """

    key: str
    title: str
    text: str
    rows: pd.DataFrame
    columns: Mapping[str, str]
    source_ids: tuple[str, ...]
    note: str = ""
    subtitle: str = ""
    drawing: Drawing | None = None
    height: int = 420
    printed: str = ""
    legend: str = ""
    picture: Draw | None = None
    apart: Draw | None = None
    narrowed_by: tuple[str, ...] = FILTERS
    chosen_by: tuple[str, ...] = ()
    of_table: str = ""
    search: str = ""
    aside: frozenset[str] = frozenset()
    holds: str = ""
    widths: Mapping[str, int] = field(default_factory=dict)
    sorted_by: Mapping[str, str] = field(default_factory=dict)
    is_sought: bool = False

    @cached_property
    def table(self) -> pd.DataFrame:
        """The rows as a reader sees them: the columns that have a name, under that name, but for codes."""
        return self.rows[list(self.shown)].rename(columns=dict(self.columns))

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """The columns of `rows` that a reader sees."""
        return tuple(name for name in self.columns if name not in self.aside)

    @cached_property
    def records(self) -> tuple[str, ...]:
        """By row, the address of the record that it tells of (empty where it has none); nothing at all if no row has one."""
        if "record" in self.rows:
            return tuple(self.rows["record"])
        column = next((name for name in OF_COLUMN if name in self.rows), None)
        if column is None:
            return ()
        return tuple(address(OF_COLUMN[column], code) if code else "" for code in self.rows[column].fillna(""))

    @cached_property
    def ways(self) -> tuple[str, ...]:
        """By row, the address that it leads to, as `View.address` gives it: the view that its `way` states, else its record; maybe empty."""
        if "way" in self.rows:
            return tuple(self.rows["way"])
        return tuple(View.address("record", id=[record]) if record else "" for record in self.records)


def is_chart(drawing: Drawing | None) -> bool:
    """Say whether a drawing is a Plotly chart, without loading Plotly to find out."""
    return any(kind.__module__.startswith("plotly") for kind in type(drawing).__mro__)
