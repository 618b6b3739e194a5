"""Numbers that can be read from the back of a room, and who reports the first of them."""

from html import escape

from data.once import once
from data.queries.about import facts
from data.queries.narrowing import weightiest_first
from data.queries.objectives import in_full
from data.queries.objectives import initiatives as described
from data.queries.offices import documented, headline
from data.queries.records.address import address
from data.queries.regions import allowed
from figures import labels
from figures.objectives import headline as headline_of
from figures.overview import reported
from figures.screen import Number
from figures.view import View

LEADS = ("offices", "offices", "objectives")
"""The page on which each number is unfolded."""


def initiatives(view: View) -> int:
    """Return how many initiatives accounts of the strategy describe."""
    return facts(view.catalog).scope["strategy"]


def numbers(view: View) -> tuple[Number, ...]:
    """Return the numbers, those that the filters narrow as so many of all; a country has no share of a reported total."""
    return _reported(view), _places(view), _initiatives(view)


def named(view: View) -> tuple[Number, ...]:
    """Return the numbers for where no filter stands beside them: each says of what places or objectives it tells.

    A number with its two lines reads as one sentence: "5 of 55 places named by sources are in Mexico".
    """
    if not narrows_initiatives(view):
        return numbers(view)
    language, chosen = view.language, view.selection
    total, found, planned = numbers(view)
    total = total._replace(known=language.gettext("reported worldwide; no list was found"))
    if allowed(view.catalog, chosen) == ():
        regions = labels.chosen_regions(chosen, language, view.catalog, "or")
        nowhere = language.gettext("No country that was chosen lies in {regions}").format(regions=regions)
        return total, found._replace(known=nowhere), planned._replace(known=nowhere)
    if chosen.has_places:
        count = len(documented(view.catalog, chosen).rows)
        known = language.ngettext(
            "named by sources is in {places}", "named by sources are in {places}", count, places=_where(view)
        )
        found = found._replace(known=known)
    told = "; ".join(part for part in (_narrowed(view), planned.known) if part)
    return total, found, planned._replace(known=told)


def _where(view: View) -> str:
    """Return the places chosen as they stand in a sentence."""
    language, catalog, chosen = view.language, view.catalog, view.selection
    if not chosen.countries:
        return labels.chosen_regions(chosen, language, catalog)
    kept = allowed(catalog, chosen) or chosen.countries
    if len(kept) > headline_of.NAMED:
        return language.ngettext("{n} country", "{n} countries", len(kept))
    names = labels.in_sentences(language, catalog)
    return language.join(names[code] for code in kept)


def _narrowed(view: View) -> str:
    """Return what holds of the initiatives counted."""
    language, chosen = view.language, view.selection
    numbers = language.join(map(str, chosen.objectives), "or")
    count = len(described(view.catalog, chosen, "strategy").rows)
    if not chosen.has_places:
        return language.ngettext(
            "is under objective {numbers}", "are under objective {numbers}", count, numbers=numbers
        )
    places = headline_of.places(view)
    if not chosen.objectives:
        return language.ngettext("names {places}", "name {places}", count, places=places)
    return language.ngettext(
        "is under objective {numbers} and names {places}",
        "are under objective {numbers} and name {places}",
        count,
        numbers=numbers,
        places=places,
    )


def _reported(view: View) -> Number:
    language, total = view.language, headline(view.catalog)
    return Number(
        language.number(total.offices),
        language.ngettext("offices in {n} country", "offices in {n} countries", total.countries),
        language.gettext("reported; no list was found"),
    )


def _places(view: View) -> Number:
    language, found = view.language, documented(view.catalog, view.selection)
    if view.selection.has_places:
        return Number(
            language.number(len(found.rows)),
            language.ngettext("of {n} place", "of {n} places", found.total),
            language.gettext("named by sources"),
        )
    return Number(
        language.number(found.total),
        language.gettext("places named by sources"),
        language.ngettext(
            "in {n} country or territory", "in {n} countries and territories", found.rows["iso3"].nunique()
        ),
    )


def _initiatives(view: View) -> Number:
    language, catalog, chosen = view.language, view.catalog, view.selection
    kept = in_full(catalog, described(catalog, chosen, "strategy").rows, chosen)
    later = sum(1 for one in kept if one.follow_up and one.follow_up.latest.date)
    if narrows_initiatives(view):
        counts = language.ngettext("of {n} initiative", "of {n} initiatives", initiatives(view))
    else:
        counts = language.gettext("initiatives")
    if not later:
        told = language.gettext("no later source was found") if kept else ""
    elif len(kept) == 1:
        told = language.ngettext("a later source mentions it", "later sources mention all", 1)
    else:
        told = language.ngettext("a later source mentions {n} of them", "later sources mention {n} of them", later)
    return Number(language.number(len(kept)), counts, told)


def narrows_initiatives(view: View) -> bool:
    """Return whether a filter is on that narrows initiatives."""
    return bool(view.selection.objectives or view.selection.has_places)


@once(256)
def html(view: View) -> str:
    """Return the numbers, each read out together with its words, and below them who reports the first."""
    items = "".join(
        f'<li class="headline-number"><b>{escape(one.value)}</b> '
        f'<span><a href="{escape(view.address(page))}">{escape(one.counts)}</a></span> <small>{escape(one.known)}</small></li>'
        for one, page in zip(numbers(view), LEADS, strict=True)
    )
    total = headline(view.catalog)
    record = escape(view.address("record", id=[address("total", total.total_id)]))
    recorded = view.language.gettext("Record of the {n}").format(n=view.language.number(total.offices))
    said = view.language.gettext("Reported by: {sources}. {record}").format(
        sources=" · ".join(reported.html(source, view) for source in weightiest_first(view.catalog, total.source_ids)),
        record=f'<a href="{record}">{escape(recorded)}</a>',
    )
    return f'<section class="front-numbers"><ul>{items}</ul><p class="quiet">{said}</p></section>'
