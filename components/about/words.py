"""The words that the briefing uses, and what it means by them."""

from collections.abc import Iterable

import streamlit as st

from components import view
from components.citations import escape
from components.explain import explained, explained_markdown
from components.fold import folded
from components.language import _
from data.queries.about import terms
from figures import labels

ABBREVIATIONS = ("hsi", "tciu", "tco", "bcsc", "cbfcc")
"""Terms of the glossary that stand in headings and titles."""

IN_SIGHT = 3
"""Words told at once; the others are one step away."""


def show() -> None:
    """Show the words as a list, and the abbreviations that a reader meets most."""
    said = [
        _("**Objective**: one of the four aims of the strategy. The document itself calls them goals."),
        _(
            "**Initiative**: a programme, unit, centre, operation, outreach, staffing or cooperation under one objective. Its "
            "status is the one published in 2023, not that of today."
        ),
        _(
            "**Office**: a place abroad from which HSI works. *Reported* offices are a published total without a list. "
            "*Places named by sources* are documented one by one. They are not a list of that total: some may be in "
            "it, and some of the evidence is older than the strategy, some newer."
        ),
        _("**Event**: something that happened, dated to the day, the month or the year."),
        _(
            "**Flow**: a published statement that goods or money move from one place to another. It is not a measurement."
        ),
        _("**Series**: values of one measure over time, each with its period, unit and source."),
        _("**Source**: a publication that can be cited. To be listed does not mean to be right."),
        _("**Claim**: what one source says, told as its own."),
        _("**Contradiction**: a point on which another source says something else. The readings stand side by side."),
    ]
    st.markdown(explained_markdown(_listed(said[:IN_SIGHT])))
    with folded("words", _("More words, and abbreviations that come up often")):
        st.markdown(explained_markdown(_listed(said[IN_SIGHT:])))
        st.markdown(
            _listed(
                f"**{escape(row.term)}**, {escape(labels.full(row.expansion, row.term))}: {explained(row.definition)}"
                for row in terms(view.current().catalog, ABBREVIATIONS).itertuples(index=False)
            )
        )


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
