"""One source: its citation, where it comes from, whether it is official, and every row that cites it."""

from collections.abc import Iterable

import streamlit as st

from components import citations, navigation, screen, view
from components.citations import escape
from components.language import _
from data.catalog import Catalog
from data.queries.sources.citing import repeated_by, repeats
from figures import labels
from figures.sources.citing import Cited, rows

IN_SIGHT, ON_PHONE = 6, 1
"""Rows of a table shown at once, and on a phone, where each takes several lines; more are one step away."""


def show(source_id: str) -> None:
    """Show what is known of a source."""
    here = view.current()
    row = here.catalog["sources"].set_index("source_id").loc[source_id]
    citations.show([source_id])
    facts = [
        _("**Official**: published by a government or an international organisation itself.")
        if row["official"]
        else _("**Not official**: the press, a library, a compilation or a copy on another site."),
        _origin(here.catalog, source_id),
    ]
    if row["language"]:
        facts.append(_("**Language**: {language}").format(language=_spoken(row["language"])))
    if row["note"]:
        facts.append(_("**To know**: {note}").format(note=escape(row["note"])))
    facts.append(_("**Code**: `{code}`").format(code=source_id))
    st.markdown("\n".join(f"- {fact}" for fact in facts))


def show_rows(source_id: str) -> None:
    """Show the rows that cite a source, by table; each leads to its record."""
    here = view.current()
    found, most = rows(here.catalog, source_id, here.language), ON_PHONE if screen.is_phone() else IN_SIGHT
    for table in dict.fromkeys(one.table for one in found):
        ours = [one for one in found if one.table == table]
        title = f"**{escape(here.catalog.resource(table)['title'])}** · {here.language.number(len(ours))}"
        if len(ours) <= most:
            st.markdown(f"{title}\n\n{_listed(ours)}")
            continue
        with st.expander(title, key=f"citing-{table}", on_change="rerun") as expander:
            if expander.open:
                st.markdown(_listed(ours))


def _listed(found: Iterable[Cited]) -> str:
    return "\n".join(
        f"- [{escape(one.words)}]({navigation.record_address(one.record)})" if one.record else f"- {escape(one.words)}"
        for one in found
    )


def _origin(catalog: Catalog, source_id: str) -> str:
    """Say what a source repeats and what repeats it; they do not confirm each other."""
    above, below = repeats(catalog, source_id), repeated_by(catalog, source_id)
    if above:
        said = _("**Repeats**, and so does not confirm: {sources}").format(sources=_chosen(above))
        beside = [copy for origin in above for copy in repeated_by(catalog, origin) if copy != source_id]
        so_do = _("So does: {sources}").format(sources=_chosen(beside)) if beside else ""
        return f"{said}. {so_do}" if beside else said
    if below:
        return _("**Repeated** by, and so not confirmed by: {sources}").format(sources=_chosen(below))
    return _("**Origin**: no source that it repeats is recorded.")


def _chosen(source_ids: Iterable[str]) -> str:
    """Return sources as links that choose them on this page."""
    here = view.current()
    return "; ".join(
        f"[{escape(labels.sources([one], here.language, here.catalog))}]"
        f"({navigation.address('sources', sources_source=[one])})"
        for one in source_ids
    )


def _spoken(code: str) -> str:
    locale = view.current().language.locale
    return str(locale.languages.get(code, code))
