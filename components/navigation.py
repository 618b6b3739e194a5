"""The pages, and the links between them. Every link carries the view on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlencode, urlsplit

import streamlit as st

from components import language, state, view
from components.citations import escape
from components.language import _
from components.run import once_a_run
from data.link import RECORD
from data.pages import HOME, PATHS
from figures import labels
from figures.telling import Told

PAGES = Path(__file__).parent.parent / "pages"


@dataclass(frozen=True)
class Entry:
    """A page: its file is `pages/NAME.py`, its path stands in `data.pages`."""

    name: str
    icon: str

    @property
    def path(self) -> str:
        """The page's path without slashes; empty for the first page."""
        return PATHS[self.name]


ENTRIES = (
    Entry(HOME, ":material/home:"),
    Entry("offices", ":material/location_on:"),
    Entry("objectives", ":material/flag:"),
    Entry("timeline", ":material/timeline:"),
    Entry("supply_chain", ":material/route:"),
    Entry("trends", ":material/show_chart:"),
    Entry("country", ":material/public:"),
    Entry("take_away", ":material/download:"),
    Entry("sources", ":material/library_books:"),
    Entry("changes", ":material/history:"),
    Entry("about", ":material/info:"),
    Entry("record", ":material/description:"),
)


@once_a_run
def titles() -> dict[str, str]:
    """Return page name → its title in the reader's language."""
    return labels.words(language.current(), "page")


@once_a_run
def pages() -> dict[str, st.Page]:
    """Return page name → Streamlit page, titled in the reader's language.

    A page has no icon of its own: the browser would fetch it from an outside host as the tab's icon. Links have one.
    """
    named = titles()
    return {
        entry.name: st.Page(
            PAGES / f"{entry.name}.py",
            title=named[entry.name],
            url_path=entry.path or None,
            default=entry.name == HOME,
        )
        for entry in ENTRIES
    }


def astray(show: Callable[[], None]) -> list[st.Page]:
    """Return a page for the address that the reader opened, where none of ours lies there; else nothing.

    Without it Streamlit shows the first page below a dialog of its own, in English.
    """
    path = unquote(urlsplit(st.context.url or "").path).rstrip("/").rpartition("/")[2].strip()
    # Streamlit knows the first page by its name too.
    if path in {HOME, *PATHS.values()}:
        return []
    return [st.Page(show, title=_("No such page"), url_path=path)]


def link(name: str, label: str | None = None, **changes: list[str]) -> None:
    """Show a link to a page that carries the view on, with keys of the query set anew: `objective=["3"]`."""
    entry = next(entry for entry in ENTRIES if entry.name == name)
    query = {key: value for key, value in (state.query(entry.path) | changes).items() if value}
    if changes and entry.path == st.session_state.get(state.PAGE):
        st.button(
            label or titles()[name],
            icon=entry.icon,
            type="tertiary",
            on_click=state.follow,
            args=(query,),
            key=f"follow-{urlencode(query, doseq=True)}",
        )
        return
    st.page_link(pages()[name], label=label, icon=entry.icon, query_params=query)


def record_link(told: Told, **changes: list[str]) -> None:
    """Show a link to a record, or to the view of what is none, in its words. On that page it is a button to the other one.

    Args:
        changes: keys of the query set anew beside it.
    """
    page, query = told.view or ("record", {RECORD.url: [told.record]})
    link(page, label=escape(told.words), **{**changes, **query})


def record_of(record: str) -> None:
    """Lead from where something is shown to its record."""
    record_link(Told(_("Its record: evidence, ties, changes, how to cite it"), record))


def record_address(record: str) -> str:
    """Return the relative address of a record, for a link within a text."""
    return address("record", **{RECORD.url: [record]})


def address(name: str, **changes: list[str]) -> str:
    """Return the address of a page for a link within a text, as `View.address` gives it: what it carries on is added in the browser."""
    return view.current().address(name, **changes)
