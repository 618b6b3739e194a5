"""What any row is in words, and the view that shows it: for lists that lead from one thing to another."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import pandas as pd

from data.catalog import Catalog
from data.queries.evidence import OFFICE, places
from figures import labels
from figures.language import Language


class Told(NamedTuple):
    """A row in words, and the view that shows it.

    Attributes:
        page: the page as navigation names it; empty when none shows the row.
        query: keys of the link to the view → their values.
    """

    words: str
    page: str
    query: dict[str, list[str]]


Teller = Callable[[Any], Told]


def teller(table: str, catalog: Catalog, language: Language) -> Teller:
    """Return what tells a row of a table, given as a named tuple of its cells."""
    return TELLERS.get(table, _plainly)(catalog, language)


def _plainly(catalog: Catalog, language: Language) -> Teller:
    """Tell a row of a table that has no words of its own here by what its cells say."""
    return lambda row: Told(" · ".join(str(cell) for cell in row if not pd.isna(cell) and cell != ""), "", {})


def _offices(catalog: Catalog, language: Language) -> Teller:
    names = labels.countries(language, catalog)
    known = places(catalog).set_index("office_id")
    dates, standing = known["evidence_date"], known["standing"]

    def tell(row: Any) -> Told:
        place = f"{row.city}, {names[row.iso3]}" if row.city else names[row.iso3]
        pattern = (
            language.gettext("{place} (evidence: {day})")
            if standing[row.office_id] == OFFICE
            else language.gettext("{place} (presence, no office; evidence: {day})")
        )
        words = pattern.format(place=place, day=language.date(dates[row.office_id]))
        return Told(words, "offices", {"country": [row.iso3]})

    return tell


def _totals(catalog: Catalog, language: Language) -> Teller:
    kinds = labels.words(language, "counts")

    def tell(row: Any) -> Told:
        value = "–" if pd.isna(row.value) else language.number(row.value)
        words = language.gettext("{kind}: {value} ({day})").format(
            kind=kinds[row.counts], value=value, day=language.date(row.date)
        )
        return Told(words, "offices", {})

    return tell


def _units(catalog: Catalog, language: Language) -> Teller:
    names = labels.countries(language, catalog)
    return lambda row: Told(f"{names[row.iso3]}: {row.note}", "offices", {"country": [row.iso3]})


def _countries(catalog: Catalog, language: Language) -> Teller:
    names = labels.countries(language, catalog)
    return lambda row: Told(names[row.iso3], "country", {"country": [row.iso3]})


def _sources(catalog: Catalog, language: Language) -> Teller:
    return lambda row: Told(
        f"{row.title}, {row.publisher}, {language.date(row.published)}",
        "sources",
        {"sources_source": [row.source_id]},
    )


def _objectives(catalog: Catalog, language: Language) -> Teller:
    return lambda row: Told(f"{row.objective_id} {row.title}", "objectives", {"objective": [str(row.objective_id)]})


def _initiatives(catalog: Catalog, language: Language) -> Teller:
    return lambda row: Told(row.name, "objectives", {"objective": [str(row.objective_id)]})


def _follow_up(catalog: Catalog, language: Language) -> Teller:
    names = catalog.names("initiatives", "initiative_id", "name")
    objectives = catalog.names("initiatives", "initiative_id", "objective_id")
    return lambda row: Told(
        f"{names[row.initiative_id]}: {row.what}",
        "objectives",
        {"objective": [str(objectives[row.initiative_id])]},
    )


def _organisations(catalog: Catalog, language: Language) -> Teller:
    return lambda row: Told(
        row.name, "sources", {"sources_table": ["organisations"], "sources_search": [row.name[:80]]}
    )


def _events(catalog: Catalog, language: Language) -> Teller:
    return lambda row: Told(
        f"{language.date(row.date)}: {row.title}",
        "timeline",
        {"timeline_event": [row.event_id]},
    )


def _ties(catalog: Catalog, language: Language) -> Teller:
    names = catalog.names("initiatives", "initiative_id", "name")
    titles = catalog.names("events", "event_id", "title")
    relations = labels.words(language, "relation")
    return lambda row: Told(
        language.gettext("“{event}” {relation} “{initiative}”").format(
            event=titles[row.event_id], relation=relations[row.relation], initiative=names[row.initiative_id]
        ),
        "timeline",
        {"timeline_event": [row.event_id]},
    )


def _flows(catalog: Catalog, language: Language) -> Teller:
    return lambda row: Told(row.note, "supply_chain", {})


def term(row: Any) -> Told:
    """Tell a term of the glossary, given as anything with `term` and `expansion`."""
    words = f"{row.term} ({row.expansion})" if row.expansion else row.term
    return Told(words, "sources", {"sources_table": ["glossary"], "sources_search": [row.term]})


def _terms(catalog: Catalog, language: Language) -> Teller:
    return term


def _contradictions(catalog: Catalog, language: Language) -> Teller:
    return lambda row: Told(row.title, "about", {"about_part": [row.part]})


def _claims(catalog: Catalog, language: Language) -> Teller:
    return lambda row: Told(
        f"{row.attributed_to}: {row.claim}",
        "sources",
        {"sources_table": ["claims"], "sources_search": [row.claim_id]},
    )


TELLERS: Mapping[str, Callable[[Catalog, Language], Teller]] = {
    "offices": _offices,
    "countries": _countries,
    "sources": _sources,
    "reported_totals": _totals,
    "tciu": _units,
    "objectives": _objectives,
    "initiatives": _initiatives,
    "initiative_followup": _follow_up,
    "organisations": _organisations,
    "events": _events,
    "event_initiatives": _ties,
    "flows": _flows,
    "glossary": _terms,
    "contradictions": _contradictions,
    "claims": _claims,
}
