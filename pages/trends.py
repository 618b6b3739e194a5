"""What is counted, by whom, over which periods: every published series, one chart each, never added together."""

import streamlit as st

from components import figure, heading, view
from components.language import _
from components.trends import charts, picker
from data import link
from data.queries.trends import indicators
from figures.trends import index
from figures.trends.screen import screen

here = view.current()
group, chosen = here.choice(link.TRENDS_GROUP), here.choice(link.TRENDS_INDICATOR)
in_group = indicators.of_system(here.catalog, group)

first = screen(here)
heading.show(first.finding, first.sentence)

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

charts.show(*charts.drawn(shown))

if in_group:
    figure.show(
        figure.drawn(index.figure, here.catalog, here.selection.only(("years",)), group, here.language),
        folded=True,
    )
