"""Every table, every source, and how well the rows are supported."""

from functools import partial

import streamlit as st

from components import figure, filters, heading, view
from components.citations import escape
from components.language import _
from components.sources import choices, dictionary, disagreements, package, source, terms
from data import link
from data.queries.sources.citing import SEED
from data.queries.sources.tables import narrowed
from figures.sources import citing, glossary, listing, screen

LONG = 200  # rows from which a table is sent only to those who open it

here = view.current()
table = st.session_state[link.SOURCES_TABLE.name] or link.SOURCES_TABLE.default
search = st.session_state[link.SOURCES_SEARCH.name]
chosen = st.session_state[link.SOURCES_SOURCE.name]
kept = narrowed(here.catalog, here.selection, table)
begun = screen.screen(here)

heading.show(begun.finding, escape(begun.sentence))
package.show()
sections = {
    "sources-table": _("Tables"),
    "by-source": _("By source"),
    "disagreements": _("Claims and contradictions"),
    "glossary": _("Glossary"),
}
st.markdown(" · ".join(f"[{title}](#{anchor})" for anchor, title in sections.items()))

for one in begun.figures:
    figure.show(one)

choices.table_and_search()
shown = figure.drawn(listing.figure, here.catalog, table, kept, search, here.language)
if kept.rows.empty:
    filters.nothing_matches(partial(narrowed, table=table), _("rows"))
elif shown.rows.empty:
    st.info(
        _("No row of this table holds all these words. Search for fewer of them, or pick another table."),
        title=_("Nothing found"),
        icon=":material/search_off:",
    )
else:
    figure.show(shown, folded=len(shown.rows) > LONG)
if left_aside := filters.untied(kept.untied, _("rows")):
    st.caption(left_aside)
dictionary.show(table)

st.header(sections["by-source"], anchor="by-source")
choices.source()
if not chosen:
    with st.container(key="on-screen-example"):
        st.caption(_("An example: the article that this briefing started from. Pick another source above."))
source.show(chosen or SEED)
figure.show(figure.drawn(citing.figure, here.catalog, chosen or SEED, here.language), folded=True)
source.show_rows(chosen or SEED)

st.header(sections["disagreements"], anchor="disagreements")
disagreements.show(chosen or SEED)

figure.show(figure.drawn(glossary.figure, here.catalog, here.language), folded=True)
terms.show()
