"""Who is behind the briefing, and through whom the strategy is known here."""

import streamlit as st

from components import citations, view
from components.citations import brief, escape
from components.explain import explained_markdown
from components.fold import folded
from components.language import _
from data.queries.about import accounts, same_origin
from data.queries.offices import headline


def show() -> None:
    """Show that nobody official is behind it, that the document was not read, and which accounts stand in for it."""
    here = view.current()
    known_through = accounts(here.catalog)
    st.markdown(
        explained_markdown(
            _(
                "The briefing is independent of HSI (Homeland Security Investigations), of the department it belongs to, and of "
                "any government. It is no official publication."
            )
        )
    )
    st.markdown(
        _(
            "**The official PDF of the strategy was not read: it could not be retrieved.** What stands here is what published "
            "accounts say of it, and every quotation from it comes through them."
        )
    )
    with folded("accounts", _("The accounts cited most often")):
        citations.show(known_through)
        st.markdown("\n\n".join(_one_origin(known_through)))


def _one_origin(source_ids: tuple[str, ...]) -> list[str]:
    """Say which of the accounts go back to one original, and so do not confirm each other."""
    here = view.current()
    total = headline(here.catalog)
    publishers = {code: source.publisher for code, source in here.catalog.sources.items()}
    said = []
    for original, copies in same_origin(here.catalog, source_ids).items():
        named = here.language.join(escape(publishers[copy]) for copy in copies)
        said.append(
            _("{copies} carry one and the same article, of {original}. They do not confirm each other.").format(
                copies=named, original=brief([original])[0]
            )
        )
    if said:
        said.append(
            _(
                "The total of {offices} offices in {countries} countries stands in other accounts too, first in that of "
                "{first}; their common origin is the strategy."
            ).format(offices=total.offices, countries=total.countries, first=escape(publishers[total.source_ids[0]]))
        )
    return [" ".join(said)] if said else []
