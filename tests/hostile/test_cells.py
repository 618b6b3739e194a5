"""Whatever a cell of prose holds is shown as it is written: no link, no type and no picture that nobody meant."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType, SimpleNamespace

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data.catalog import Catalog
from figures.trends import spec
from tests.opened import opened

MARKDOWN, HTML = "[q](//q.test)", '<a href="//q.test">q</a>'

CODED = {("countries", "subregion"), ("flows", "from_name"), ("flows", "to_name"), ("initiative_actors", "name")}
"""Names by which code knows something."""

VIEWS = [
    ("offices", {}),
    ("objectives", {"objective": "3"}),
    ("timeline", {"timeline_event": "ev-20230531-mananera", "country": "MEX"}),
    ("supply_chain", {}),
    ("country", {"country": "MEX"}),
    ("sources", {}),
    ("changes", {}),
    ("record", {"id": "office:deu-frankfurt"}),
]

READ_AS_TEXT = {"MultiSelect", "Selectbox", "Code", "ArrowDataFrame", "TextInput", "DeckGlJsonChart"}
"""Elements that show what they are given as it is; a description read aloud (`alt`) is text too."""


def prose(catalog: Catalog, table: str) -> list[str]:
    """Return the columns of a table that hold prose, and no codes."""
    schema = catalog.resource(table)["schema"]
    stated = [schema.get("primaryKey", []), *(key["fields"] for key in schema.get("foreignKeys", []))]
    keys = {name for key in stated for name in ([key] if isinstance(key, str) else key)}
    return [
        field["name"]
        for field in schema["fields"]
        if field["type"] == "string"
        and field["name"] not in keys
        and not {"enum", "pattern"} & field.get("constraints", {}).keys()
        and (table, field["name"]) not in CODED
        and catalog.tables[table][field["name"]].str.contains(" ").any()
    ]


def marked(cells: pd.Series) -> pd.Series:
    return cells.where(cells == "", cells + f" {MARKDOWN} {HTML}")


@pytest.fixture(scope="module")
def hostile(catalog: Catalog) -> Catalog:
    """The catalog with markup at the end of every cell of prose."""
    spared = {"observations", "ledger"}  # what was before is held against what is now
    tables = {
        name: rows
        if name in spared
        else rows.assign(**{column: marked(rows[column]) for column in prose(catalog, name)})
        for name, rows in catalog.tables.items()
    }
    return Catalog(catalog.package, MappingProxyType(tables))


def elements(at: AppTest) -> Iterator[tuple[str, str, str]]:
    """Give every text of a page with the kind of its element and the name of its field."""

    def texts(value: object, field: str = "") -> Iterator[tuple[str, str]]:
        if isinstance(value, str):
            yield field, value
        elif hasattr(value, "ListFields"):
            for described, inner in value.ListFields():
                yield from texts(inner, described.name)
        elif isinstance(value, Sequence) and not isinstance(value, bytes):
            for inner in value:
                yield from texts(inner, field)

    def nodes(node: object) -> Iterator[object]:
        yield node
        for child in getattr(node, "children", {}).values():
            yield from nodes(child)

    for node in nodes(at._tree):
        if (proto := getattr(node, "proto", None)) is not None:
            for field, text in texts(proto):
                yield type(proto).__name__, field, text


@pytest.mark.parametrize(("page", "query"), VIEWS, ids=str)
def test_no_cell_becomes_markup(
    hostile: Catalog, monkeypatch: pytest.MonkeyPatch, page: str, query: dict[str, str]
) -> None:
    monkeypatch.setattr("components.catalog.library", lambda: SimpleNamespace(current=lambda: hostile, fault=None))
    told = [*elements(opened(page, **query))]
    assert any("q.test" in text for _kind, _field, text in told)
    for kind, field, text in told:
        if kind in READ_AS_TEXT or field in {"alt", "raw_values"}:
            continue
        assert HTML not in text, kind
        if kind != "Html":
            assert MARKDOWN not in text, kind


def test_a_chart_shows_the_words_of_cells_as_they_are(catalog: Catalog) -> None:
    assert spec.as_written(HTML) == '&lt;a href="//q.test"&gt;q&lt;/a&gt;'
    assert spec.as_written("100 %{x} & more") == "100 %&#123;x} &amp; more"
