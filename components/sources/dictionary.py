"""What the columns of a table hold, in the words of the data package. One Markdown text, sent when it is opened."""

from collections.abc import Mapping

import streamlit as st

from components import view
from components.citations import escape
from components.language import _, counted
from data.queries.sources.dictionary import Column, columns
from figures import labels


def show(table: str) -> None:
    """Show the dictionary of a table, folded."""
    catalog = view.current().catalog
    listed = columns(catalog, table)
    label = counted("What its {n} column holds", "What its {n} columns hold", len(listed))
    with st.expander(label, icon=":material/dictionary:", key="sources-dictionary", on_change="rerun") as expander:
        if expander.open:
            st.markdown("\n".join(_entry(table, column) for column in listed))
            if origins := catalog.resource(table).get("sources"):
                st.caption(
                    _("Where the table comes from: {names}.").format(names="; ".join(_linked(one) for one in origins))
                )


def _entry(table: str, column: Column) -> str:
    said = [part for part in (_kind(column), *_limits(table, column)) if part]
    return (
        f"- **{escape(column.title)}** (`{column.name}`): {escape(column.description)}  \n  :small[{'; '.join(said)}]"
    )


def _kind(column: Column) -> str:
    kinds = {
        "string": _("text"),
        "integer": _("whole number"),
        "number": _("number"),
        "boolean": _("true or false"),
        "date": _("date"),
    }
    kind = escape(kinds.get(column.type, column.type))
    return _("{kind}, in: {unit}").format(kind=kind, unit=escape(column.unit)) if column.unit else kind


def _limits(table: str, column: Column) -> list[str]:
    """Say the constraints of a column, as Markdown; one that has no words here stands as the package has it."""
    messages = {
        "enum": _("one of: {value}"),
        "minimum": _("at least {value}"),
        "maximum": _("at most {value}"),
        "pattern": _("pattern: {value}"),
        "maxLength": _("at most {value} characters"),
    }
    said = [_("key of the row")] if column.is_key else []
    for name, value in column.constraints:
        if name in ("required", "unique"):
            if value:
                said.append(_("never empty") if name == "required" else _("no value twice"))
        else:
            words = ", ".join(_code(table, column, code) for code in value) if name == "enum" else escape(str(value))
            said.append(messages.get(name, f"{name}: {{value}}").format(value=words))
    if column.leads_to:
        title = view.current().catalog.resource(column.leads_to)["title"]
        said.append(_("leads to the table “{table}”").format(table=escape(title)))
    return said


def _code(table: str, column: Column, code: object) -> str:
    """Return a code, as files have it, with its label, where that says more."""
    said = labels.word(view.current().language, table, column.name, str(code))
    return f"`{code}`" if said.lower() == str(code).lower() else f"`{code}` ({escape(said)})"


def _linked(origin: Mapping[str, str]) -> str:
    path = origin.get("path", "")
    return f"[{escape(origin['title'])}](<{path}>)" if path.startswith("https://") else escape(origin["title"])
