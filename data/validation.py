"""Check the data package, with frictionless and beyond, and say what is wrong in one readable sentence."""

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import frictionless

from data import plausible, wellformed
from data.problem import Problem

TORN = ("missing-cell", "extra-cell")
"""What frictionless calls a row that has not as many cells as its table has columns."""


def problems_in(package: Path) -> list[Problem]:
    """Return what is wrong with a data package: its files; else every breach of schema, constraint or foreign key; else what is impossible.

    Args:
        package: path of a `datapackage.json` (Data Package v2).

    Returns:
        One `Problem` each, in the order of the package's resources; empty when the package is valid.
    """
    if broken := wellformed.faults(package):
        return broken
    try:
        report = frictionless.Package(str(package)).validate()
    except (frictionless.FrictionlessException, OSError, ValueError) as error:
        return [Problem(package.name, 0, "", "", _without_folder(str(error), package))]
    found = [Problem(package.name, 0, "", "", _without_folder(error.message, package)) for error in report.errors]
    for task in report.tasks:
        file = task.place or task.name
        found += [_problem(file, error, package) for error in _telling(task.errors)]
    return found or list(_implausible(package))


def _telling(errors: Sequence[frictionless.Error]) -> Iterator[frictionless.Error]:
    """Give the errors without those that follow from another: a row with a cell too few lacks what comes after it, too."""
    torn = {_row(error) for error in errors if error.type in TORN}
    return (error for error in errors if error.type in TORN or _row(error) not in torn)


def _row(error: frictionless.Error) -> int:
    return int(getattr(error, "row_number", 0) or 0)


def _problem(file: str, error: frictionless.Error, package: Path) -> Problem:
    """Flatten a frictionless error: foreign-key errors name their fields and cells as lists."""
    columns = getattr(error, "field_name", "") or ", ".join(getattr(error, "field_names", []) or [])
    value = getattr(error, "cell", "") or ", ".join(map(str, getattr(error, "field_cells", []) or []))
    reason = _without_folder(error.note or error.message, package)
    return Problem(file, _row(error), columns, "" if value == "None" else str(value), reason)


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
        with (package.parent / resource["path"]).open(encoding="utf-8-sig", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), start=2):
                for column, reason in plausible.faults(row, resource["schema"]["fields"]):
                    yield Problem(resource["path"], number, column, row[column], reason)
