"""What any row is in words, and the record that tells all of it: the one way by which lists lead from one thing to another."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.evidence import OFFICE, places
from data.queries.records.address import KINDS, OF_TABLE, address, parts, rows
from figures import labels
from figures.language import Language


class View(NamedTuple):
    """The view that shows a record among others: a page as navigation names it, and keys of the link → their values."""

    page: str
    query: dict[str, list[str]]


class Told(NamedTuple):
    """A row in words, and the address of its record; empty where it has none: `event:ev-20230531-mananera`.

    Attributes:
        view: what shows a thing that is no record.
        part: the part of the view's page where it is shown: an anchor; empty for its top.
        more: what else is said of it, below its words.
    """

    words: str
    record: str
    view: View | None = None
    part: str = ""
    more: str = ""


Words = Callable[[Any], str]
Teller = Callable[[Any], Told]


def teller(table: str, catalog: Catalog, language: Language) -> Teller:
    """Return what tells a row of a table, given as a named tuple of its cells."""
    words, lead = _words(table, catalog, language), LEADS.get(table, _own(table))
    return lambda row: Told(words(row), lead(row))


@once(4096)
def words(record: str, catalog: Catalog, language: Language) -> str:
    """Return a record of today in words.

    Raises:
        KeyError: there is none at this address.
    """
    kind, code = parts(record)
    return _words(KINDS[kind].table, catalog, language)(rows(catalog, kind)[code])


def view(record: str, row: Mapping[str, Any]) -> View:
    """Return the view that shows a record among others.

    Args:
        row: the cells of the record, by column.
    """
    return VIEWS[parts(record)[0]](row)


@once(64)
def _words(table: str, catalog: Catalog, language: Language) -> Words:
    return TELLERS.get(table, _plainly)(catalog, language)


def _own(table: str) -> Callable[[Any], str]:
    """Return what leads a row to its own record, or to that of the row that it adds to."""
    kind = OF_TABLE.get(table)
    return lambda row: address(kind, getattr(row, KINDS[kind].key)) if kind else ""


LEADS: Mapping[str, Callable[[Any], str]] = {
    "initiative_followup": lambda row: address("initiative", row.initiative_id),
    "event_initiatives": lambda row: address("event", row.event_id),
}
"""Tables that are no records themselves → the record that tells of a row."""

VIEWS: Mapping[str, Callable[[Mapping[str, Any]], View]] = {
    "objective": lambda row: View("objectives", {"objective": [str(row["objective_id"])]}),
    "initiative": lambda row: View("objectives", {"objective": [str(row["objective_id"])]}),
    "office": lambda row: View("offices", {"country": [row["iso3"]]}),
    "country": lambda row: View("country", {"country": [row["iso3"]]}),
    "unit": lambda row: View("offices", {"country": [row["iso3"]]}),
    "organisation": lambda row: _searched("organisations", row["name"][:80]),
    "event": lambda row: View("timeline", {"timeline_event": [row["event_id"]]}),
    "flow": lambda row: View("supply_chain", {}),
    "indicator": lambda row: View("trends", {"trends_indicator": [row["indicator_id"]]}),
    "total": lambda row: View("offices", {}),
    "oversight": lambda row: View("objectives", {}),
    "contradiction": lambda row: View("about", {"about_part": [row["part"]]}),
    "claim": lambda row: _searched("claims", row["claim_id"]),
    "term": lambda row: _searched("glossary", row["term"]),
    "source": lambda row: View("sources", {"sources_source": [row["source_id"]]}),
}


def _searched(table: str, text: str) -> View:
    return View("sources", {"sources_table": [table], "sources_search": [text]})


def _plainly(catalog: Catalog, language: Language) -> Words:
    """Tell a row of a table that has no words of its own here by what its cells say."""
    return lambda row: " · ".join(str(cell) for cell in row if not pd.isna(cell) and cell != "")


def _offices(catalog: Catalog, language: Language) -> Words:
    names = labels.countries(language, catalog)
    known = places(catalog)
    dates, standing = (
        dict(zip(known["office_id"], known[name], strict=True)) for name in ("evidence_date", "standing")
    )

    def tell(row: Any) -> str:
        place = f"{row.city}, {names[row.iso3]}" if row.city not in ("", names[row.iso3]) else names[row.iso3]
        pattern = (
            language.gettext("{place} (evidence: {day})")
            if standing[row.office_id] == OFFICE
            else language.gettext("{place} (presence, no office; evidence: {day})")
        )
        return pattern.format(place=place, day=language.date(dates[row.office_id]))

    return tell


def _totals(catalog: Catalog, language: Language) -> Words:
    kinds = labels.words(language, "counts")

    def tell(row: Any) -> str:
        value = "–" if pd.isna(row.value) else language.number(row.value)
        return language.gettext("{kind}: {value} ({day})").format(
            kind=kinds[row.counts], value=value, day=language.date(row.date)
        )

    return tell


def _units(catalog: Catalog, language: Language) -> Words:
    names = labels.countries(language, catalog)
    return lambda row: f"{names[row.iso3]}: {row.note}"


def _countries(catalog: Catalog, language: Language) -> Words:
    names = labels.countries(language, catalog)
    return lambda row: names[row.iso3]


def _sources(catalog: Catalog, language: Language) -> Words:
    return lambda row: f"{row.title}, {row.publisher}, {language.date(row.published)}"


def _objectives(catalog: Catalog, language: Language) -> Words:
    return lambda row: f"{row.objective_id} {row.title}"


def _initiatives(catalog: Catalog, language: Language) -> Words:
    return lambda row: row.name


def _follow_up(catalog: Catalog, language: Language) -> Words:
    names = catalog.names("initiatives", "initiative_id", "name")
    return lambda row: f"{names[row.initiative_id]}: {row.agency_says or row.others_say}"


def _organisations(catalog: Catalog, language: Language) -> Words:
    return lambda row: row.name


def _events(catalog: Catalog, language: Language) -> Words:
    return lambda row: f"{language.date(row.date)}: {row.title}"


def _ties(catalog: Catalog, language: Language) -> Words:
    names = catalog.names("initiatives", "initiative_id", "name")
    titles = catalog.names("events", "event_id", "title")
    relations = labels.words(language, "relation")
    return lambda row: language.gettext("“{event}” {relation} “{initiative}”").format(
        event=titles[row.event_id], relation=relations[row.relation], initiative=names[row.initiative_id]
    )


def _flows(catalog: Catalog, language: Language) -> Words:
    return lambda row: row.note


def _indicators(catalog: Catalog, language: Language) -> Words:
    return lambda row: row.title


def _terms(catalog: Catalog, language: Language) -> Words:
    return lambda row: f"{row.term} ({labels.full(row.expansion, row.term)})" if row.expansion else row.term


def _oversight(catalog: Catalog, language: Language) -> Words:
    return lambda row: f"{row.body}, {language.date(row.date)}: {row.finding}"


def _contradictions(catalog: Catalog, language: Language) -> Words:
    return lambda row: row.title


def _claims(catalog: Catalog, language: Language) -> Words:
    return lambda row: f"{row.attributed_to}: {row.claim}"


TELLERS: Mapping[str, Callable[[Catalog, Language], Words]] = {
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
    "indicators": _indicators,
    "glossary": _terms,
    "oversight": _oversight,
    "contradictions": _contradictions,
    "claims": _claims,
}
