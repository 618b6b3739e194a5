"""The filters that every page shares, and the line that says what is on."""

from collections.abc import Mapping
from html import escape as html
from urllib.parse import urlencode

import streamlit as st

from components import language, state, view
from components.citations import escape
from components.language import _, counted
from components.run import once_a_run
from data import link
from data.collation import collated
from data.queries.overview import Question, counts, culprits
from data.queries.regions import of_regions
from figures import dress, labels
from figures.filters import in_words, unheard
from figures.take_away.offers import presented
from figures.view import View

HELD = "\N{NO-BREAK SPACE}"


def sidebar() -> None:
    """Show objectives, countries, regions and years. Their values are already in session state."""
    here = view.current()
    objectives = labels.objectives(here.language, here.catalog, short=True)
    countries = labels.countries(here.language, here.catalog)
    st.pills(
        _("Objective"),
        list(objectives),
        selection_mode="multi",
        format_func=lambda number: f"{number} {escape(objectives[number])}",
        key=link.OBJECTIVE.name,
        on_change=state.save,
    )
    # Those of a region chosen come first: a country outside of it leaves nothing until the region is lifted.
    inside = of_regions(here.catalog, here.selection.regions)
    st.multiselect(
        _("Country"),
        sorted(countries, key=lambda code: (code not in inside, collated(countries[code]))),
        format_func=lambda code: countries[code],
        placeholder=_("All countries"),
        key=link.COUNTRY.name,
        on_change=state.save,
        select_all=False,
    )
    regions = labels.regions(here.language, here.catalog)
    st.multiselect(
        _("Region"),
        list(regions),
        format_func=lambda code: regions[code],
        placeholder=_("The whole world"),
        key=link.REGION.name,
        on_change=state.save,
        select_all=False,
    )
    low, high = link.YEARS.bounds(here.catalog)
    st.slider(
        _("Years of events"),
        low,
        high,
        key=link.YEARS.name,
        on_change=state.save,
        help=_("Years narrow events. Offices and initiatives carry no date of their own."),
    )


def bar() -> None:
    """Offer the link to this view and, where a filter is on, say which and what it leaves, with one Reset."""
    here = view.current()
    with st.container(key="copy-link", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(_to_copy(here), width="content")
        # components/static/page.js copies: no run of the page is asked for.
        st.button(_("Copy link"), icon=":material/link:", type="tertiary", key="copies")
    # It stands there empty, too: what follows on the page keeps its place, and the browser what it has drawn.
    with st.container(horizontal=True, vertical_alignment="center", key="what-is-on"):
        if not here.selection.is_empty:
            st.markdown(f"**{escape(in_words(here.selection, here.catalog, here.language))}**{_counted(here)}")
            st.button(_("Reset"), icon=":material/restart_alt:", type="tertiary", on_click=state.reset, key="reset")
        if unknown := link.not_known(state.read(), here.catalog):
            st.caption(unheard(unknown, here.language))


def _to_copy(here: View) -> str:
    """Return this view in the other language, its presentation, its link, and where it is said that it was copied.

    The link is hidden as long as the browser copies it by itself. Unseen stands which view this is and what every link carries on (components/static/page.js),
    and which facts are shown (components/static/fresh.js).
    """
    copied = _("Copied. The link opens exactly this view, in this language.")
    by_hand = _("This browser lets no page copy. The link is selected: copy it from here.")
    label, present = _("Link to this view"), _("Present")
    return dress.languages(here) + (
        f'<a class="present" href="{presented(here, here.page)}" target="_blank" rel="opener">{html(present)}</a>'
        f'<p role="status" data-copied="{html(copied)}" data-by-hand="{html(by_hand)}"></p>'
        f'<input readonly hidden aria-label="{html(label)}" value="{html(address())}">'
        f'<span data-page="{here.page}" data-carried="{html(here.carried)}" data-own="{html(here.own)}"'
        f' data-facts="{here.catalog.original.fingerprint}"></span>'
    )


def _counted(here: View) -> str:
    """Say what the selection leaves of offices, initiatives and events, of those alone that it narrows.

    No count is parted at the end of a line: on a phone the line ends between two of them.
    """
    kept = counts(here.catalog, here.selection)
    some = {
        "offices": _("{shown} of {total} places"),
        "initiatives": _("{shown} of {total} initiatives"),
        "events": _("{shown} of {total} events"),
    }
    none = {"offices": _("no place"), "initiatives": _("no initiative"), "events": _("no event")}
    said = (
        some[name].format(shown=count.shown, total=count.total) if count.shown else none[name]
        for name, count in kept.items()
        if count.shown < count.total
    )
    return "".join(f"{HELD}· {one.replace(' ', HELD)}" for one in said)


@once_a_run
def address() -> str:
    """Return the full link to the view on screen, with its language."""
    base = (st.context.url or "").split("?")[0]
    page = st.session_state.get(state.PAGE, "")
    return f"{base}?{urlencode(state.query(page, with_language=True), doseq=True)}"


def first() -> str:
    """Return the full link to the first page, which is that of the briefing, without anything chosen."""
    base = (st.context.url or "").split("?")[0]
    return base.removesuffix(st.session_state.get(state.PAGE, ""))


def nothing_matches(question: Question, subject: str) -> None:
    """Say honestly that a view is empty, which filter empties it, and offer to lift that one.

    Args:
        question: the query whose answer is empty.
        subject: what was looked for, in the reader's words and in the plural: "events".
    """
    here = view.current()
    blamed = culprits(question, here.catalog, here.selection)
    lifted = {
        "objectives": (link.OBJECTIVE, _("objective"), _("Lift the filter on objective")),
        "countries": (link.COUNTRY, _("country"), _("Lift the filter on country")),
        "regions": (link.REGION, _("region"), _("Lift the filter on region")),
        "years": (link.YEARS, _("years"), _("Lift the filter on years")),
    }
    names = [lifted[name][1] for name in blamed]
    several = len(here.selection.active) > 1
    any_alone = several and any(len(question(here.catalog, here.selection.without(name)).rows) for name in blamed)
    if any_alone:
        reason = _("Lift the filter on {filters} to see some.").format(filters=here.language.join(names, "or"))
    elif several:
        reason = _("The filters on {filters} together leave none.").format(filters=here.language.join(names))
    else:
        reason = _("The filter on {filters} leaves none.").format(filters=here.language.join(names))
    with st.container(border=True, key=f"notice-{subject}"):
        st.info(
            " ".join([reason, _("That the tables hold none does not mean that there are none.")]),
            title=_("No {subject} match").format(subject=subject),
            icon=":material/filter_alt_off:",
        )
        with st.container(horizontal=True, gap="small"):
            for name in blamed if any_alone else ():
                key, _name, label = lifted[name]
                none = key.read({}, here.catalog)
                st.button(label, on_click=state.choose, args=(key, none), key=f"lift-{name}-{subject}")
            st.button(_("Reset filters"), icon=":material/restart_alt:", on_click=state.reset, key=f"reset-{subject}")


def untied(untied: Mapping[str, int], subject: str) -> str:
    """Say how many rows an active filter leaves aside because they name no objective or no country at all."""
    parts = []
    if untied.get("objectives"):
        parts.append(
            counted("{n} is not tied to an objective", "{n} are not tied to an objective", untied["objectives"])
        )
    if untied.get("countries"):
        parts.append(counted("{n} is not tied to a country", "{n} are not tied to a country", untied["countries"]))
    if not parts:
        return ""
    return _("Left aside, whatever else they match: of all {subject}, {parts}.").format(
        subject=subject, parts=language.current().join(parts)
    )
