"""The whole data package as one zip: the same bytes for the same facts, whoever asks and when."""

import io
import json
import re
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Any

from data.catalog import Catalog
from data.dialects import croissant, dcat, prov
from data.translation import in_all, said, translated

LICENCE = """\
The tables of this data package are licensed under the Creative Commons Attribution 4.0 International Public License
(CC BY 4.0).

Full text of the licence: https://creativecommons.org/licenses/by/4.0/legalcode
Summary:                  https://creativecommons.org/licenses/by/4.0/

You may copy, share and adapt them for any purpose, if you name where they come from (see CITATION.cff), link to the
licence, and say what you changed. Name GeoNames too where you use coordinates of cities: they are taken from
https://www.geonames.org/ (CC BY 4.0).

The tables are offered as they are, without warranty of any kind, as sections 5(a) and 5(b) of the licence say.
"""


def file_name(catalog: Catalog) -> str:
    """Return the name of the zip: package and day to which the sources were read."""
    return f"{catalog.package['name']}_{catalog.facts_as_of.isoformat()}.zip"


def pack(catalog: Catalog) -> bytes:
    """Return the package as a zip: `datapackage.json`, its tables, the dialects of both, and what a reader needs to use and cite them.

    Prose stands in every language, in columns beside each other.

    Made from the catalog and not from the files, so that it holds what the pages show even while a table is being changed.
    """
    return zipped(files(catalog), catalog.facts_as_of)


def files(catalog: Catalog) -> dict[str, str]:
    """Return path → text of each file of the package."""
    catalog = in_all(catalog.original)
    tables = table_files(catalog)
    documents = {
        "datapackage.json": dict(catalog.package),
        "croissant.json": croissant.document(catalog.package, tables),
        "dcat.jsonld": dcat.document(catalog.package, tables),
        "prov.jsonld": prov.document(catalog),
    }
    texts = {
        **{name: _readme(translated(catalog, code), code) for code, name in READMES.items()},
        "LICENSE.txt": LICENCE,
        "CITATION.cff": citation(catalog.package),
    }
    return {**{path: written(document) for path, document in documents.items()}, **texts, **tables}


def written(document: Mapping[str, Any]) -> str:
    """Return a document of JSON as the package writes it."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def table_files(catalog: Catalog) -> dict[str, str]:
    """Return path in the package → a table as CSV, all cells written in one way."""
    return {resource["path"]: _csv(catalog, resource["name"]) for resource in catalog.package["resources"]}


def zipped(files: Mapping[str, str | bytes], day: date) -> bytes:
    """Zip files in the order of their names, all dated a day, so that nothing differs between two makings."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, on every machine
            entry.external_attr = 0o644 << 16
            content = files[path]
            archive.writestr(entry, content.encode() if isinstance(content, str) else content, compresslevel=9)
    return buffer.getvalue()


def _csv(catalog: Catalog, table: str) -> str:
    frame = catalog[table]
    truths = {name: frame[name].map({True: "true", False: "false"}) for name in frame.select_dtypes("boolean")}
    return frame.assign(**truths).to_csv(index=False, lineterminator="\n")


README: tuple[str, ...] = (
    "# {title}",
    "{description}",
    "Version {version}; sources read to {day}.",
    "## How to read it",
    "`datapackage.json` (Data Package v2) describes every table and column: title, description, type, unit, constraints and "
    "keys. The tables are CSV in UTF-8, comma separated, with an empty cell for what is not known. Dates are ISO 8601 and only "
    "as precise as the source: `2023`, `2023-05`, `2023-05-31`.",
    "A column of prose is followed by the same in Spanish, as `summary_es` follows `summary`. Titles of sources are "
    "as published or, of many, English renderings or descriptions of ours.",
    "Every row of facts cites its sources in a table of its own: `event_sources.csv` for `events.csv`, and so on; "
    "`office_evidence.csv` says more of each source, and the period, date and strength of a place follow from it. "
    "`source_derivations.csv` lists sources that repeat another one: they do not confirm each other.",
    "The same in other words: `croissant.json` (schema.org and Croissant 1.0), `dcat.jsonld` (DCAT 3), and `prov.jsonld` (PROV: "
    "the sources that each table is derived from, and which sources repeat others).",
    "Texts that begin with a sign such as `=` stand as they are: open the files as data, not as a sheet that runs formulas.",
    "## What to keep in mind",
    "- The places named by sources are dated evidence, not a list of the offices of today, and not a part of the published total.",
    "- Published totals count different things at different times and are not one series.",
    "- Series of different agencies overlap and are never added.",
    "- That the tables hold nothing on a point does not mean that there is nothing.",
    "## Tables",
    "- `{path}` (rows: {rows}): **{title}**. {description}",
    "## Licence and citation",
    "CC BY 4.0, see `LICENSE.txt`. How to cite: `CITATION.cff`.",
)
"""What the README says, a paragraph each; the line on a table once for each of them."""

CONTEXT = "README.md"
"""Under which the paragraphs are translated."""

READMES: Mapping[str, str] = {"en": "README.md", "es": "LEEME.md"}
"""Language → the name of its README."""


def _readme(catalog: Catalog, code: str) -> str:
    """Return the README in a language."""
    package = catalog.package
    fields = {name: str(package[name]) for name in ("title", "description", "version")}
    lines = []
    for paragraph in README:
        told = said(code, CONTEXT, paragraph)
        if "{path}" in paragraph:
            lines += [
                told.format(
                    rows=len(catalog[one["name"]]), **{name: one[name] for name in ("path", "title", "description")}
                )
                for one in package["resources"]
            ]
        else:
            lines.append(told.format(day=catalog.facts_as_of.isoformat(), **fields))
    drawn = "\n\n".join(lines) + "\n"
    return re.sub(r"(?m)^(- .*)\n\n(?=- )", r"\1\n", drawn)


def citation(package: Mapping[str, Any], narrowed: str = "", address: str = "") -> str:
    """Return how to cite the package, as a `CITATION.cff`.

    Args:
        narrowed: the filters that leave out rows of it, in words; empty without one.
        address: the full link to what is cited; empty where there is none.
    """
    # A string of JSON is a string of YAML too.
    title, maker, abstract = (
        json.dumps(text, ensure_ascii=False)
        for text in (
            f"{package['title']} ({narrowed})" if narrowed else package["title"],
            package["contributors"][0]["title"],
            package["description"],
        )
    )
    url = f"url: {json.dumps(address)}\n" if address else ""
    return f"""\
cff-version: 1.2.0
message: "If you use these tables, please cite them, and the sources that the rows name."
type: dataset
title: {title}
abstract: {abstract}
authors:
  - name: {maker}
version: "{package["version"]}"
date-released: "{package["created"][:10]}"
license: CC-BY-4.0
{url}"""
