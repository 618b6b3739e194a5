"""Choosing the countries of the page, and printing it. A choice here sets the filter that every page shares."""

from collections.abc import Callable, Collection

import streamlit as st

from components import state, view
from components.language import _
from data import link
from data.collation import collated
from data.queries.country.brief import MOST, shown
from data.queries.regions import allowed, of_regions
from figures import labels

KEY, BESIDE, SHOWN = "country-to-show", "country-beside", "country-shown-"


def show() -> None:
    """Offer a country where none is chosen, others in place of those shown, a second one, and to print; say where more are chosen."""
    here = view.current()
    chosen = (allowed(here.catalog, here.selection) or ()) if here.selection.countries else ()
    said = labels.in_sentences(here.language, here.catalog)
    if len(chosen) > MOST:
        st.caption(
            _("{n} countries are chosen; the first two, {first} and {second}, are shown.").format(
                n=here.language.number(len(chosen)), first=said[chosen[0]], second=said[chosen[1]]
            )
        )
    with st.container(key="on-screen-picker", horizontal=True, vertical_alignment="center"):
        for code in chosen[:MOST]:
            _in_place_of(code, chosen)
        if len(chosen) < MOST and (chosen or not here.selection.countries):
            _pick(
                _("Country") if not chosen else _("Compare with"),
                _("Pick a country") if not chosen else _("Compare with…"),
                KEY,
                chosen,
                _take,
            )
        if not here.selection.countries:
            _beside_the_example()
            st.caption(_example(), width="content")
        _print()


def _pick(label: str, empty: str, key: str, but: Collection[str], take: Callable[..., None], *told: str) -> None:
    """Offer the countries of the regions chosen, or all, in a list.

    Args:
        empty: what it says where nothing is picked.
        but: those that are left out.
        take: called with `told` after a pick.
    """
    here = view.current()
    names = labels.countries(here.language, here.catalog)
    if others := set(of_regions(here.catalog, here.selection.regions) or names) - set(but):
        st.selectbox(
            label,
            sorted(others, key=lambda code: collated(names[code])),
            index=None,
            format_func=lambda code: names[code],
            placeholder=empty,
            key=key,
            on_change=take,
            args=told,
            width=230,
            label_visibility="collapsed",
        )


def _in_place_of(code: str, chosen: Collection[str]) -> None:
    """Offer another country in place of one that is shown; without one it is no longer chosen."""
    st.session_state[SHOWN + code] = code
    _pick(_("Country"), _("Pick a country"), SHOWN + code, set(chosen) - {code}, _replace, code)


def _replace(code: str) -> None:
    picked = st.session_state[SHOWN + code]
    chosen = [picked if one == code else one for one in st.session_state[link.COUNTRY.name]]
    state.choose(link.COUNTRY, [one for one in chosen if one])


def _beside_the_example() -> None:
    """Offer a country beside the one that is shown as an example: one step for two countries."""
    here = view.current()
    names, (example, *_rest) = labels.countries(here.language, here.catalog), shown(here.catalog, here.selection)
    beside = _("Compare {name} with").format(name=names[example])
    _pick(_("Compare with"), beside, BESIDE, {example}, _take_both, example)


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
