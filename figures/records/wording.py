"""A record in words: what kind of thing it is, what it says, and its facts."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.plausible import is_partial_date
from data.queries.records.address import KINDS, parts
from data.queries.records.record import Record
from data.queries.records.ties import ties
from figures import labels, telling
from figures.labels import N
from figures.language import Language
from figures.telling import Told

ONE: Mapping[str, str] = {
    "objective": N("Objective of the strategy"),
    "initiative": N("Initiative"),
    "office": N("Place named by sources"),
    "country": N("Country"),
    "unit": N("Vetted unit (TCIU)"),
    "organisation": N("Organisation"),
    "event": N("Event"),
    "flow": N("Statement on the supply chain"),
    "indicator": N("Statistical series"),
    "total": N("Published total"),
    "oversight": N("Finding of an auditor"),
    "contradiction": N("Point on which sources differ"),
    "claim": N("Claim"),
    "term": N("Term"),
    "source": N("Source"),
}

MANY: Mapping[str, str] = {
    "objective": N("Objectives"),
    "initiative": N("Initiatives"),
    "office": N("Places named by sources"),
    "country": N("Countries"),
    "unit": N("Vetted units (TCIU)"),
    "organisation": N("Organisations"),
    "event": N("Events"),
    "flow": N("Statements on the supply chain"),
    "indicator": N("Statistical series"),
    "total": N("Published totals"),
    "oversight": N("Findings of auditors"),
    "contradiction": N("Points on which sources differ"),
    "claim": N("Claims"),
    "term": N("Terms"),
    "source": N("Sources"),
}

STATEMENT: Mapping[str, tuple[str, ...]] = {
    "objective": ("official_heading", "note"),
    "initiative": ("summary",),
    "office": ("note",),
    "unit": ("note",),
    "organisation": ("role",),
    "event": ("summary",),
    "flow": ("note",),
    "indicator": ("caveat",),
    "total": ("note",),
    "oversight": ("finding", "note"),
    "contradiction": ("note",),
    "claim": ("claim",),
    "term": ("definition",),
    "source": ("note",),
}
"""Kind → the columns that say in sentences what the record says. The others are facts."""

UNSAID = {
    "iso2",
    "m49",
    "geonames_id",
    "latitude",
    "longitude",
    "point_only",
    "level",
    "in_seed",
    "url",
    "date_precision",
    "measure",
    "position",
}
"""Columns that say nothing to a reader beside the rest."""

BESIDE: Mapping[str, str] = {"relation": "event_initiatives.relation"}
"""Column that says how two records are tied → the labels that stand in brackets beside one of them."""

WHEN = ("date", "evidence_date", "published", "year")
"""Columns that say since when a record holds, the first that there is."""


class Fact(NamedTuple):
    """One cell in words, under the title of its column."""

    label: str
    value: str


class Group(NamedTuple):
    """What a record is tied to, of one kind."""

    title: str
    ties: tuple[Told, ...]


def title(catalog: Catalog, record: Record, language: Language) -> str:
    """Return what a record is called, short enough for a heading."""
    row, countries = record.row, labels.countries(language, catalog)
    match record.kind:
        case "flow":
            commodity = labels.words(language, "commodity")[row["commodity"]]
            if row["from_name"] == row["to_name"] and not row.get("from_iso3"):
                # Of a region nothing is said but that it is there: "within" would name a route.
                return language.gettext("{commodity}: {place}, no route named").format(
                    commodity=commodity, place=row["from_name"]
                )
            if row["from_name"] == row["to_name"] or row.get("from_iso3") == row.get("to_iso3", "–"):
                place = countries.get(row.get("from_iso3", ""), row["from_name"])
                return language.gettext("{commodity}: within {place}").format(commodity=commodity, place=place)
            said, tabled = labels.in_sentences(language, catalog), catalog.names("countries", "iso3", "name")
            start, end = (
                said[code] if code and tabled[code] == name else name
                for code, name in (
                    (row.get("from_iso3", ""), row["from_name"]),
                    (row.get("to_iso3", ""), row["to_name"]),
                )
            )
            return language.gettext("{commodity}: from {start} to {end}").format(
                commodity=commodity, start=start, end=end
            )
        case "claim":
            return language.gettext("Claim: {who}").format(who=row["attributed_to"])
        case "unit":
            return language.gettext("Vetted unit (TCIU): {country}").format(country=countries[row["iso3"]])
        case _:
            return telling.words(record.id, catalog, language)


def kind(record_id: str, language: Language) -> str:
    """Return what kind of thing a record is, in words."""
    return language.gettext(ONE[parts(record_id)[0]])


def statement(record: Record) -> tuple[str, ...]:
    """Return what a record says, in the sentences of its table."""
    return tuple(str(record.row[name]) for name in STATEMENT.get(record.kind, ()) if name in record.row)


def facts(catalog: Catalog, record: Record, language: Language) -> tuple[Fact, ...]:
    """Return the cells of a record in words, but for its sentences, its key and what it is tied to."""
    resource = catalog.resource(record.table)
    tied = {field for key in resource["schema"].get("foreignKeys", []) for field in key["fields"]}
    hidden = {KINDS[record.kind].key, *STATEMENT.get(record.kind, ()), *tied, *UNSAID}
    called = title(catalog, record, language)
    found = (
        Fact(field["title"], in_words(catalog, record.table, field, record.row[field["name"]], language))
        for field in resource["schema"]["fields"]
        # What does not hold is not said: a date that is not inferred is simply a date.
        if field["name"] in record.row and field["name"] not in hidden and record.row[field["name"]] is not np.False_
    )
    return tuple(fact for fact in (*found, *_derived(record, language)) if fact.value not in called)


def _derived(record: Record, language: Language) -> Iterator[Fact]:
    """Give what follows from the evidence of a place: About prints by which rule."""
    titles = {
        "evidence_period": language.gettext("Period of evidence"),
        "strength": language.gettext("Strength of evidence"),
    }
    for name, title in titles.items():
        if record.kind == "office" and name in record.row:
            said = graded(record, language) if name == "strength" else labels.words(language, name)[record.row[name]]
            yield Fact(title, said)


def graded(record: Record, language: Language) -> str:
    """Return how strong the evidence of a place is, and of when, where that is not the newest evidence, of which the place is."""
    word = labels.words(language, "strength")[record.row.get("strength", "")]
    day = str(record.row.get("strength_date", ""))
    if not record.row.get("strength") or day == record.row.get("evidence_date", ""):
        return word
    return language.gettext("{strength}, of {day}").format(strength=word, day=language.date(day))


def beside(catalog: Catalog, table: str, row: Mapping[str, Any], language: Language) -> tuple[Fact, ...]:
    """Return the cells of a row that adds to a record, in words."""
    return tuple(
        Fact(field["title"], in_words(catalog, table, field, row[field["name"]], language))
        for field in catalog.resource(table)["schema"]["fields"]
        if field["name"] in row and field["name"] not in UNSAID and not _unknown(row[field["name"]])
    )


def in_words(catalog: Catalog, table: str, field: Mapping[str, Any], value: Any, language: Language) -> str:
    """Return a cell in the reader's words.

    Args:
        table: the name of its table.
        field: what the dictionary says of its column.
    """
    name, text = field["name"], str(value)
    if field["type"] == "boolean":
        return language.gettext("yes") if value else language.gettext("no")
    if field["type"] in ("integer", "number"):
        return text if name == "year" else language.number(value)
    if field["type"] == "date" or is_partial_date(field):
        return language.date(text)
    if name.endswith("iso3"):
        return labels.countries(language, catalog).get(text, text)
    if "enum" in field.get("constraints", {}):
        return labels.word(language, table, name, text)
    if name == "period":
        return labels.fiscal_year(language, text)
    if name == "language":
        return language.name_of(text)
    return text


def since(record: Record, language: Language) -> str:
    """Return since when a record holds, as exactly as it is known; empty for what has no date."""
    stated = next((str(record.row[name]) for name in WHEN if name in record.row), "")
    return language.date(stated) if stated else ""


@once(256)
def groups(catalog: Catalog, record_id: str, language: Language) -> tuple[Group, ...]:
    """Return what a record is tied to in words, by kind."""
    found: dict[str, list[Told]] = {}
    for tie in ties(catalog).get(record_id, ()):
        said = telling.words(tie.record, catalog, language)
        word = labels.words(language, BESIDE.get(tie.column, tie.column)).get(tie.code, "") if tie.column else ""
        found.setdefault(parts(tie.record)[0], []).append(
            Told(f"{said} ({word.lower()})" if word else said, tie.record)
        )
    return tuple(Group(language.gettext(MANY[kind]), tuple(told)) for kind, told in found.items())


def _unknown(value: Any) -> bool:
    return bool(pd.isna(value)) or value == ""
