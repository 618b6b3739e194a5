"""A part of the data package in a folder of its own, for a test to break."""

import json
import shutil
from pathlib import Path

from data.paths import PACKAGE


def part(folder: Path, *tables: str) -> Path:
    """Write a package of some tables and those that their foreign keys lead to, and return its `datapackage.json`.

    The whole package takes two seconds to check, one table with what it needs a tenth of one or less.
    """
    described = json.loads(PACKAGE.read_text("utf-8"))
    named = {resource["name"]: resource for resource in described["resources"]}
    wanted = list(tables)
    for name in wanted:
        keys = named[name]["schema"].get("foreignKeys", [])
        wanted += {key["reference"]["resource"] for key in keys} - set(wanted)
    described["resources"] = [named[name] for name in wanted]
    for resource in described["resources"]:
        file = folder / resource["path"]
        file.parent.mkdir(exist_ok=True)
        shutil.copy(PACKAGE.parent / resource["path"], file)
    package = folder / PACKAGE.name
    package.write_text(json.dumps(described), "utf-8")
    return package


def spoil(package: Path, table: str, old: str, new: str) -> None:
    """Replace the first `old` in a table's file."""
    file = package.parent / "tables" / f"{table}.csv"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
