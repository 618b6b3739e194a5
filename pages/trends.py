"""What is counted, by whom, over which periods: every published series, one chart each, never added together."""

import streamlit as st

from components import figure, heading, state, view
from components.language import _, counted
from components.trends import charts, picker
from data import link
from data.queries.trends import indicators
from figures import labels
from figures.trends import headline, index

here = view.current()
chosen = st.session_state[link.TRENDS_INDICATOR.name]
group = st.session_state[link.TRENDS_GROUP.name]
with_events = st.session_state[link.TRENDS_EVENTS.name] == picker.WITH_EVENTS
in_group = indicators.of_system(here.catalog, group)

heading.show(
    headline.finding(here.catalog, here.selection, here.language)
    if not chosen and not group
    else counted("{n} indicator picked", "{n} indicators picked, side by side", len(chosen))
    if chosen
    else _("{group}: {n}").format(
        group=labels.words(here.language, "system")[group],
        n=counted("{n} indicator", "{n} indicators", len(in_group)),
    )
    if in_group
    else _("Reported totals of offices"),
    _(
        "Counts of CBP, HSI and DHS overlap: the same seizure can be in several. They may stand side by side; they are "
        "never added."
    ),
)

shown = picker.show()

if here.selection.objectives or here.selection.has_places:
    st.caption(
        _(
            "Objectives, countries and regions do not narrow the series: a count belongs to an agency and a period. They narrow the "
            "events laid over them."
        )
    )
if group and not chosen and len(in_group) > len(shown):
    st.caption(
        _("The first {n} of {total} in this group; pick others above.").format(n=len(shown), total=len(in_group))
    )

figures, empty = charts.drawn(shown, st.session_state[link.TRENDS_SERIES.name], with_events)
charts.show(figures, empty)

if in_group:
    figure.show(
        figure.drawn(index.figure, here.catalog, here.selection.only(("years",)), group, here.language),
        on_row=lambda number: state.choose(link.TRENDS_INDICATOR, [in_group[number]]),
        folded=True,
    )
