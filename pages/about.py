"""Who is behind this, how it was made, what its words mean, and what is not known."""

import streamlit as st

from components import figure, heading, view
from components.about import citing, independence, licences, maps, method, unknown, words
from components.citations import escape
from components.language import _
from figures.about.screen import screen
from figures.sources import readings

here = view.current()
begun = screen(here)
listed = figure.drawn(readings.figure, here)
sections = {
    "not-known": (_("What is not known"), unknown.show),
    "who": (_("Who is behind it"), independence.show),
    "method": (_("Method"), method.show),
    "words": (_("Words"), words.show),
    "cite": (_("Cite it, correct it"), citing.show),
    "maps": (_("Boundaries and names on maps"), maps.show),
    "licences": (_("Licences"), licences.show),
}
first, *others = (("not-known", "who"), ("method", "words"), ("cite", "maps"), ("licences",))

heading.show(begun.finding, escape(begun.sentence))
(unknown_, *rest) = ((name, title) for name, (title, _show) in sections.items())
contents = [unknown_, (listed.key, _("Contradictions")), *rest]
with st.container(key="contents"):
    st.markdown(" · ".join(f"[{title}](#{anchor})" for anchor, title in contents))


def beside(names: tuple[str, ...]) -> None:
    """Show sections beside each other."""
    for column, name in zip(st.columns(2, gap="large"), names, strict=False):
        title, show = sections[name]
        with column:
            st.header(title, anchor=name)
            show()


beside(first)
figure.show(listed)
for names in others:
    beside(names)
