"""Check the data package with frictionless, and say what is wrong in one readable sentence."""

from dataclasses import dataclass
from pathlib import Path

import frictionless


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
    """Return every breach of schema, constraint or foreign key in a data package.

    Args:
        package: path of a `datapackage.json` (Data Package v2).

    Returns:
        One `Problem` each, in the order of the package's resources; empty when the package is valid.
    """
    try:
        report = frictionless.Package(str(package)).validate()
    except (frictionless.FrictionlessException, OSError, ValueError) as error:
        return [Problem(package.name, 0, "", "", str(error))]
    found = [Problem(package.name, 0, "", "", error.message) for error in report.errors]
    for task in report.tasks:
        file = task.place or task.name
        found += [_problem(file, error) for error in task.errors]
    return found


def _problem(file: str, error: frictionless.Error) -> Problem:
    """Flatten a frictionless error: foreign-key errors name their fields and cells as lists."""
    columns = getattr(error, "field_name", "") or ", ".join(getattr(error, "field_names", []) or [])
    value = getattr(error, "cell", "") or ", ".join(map(str, getattr(error, "field_cells", []) or []))
    return Problem(file, int(getattr(error, "row_number", 0) or 0), columns, str(value), error.note or error.message)
