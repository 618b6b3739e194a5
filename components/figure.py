"""The figure frame: the only way a chart, map or table reaches a page."""

from collections.abc import Callable, Sequence
from typing import Any, Literal

import streamlit as st

from components import citations, embedding, navigation, screen, take_away, view
from components.citations import escape, weightiest
from components.explain import explained
from components.language import _, counted
from data.once import once
from data.queries.records.changes import corrected
from figures import age
from figures.figure import Figure, is_chart

SOURCES_IN_LINE, ON_PHONE = 3, 1
"""Sources that the line below a figure names, and on a phone, where each takes a line; all are one step away."""


@once(512)
def drawn(make: Callable[..., Figure], *arguments: Any) -> Figure:
    """Return what a figure function makes of its arguments, made once for all readers who ask the same.

    A frame among the arguments is one that a query keeps (`data.once`): it is known by identity, never read for its content.
    """
    return make(*arguments)


def show(
    figure: Figure,
    on_select: Callable[[], None] | None = None,
    downloads: Sequence[take_away.Download] = (),
    folded: bool = False,
    cited: int = SOURCES_IN_LINE,
    below: Callable[[], None] | None = None,
) -> None:
    """Show a figure with everything that belongs to it. The table of a figure without a drawing stands in its place.

    Args:
        figure: what to show.
        on_select: called when a reader clicks a mark; the event is in session state under `selection_key(figure)`.
        downloads: further files of the same rows.
        folded: whether the table of a figure without a drawing is one step away, as that of every other figure is: a
            long table is sent only to those who open it.
        cited: how many sources the line below names; all of them are one step away. A page that says itself how new its
            sources are names none.
        below: shows what is picked in the drawing, right below it.
    """
    with st.container(key=f"figure-{figure.key}"):
        st.header(escape(figure.title), anchor=figure.key)
        if figure.subtitle:
            st.caption(escape(figure.subtitle))
        inside = folded or figure.drawing is not None
        if not inside:
            take_away.table(figure)
        _draw(figure, on_select)
        if figure.legend:
            st.html(figure.legend)
        if figure.drawing is None:
            st.markdown(explained(figure.text))
        if below:
            below()
        if figure.note:
            st.caption(explained(figure.note))
        _corrected(figure)
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"foot-{figure.key}"):
            _sources(figure, cited)
            if figure.drawing is not None:
                _words(figure)
            take_away.at_hand(figure)
            embedding.offer(figure)
            take_away.show(figure, downloads, inside)


def selection_key(figure_key: str) -> str:
    """Return the session-state name under which a click on a figure's drawing is found."""
    return f"drawing-{figure_key}"


def _draw(figure: Figure, on_select: Callable[[], None] | None) -> None:
    drawing, key = figure.drawing, selection_key(figure.key)
    react: Callable[[], None] | Literal["ignore"] = on_select or "ignore"
    if drawing is None:
        return
    if isinstance(drawing, str):
        # What is read as an image hides the links and tables in it. Those links of SVG are encoded: `figures.ink.marks.drawing`.
        role = "group" if any(part in drawing for part in ("<a ", "%3Ca ", "<table")) else "img"
        st.html(f'<div role="{role}" aria-label="{_attribute(figure.title)}">{drawing}</div>')
    elif is_chart(drawing):
        from components import chart  # a page without a chart does not wait for the chart library

        chart.show(figure, key, react)
        st.html(f'<div class="printed" role="img" aria-label="{_attribute(figure.title)}">{figure.printed}</div>')
    else:
        st.pydeck_chart(drawing, height=figure.height, key=key, on_select=react, alt=figure.title)


def _corrected(figure: Figure) -> None:
    """Mark a figure of which a row was corrected, and lead to what was."""
    days = corrected(view.current().catalog)
    ours = {record: days[record] for record in figure.records if record in days}
    if not ours or figure.key == "changes":
        return
    language = view.current().language
    said = language.ngettext(
        "{n} row was corrected on {day}.",
        "{n} rows were corrected, the last on {day}.",
        len(ours),
        day=language.date(max(ours.values())),
    )
    only = navigation.record_address(next(iter(ours))) if len(ours) == 1 else navigation.address("changes")
    st.caption(_("{said} [What changed]({address})").format(said=said, address=only))


def _sources(figure: Figure, cited: int) -> None:
    """Cite the sources with links and dates: a few in the line, all of them one step away."""
    if not figure.source_ids:
        return
    if cited:
        here = view.current()
        aged = age.said(here.catalog, figure.source_ids, here.language, figure.is_sought)
        named = " · ".join(weightiest(figure.source_ids, ON_PHONE if screen.is_phone() else cited))
        st.caption(_("Sources: {sources}. {age}").format(sources=named, age=aged), width="content")
    count = len(figure.source_ids)
    with st.popover(
        counted("{n} source in full", "All {n} sources in full", count),
        type="tertiary",
        key=f"sources-{figure.key}",
        on_change="rerun",
    ) as popover:
        if popover.open:
            citations.show(figure.source_ids)


def _words(figure: Figure) -> None:
    """Say in words what the drawing shows: closed for those who see it, there for those to whom the page is read.

    components/style/ folds them: what a browser folds by itself is not read out either.
    """
    summary = _("In words")
    st.html(f'<details class="in-words"><summary>{summary}</summary></details>', width="content")
    st.markdown(explained(figure.text))


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
