"""The dictionary of a table: what the data package says of it and of each of its columns."""

from dataclasses import dataclass
from typing import Any

from data.catalog import Catalog
from data.once import once


@dataclass(frozen=True)
class Column:
    """What the package says of one column.

    Attributes:
        constraints: constraint of the Table Schema → its value: `enum` → the codes allowed.
        leads_to: the table whose key the column holds; empty when it holds none.
    """

    name: str
    title: str
    description: str
    type: str
    unit: str
    constraints: tuple[tuple[str, Any], ...]
    leads_to: str
    is_key: bool


@once(64)
def columns(catalog: Catalog, table: str) -> tuple[Column, ...]:
    """Return the columns of a table in its order."""
    schema = catalog.resource(table)["schema"]
    leads = {field: key["reference"]["resource"] for key in schema.get("foreignKeys", []) for field in key["fields"]}
    return tuple(
        Column(
            name=field["name"],
            title=field["title"],
            description=field["description"],
            type=field["type"],
            unit=field.get("unit", ""),
            constraints=tuple(
                (name, tuple(value) if isinstance(value, list) else value)
                for name, value in field.get("constraints", {}).items()
            ),
            leads_to=leads.get(field["name"], ""),
            is_key=field["name"] in schema["primaryKey"],
        )
        for field in schema["fields"]
    )
