"""The four objectives, and every initiative under them."""

from functools import partial

import streamlit as st

from components import choice, figure, filters, heading, screen, view
from components.language import _, counted
from components.objectives import card, summary
from data import link
from data.queries.objectives import by_objective, in_full, initiatives
from data.queries.oversight import findings
from figures import labels
from figures.objectives import countries, headline, listing, organisations, oversight, promises, tree

TREE_WIDTH, TREE_WIDTH_PHONE = 862, 350

here = view.current()
scope = st.session_state[link.OBJECTIVES_SCOPE.name] or link.OBJECTIVES_SCOPE.default
found = initiatives(here.catalog, here.selection, scope)
of_any_scope = initiatives(here.catalog, here.selection).rows
counts = by_objective(here.catalog, of_any_scope)
chosen = counts[counts["objective_id"].isin(here.selection.objectives or counts["objective_id"])]
SCOPES = {"all": _("All"), **labels.words(here.language, "scope")}

heading.show(
    headline.finding(counts, here.language),
    _(
        "The strategy has four objectives; the document calls them goals. “In the strategy” is what accounts of it "
        "describe, “context” is related work not shown to be in it."
    ),
)

summary.show(chosen)

choice.show(link.OBJECTIVES_SCOPE, _("Initiatives shown"), SCOPES)

if here.selection.has_years:
    st.caption(_("The years do not narrow this page: initiatives carry no dates. Later events are shown of all years."))
if left_aside := filters.untied(dict(found.untied), _("initiatives")):
    st.caption(left_aside)

if found.rows.empty:
    filters.nothing_matches(partial(initiatives, scope=scope), _("initiatives"))
    if len(of_any_scope):
        st.caption(counted("{n} matches in the other scope.", "{n} match in the other scope.", len(of_any_scope)))
else:
    width = TREE_WIDTH_PHONE if screen.is_phone() else TREE_WIDTH
    figure.show(figure.drawn(tree.figure, here.catalog, found.rows, here.language, here.theme, width))
    figure.show(figure.drawn(organisations.figure, here.catalog, found.rows, here.language, here.theme))
    figure.show(figure.drawn(countries.figure, here.catalog, found.rows, here.language, here.theme))

    known = in_full(here.catalog, found.rows)
    if any(one.follow_up for one in known):
        st.header(_("From promise to evidence"), anchor="promises")
        evidence = st.session_state[link.OBJECTIVES_EVIDENCE.name] or link.OBJECTIVES_EVIDENCE.default
        choice.show(
            link.OBJECTIVES_EVIDENCE,
            _("Evidence"),
            {"all": _("All promises"), "later": _("With a later source"), "none": _("Without one")},
        )
        # Under one objective the cards stand open and say the same: both at once would be long to read and to send.
        figure.show(
            figure.drawn(promises.figure, here.catalog, known, here.language, evidence), folded=len(chosen) == 1
        )

    st.markdown(_("Every initiative follows, with what later sources say."))
    card.under_objectives(known)
    figure.show(figure.drawn(listing.figure, here.catalog, known, here.language), folded=True)

audits = findings(here.catalog, here.selection)
if len(audits):
    figure.show(figure.drawn(oversight.figure, here.catalog, audits, here.language), folded=True)
