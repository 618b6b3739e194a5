"""The figure frame: the only way a chart, map or table reaches a page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from types import FunctionType
from typing import TYPE_CHECKING, Any, Literal

import streamlit as st

from components import filters, state, view
from components.citations import brief, citations, plain_citations, publishers
from components.language import _, counted
from data import exports
from data.catalog import Catalog
from figures.figure import Figure
from figures.language import Language
from figures.palette import Theme
from figures.plotly_template import Caption, camera, captioned

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

FORMATS: dict[str, tuple[str, Callable[["pd.DataFrame", exports.About], bytes]]] = {
    "csv": ("text/csv", lambda rows, about: exports.as_csv(rows)),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", exports.as_xlsx),
    "json": ("application/json", exports.as_json),
}

SOURCES_IN_LINE = 3


@dataclass(frozen=True)
class Download:
    """A further file of a figure's rows, beside CSV, XLSX and JSON; `make` is called only when a reader asks for it."""

    label: str
    extension: str
    mime: str
    make: Callable[[], bytes]


@st.cache_resource(
    max_entries=256,
    show_spinner=False,
    hash_funcs={
        FunctionType: lambda make: f"{make.__module__}.{make.__qualname__}",
        Catalog: id,
        Language: lambda language: language.code,
    },
)
def drawn(make: Callable[..., Figure], *arguments: Any) -> Figure:
    """Return what a figure function makes of its arguments, made once for all readers who ask the same."""
    return make(*arguments)


def show(
    figure: Figure,
    on_select: Callable[[], None] | None = None,
    on_row: Callable[[int], None] | None = None,
    downloads: Sequence[Download] = (),
    folded: bool = False,
) -> None:
    """Show a figure with everything that belongs to it. The table of a figure without a drawing stands in its place.

    Args:
        figure: what to show.
        on_select: called when a reader clicks a mark; the event is in session state under `selection_key(figure)`.
        on_row: called with the number of the row that a reader chooses in the table.
        downloads: further files of the same rows.
        folded: whether the table of a figure without a drawing is one step away, as that of every other figure is: a
            long table is sent only to those who open it.
    """
    with st.container(key=f"figure-{figure.key}"):
        st.header(figure.title, anchor=figure.key)
        inside = folded or figure.drawing is not None
        if not inside:
            _table(figure, on_row)
        _draw(figure, on_select)
        if figure.legend:
            st.html(figure.legend)
        st.markdown(figure.text)
        if figure.note:
            st.caption(figure.note)
        _sources(figure)
        _take_away(figure, on_row, downloads, inside)


def selection_key(figure_key: str) -> str:
    """Return the session-state name under which a click on a figure's drawing is found."""
    return f"drawing-{figure_key}"


def _draw(figure: Figure, on_select: Callable[[], None] | None) -> None:
    drawing, key = figure.drawing, selection_key(figure.key)
    react: Callable[[], None] | Literal["ignore"] = on_select or "ignore"
    if drawing is None:
        return
    if isinstance(drawing, str):
        st.html(f'<div role="img" aria-label="{_attribute(figure.title)}">{drawing}</div>')
    elif any(kind.__module__.startswith("pydeck") for kind in type(drawing).__mro__):
        st.pydeck_chart(drawing, height=figure.height, key=key, on_select=react, alt=figure.title)
    else:
        chart = _with_caption(figure, _caption(figure), view.current().theme)
        # The page shows title and source as text: style.css clips them off the chart, the camera keeps them.
        with st.container(key=f"chart-{figure.key}"):
            st.plotly_chart(
                chart,
                key=key,
                on_select=react,
                selection_mode="points",
                theme=None,
                config=camera(_name(figure, "png").removesuffix(".png")),
                alt=figure.title,
            )


@lru_cache(maxsize=256)
def _with_caption(figure: Figure, caption: Caption, theme: Theme) -> "go.Figure":
    """Return a chart ready for page and picture. Shared by all readers who see the same: nobody changes it."""
    return captioned(figure.drawing, caption, theme, figure.height, figure.axis_room)


def _table(figure: Figure, on_row: Callable[[int], None] | None) -> None:
    key = f"table-{figure.key}"
    st.dataframe(
        figure.rows[list(figure.columns)].rename(columns=dict(figure.columns)),
        hide_index=True,
        key=key,
        alt=figure.title,
        on_select=partial(_row_chosen, key, on_row) if on_row else "ignore",
        selection_mode="single-row",
    )


