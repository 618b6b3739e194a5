"""What a brief finds, in one line: counts of what the tables hold, never a rank."""

from components import view
from components.language import _, counted
from data.queries.country.brief import Brief, shared_events
from figures import labels


def finding(briefs: list[Brief]) -> str:
    """Return the title of the page for one country or two, or for none."""
    here = view.current()
    if not briefs:
        regions = labels.chosen_regions(here.selection, here.language, here.catalog, "or")
        return _("No country that was chosen lies in {regions}").format(regions=regions)
    names = labels.in_sentences(here.language, here.catalog)
    if len(briefs) == 1:
        return _("{country}: {counts}").format(
            country=here.language.opening(names[briefs[0].country.iso3]), counts=here.language.join(_counts(briefs[0]))
        )
    both = shared_events(briefs[0], briefs[1])
    said = (
        counted("{n} event names both", "{n} events name both", both) if both else _("no event found that names both")
    )
    return _("{countries}: {shared}").format(
        countries=here.language.opening(here.language.join(names[one.country.iso3] for one in briefs)), shared=said
    )


def _counts(brief: Brief) -> list[str]:
    country = brief.country
    parts = []
    if len(country.offices):
        parts.append(counted("{n} documented place", "{n} documented places", len(country.offices)))
    if len(country.initiatives):
        parts.append(counted("{n} initiative", "{n} initiatives", len(country.initiatives)))
    if len(country.events):
        parts.append(counted("{n} event", "{n} events", len(country.events)))
    return parts or [_("nothing found with these filters")]
