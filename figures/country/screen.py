"""How the page of a country begins: what is found of it, what is dated last, five numbers and where it lies."""

from data.once import once
from data.queries.country.brief import Brief, brief, shared_events, shown
from figures import evidenced, labels
from figures.country.latest import Latest, latest, newest_event
from figures.country.numbers import numbers
from figures.figure import Figure
from figures.language import Language
from figures.offices import locator
from figures.room import PHONE_ROOM
from figures.screen import Screen
from figures.view import View

MAP_SIZE = (480, 270)
MAP_SIZE_PHONE = (PHONE_ROOM, 240)


@once(256)
def screen(view: View) -> Screen:
    """Return how the page begins for one country, or for two that are compared."""
    briefs = of(view)
    if not briefs:
        regions = labels.chosen_regions(view.selection, view.language, view.catalog, "or")
        return Screen(view.language.gettext("No country that was chosen lies in {regions}").format(regions=regions))
    return Screen(
        finding=_finding(briefs, view),
        sentence=" ".join([*_newest(briefs, view), _missing(view.language)]),
        numbers=numbers(briefs[0], view.language) if len(briefs) == 1 else (),
        figures=tuple(drawn(one, view) for one in briefs),
    )


def of(view: View) -> tuple[Brief, ...]:
    """Return the briefs that a view shows, one or two."""
    return tuple(brief(view.catalog, code, view.selection) for code in shown(view.catalog, view.selection))


def drawn(brief: Brief, view: View) -> Figure:
    """Return the map of a country."""
    size = MAP_SIZE_PHONE if view.room == PHONE_ROOM else MAP_SIZE
    country = brief.country
    return locator.figure(country.offices, country.iso3, view.catalog, view.language, view.theme, size)


def _finding(briefs: tuple[Brief, ...], view: View) -> str:
    language = view.language
    names = labels.in_sentences(language, view.catalog)
    said = [names[one.country.iso3] for one in briefs]
    if len(briefs) == 1:
        return language.gettext("{country}: {found}").format(
            country=language.opening(said[0]), found=_found(briefs[0], language)
        )
    both = shared_events(*briefs)
    shared = (
        language.ngettext("{n} event names both", "{n} events name both", both)
        if both
        else language.gettext("no event found that names both")
    )
    return language.gettext("{countries}: {shared}").format(
        countries=language.opening(language.join(said)), shared=shared
    )


def _found(brief: Brief, language: Language) -> str:
    rows = brief.country.offices
    if brief.is_home:
        planned = sum(one.scope == "strategy" for one in brief.initiatives)
        return (
            language.ngettext(
                "HSI's own country, named by {n} initiative of the strategy",
                "HSI's own country, named by {n} initiatives of the strategy",
                planned,
            )
            if planned
            else language.gettext("HSI's own country")
        )
    if len(rows):
        said = language.ngettext("{n} place named by sources", "{n} places named by sources", len(rows))
        years = sorted({day[:4] for day in rows["evidence_date"] if day})
        if not years:
            return language.gettext("{places}, with undated evidence").format(places=said)
        # Of one year: as a place puts it of which it is stated, where there is one.
        surest = rows.loc[rows["evidence_date"] != ""].sort_values("date_inferred", kind="stable").iloc[0]
        one = evidenced.within(surest, language, is_full=False)
        span = one if len(years) == 1 else f"{years[0]}–{years[-1]}"
        return language.gettext("{places}, with evidence dated {years}").format(places=said, years=span)
    if len(brief.country.presences):
        return language.gettext("HSI at work, but no office described")
    return language.gettext("no office of HSI found in the sources read")


def _newest(briefs: tuple[Brief, ...], view: View) -> list[str]:
    """Say what is dated last of each country; of several, with its name."""
    language, names = view.language, labels.in_sentences(view.language, view.catalog)
    told: dict[Latest, list[str]] = {}
    # Objectives and years narrow events alone: what else is dated is no answer to them. Where they leave no event, all of it is.
    narrowing = view.selection.only(["objectives", "years"]).active
    by_event = bool(narrowing) and any(map(newest_event, briefs))
    for one in briefs:
        if newest := newest_event(one) if by_event else latest(one, view.catalog, language):
            told.setdefault(newest, []).append(names[one.country.iso3])
    return [
        _told(newest, countries if len(briefs) > 1 else [], len(narrowing) if by_event else 0, language)
        for newest, countries in told.items()
    ]


def _told(newest: Latest, countries: list[str], filters: int, language: Language) -> str:
    """Say what is dated last: of which countries, where several are shown; and under how many filters it is the last event."""
    day, what = evidenced.dated(newest.day, newest.is_inferred, language), newest.words.rstrip(".")
    if countries:
        return language.gettext("Latest on {countries}, {day}: {what}.").format(
            countries=language.join(countries), day=day, what=what
        )
    if not filters:
        return language.gettext("The latest, {day}: {what}.").format(day=day, what=what)
    return language.ngettext(
        "The latest event with this filter, {day}: {what}.",
        "The latest event with these filters, {day}: {what}.",
        filters,
        day=day,
        what=what,
    )


def _missing(language: Language) -> str:
    return language.gettext("What is missing was not found in the sources read, and may exist all the same.")
