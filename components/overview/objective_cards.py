"""The four objectives as cards: the document's own heading, how many initiatives, and a link that sets the filter."""

import pandas as pd
import streamlit as st

from components import navigation, view
from components.citations import escape
from components.language import _
from components.objectives import summary
from figures.objectives import headline


def show(counts: pd.DataFrame, examples: dict[int, list[str]]) -> None:
    """Show the objectives side by side.

    Args:
        counts: what `data.queries.objectives.by_objective` returns.
        examples: objective number → names of initiatives to name as an example.
    """
    for row, column in zip(counts.itertuples(), st.columns(len(counts), gap="medium"), strict=True):
        with column.container(gap="xsmall", key=f"objective-card-{row.objective_id}"):
            summary.rule(row.objective_id)
            st.markdown(f"### {row.objective_id} · {escape(row.title)}")
            st.markdown(f"**{headline.tally(row.strategy, row.context, view.current().language)}**")
            if named := examples.get(row.objective_id):
                st.caption(_("Among them: {names}.").format(names=escape("; ".join(named))))
            navigation.link(
                "objectives",
                label=_("Read objective {number}").format(number=row.objective_id),
                objective=[str(row.objective_id)],
            )
