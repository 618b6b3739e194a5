"""Choosing the countries of the page, and printing it. A choice here sets the filter that every page shares."""

import streamlit as st

from components import state, view
from components.language import _
from data import link
from data.collation import collated
from data.queries.country.brief import MOST, shown
from data.queries.regions import allowed, of_regions
from figures import labels

KEY, BESIDE = "country-to-show", "country-beside"


def show() -> None:
    """Offer a country where none is chosen, a second one beside the first, and to print; say so where more are chosen than shown."""
    here = view.current()
    chosen = (allowed(here.catalog, here.selection) or ()) if here.selection.countries else ()
    names, said = labels.countries(here.language, here.catalog), labels.in_sentences(here.language, here.catalog)
    if len(chosen) > MOST:
        st.caption(
            _("{n} countries are chosen; the first two, {first} and {second}, are shown.").format(
                n=here.language.number(len(chosen)), first=said[chosen[0]], second=said[chosen[1]]
            )
        )
    with st.container(key="on-screen-picker", horizontal=True, vertical_alignment="center"):
        if len(chosen) < MOST and (chosen or not here.selection.countries):
            st.selectbox(
                _("Country") if not chosen else _("Compare with"),
                sorted(
                    set(of_regions(here.catalog, here.selection.regions) or names) - set(chosen),
                    key=lambda code: collated(names[code]),
                ),
                index=None,
                format_func=lambda code: names[code],
                placeholder=_("Pick a country") if not chosen else _("Compare with…"),
                key=KEY,
                on_change=_take,
                width=230,
                label_visibility="collapsed",
            )
        if not here.selection.countries:
            _beside_the_example()
            st.caption(_example(), width="content")
        _print()


def _beside_the_example() -> None:
    """Offer a country beside the one that is shown as an example: one step for two countries."""
    here = view.current()
    names, (example, *_rest) = labels.countries(here.language, here.catalog), shown(here.catalog, here.selection)
    others = set(of_regions(here.catalog, here.selection.regions) or names) - {example}
    if not others:
        return
    st.selectbox(
        _("Compare with"),
        sorted(others, key=lambda code: collated(names[code])),
        index=None,
        format_func=lambda code: names[code],
        placeholder=_("Compare {name} with").format(name=names[example]),
        key=BESIDE,
        on_change=_take_both,
        args=(example,),
        width=230,
        label_visibility="collapsed",
    )


def _take_both(example: str) -> None:
    if picked := st.session_state[BESIDE]:
        state.choose(link.COUNTRY, [example, picked])


def _example() -> str:
    """Say that what is shown is an example, and of which regions, where some are chosen."""
    here = view.current()
    if not here.selection.regions:
        return _("An example: no country is chosen.")
    regions = labels.chosen_regions(here.selection, here.language, here.catalog, "or")
    return _("An example: no country in {regions} is chosen.").format(regions=regions)


def _print() -> None:
    """Offer to print the page; components/static/page.js does it."""
    button, more = _("Print"), _("on one sheet, or to a PDF")
    st.html(f'<button type="button" class="prints">{button}</button> <small>{more}</small>', width="content")


def _take() -> None:
    if picked := st.session_state[KEY]:
        state.choose(link.COUNTRY, [*st.session_state[link.COUNTRY.name], picked])
