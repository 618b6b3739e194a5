"""What a reader takes away from a figure: its rows as a table and as files, its picture, and a citation."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

import streamlit as st

from components import filters, view
from components.language import _, counted
from data import exports
from data.dialects import csvw
from figures import imprint
from figures.figure import Figure
from figures.ink import picture
from figures.plain_table import parts, plain_table
from figures.view import View

ROW_OF_SENTENCES = 80
"""Pixels of a row whose sentences wrap to three lines."""

FEW = 60
"""Rows up to which a table is text; one of more is drawn by the browser as it is scrolled."""

HELD = "-which-"
"""Stands in an address for a value that is put in later."""

NAMES = {"parquet": "Parquet"}
"""Formats that are not written in capitals."""

AT_HAND = ("csv", "png")
"""Formats that most take; the others stand with the table."""


@dataclass(frozen=True)
class Download:
    """A file of a figure; `make` is called only when a reader asks for it."""

    label: str
    extension: str
    mime: str
    make: Callable[[], bytes]
    icon: str = ":material/download:"


def show(figure: Figure, downloads: Sequence[Download], table_inside: bool) -> None:
    """Give the rows as a table, where it is not in sight yet, the files that are not at hand, and a citation."""
    rows = figure.holds or counted("{n} row", "{n} rows", len(figure.rows))
    count = (_("Table and downloads: {rows}") if table_inside else _("Downloads: {rows}")).format(rows=rows)
    with st.expander(count, icon=":material/table_rows:", key=f"rows-{figure.key}", on_change="rerun") as expander:
        if not expander.open:
            return
        # Above the table, which is long: whoever opened it for a file has it in sight.
        with st.container(horizontal=True):
            for file in (*_files(figure), *downloads, *_pictures(figure)):
                if file.extension not in AT_HAND:
                    _button(figure, file)
        if table_inside:
            table(figure)
        st.caption(_("To cite this figure:"))
        st.code(imprint.citation(figure, view.current(), filters.address()), language=None, wrap_lines=True)


def at_hand(figure: Figure) -> None:
    """Give the rows as CSV, and the picture as PNG, without a step between."""
    for file in (*_files(figure), *_pictures(figure)):
        if file.extension in AT_HAND:
            _button(figure, file, "tertiary")


def _button(figure: Figure, file: Download, kind: Literal["secondary", "tertiary"] = "secondary") -> None:
    st.download_button(
        file.label,
        data=file.make,
        file_name=imprint.file_name(figure, view.current(), file.extension),
        mime=file.mime,
        icon=file.icon,
        type=kind,
        on_click="ignore",
        key=f"{file.extension}-{figure.key}",
    )


def table(figure: Figure) -> None:
    """Show the rows as a table: few of them as text, which is read out, wraps and prints; of many, that is one step away."""
    if len(figure.rows) <= FEW or _is_plain(figure):
        here, part = view.current(), _part(figure)
        chosen = frozenset(at for at in part if figure.ways and here.holds(figure.ways[at]))
        st.html(plain_table(figure, part, chosen, here.language))
        return
    key, rows = f"table-{figure.key}", figure.table
    columns: dict[str, Any] = {
        figure.columns[name]: st.column_config.Column(width=width) for name, width in figure.widths.items()
    }
    if figure.ways:
        # The grid opens a link itself: the page's script can add nothing to it.
        head = _("Open") if "way" in figure.rows else _("Record")
        rows = rows.assign(**{head: _carried(figure.ways)})
        columns[head] = st.column_config.LinkColumn(display_text=_("Open"), width="small")
    # Streamlit gives a table without choices no name for a stylesheet to know it by.
    with st.container(key=f"around-{key}"):
        st.dataframe(
            rows,
            hide_index=True,
            key=key,
            alt=figure.title,
            row_height=ROW_OF_SENTENCES if figure.widths else None,
            column_config=columns,
        )


def _is_plain(figure: Figure) -> bool:
    """Offer the table as text, right above the grid, which is a picture to a screen reader; return whether that was asked for."""
    return st.toggle(_("Show as a plain table"), key=f"plain-{figure.key}")


def _part(figure: Figure) -> range:
    """Return the rows that are read; where they come in several pieces, offer each."""
    pieces, number = parts(len(figure.rows)), view.current().language.number
    if len(pieces) == 1:
        return pieces[0]
    named = {at: f"{number(piece.start + 1)}–{number(piece.stop)}" for at, piece in enumerate(pieces)}
    chosen = st.radio(_("Rows"), list(named), format_func=named.__getitem__, horizontal=True, key=f"part-{figure.key}")
    return pieces[chosen or 0]


def _carried(ways: Sequence[str]) -> list[str | None]:
    """Return addresses that differ in the one value they state, with what the view carries on: for all of them it is the same."""

    def value(way: str) -> str:
        return way.partition("=")[2].partition("#")[0]

    first = next(way for way in ways if way)
    pattern = view.current().carrying(first.replace(f"={value(first)}", f"={HELD}", 1))
    return [pattern.replace(HELD, value(way)) if way else None for way in ways]


def _files(figure: Figure) -> Iterator[Download]:
    """Yield the rows as files, which are made when a reader asks for one: by then no session is at hand."""
    here, address = view.current(), filters.address()
    for extension, (mime, _make) in exports.FORMATS.items():
        label = NAMES.get(extension, extension.upper())
        yield Download(label, extension, mime, partial(imprint.file, extension, figure, here, address))
    described = partial(_described, figure, here, address)
    yield Download(_("CSV with its sources (ZIP)"), "zip", "application/zip", described)


def _described(figure: Figure, here: View, address: str) -> bytes:
    """Return the rows as CSV with a description of them, in one file."""
    rows = exports.counted(figure.rows[list(figure.columns)])
    name = imprint.file_name(figure, here, "csv")
    return csvw.zipped(name, rows, figure.columns, imprint.about(figure, here, address))


def _pictures(figure: Figure) -> Iterator[Download]:
    """Yield the picture as files: the slide that the server draws."""
    if figure.picture:
        icon, here = ":material/image:", view.current()
        document = partial(_drawn, figure, here)
        yield Download("PNG", "png", "image/png", lambda: picture.png(document()), icon)
        yield Download(_("Picture (SVG)"), "svg", "image/svg+xml", lambda: document().encode(), icon)


def _drawn(figure: Figure, here: View) -> str:
    """Return the picture of a figure that has one, as SVG."""
    assert figure.picture
    return picture.svg(figure.picture, imprint.caption(figure, here), here.theme)
