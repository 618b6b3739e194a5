"""What is wrong with the data, said so that whoever keeps it finds the place."""

from dataclasses import dataclass

SHOWN = 80
"""Characters of a value that are shown of it: a cell may hold any number."""

LONGEST = 400
"""Characters of a reason that are shown: some repeat the value."""


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
        shown = f": {_short(self.value, SHOWN)!r}" if self.value else ""
        return f"{', '.join(place)}{shown}: {_short(self.reason, LONGEST)}"


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


class DataError(Exception):
    """The data package breaks its own schema. `problems` holds every breach; the message names the first ten."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        more = f"\n… and {len(problems) - 10} more" if len(problems) > 10 else ""
        super().__init__("\n".join(str(problem) for problem in problems[:10]) + more)