def _caption(figure: Figure) -> Caption:
    about = _about(figure)
    parts = [
        _("Sources: {sources}").format(sources="; ".join(publishers(figure.source_ids)[:4])),
        _("Facts as of {day}").format(day=about.facts_as_of),
        about.independence,
    ]
    return Caption(figure.title, about.filters, ". ".join(parts))


def _sources(figure: Figure) -> None:
    """Cite the sources with links and dates: a few in the line, all of them one step away."""
    if not figure.source_ids:
        return
    here = view.current()
    day = _("Facts as of {day}.").format(day=here.language.date(here.catalog.facts_as_of.isoformat()))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        named = " · ".join(brief(figure.source_ids[:SOURCES_IN_LINE]))
        st.caption(f"{_('Sources:')} {named}. {day}", width="content")
        count = len(figure.source_ids)
        with st.popover(
            counted("{n} source in full", "All {n} sources in full", count),
            type="tertiary",
            key=f"sources-{figure.key}",
            on_change="rerun",
        ) as popover:
            if popover.open:
                st.markdown("\n".join(f"- {citation}" for citation in citations(figure.source_ids)))


def _take_away(
    figure: Figure, on_row: Callable[[int], None] | None, downloads: Sequence[Download], table_inside: bool
) -> None:
    """Give the rows as a table, where it is not in sight yet, and as files, and a citation."""
    count = (
        counted("Table and downloads: {n} row", "Table and downloads: {n} rows", len(figure.rows))
        if table_inside
        else counted("Downloads: {n} row", "Downloads: {n} rows", len(figure.rows))
    )
    with st.expander(
        count,
        icon=":material/table_rows:",
        key=f"rows-{figure.key}",
        on_change="rerun",
    ) as expander:
        if not expander.open:
            return
        if table_inside:
            _table(figure, on_row)
        with st.container(horizontal=True):
            for extension, (mime, make) in FORMATS.items():
                st.download_button(
                    extension.upper(),
                    data=_file(figure, make),
                    file_name=_name(figure, extension),
                    mime=mime,
                    icon=":material/download:",
                    on_click="ignore",
                    key=f"{extension}-{figure.key}",
                )
            for file in downloads:
                st.download_button(
                    file.label,
                    data=file.make,
                    file_name=_name(figure, file.extension),
                    mime=file.mime,
                    icon=":material/download:",
                    on_click="ignore",
                    key=f"{file.extension}-{figure.key}",
                )
        st.caption(_("To cite this figure:"))
        st.code(_citation(figure), language=None, wrap_lines=True)


def _row_chosen(key: str, on_row: Callable[[int], None]) -> None:
    """Tell which row was chosen; a row that was let go tells nothing."""
    if rows := st.session_state[key]["selection"]["rows"]:
        on_row(rows[0])


def _file(figure: Figure, make: Callable[["pd.DataFrame", exports.About], bytes]) -> Callable[[], bytes]:
    """Return a maker of the file; the facts about it are gathered now, while the reader's session is at hand."""
    about, rows = _about(figure), figure.rows[list(figure.columns)]
    return lambda: make(rows, about)


def _about(figure: Figure) -> exports.About:
    here = view.current()
    return exports.About(
        title=figure.title,
        filters=filters.in_words(here.selection.only(figure.narrowed_by)),
        note=figure.note,
        sources=tuple(plain_citations(figure.source_ids)),
        facts_as_of=here.catalog.facts_as_of.isoformat(),
        link=link_to(figure),
        licence="CC BY 4.0",
        independence=_("Independent of any government"),
    )


def link_to(figure: Figure) -> str:
    """Return the full link to this figure in this view."""
    return f"{filters.address()}#{figure.key}"


def _citation(figure: Figure) -> str:
    here = view.current()
    return _("“{title}”. Illicit opioids strategy briefing, facts as of {day}. {link}").format(
        title=figure.title, day=here.language.date(here.catalog.facts_as_of.isoformat()), link=link_to(figure)
    )


def _name(figure: Figure, extension: str) -> str:
    query = state.query(st.session_state.get(state.PAGE, ""))
    return exports.file_name(figure.key, query, view.current().catalog.facts_as_of, extension)


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
