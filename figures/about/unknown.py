"""What is not known, counted."""

from data.catalog import Catalog
from data.once import once
from data.queries.about import facts
from data.queries.objectives import in_full, initiatives
from data.queries.offices import headline
from data.selection import EVERYTHING, Selection
from figures.language import Language


@once(64, by=("objectives", "countries"))
def gaps(catalog: Catalog, language: Language, selection: Selection = EVERYTHING) -> tuple[str, ...]:
    """Return what is not known, a sentence each, the weightiest first.

    Args:
        selection: narrows what became of the initiatives; nothing narrows the rest.
    """
    known, total = facts(catalog), headline(catalog)
    places, number = known.places, language.number
    return (
        language.gettext("The wording of the strategy, beyond what accounts of it quote: its PDF was not found."),
        language.gettext("Which the {offices} offices in {countries} countries are: no list of them was found.").format(
            offices=number(total.offices), countries=number(total.countries)
        ),
        language.gettext(
            "Which of the places named by sources are offices today: each is named as of the date of its evidence, and ICE's "
            "current list of offices was not found."
        ),
        language.gettext("Who heads HSI today: no source was found."),
        *_became(catalog, language, selection),
        language.ngettext(
            "Which reading is right on {n} point on which sources contradict each other.",
            "Which reading is right on {n} points on which sources contradict each other.",
            known.contradictions - known.settled,
        ),
        language.gettext(
            "What HSI achieved in fiscal year 2025: no official yearly figures were found, only press accounts."
        ),
        language.ngettext(
            "How old the evidence of {n} of {total} places is: it is undated.",
            "How old the evidence of {n} of {total} places is: it is undated.",
            places.undated,
            total=number(places.total),
        ),
        language.ngettext(
            "What type of office {n} of {total} places has: the source does not say.",
            "What type of office {n} of {total} places have: the sources do not say.",
            places.type_unknown,
            total=number(places.total),
        ),
        language.ngettext(
            "When {n} of the listed sources was published.",
            "When {n} of the listed sources were published.",
            known.sources.undated,
        ),
        language.gettext(
            "What happened lately: few events of the last months were found, which does not mean that little happened."
        ),
    )


def silent(catalog: Catalog, selection: Selection) -> tuple[int, int]:
    """Return of how many initiatives of the strategy no later source was found, and how many of them a selection keeps."""
    sought = [
        one.follow_up
        for one in in_full(catalog, initiatives(catalog, selection, "strategy").rows, selection)
        if one.follow_up
    ]
    return sum(not one.latest.date for one in sought), len(sought)


def _became(catalog: Catalog, language: Language, selection: Selection) -> list[str]:
    missing, total = silent(catalog, selection)
    if not missing:
        return []
    if not selection.objectives and not selection.has_places:
        return [
            language.gettext(
                "What became of {n} of the {total} initiatives in the strategy: no later source was found."
            ).format(n=language.number(missing), total=language.number(total))
        ]
    if total == 1:
        return [
            language.gettext("What became of the only initiative that the filters leave: no later source was found.")
        ]
    return [
        language.gettext(
            "What became of {n} of the {total} initiatives that the filters leave: no later source was found."
        ).format(n=language.number(missing), total=language.number(total))
    ]
