"""The catalog: every table of the data package, validated, typed and ready to be asked."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple
from uuid import uuid4

import pandas as pd

from data.paths import PACKAGE
from data.problem import DataError, Problem
from data.validation import problems_in

# Tables of a hundred rows are asked for single rows, groups and joins: text that lies in Arrow costs more than twice as much there.
pd.options.mode.string_storage = "python"

DTYPES = {"string": "str", "date": "str", "integer": "Int64", "number": "float64", "boolean": "boolean"}


class Source(NamedTuple):
    """What a citation needs of a source; `url` is empty for a source that is not to be linked, `language` where it is not known."""

    title: str
    publisher: str
    published: str
    url: str
    language: str


@dataclass(frozen=True, eq=False)
class Catalog:
    """All tables of one state of the data package.

    `catalog["offices"]` gives a table as a frame with the columns that `datapackage.json` describes. Each call gives
    a shallow copy, so that nobody can change what others read (pandas copies on write).

    Attributes:
        package: what `datapackage.json` says.
        tables: name → rows.
        fingerprint: tells the content. Answers are kept by it: two catalogs read from the same bytes are the same. Without
            one, a catalog is like no other.
        translated_from: the catalog in English, of one in another language.
    """

    package: Mapping[str, Any]
    tables: Mapping[str, pd.DataFrame]
    fingerprint: str = field(default_factory=lambda: uuid4().hex)
    translated_from: "Catalog | None" = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Catalog) and self.fingerprint == other.fingerprint

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def __getitem__(self, table: str) -> pd.DataFrame:
        return self.tables[table].copy(deep=False)

    @property
    def original(self) -> "Catalog":
        """The catalog as its files have it: what code reads out of prose, and what a file holds for machines, is read here."""
        return self.translated_from or self

    @cached_property
    def facts_as_of(self) -> date:
        """The day to which the sources were read."""
        return date.fromisoformat(self.package["read_to"])

    @cached_property
    def sources(self) -> Mapping[str, "Source"]:
        """Source by its code."""
        rows = self.tables["sources"][["source_id", "title", "publisher", "published", "url", "language"]]
        return MappingProxyType({row[0]: Source(*row[1:]) for row in rows.itertuples(index=False, name=None)})

    def resource(self, table: str) -> Mapping[str, Any]:
        """Return the description of a table: title, fields, licences, sources."""
        return self._resources[table]

    @cached_property
    def _resources(self) -> Mapping[str, Mapping[str, Any]]:
        return {resource["name"]: resource for resource in self.package["resources"]}

    def names(self, table: str, code: str, name: str) -> dict[Any, str]:
        """Return code → name of a table, in the table's order."""
        return dict(self._named(table, code, name))

    def _named(self, table: str, code: str, name: str) -> Mapping[Any, str]:
        key = table, code, name
        if key not in self._names:
            frame = self.tables[table]
            self._names[key] = dict(zip(frame[code], frame[name], strict=True))
        return self._names[key]

    @cached_property
    def _names(self) -> dict[tuple[str, str, str], dict[Any, str]]:
        return {}


def build(package: Path = PACKAGE) -> Catalog:
    """Read, validate and type every table of the data package.

    Args:
        package: path of a `datapackage.json`; its resources lie beside it.

    Raises:
        DataError: a table breaks its schema or cannot be read; the message names file, row, column and value.
    """
    if problems := problems_in(package):
        raise DataError(problems)
    described = json.loads(package.read_text("utf-8"))
    fingerprint = _fingerprint(package, described)
    tables = {
        resource["name"]: _table(package.parent / resource["path"], resource) for resource in described["resources"]
    }
    if _fingerprint(package, described) != fingerprint:
        # A file was changed while it was read: what was read is like no other state, and is not to be taken for one.
        return Catalog(MappingProxyType(described), MappingProxyType(tables))
    return Catalog(MappingProxyType(described), MappingProxyType(tables), fingerprint)


def _fingerprint(package: Path, described: Mapping[str, Any]) -> str:
    """Return what tells the content of a package: a hash over the bytes of all its files."""
    files = [package, *(package.parent / resource["path"] for resource in described["resources"])]
    return sha256(b"".join(sha256(file.read_bytes()).digest() for file in files)).hexdigest()


def _table(path: Path, resource: Mapping[str, Any]) -> pd.DataFrame:
    try:
        return _read(path, resource["schema"]["fields"])
    except Exception as error:
        raise DataError([unreadable(resource["path"], error)]) from error


def unreadable(file: str, error: Exception) -> Problem:
    """Return that a file cannot be read, and why."""
    # The system names a file by where it lies on the server, which is no concern of those who read this.
    said = error.strerror if isinstance(error, OSError) else error
    return Problem(file, 0, "", "", f"cannot be read ({type(error).__name__}: {said})")


def _read(path: Path, fields: list[dict[str, Any]]) -> pd.DataFrame:
    dtypes = {field["name"]: DTYPES[field["type"]] for field in fields}
    texts = [name for name, dtype in dtypes.items() if dtype == "str"]
    frame = pd.read_csv(
        path, dtype=dtypes, keep_default_na=False, na_values={n: [""] for n in dtypes}, encoding="utf-8"
    )
    frame[texts] = frame[texts].fillna("")
    return frame
