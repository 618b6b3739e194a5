"""The rows of a figure as CSV together with what they are, in CSV on the Web: for whoever files the CSV away.

A description names its context by address, since the format asks for exactly this; a reader of CSV on the Web knows it and fetches
nothing. Format: https://www.w3.org/TR/tabular-metadata/
"""

import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from data.exports import About, as_csv


def zipped(name: str, rows: pd.DataFrame, titles: Mapping[str, str], about: About) -> bytes:
    """Return a zip of the rows as CSV and of its description, which lies beside it under the name that the format gives it.

    Args:
        name: of the CSV.
        titles: column → its name for the reader.
    """
    described = json.dumps(document(name, rows, titles, about), ensure_ascii=False, indent=2) + "\n"
    day = date.fromisoformat(about.facts_as_of)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, content in ((name, as_csv(rows)), (f"{name}-metadata.json", described.encode())):
            entry = zipfile.ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()


def document(name: str, rows: pd.DataFrame, titles: Mapping[str, str], about: About) -> dict[str, Any]:
    """Return the description of a CSV file of these rows."""
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "url": name,
        "dc:title": about.title,
        "dc:description": about.note,
        "dc:coverage": about.filters,
        "dc:source": list(about.sources),
        "dc:modified": {"@value": about.facts_as_of, "@type": "xsd:date"},
        "dc:license": {"@id": about.licence_link},
        "dc:provenance": about.independence,
        "schema:version": about.version,
        "schema:url": {"@id": about.link},
        "tableSchema": {
            "columns": [
                {
                    "name": column,
                    # A reader holds the head of the file against the titles: the first one is the head's.
                    "titles": list(dict.fromkeys((column, titles[column]))),
                    "datatype": _datatype(rows[column]),
                    "null": "",
                }
                for column in rows
            ]
        },
    }


def _datatype(cells: pd.Series) -> str | dict[str, str]:
    if pd.api.types.is_bool_dtype(cells):
        return {"base": "boolean", "format": "True|False"}
    if pd.api.types.is_integer_dtype(cells):
        return "integer"
    return "number" if pd.api.types.is_numeric_dtype(cells) else "string"
