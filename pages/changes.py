"""What changed in the facts since the first release: what stood before, what stands now, why, and on whose word."""

import streamlit as st

from components import choice, figure, heading, view
from components.changes import controls, listing
from components.citations import escape
from components.language import _
from data import link
from figures import labels
from figures.records import changed
from figures.records import changes as ledger

here = view.current()
begun, found = changed.screen(here), changed.found(here)

heading.show(begun.finding, escape(begun.sentence))
with st.container(horizontal=True, vertical_alignment="bottom", key="changes-controls"):
    choice.show(link.CHANGES_KIND, _("Kind of change"), {"all": _("All"), **labels.words(here.language, "ledger.kind")})
    controls.since()
if found.empty:
    st.info(
        _("No change fits what is chosen. What is shown on the pages stands as it was first released."),
        title=_("Nothing changed"),
        icon=":material/history:",
    )
else:
    listing.show(found)
    figure.show(figure.drawn(ledger.figure, here.catalog, found, here.language, *changed.asked(here)), folded=True)
controls.come_back()
