"""A record as JSON-LD in the words of schema.org: what it says as a work of ours, and beside it what it is about.

A type is stated where schema.org has one that is true of the thing: what a source says is a claim, and a place that a source names is a
place, not an office that is there today. What it has no word for is a thing. The cells of the row go along as they are.
"""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from data.catalog import Catalog
from data.link import RECORD
from data.pages import address as page_address
from data.queries.records.record import Record
from data.queries.records.ties import ties
from figures import telling
from figures.language import Language
from figures.records import citing, wording

VOCABULARY = "https://schema.org/"

Row = Mapping[str, Any]
Node = dict[str, Any]

WITHIN = "#it"
"""What follows the address of a record in that of what it is about."""


OWN = ("cells", "beside")
"""The words of a record that are ours and not those of schema.org."""


def document(catalog: Catalog, record: Record, language: Language, site: str, records: str, says: str) -> Node:
    """Return a record as JSON-LD that carries its context with it: nobody fetches anything to read it.

    Args:
        catalog: in the language.
        site: the full address of the first page, with a slash at its end.
        records: what the full addresses of records begin with.
        says: the full address of the page that says what each of our own words means, at a part of its name.
    """
    page = f"{site}{page_address('record', {RECORD.url: [record.id], 'lang': [language.code]})}"
    package = catalog.package
    licence = package["licenses"][0]["path"]
    return {
        "@context": {
            "@vocab": VOCABULARY,
            **{word: {"@id": f"{says}#{word}", "@type": "@json"} for word in OWN},
        },
        "@id": f"{records}{record.id}",
        "@type": "CreativeWork",
        "identifier": record.id,
        "name": wording.title(catalog, record, language),
        "abstract": " ".join(wording.statement(record)),
        "inLanguage": language.code,
        "url": page,
        "license": {"@id": licence},
        "version": package["version"],
        "isAccessibleForFree": True,
        "creditText": citing.citation(catalog, record, page, language),
        "isPartOf": {
            "@type": "Dataset",
            "name": package["title"],
            "description": package["description"],
            "version": package["version"],
            "license": {"@id": licence},
        },
        "about": _thing(catalog, record, language, records),
        "citation": [_source(catalog, source, records) for source in record.source_ids],
        "mentions": [
            {"@id": f"{records}{tie.record}{WITHIN}", "name": telling.words(tie.record, catalog, language)}
            for tie in ties(catalog).get(record.id, ())
        ],
        "cells": cells(record.row),
        "beside": {table: [cells(row) for row in rows.to_dict("records")] for table, rows in record.beside.items()},
    }


def cells(row: Row) -> Node:
    """Return what is known of a row, as JSON has it."""
    known = {name: value for name, value in row.items() if not pd.isna(value) and value != ""}
    return {str(name): value.item() if hasattr(value, "item") else value for name, value in known.items()}


def _thing(catalog: Catalog, record: Record, language: Language, records: str) -> Node:
    """Return what a record is about."""
    tell = TELLS.get(record.kind)
    said = tell(cells(record.row), records) if tell else {"@type": "Thing"}
    cited = [{"@id": f"{records}source:{source}{WITHIN}"} for source in record.source_ids]
    return {
        "@id": f"{records}{record.id}{WITHIN}",
        "name": wording.title(catalog, record, language),
        "additionalType": wording.kind(record.id, language),
        **said,
        **({"appearance": cited} if said["@type"] == "Claim" and cited else {}),
    }


def _source(catalog: Catalog, source: str, records: str) -> Node:
    cited = catalog.sources[source]
    return {"@id": f"{records}source:{source}{WITHIN}", "name": cited.title} | _work(cited._asdict(), records)


def _place(row: Row, records: str) -> Node:
    place = {"@type": "Place", **_in_country(row, records, "containedInPlace")}
    if "latitude" in row:
        place["geo"] = {"@type": "GeoCoordinates", "latitude": row["latitude"], "longitude": row["longitude"]}
    if "geonames_id" in row:
        geonames = {"propertyID": "https://www.geonames.org/", "value": str(row["geonames_id"])}
        place["identifier"] = {"@type": "PropertyValue", **geonames}
    return place


def _in_country(row: Row, records: str, says: str) -> Node:
    return {says: {"@id": f"{records}country:{row['iso3']}{WITHIN}"}} if "iso3" in row else {}


def _work(row: Row, _records: str) -> Node:
    told = {
        "url": row.get("url"),
        "datePublished": row.get("published"),
        "inLanguage": row.get("language"),
        "publisher": {"@type": "Organization", "name": row["publisher"]},
    }
    return {"@type": "CreativeWork", **{name: value for name, value in told.items() if value}}


def _organisation(row: Row, records: str) -> Node:
    above = (
        {"parentOrganization": {"@id": f"{records}organisation:{row['part_of']}{WITHIN}"}} if "part_of" in row else {}
    )
    short = {"alternateName": row["abbreviation"]} if "abbreviation" in row else {}
    return {"@type": "Organization", **short, **above, **_in_country(row, records, "areaServed")}


TELLS: Mapping[str, Callable[[Row, str], Node]] = {
    "office": _place,
    "country": lambda row, _records: {"@type": "Country", "identifier": [row["iso3"], row["iso2"], row["m49"]]},
    "unit": lambda row, records: {"@type": "Organization", **_in_country(row, records, "areaServed")},
    "organisation": _organisation,
    "event": lambda row, _records: {"@type": "Event", "startDate": row["date"], "description": row["summary"]},
    "flow": lambda row, _records: {"@type": "Claim", "text": row["note"]},
    "claim": lambda row, _records: {"@type": "Claim", "text": row["claim"], "creditText": row["attributed_to"]},
    "oversight": lambda row, _records: {"@type": "Claim", "text": row["finding"], "datePublished": row["date"]},
    "total": lambda row, _records: {
        "@type": "Observation",
        **({"value": row["value"]} if "value" in row else {}),
        **({"observationDate": row["date"]} if "date" in row else {}),
    },
    "indicator": lambda row, _records: {
        "@type": "Dataset",
        "description": row["caveat"],
        "variableMeasured": {"@type": "PropertyValue", "name": row["measure"], "unitText": row["unit"]},
        "publisher": {"@type": "Organization", "name": row["publisher"]},
    },
    "term": lambda row, _records: {"@type": "DefinedTerm", "description": row["definition"]},
    "source": _work,
}
"""Kind of record → what it says of what it is about, beside its name; a kind that is missing tells of a thing."""
