"""Say what is wrong with a data package before it is put in place. `python -m data.check [FOLDER]`; ends with 1 where anything is."""

import json
import sys
from pathlib import Path

from data.catalog import build
from data.paths import PACKAGE
from data.problem import DataError, Problem
from data.wellformed import lost


def problems_of(package: Path) -> list[Problem]:
    """Return all that would keep a running server from taking up a package.

    Args:
        package: path of a `datapackage.json`.
    """
    try:
        catalog = build(package)
    except DataError as error:
        return error.problems
    return lost(json.loads(PACKAGE.read_text("utf-8")), catalog.package, package.name)


def main(arguments: list[str]) -> int:
    """Check the package of a folder, or the one in place, and print a line for everything that is wrong."""
    folder = Path(arguments[0]) if arguments else PACKAGE.parent
    if not folder.is_dir():
        print(f"{folder}: no folder; name the one in which {PACKAGE.name} lies")
        return 1
    package = folder / PACKAGE.name
    problems = problems_of(package)
    for problem in problems:
        print(problem)
    print(f"{package}: {f'{len(problems)} wrong' if problems else 'whole'}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
