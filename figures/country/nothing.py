"""What is said of a country that no initiative or no event in view names: whether the sources or a filter leave none."""

from data.selection import Selection
from figures import labels
from figures.language import Language
from figures.view import View


def no_initiative(selection: Selection, language: Language) -> str:
    """Return that no initiative names the country. Of the other filters, objectives alone narrow initiatives."""
    if not selection.objectives:
        return language.gettext("No initiative that names it was found in the sources read.")
    return language.ngettext(
        "No initiative under the objective chosen names this country.",
        "No initiative under the {n} objectives chosen names this country.",
        len(selection.objectives),
    )


def no_later_source(iso3: str, view: View) -> str:
    """Return that since the strategy no source was found on an initiative that speaks of the country: one may speak of another."""
    said = view.language.gettext("No later source that speaks of {country} was found.")
    return said.format(country=labels.in_sentences(view.language, view.catalog)[iso3])


def no_event(selection: Selection, language: Language) -> str:
    """Return that no event names the country. The country itself is no filter here: only what narrows its events counts."""
    if not (filters := selection.only(["objectives", "years"]).active):
        return language.gettext("No event that names it was found in the sources read.")
    return language.ngettext(
        "No event with this filter names this country.",
        "No event with these filters names this country.",
        len(filters),
    )
