"""Check the data package, with frictionless and beyond, and say what is wrong in one readable sentence."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import frictionless

from data import plausible


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one place. `row` counts lines of the file (the header is line 1); 0 means the whole file."""

    file: str
    row: int
    column: str
    value: str
    reason: str

    def __str__(self) -> str:
        place = [self.file]
        if self.row:
            place.append(f"row {self.row}")
        if self.column:
            place.append(f"column {self.column}")
        shown = f": {self.value!r}" if self.value else ""
        return f"{', '.join(place)}{shown}: {self.reason}"


class DataError(Exception):
    """The data package breaks its own schema. `problems` holds every breach; the message names the first ten."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        more = f"\n… and {len(problems) - 10} more" if len(problems) > 10 else ""
        super().__init__("\n".join(str(problem) for problem in problems[:10]) + more)


def problems_in(package: Path) -> list[Problem]:
    """Return every breach of schema, constraint or foreign key in a data package; without any, what is impossible in it.

    Args:
        package: path of a `datapackage.json` (Data Package v2).

    Returns:
        One `Problem` each, in the order of the package's resources; empty when the package is valid.
    """
    try:
        report = frictionless.Package(str(package)).validate()
    except (frictionless.FrictionlessException, OSError, ValueError) as error:
        return [Problem(package.name, 0, "", "", _without_folder(str(error), package))]
    found = [Problem(package.name, 0, "", "", _without_folder(error.message, package)) for error in report.errors]
    for task in report.tasks:
        file = task.place or task.name
        found += [_problem(file, error, package) for error in task.errors]
    return found or list(_implausible(package))


def _problem(file: str, error: frictionless.Error, package: Path) -> Problem:
    """Flatten a frictionless error: foreign-key errors name their fields and cells as lists."""
    columns = getattr(error, "field_name", "") or ", ".join(getattr(error, "field_names", []) or [])
    value = getattr(error, "cell", "") or ", ".join(map(str, getattr(error, "field_cells", []) or []))
    reason = _without_folder(error.note or error.message, package)
    return Problem(file, int(getattr(error, "row_number", 0) or 0), columns, str(value), reason)


def _without_folder(reason: str, package: Path) -> str:
    """Name files as the package does: readers see this, and where it lies on the server is no concern of theirs."""
    return reason.replace(f"{package.parent}/", "")


def _implausible(package: Path) -> Iterator[Problem]:
    """Give what a schema cannot forbid, in a package that keeps to its schema."""
    described: dict[str, Any] = json.loads(package.read_text("utf-8"))
    read_to = str(described.get("read_to", ""))
    if reason := plausible.dated(read_to):
        yield Problem(package.name, 0, "read_to", read_to, reason)
    for resource in described["resources"]:
        with (package.parent / resource["path"]).open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), start=2):
                for column, reason in plausible.faults(row, resource["schema"]["fields"]):
                    yield Problem(resource["path"], number, column, row[column], reason)
