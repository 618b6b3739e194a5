"""What a figure's files and pictures say of themselves: title, filters, sources, date, link, independence."""

import streamlit as st

from components import filters, state, view
from components.citations import plain_citations, publishers
from components.language import _
from data import exports, link
from data.selection import FILTERS
from figures import age
from figures.figure import Figure
from figures.ink.picture import Caption

SOURCES_IN_PICTURE = 4

FILTER_OF = dict(zip(link.SHARED, FILTERS, strict=True))
"""Key of the link → the filter that it sets."""


def about(figure: Figure) -> exports.About:
    """Return what a file of the figure's rows says of itself."""
    here = view.current()
    return exports.About(
        title=figure.title,
        filters=_narrowed(figure),
        note=figure.note,
        sources=tuple(plain_citations(figure.source_ids)),
        facts_as_of=here.catalog.facts_as_of.isoformat(),
        newest_source=age.newest(here.catalog, figure.source_ids),
        version=here.catalog.package["version"],
        link=link_to(figure),
        licence="CC BY 4.0",
        licence_link=here.catalog.package["licenses"][0]["path"],
        independence=_("Independent of any government"),
    )


def caption(figure: Figure) -> Caption:
    """Return what stands inside the figure's picture beside the drawing."""
    here = view.current()
    parts = [
        _("Sources: {sources}").format(sources="; ".join(publishers(figure.source_ids)[:SOURCES_IN_PICTURE])),
        age.said(here.catalog, figure.source_ids, here.language).removesuffix("."),
        _("Independent of any government"),
    ]
    # That no filter is on goes without saying in a picture.
    narrowed = here.selection.only(figure.narrowed_by)
    told = ("" if narrowed.is_empty else filters.in_words(narrowed), figure.search)
    return Caption(figure.title, " · ".join(part for part in told if part), ". ".join(parts))


def _narrowed(figure: Figure) -> str:
    """Return what narrows the figure's rows, as one line."""
    words = filters.in_words(view.current().selection.only(figure.narrowed_by))
    return f"{words} · {figure.search}" if figure.search else words


def link_to(figure: Figure) -> str:
    """Return the full link to this figure in this view."""
    return f"{filters.address()}#{figure.key}"


def citation(figure: Figure) -> str:
    """Return the figure's citation, ready to be pasted."""
    here = view.current()
    return _("“{title}”. Illicit opioids strategy briefing, facts as of {day}. {link}").format(
        title=figure.title, day=here.language.date(here.catalog.facts_as_of.isoformat()), link=link_to(figure)
    )


def file_name(figure: Figure, extension: str) -> str:
    """Return the name of a file of this figure in this view. It tells what narrows the rows, and nothing else of the link."""
    telling = {url for key in link.SHARED if FILTER_OF[key] in figure.narrowed_by for url in key.urls} | {
        *figure.chosen_by
    }
    query = {url: values for url, values in state.query(st.session_state.get(state.PAGE, "")).items() if url in telling}
    return exports.file_name(figure.key, query, view.current().catalog.facts_as_of, extension)
