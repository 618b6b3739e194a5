"""What a reader takes away from a figure: its rows as a table and as files, its picture, and a citation."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Any, Literal
from urllib.parse import quote

import pandas as pd
import streamlit as st

from components import filters, navigation, view
from components.language import _, counted
from data import exports
from data.dialects import csvw
from data.once import once
from figures import imprint
from figures.figure import Figure
from figures.ink import picture
from figures.ink.table import html, linked
from figures.view import View

FORMATS: dict[str, tuple[str, Callable[[pd.DataFrame, exports.About], bytes]]] = {
    "csv": ("text/csv", lambda rows, about: exports.as_csv(rows)),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", exports.as_xlsx),
    "json": ("application/json", exports.as_json),
    "parquet": ("application/vnd.apache.parquet", exports.as_parquet),
}


ROW_OF_SENTENCES = 80
"""Pixels of a row whose sentences wrap to three lines."""

FEW = 60
"""Rows up to which a table is text; one of more is drawn by the browser as it is scrolled."""

NARROW = 6
"""Columns up to which a table finds room for its sentences in the width of a page."""

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


def show(
    figure: Figure, on_row: Callable[[int], None] | None, downloads: Sequence[Download], table_inside: bool
) -> None:
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
            table(figure, on_row)
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


def table(figure: Figure, on_row: Callable[[int], None] | None) -> None:
    """Show the rows as a table: few of them as text, which is read out, wraps and prints."""
    if on_row is None and len(figure.rows) <= FEW:
        st.html(_read(figure, navigation.record_address("")))
        return
    key, rows = f"table-{figure.key}", figure.table
    columns: dict[str, Any] = {
        figure.columns[name]: st.column_config.Column(width=width) for name, width in figure.widths.items()
    }
    if figure.records:
        # The grid opens a link itself: the page's script can add nothing to it. An address may hold a colon as it is.
        base = view.current().carrying(navigation.record_address("-")).removesuffix("-")
        rows = rows.assign(**{_("Record"): [f"{base}{record}" if record else None for record in figure.records]})
        columns[_("Record")] = st.column_config.LinkColumn(display_text=_("Open"), width="small")
    # Streamlit gives a table without choices no name for a stylesheet to know it by.
    with st.container(key=f"around-{key}"):
        st.dataframe(
            rows,
            hide_index=True,
            key=key,
            alt=figure.title,
            on_select=partial(_row_chosen, key, on_row) if on_row else "ignore",
            selection_mode="single-row",
            row_height=ROW_OF_SENTENCES if figure.widths else None,
            column_config=columns,
        )


@once(256)
def _read(figure: Figure, base: str) -> str:
    """Return the rows as an HTML table that scrolls within its box; each row leads to its record.

    Args:
        base: the address of the page of records, to which that of a record is added.
    """
    rows, records = figure.table, figure.records or [""] * len(figure.rows)
    cells = [
        _led(row, f"{base}{quote(record, safe='')}" if record else "")
        for record, row in zip(records, rows.itertuples(index=False), strict=True)
    ]
    wide = "wide" if len(rows.columns) > NARROW else ""
    return (
        f'<div class="scrolls" role="region" tabindex="0" aria-label="{escape(figure.title)}">'
        f"{html(list(rows), cells, name=wide)}</div>"
    )


def _led(row: Iterable[object], address: str) -> list[str]:
    """Return the cells of a row as HTML, the first that says something leading to an address."""
    said = [_cell(value) for value in row]
    first = next((at for at, words in enumerate(said) if words), 0)
    return [linked(words, address) if at == first else escape(words) for at, words in enumerate(said)]


def _cell(value: object) -> str:
    if pd.isna(value):
        return ""
    return f"{value:g}" if isinstance(value, float) and value.is_integer() else str(value)


def _row_chosen(key: str, on_row: Callable[[int], None]) -> None:
    """Tell which row was chosen; a row that was let go tells nothing."""
    if rows := st.session_state[key]["selection"]["rows"]:
        on_row(rows[0])


def _files(figure: Figure) -> Iterator[Download]:
    """Yield the rows as files, which are made when a reader asks for one: by then no session is at hand."""
    here, address = view.current(), filters.address()
    for extension, (mime, make) in FORMATS.items():
        label = NAMES.get(extension, extension.upper())
        yield Download(label, extension, mime, partial(_made, make, figure, here, address))
    described = partial(_described, figure, here, address)
    yield Download(_("CSV with its sources (ZIP)"), "zip", "application/zip", described)


def _made(make: Callable[[pd.DataFrame, exports.About], bytes], figure: Figure, here: View, address: str) -> bytes:
    """Return the rows as a file that says of itself what it holds of a view, at its full address."""
    return make(exports.counted(figure.rows[list(figure.columns)]), imprint.about(figure, here, address))


def _described(figure: Figure, here: View, address: str) -> bytes:
    """Return the rows as CSV with a description of them, in one file."""
    name = imprint.file_name(figure, here, "csv")
    return _made(lambda rows, about: csvw.zipped(name, rows, figure.columns, about), figure, here, address)


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
