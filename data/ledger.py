"""The ledger: every change of the facts since the first release, with what it was before, why, and on whose word.

A release is the package as a zip (`data/packing.py`), kept under `data/releases/` and never changed. What differs between two
releases, or between the last one and the tables of today, stands in `data/ledger.csv`, one line a cell, a row, a column or a table;
the ledger's own lines are not told of in it.

`python -m data.ledger "REASON" SOURCE` writes the lines that are missing, with that reason and source for each.
"""

import csv
import io
import json
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from data.catalog import Catalog, build
from data.packing import table_files
from data.paths import LEDGER, PACKAGE, RELEASES
from data.translation import TRANSLATES

TABLE = "ledger"
"""The name of the ledger among the tables of the package."""

COLUMNS = ("version", "date", "table", "key", "column", "before", "after", "kind", "reason", "source_id")

WHOLE = "*"
"""The key of a line that tells of a whole column, or, without a column, of a whole table."""

JOINT = "|"
"""Stands between the parts of a key that is made of several columns."""


class Change(NamedTuple):
    """One difference between two states of the facts, in the words of the ledger.

    Attributes:
        table: its name.
        key: the primary key of the row; `*` for a whole column or table.
        column: the column; empty for a whole row or table.
        before: the cell before; of a withdrawn row, its filled cells as JSON.
        after: the cell after; of an added row, its filled cells as JSON.
        is_new: something that was not there.
        is_gone: something that is no longer there.
    """

    table: str
    key: str
    column: str
    before: str
    after: str
    is_new: bool = False
    is_gone: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that a line of the ledger may call it."""
        if self.is_new:
            return ("added",)
        return ("withdrawn",) if self.is_gone else ("corrected", "updated", "reworded")


@dataclass(frozen=True)
class State:
    """The tables of one state of the facts: columns, key and rows of each, all cells as text.

    Attributes:
        version: of the package.
        tables: name → key of a row → its cells by column.
        columns: name → its columns.
    """

    version: str
    tables: Mapping[str, Mapping[str, Mapping[str, str]]]
    columns: Mapping[str, tuple[str, ...]]


def released(version: str, folder: Path = RELEASES) -> State:
    """Return what a release holds.

    Raises:
        FileNotFoundError: there is no such release.
    """
    with zipfile.ZipFile(folder / f"{version}.zip") as archive:
        package = json.loads(archive.read("datapackage.json"))
        files = {resource["path"]: archive.read(resource["path"]).decode() for resource in package["resources"]}
    return _state(package, files)


def versions(folder: Path = RELEASES) -> list[str]:
    """Return the versions that were released, the first one first."""
    return sorted((path.stem for path in folder.glob("*.zip")), key=order)


def is_version(text: str) -> bool:
    """Say whether a text is a version: three numbers."""
    return bool(re.fullmatch(r"\d+\.\d+\.\d+", text, re.ASCII))


def order(version: str) -> tuple[int, ...]:
    """Return what versions are ordered by."""
    return tuple(int(part) for part in version.split("."))


def state(catalog: Catalog) -> State:
    """Return what a catalog holds."""
    return _state(catalog.package, table_files(catalog))


def _state(package: Mapping[str, Any], files: Mapping[str, str]) -> State:
    tables, columns = {}, {}
    for resource in package["resources"]:
        if resource["name"] == TABLE:
            continue
        key = resource["schema"]["primaryKey"]
        rows = csv.DictReader(io.StringIO(files[resource["path"]], newline=""))
        # What a release says in other languages follows from the English, and is no fact of its own.
        kept = tuple(field["name"] for field in resource["schema"]["fields"] if TRANSLATES not in field)
        tables[resource["name"]] = {
            JOINT.join(row[part] for part in key): {name: row[name] for name in kept} for row in rows
        }
        columns[resource["name"]] = kept
    return State(package["version"], tables, columns)


def changes(before: State, after: State) -> Iterator[Change]:
    """Give every difference between two states, in the order of the tables and rows."""
    for table in after.tables:
        if table in before.tables:
            yield from _changes(table, before, after)
        else:
            yield Change(table, WHOLE, "", "", "", is_new=True)
    for table in before.tables:
        if table not in after.tables:
            yield Change(table, WHOLE, "", "", "", is_gone=True)


def _changes(table: str, before: State, after: State) -> Iterator[Change]:
    old, new = before.tables[table], after.tables[table]
    had, has = before.columns[table], after.columns[table]
    yield from (Change(table, WHOLE, column, "", "", is_new=True) for column in has if column not in had)
    yield from (Change(table, WHOLE, column, "", "", is_gone=True) for column in had if column not in has)
    shared = [column for column in has if column in had]
    for key, row in new.items():
        if key not in old:
            yield Change(table, key, "", "", _told(row), is_new=True)
        else:
            yield from (
                Change(table, key, column, old[key][column], row[column])
                for column in shared
                if old[key][column] != row[column]
            )
    yield from (Change(table, key, "", _told(row), "", is_gone=True) for key, row in old.items() if key not in new)


def _told(row: Mapping[str, str]) -> str:
    return json.dumps({column: cell for column, cell in row.items() if cell}, ensure_ascii=False)


def faults(before: State, after: State, entries: Iterable[Mapping[str, str]]) -> list[str]:
    """Return what is wrong with the ledger between two states: a change without a line, a line without a change.

    Args:
        entries: all lines of the ledger; those of the version of `after` are held against the changes.
    """
    found = {change[:5]: change for change in changes(before, after)}
    told = {_as_change(entry): entry for entry in entries if entry["version"] == after.version}
    wrong = [f"not told: {_place(change)}" for change in found if change not in told]
    wrong += [f"told, and not so: {_place(change)}" for change in told if change not in found]
    return wrong + [
        f"{entry['kind']!r} is no name for it: {_place(change)}"
        for change, entry in told.items()
        if change in found and entry["kind"] not in found[change].kinds
    ]


def _as_change(entry: Mapping[str, str]) -> tuple[str, str, str, str, str]:
    return entry["table"], entry["key"], entry["column"], entry["before"], entry["after"]


def _place(change: tuple[str, ...]) -> str:
    table, key, column, before, after = change[:5]
    place = f"{table}, {key}{f', {column}' if column else ''}"
    return f"{place}: {before!r} → {after!r}"


def brought_up(
    entries: Iterable[Mapping[str, str]], before: State, after: State, reason: str, source: str, day: str
) -> list[dict[str, str]]:
    """Return the ledger's lines once it tells all changes of a version and nothing else.

    Lines of other versions stay. Of this version, a line stays as it is while its change does; what is not so any more
    goes; what is missing is added with the reason, source and day given. A changed cell counts as corrected: write `updated`
    over it where the world changed and not our knowledge of it, `reworded` where only the words did.
    """
    lines = [dict(entry) for entry in entries]
    kept = [line for line in lines if line["version"] != after.version]
    told = {_as_change(line): line for line in lines if line["version"] == after.version}
    for change in changes(before, after):
        fresh = {
            "version": after.version,
            "date": day,
            "table": change.table,
            "key": change.key,
            "column": change.column,
            "before": change.before,
            "after": change.after,
            "kind": change.kinds[0],
            "reason": reason,
            "source_id": source,
        }
        kept.append(told.get(change[:5], fresh))
    return kept


def read(path: Path = LEDGER) -> list[dict[str, str]]:
    """Return the lines of the ledger."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(entries: list[dict[str, str]], path: Path = LEDGER) -> None:
    """Write the lines of the ledger."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(entries)


def today() -> str:
    """Return the day of a change that is made now."""
    return datetime.now(UTC).date().isoformat()


def opened(package: Path, releases: Path) -> bool:
    """Open the next version, if the present one is released and tables have changed since; say whether it was opened.

    The middle number of the version is raised: 1.1.0 is followed by 1.2.0, until `make release` names it otherwise.
    """
    now = state(build(package))
    if now.version not in versions(releases) or not list(changes(released(now.version, releases), now)):
        return False
    first, middle, _last = order(now.version)
    described = json.loads(package.read_text("utf-8"))
    described["version"] = f"{first}.{middle + 1}.0"
    package.write_text(json.dumps(described, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return True


def dated(package: Path, releases: Path, entries: Iterable[Mapping[str, str]]) -> None:
    """Write into the package the day of the last line of its version: until it is released, that is the day of the version."""
    described = json.loads(package.read_text("utf-8"))
    days = [line["date"] for line in entries if line["version"] == described["version"]]
    if days and described["version"] not in versions(releases):
        described["created"] = f"{max(days)}T00:00:00Z"
        package.write_text(json.dumps(described, ensure_ascii=False, indent=2) + "\n", "utf-8")


def main(reason: str, source: str = "") -> None:
    """Bring the ledger up to the tables of today."""
    opened(PACKAGE, RELEASES)
    now, last = state(build()), released(versions()[-1])
    before = read()
    entries = brought_up(before, last, now, reason, source, today())
    write(entries)
    dated(PACKAGE, RELEASES, entries)
    print(
        f"{sum(entry not in before for entry in entries)} lines added, {sum(entry not in entries for entry in before)} gone"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
