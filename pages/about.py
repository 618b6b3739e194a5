"""Who is behind this, how it was made, what its words mean, and what is not known."""

import streamlit as st

from components import choice, figure, heading, view
from components.about import citing, independence, licences, maps, method, unknown, words
from components.language import _, counted
from components.sources import readings
from data import link
from data.queries.about import facts
from data.queries.sources.contradictions import contradictions
from figures import labels
from figures.sources import contradictions as disagreement

COLUMN = 660  # pixels: about 75 characters a line

here = view.current()
found = contradictions(here.catalog)
part = st.session_state[link.ABOUT_PART.name] or link.ABOUT_PART.default
listed = figure.drawn(disagreement.figure, here.catalog, found, here.language)
sections = {
    "who": (_("Who is behind it"), independence.show),
    "method": (_("Method"), method.show),
    "words": (_("Words"), words.show),
    "not-known": (_("What is not known"), unknown.show),
    "cite": (_("Cite it, correct it"), citing.show),
    "maps": (_("Boundaries and names on maps"), maps.show),
    "licences": (_("Licences"), licences.show),
}

heading.show(
    _("Independent of any government; built from {sources}").format(
        sources=counted("{n} published source", "{n} published sources", facts(here.catalog).sources.cited)
    ),
    _(
        "How this briefing was made, what its words mean, and what it does not know. Facts as of {day}. The filters do not "
        "narrow this page."
    ).format(day=here.language.date(here.catalog.facts_as_of.isoformat())),
)
st.markdown(
    " · ".join(
        f"[{title}](#{anchor})"
        for anchor, title in [
            *((name, title) for name, (title, _show) in sections.items()),
            (listed.key, _("Contradictions")),
        ]
    )
)

with st.container(width=COLUMN, key="about"):
    for anchor, (title, show) in sections.items():
        st.header(title, anchor=anchor)
        show()

figure.show(listed, folded=True)
choice.show(link.ABOUT_PART, _("Contradictions shown"), labels.words(here.language, "part"))
readings.show(tuple(one for one in found if one.part == part))
