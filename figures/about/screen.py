"""How the page About begins: who is not behind the briefing, on what it rests, and what is not known."""

from data.queries.about import facts
from figures.about.unknown import gaps
from figures.screen import Screen
from figures.view import View


def screen(view: View) -> Screen:
    """Return how the page begins. No filter narrows it, and where one is on, the sentence says so."""
    catalog, language = view.catalog, view.language
    said = language.gettext(
        "How this briefing was made, what its words mean, and what it does not know. Facts as of {day}."
    ).format(day=language.date(catalog.facts_as_of.isoformat()))
    kept = "" if view.selection.is_empty else language.gettext("The filters do not narrow this page.")
    sources = language.ngettext("{n} published source", "{n} published sources", facts(catalog).sources.cited)
    return Screen(
        finding=language.gettext("Independent of any government; built from {sources}").format(sources=sources),
        sentence=f"{said} {kept}".strip(),
        unknown=gaps(catalog, language),
    )
