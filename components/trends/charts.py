"""Charts of indicators side by side, each with its own scale, unit and sources: nothing of one is shared with another."""

from collections.abc import Sequence

import streamlit as st

from components import figure, view
from components.citations import escape
from components.language import _
from data import link
from data.queries.offices import dated, headline, reported_totals
from data.queries.trends import indicators
from figures import labels
from figures.figure import Figure
from figures.offices import totals
from figures.trends import plot
from figures.trends.scale import on_page


def drawn(codes: Sequence[str]) -> tuple[list[Figure], list[str]]:
    """Return the figures of indicators, and the titles of those of which the years chosen leave nothing."""
    here = view.current()
    with_events = bool(here.choice(link.TRENDS_EVENTS))
    figures: list[Figure] = []
    empty: list[str] = []
    for code in codes:
        if code == indicators.REPORTED:
            years = here.selection.only(("years",))
            rows, reported = reported_totals(here.catalog, "offices", years), headline(here.catalog)
            if dated(rows).empty:
                empty.append(labels.words(here.language, "system")[indicators.REPORTED])
                continue
            # Beside another it has half of the column.
            room = round(on_page(here.room).width) if len(codes) > 1 else here.room
            drawing = rows, reported, here.catalog, here.language, here.theme, ("years",), room
            figures.append(figure.drawn(totals.figure, *drawing))
            continue
        for indicator_id, parts in indicators.drawings(here.catalog, [code], here.choice(link.TRENDS_SERIES)):
            if indicators.series(here.catalog, here.selection, indicator_id, parts).rows.empty:
                empty.append(indicators.known(here.catalog)[indicator_id].title)
                continue
            # Filters that do not narrow what is drawn are lifted: readers who differ in them alone share the chart.
            narrowing = here.selection if with_events else here.selection.only(("years",))
            asked = here.catalog, narrowing, indicator_id, parts, with_events
            figures.append(figure.drawn(plot.figure, *asked, here.language, here.theme, here.room))
    return figures, list(dict.fromkeys(empty))


def show(figures: Sequence[Figure], empty: Sequence[str]) -> None:
    """Show figures in pairs, and say what the years chosen leave out."""
    if empty:
        st.caption(
            _("No value in the years chosen: {titles}").format(titles=" · ".join(escape(title) for title in empty))
        )
    for at in range(0, len(figures), 2):
        pair = figures[at : at + 2]
        # Headings of a row are as tall as each other, so that its plots align (components/style/70-trends.css).
        with st.container(key=f"trend-row-{at}"):
            columns = st.columns(2, gap="large") if len(figures) > 1 else [st.container()]
            for column, made in zip(columns, pair, strict=False):
                with column:
                    figure.show(made)
