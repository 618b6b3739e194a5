"""Who is behind this, how it was made, what its words mean, and what is not known."""

import streamlit as st

from components import figure, heading, view
from components.about import citing, independence, licences, maps, method, reading, unknown, words
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
    "cite": (_("Cite it, correct it"), citing.show),
    "method": (_("Method"), method.show),
    "words": (_("Words"), words.show),
    "maps": (_("Boundaries and names on maps"), maps.show),
    "licences": (_("Licences"), licences.show),
    "reading": (_("Mouse, keyboard, screen reader, paper"), reading.show),
}
first = (("not-known",), ("who", "cite"))
others = ((("method",), ("words", "maps")), (("licences",), ("reading",)))

heading.show(begun.finding, escape(begun.sentence))
titles = {name: title for name, (title, _show) in sections.items()}
names = [name for columns in (first, ((listed.key,),), *others) for column in columns for name in column]
contents = [(name, titles.get(name, _("Contradictions"))) for name in names]
with st.container(key="contents"):
    st.markdown(" · ".join(f"[{title}](#{anchor})" for anchor, title in contents))


def beside(columns: tuple[tuple[str, ...], ...]) -> None:
    """Show sections in columns beside each other."""
    for column, names in zip(st.columns(2, gap="large"), columns, strict=False):
        with column:
            for name in names:
                title, show = sections[name]
                st.header(title, anchor=name)
                show()


beside(first)
figure.show(listed)
for columns in others:
    beside(columns)
