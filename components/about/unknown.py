"""What is not known, counted."""

import streamlit as st

from components import view
from components.explain import explained_markdown
from components.language import _, counted
from data.queries.about import facts
from data.queries.offices import headline


def show(most: int | None = None) -> None:
    """Show the gaps as a list, the weightiest first; `most` of them where they are only mentioned."""
    here = view.current()
    known = facts(here.catalog)
    total = headline(here.catalog)
    places = known.places
    number = here.language.number
    gaps = [
        _("The wording of the strategy, beyond what accounts of it quote: its PDF was not found."),
        _("Which the {offices} offices in {countries} countries are: no list of them was found.").format(
            offices=total.offices, countries=total.countries
        ),
        _(
            "Which of the documented places are offices today: each is named as of the date of its evidence, and ICE's "
            "current list of offices was not found."
        ),
        _("Who heads HSI today: no source was found."),
        here.language.ngettext(
            "What became of {n} of {total} initiatives in the strategy: there is no later source in this collection.",
            "What became of {n} of {total} initiatives in the strategy: there is no later source in this collection.",
            known.without_later,
            total=number(known.sought),
        ),
        counted(
            "Which reading is right on {n} point on which sources contradict each other.",
            "Which reading is right on {n} points on which sources contradict each other.",
            known.contradictions - known.settled,
        ),
        _("What HSI achieved in fiscal year 2025: no official yearly figures were found, only press accounts."),
        here.language.ngettext(
            "How old the evidence of {n} of {total} places is: it is undated.",
            "How old the evidence of {n} of {total} places is: it is undated.",
            places.undated,
            total=number(places.total),
        ),
        here.language.ngettext(
            "What type of office {n} of {total} places has: the source does not say.",
            "What type of office {n} of {total} places have: the sources do not say.",
            places.type_unknown,
            total=number(places.total),
        ),
        counted(
            "When {n} of the listed sources was published.",
            "When {n} of the listed sources were published.",
            known.sources.undated,
        ),
        _(
            "What happened lately: the last months are thin in this collection, which says nothing of the months themselves."
        ),
    ]
    st.markdown(explained_markdown("\n".join(f"- {gap}" for gap in gaps[:most])))
