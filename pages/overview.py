"""What the strategy is, what is reported and documented, the objectives, the dates, and where to go."""

import streamlit as st

from components import figure, heading, navigation, screen, view
from components.about import unknown
from components.citations import brief
from components.explain import explained_markdown
from components.language import _
from components.overview import dates, next_steps, numbers, objective_cards
from data.queries.objectives import by_objective, examples, initiatives
from data.queries.offices import documented, headline
from data.selection import Selection
from figures.offices import overview_map
from figures.screen import Number

MAP_SIZE = (640, 316)
MAP_SIZE_PHONE = (350, 190)
UNKNOWN_SHOWN = 3

here = view.current()
number = here.language.number
reported = headline(here.catalog)
rows = documented(here.catalog, here.selection).rows
every_place = documented(here.catalog, Selection()).rows
every_initiative = initiatives(here.catalog, Selection()).rows
objectives = by_objective(here.catalog, every_initiative)

heading.show(
    _("{offices} offices are reported, {places} places documented").format(
        offices=number(reported.offices), places=number(len(every_place))
    )
)

words, drawing = st.columns([2, 3], gap="large")
with words:
    numbers.show(
        [
            Number(number(reported.offices), _("offices abroad"), _("as reported, without a list")),
            Number(number(reported.countries), _("countries"), _("as reported with them")),
            Number(number(len(every_place)), _("documented places"), _("each named by a public source")),
        ]
    )
    st.caption(f"{_('Sources:')} {' · '.join(brief(reported.source_ids))}")
    st.markdown(
        explained_markdown(
            _(
                "On {day} Homeland Security Investigations (HSI) released its Strategy for Combating Illicit Opioids. It sets "
                "four objectives: cut the supply abroad, cut it at home, attack what enables the trade, and work with private "
                "industry. Accounts of it describe {strategy} initiatives; this briefing sets them beside what later sources say."
            ).format(day=here.language.date(reported.date), strategy=number(objectives["strategy"].sum()))
        )
    )
with drawing:
    figure.show(
        figure.drawn(
            overview_map.figure,
            rows,
            here.catalog,
            here.language,
            here.theme,
            here.selection.only(["countries"]),
            MAP_SIZE_PHONE if screen.is_phone() else MAP_SIZE,
        )
    )

st.header(_("Four objectives"), anchor="objectives")
objective_cards.show(objectives, examples(every_initiative))

st.header(_("Four dates of 2023"), anchor="dates")
dates.show(here.catalog["events"])

st.header(_("What is not known"), anchor="unknown")
unknown.show(UNKNOWN_SHOWN)
navigation.link("about", label=_("All that is not known, and how the facts were gathered"))

st.header(_("Where to go next"), anchor="next")
next_steps.show()
