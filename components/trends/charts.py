"""Charts of indicators side by side, each with its own scale, unit and sources: nothing of one is shared with another."""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from components import figure, screen, view
from components.citations import escape
from components.language import _
from data import link
from data.queries.offices import headline, reported_totals
from data.queries.trends import indicators
from figures.figure import Figure
from figures.offices import totals
from figures.room import on_phone
from figures.trends import headline as page_headline
from figures.trends import plot
from figures.trends.charted import charted, narrowing
from figures.trends.scale import on_page


class Chart(NamedTuple):
    """The figure of an indicator, or of one of its series."""

    code: str
    figure: Figure


def drawn(codes: Sequence[str]) -> tuple[list[Chart], list[str]]:
    """Return the charts of indicators, and the titles of those of which the years chosen leave nothing."""
    here = view.current()
    asked, empty = charted(here, codes)
    alone, room = len(asked) == 1, screen.of_charts(here.room)
    made: list[Chart] = []
    for code, indicator_id, parts in asked:
        if code == indicators.REPORTED:
            years = here.selection.only(("years",))
            rows, reported = reported_totals(here.catalog, "offices", years), headline(here.catalog)
            # Beside another it has half of the column.
            half = here.room if alone else round(on_page(here.room).width)
            drawing = rows, reported, here.catalog, here.language, here.theme, ("years",), half
            made.append(Chart(code, figure.drawn(totals.figure, *drawing)))
            continue
        series = here.catalog, narrowing(here), indicator_id, parts, bool(here.choice(link.TRENDS_EVENTS))
        made.append(Chart(code, figure.drawn(plot.figure, *series, here.language, here.theme, room, alone)))
    return made, empty


def show(charts: Sequence[Chart], empty: Sequence[str]) -> None:
    """Show charts in pairs, and say what the years chosen leave out."""
    if empty:
        st.caption(
            _("No value in the years chosen: {titles}").format(titles=" · ".join(escape(title) for title in empty))
        )
    told = _told([chart.code for chart in charts])
    for at in range(0, len(charts), 2):
        pair = charts[at : at + 2]
        # What the page's heading tells is not said again over the chart, where nothing beside it has a heading.
        repeats = on_phone(view.current()) or all(chart.code in told for chart in pair)
        # Headings of a row are as tall as each other, so that its plots align (components/style/70-trends.css).
        with st.container(key=f"trend-row-{at}"):
            columns = st.columns(2, gap="large") if len(charts) > 1 else [st.container()]
            for number, (column, chart) in enumerate(zip(columns, pair, strict=False), start=at):
                name = "told" if repeats and chart.code in told else "titled"
                with column, st.container(key=f"trend-{name}-{number}"):
                    figure.show(chart.figure)


def _told(codes: Sequence[str]) -> tuple[str, ...]:
    here = view.current()
    chosen = here.choice(link.TRENDS_SERIES)
    asked = here.catalog, here.selection, tuple(dict.fromkeys(codes)), chosen, here.language
    return page_headline.tells(*asked, on_phone(here))
