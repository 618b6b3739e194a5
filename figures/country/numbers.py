"""A country in five numbers, each with how it is known: counts of what the tables hold, never a rank."""

from collections import Counter

from data.queries.country.brief import Brief
from figures import evidenced
from figures.language import Language
from figures.screen import Number


def numbers(brief: Brief, language: Language) -> tuple[Number, ...]:
    """Return how much the sources read say of a country."""
    return (_places(brief, language), *_planned(brief, language), *_said(brief, language))


def _places(brief: Brief, language: Language) -> Number:
    rows = brief.country.offices
    counts = language.ngettext("place named by sources", "places named by sources", len(rows))
    if brief.is_home:
        known = language.gettext("HSI's own country: places abroad are counted")
    elif rows.empty:
        known = language.gettext("none found, which does not mean that there is none")
    elif (newest := rows.loc[rows["evidence_date"].idxmax()])["evidence_date"]:
        known = language.gettext("newest evidence: {day}").format(day=evidenced.within(newest, language))
    else:
        known = language.gettext("the evidence is undated")
    return Number("–" if brief.is_home else language.number(len(rows)), counts, known)


def _planned(brief: Brief, language: Language) -> tuple[Number, Number]:
    scopes = Counter(one.scope for one in brief.initiatives)
    told = {"strategy": language.gettext("{n} in the strategy"), "context": language.gettext("{n} in context")}
    events = brief.country.events
    years = sorted({day[:4] for day in events["date"]})
    span = language.gettext("from {first} to {last}") if len(years) > 1 else "{first}" if years else ""
    return (
        Number(
            language.number(len(brief.initiatives)),
            language.ngettext("initiative that names it", "initiatives that name it", len(brief.initiatives)),
            ", ".join(said.format(n=language.number(scopes[code])) for code, said in told.items() if scopes[code]),
        ),
        Number(
            language.number(len(events)),
            language.ngettext("event that names it", "events that name it", len(events)),
            span.format(first=years[0], last=years[-1]) if years else "",
        ),
    )


def _said(brief: Brief, language: Language) -> tuple[Number, Number]:
    moved, disputed = len(brief.flows), int(brief.flows["disputed"].sum())
    points, still_open = len(brief.disagreements), sum(not one.resolved for one in brief.disagreements)
    return (
        Number(
            language.number(moved),
            language.ngettext("statement of what moves", "statements of what moves", moved),
            language.gettext("{n} disputed").format(n=language.number(disputed)) if disputed else "",
        ),
        Number(
            language.number(points),
            language.ngettext("point on which sources disagree", "points on which sources disagree", points),
            language.gettext("{n} open").format(n=language.number(still_open)) if still_open else "",
        ),
    )
