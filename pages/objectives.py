"""The four objectives, every initiative under them, and what became of each."""

from functools import partial

import streamlit as st

from components import choice, figure, filters, heading, view
from components.language import _, counted
from components.objectives import card
from data import link
from data.queries.objectives import in_full, initiatives
from data.queries.oversight import findings
from figures import labels
from figures.objectives import countries, organisations, oversight, promises
from figures.objectives.screen import screen

here = view.current()
begins = screen(here)
scope = here.choice(link.OBJECTIVES_SCOPE)
found = initiatives(here.catalog, here.selection, scope)
known = in_full(here.catalog, found.rows, here.selection)
in_any_scope = len(initiatives(here.catalog, here.selection).rows)

heading.show(begins.finding, begins.sentence)

with st.container(key="objectives-named"):
    if in_any_scope:
        choice.show(
            link.OBJECTIVES_SCOPE,
            _("Initiatives shown"),
            {"all": _("All"), **labels.words(here.language, "scope")},
        )
    for named in begins.figures:
        figure.show(named)

if here.selection.has_years:
    st.caption(_("The years do not narrow this page: initiatives carry no dates. Later events of all years are shown."))
if left_aside := filters.untied(dict(found.untied), _("initiatives")):
    st.caption(left_aside)

if not known:
    filters.nothing_matches(partial(initiatives, scope=scope), _("initiatives"))
    if in_any_scope:
        st.caption(counted("{n} matches in the other scope.", "{n} match in the other scope.", in_any_scope))
else:
    if any(one.follow_up for one in known):
        with st.container(key="objectives-since"):
            choice.show(
                link.OBJECTIVES_EVIDENCE,
                _("Evidence"),
                {"all": _("All"), "later": _("With a later source"), "none": _("Without one")},
            )
            figure.show(figure.drawn(promises.figure, here, known))

    who, where = st.columns([3, 2], gap="large")
    with who:
        figure.show(figure.drawn(organisations.figure, here, found.rows))
    with where:
        figure.show(figure.drawn(countries.figure, here, found.rows))

    card.under_objectives(known)

audits = findings(here.catalog, here.selection)
if len(audits):
    figure.show(figure.drawn(oversight.figure, here, audits))
