"""What the page of objectives finds, in one line: how many initiatives the strategy has in this view, and what became of them."""

from collections.abc import Sequence

from data import link
from data.queries.follow_up import follow_ups
from data.queries.objectives import Initiative
from data.queries.regions import allowed
from data.selection import EVERYTHING
from figures import labels
from figures.language import Language
from figures.view import View

NAMED = 3
"""Countries that the heading names; of more it says how many they are."""


def finding(view: View, initiatives: Sequence[Initiative]) -> str:
    """Return the title of the page.

    Args:
        initiatives: what the view shows, as `data.queries.objectives.in_full` returns it.
    """
    sought = [one.follow_up for one in initiatives if one.follow_up]
    if not initiatives:
        return _none(view)
    if sought:
        found = sum(bool(one.latest.date) for one in sought)
        return view.language.gettext("{initiatives}; {later}").format(
            initiatives=_under(view, _strategy(view, len(sought))), later=_later(view, initiatives, found, len(sought))
        )
    if view.choice(link.OBJECTIVES_SCOPE) == "context" or not view.selection.has_places:
        return _under(view, _context(view, len(initiatives)))
    return _under(view, _context_alone(view, len(initiatives)))


def tally(strategy: int, context: int, language: Language) -> str:
    """Return how many initiatives an objective has, without saying 0."""
    said = [
        *([language.gettext("{n} in the strategy").format(n=language.number(strategy))] if strategy else []),
        *([language.gettext("{n} in context").format(n=language.number(context))] if context else []),
    ]
    return " · ".join(said) or language.gettext("no initiative")


def _under(view: View, what: str) -> str:
    """Say under which objectives something holds, where the view names them."""
    chosen, language = view.selection.objectives, view.language
    if chosen:
        return language.ngettext(
            "Objective {numbers}: {what}",
            "Objectives {numbers}: {what}",
            len(chosen),
            numbers=language.join(map(str, chosen)),
            what=what,
        )
    if view.selection.has_places:
        return language.opening(what)
    return language.gettext("Four objectives, {what}").format(what=what)


def _strategy(view: View, count: int) -> str:
    if view.selection.has_places:
        return view.language.ngettext(
            "one initiative names {places}", "{n} initiatives name {places}", count, places=places(view)
        )
    return view.language.ngettext("one initiative", "{n} initiatives", count)


def _context(view: View, count: int) -> str:
    if view.selection.has_places:
        return view.language.ngettext(
            "one initiative in context names {places}",
            "{n} initiatives in context name {places}",
            count,
            places=places(view),
        )
    return view.language.ngettext("one initiative in context", "{n} initiatives in context", count)


def _context_alone(view: View, count: int) -> str:
    return view.language.ngettext(
        "no initiative of the strategy names {places}; one in context does",
        "no initiative of the strategy names {places}; {n} in context do",
        count,
        places=places(view, is_named=False),
    )


def _none(view: View) -> str:
    language, scope = view.language, view.choice(link.OBJECTIVES_SCOPE)
    if not view.selection.has_places:
        return language.gettext("No initiative matches this view")
    if not allowed(view.catalog, view.selection):
        regions = labels.chosen_regions(view.selection, language, view.catalog, "or")
        return language.gettext("No country that was chosen lies in {regions}").format(regions=regions)
    message = {
        "all": language.gettext("no initiative names {places}"),
        "strategy": language.gettext("no initiative of the strategy names {places}"),
        "context": language.gettext("no initiative in context names {places}"),
    }[scope]
    return _under(view, message.format(places=places(view, is_named=False)))


def _later(view: View, initiatives: Sequence[Initiative], found: int, total: int) -> str:
    language = view.language
    if not found:
        everywhere = follow_ups(view.catalog, EVERYTHING)
        # One that speaks of other countries alone is none for those chosen, and is not to be denied either.
        if any(everywhere[one.initiative_id].latest.date for one in initiatives if one.follow_up):
            return language.gettext("no later source on {places} was found").format(places=places(view, is_named=False))
        return language.gettext("no later source was found")
    if found == total:
        return language.ngettext("a later source mentions it", "later sources mention all", total)
    return language.ngettext("a later source mentions one", "later sources mention {n}", found)


def places(view: View, is_named: bool = True) -> str:
    """Return the places that are asked for as they stand in a sentence: a country, one of several, one in a region.

    Args:
        is_named: whether the sentence says that they are named, or that none is.
    """
    language, catalog, selection = view.language, view.catalog, view.selection
    names, around = labels.in_sentences(language, catalog), labels.regions_in_sentences(language, catalog)
    if not selection.countries:
        regions = language.join((around[code] for code in selection.regions), "or")
        return language.gettext("a country in {regions}").format(regions=regions)
    chosen = allowed(catalog, selection) or ()
    if len(chosen) <= NAMED:
        return language.join((names[code] for code in chosen), "or")
    if is_named:
        return language.ngettext("at least one of {n} country", "at least one of {n} countries", len(chosen))
    return language.ngettext("any of {n} country", "any of {n} countries", len(chosen))
