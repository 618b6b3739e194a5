"""The four objectives as cards: the document's own heading, how many initiatives, and a link that sets the filter."""

import pandas as pd
import streamlit as st

from components import navigation
from components.citations import escape
from components.language import _
from components.objectives import summary


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
            st.markdown(
                _("**{strategy}** in the strategy, **{context}** in context").format(
                    strategy=row.strategy, context=row.context
                )
            )
            if named := examples.get(row.objective_id):
                st.caption(_("Among them: {names}.").format(names=escape("; ".join(named))))
            navigation.link(
                "objectives",
                label=_("Read objective {number}").format(number=row.objective_id),
                objective=[str(row.objective_id)],
            )
