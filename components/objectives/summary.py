"""The objectives side by side: heading, colour, and how many initiatives each has."""

import pandas as pd
import streamlit as st

from components import view
from figures.objectives import headline
from figures.palette import palette


def show(counts: pd.DataFrame) -> None:
    """Show the objectives, each with a link to its cards.

    Args:
        counts: what `data.queries.objectives.by_objective` returns.
    """
    with st.container(key="objectives-row"):
        for row, column in zip(counts.itertuples(), st.columns(len(counts)), strict=True):
            with column.container(gap="xsmall"):
                rule(row.objective_id)
                st.markdown(_card(row.objective_id, row.title, row.strategy, row.context))


def rule(number: int) -> None:
    """Draw a line in an objective's colour, over what belongs to it."""
    color = palette(view.current().theme).objectives[str(number)]
    st.html(f'<div style="height:4px;background:{color}"></div>')


def _card(number: int, title: str, strategy: int, context: int) -> str:
    counted = headline.tally(strategy, context, view.current().language)
    heading = f":small[**{number} · {title}**]"
    linked = f"[{counted}](#objective-{number})" if strategy + context else counted
    return f"{heading}  \n:small[{linked}]"
