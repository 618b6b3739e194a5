"""Whether the files of a data package are whole: there, readable as text, with the columns that are described, and not cut short.

Asked before anything else: what is said of the cells of a file that is none of this names the wrong place.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from data.problem import Problem

SHOWN = 60
"""Characters of a line that are shown of it."""


def faults(package: Path) -> list[Problem]:
    """Return what is wrong with `datapackage.json` or, where it can be read, with the files that it names."""
    try:
        described = json.loads(package.read_text("utf-8"))
        resources = [
            (resource["path"], [field["name"] for field in resource["schema"]["fields"]])
            for resource in described["resources"]
        ]
    except FileNotFoundError:
        return [Problem(package.name, 0, "", "", "is missing")]
    except OSError as error:
        return [Problem(package.name, 0, "", "", f"cannot be read ({error.strerror})")]
    except json.JSONDecodeError as error:
        return [Problem(package.name, error.lineno, "", "", f"is no JSON from here on ({error.msg})")]
    except UnicodeDecodeError:
        return [Problem(package.name, 0, "", "", "is not UTF-8")]
    except (KeyError, TypeError):
        return [Problem(package.name, 0, "", "", "describes no tables with a path and fields")]
    return [found for path, columns in resources for found in _faults(package.parent, path, columns)]


def lost(before: Mapping[str, Any], after: Mapping[str, Any], file: str) -> list[Problem]:
    """Return every table and column that one state of a package describes and a later one does not: pages ask for them.

    Args:
        before: what `datapackage.json` said.
        after: what it says now.
        file: its name.
    """
    now = {table["name"]: {field["name"] for field in table["schema"]["fields"]} for table in after["resources"]}
    found = []
    for table in before["resources"]:
        name, columns = table["name"], [field["name"] for field in table["schema"]["fields"]]
        if name not in now:
            found.append(Problem(file, 0, "", name, "this table is no longer described, and pages ask for it"))
            continue
        reason = f"this column of {name} is no longer described, and pages ask for it"
        found += [Problem(file, 0, "", column, reason) for column in columns if column not in now[name]]
    return found


def _faults(folder: Path, path: str, columns: list[str]) -> Iterator[Problem]:
    try:
        content = (folder / path).read_bytes()
    except FileNotFoundError:
        yield Problem(path, 0, "", "", "is missing")
        return
    except OSError as error:
        yield Problem(path, 0, "", "", f"cannot be read ({error.strerror})")
        return
    try:
        text = content.decode("utf-8-sig")  # spreadsheets begin a file with a mark that says UTF-8
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        around = content[content.rfind(b"\n", 0, error.start) + 1 :][:SHOWN].split(b"\n")[0]
        yield Problem(path, row, "", around.decode("ascii", "backslashreplace"), "is not UTF-8")
        return
    if not text.strip():
        yield Problem(path, 0, "", "", "is empty")
        return
    header, *rows = text.splitlines()
    stated = next(csv.reader([header]))
    yield from (Problem(path, 1, name, "", "this column is missing") for name in columns if name not in stated)
    yield from (Problem(path, 1, name, "", "no such column is described") for name in stated if name not in columns)
    if sorted(stated) == sorted(columns) and stated != columns:
        yield Problem(path, 1, "", ", ".join(stated), "the columns stand in another order than described")
    if not rows:
        yield Problem(path, 0, "", "", "holds no row")
    elif not text.endswith("\n"):
        yield Problem(path, len(rows) + 1, "", rows[-1][-SHOWN:], "the file breaks off within its last line")
