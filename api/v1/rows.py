"""The rows of a figure as an answer: the file that the page gives to whoever downloads it there, or a part of it."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import pandas as pd

from api.v1.keys import selection, stated
from api.v1.operation import Call, Made
from api.v1.parameter import Parameter
from api.v1.problem import ProblemError, Wrong
from data import exports, link, pages
from data.once import once
from data.translation import translated
from figures import imprint
from figures.figure import Figure
from figures.labels import N
from figures.language import Language
from figures.view import View

MEDIA = ("application/json", *(media for name, (media, _make) in exports.FORMATS.items() if name != "json"))
"""The types in which rows can be had, JSON for whoever accepts any."""

EXTENSIONS = {media: extension for extension, (media, _make) in exports.FORMATS.items()}

SAYS = N("The format of the file.")

PARTS = ("table", "format")
"""What the path states of a request, not its query."""


def format_part(language: Language) -> Parameter:
    """Return the part of a path that says in which format the rows are."""
    schema = {"type": "string", "enum": list(exports.FORMATS)}
    return Parameter("format", schema, language.gettext(SAYS), "csv", "path")


def answer(call: Call, figure: Figure, view: View) -> Made:
    """Return the rows that a request asks for, with links to the parts around it.

    Raises:
        ProblemError: there is no such part.
    """
    total, offset, limit = len(figure.rows), call.values.get("offset", 0), call.values.get("limit")
    if offset and offset >= total:
        said = call.language.ngettext(
            "There is {n} row, and “offset” passes over {offset}.",
            "There are {n} rows, and “offset” passes over {offset}.",
            total,
            offset=call.language.number(offset),
        )
        raise ProblemError("out-of-range", Wrong(said, "offset", str(offset)))
    extension = EXTENSIONS[call.media]
    body = _made(extension, figure, view, address(view, call.site), offset, offset + limit if limit else total)
    links = _links(call, offset, limit, total) if limit else ""
    return Made(body, imprint.file_name(figure, view, extension), {"link": links} if links else {})


def asked(call: Call, page: str, choices: Mapping[link.Key, Any]) -> View:
    """Return the view of a page that shows what a request asks for.

    Args:
        choices: key of the page → its value.
    """
    catalog = translated(call.catalog, call.language.code)
    own = link.write(choices, {key.name: value for key, value in choices.items()}, catalog)
    return View(
        catalog=catalog,
        selection=selection(call.values, catalog, call.language),
        language=call.language,
        theme="light",
        page=page,
        choices=tuple((name, tuple(values)) for name, values in own.items()),
        stated=call.language.code,
    )


def address(view: View, site: str) -> str:
    """Return the full address of a view, as its page has it in the files that are taken there."""
    query = link.stated(view.selection, view.catalog) | {url: list(values) for url, values in view.choices}
    return f"{site}{pages.PATHS[view.page]}?{pages.query_of(query | {'lang': [view.language.code]})}"


@once(32)
def _made(extension: str, figure: Figure, view: View, address: str, first: int, stop: int) -> bytes:
    return imprint.file(extension, figure, view, address, slice(first, stop))


def _links(call: Call, offset: int, limit: int, total: int) -> str:
    """Return where the parts around one are (RFC 8288). None of them but the first holds a row of this one.

    Whoever begins within a part of the whole goes back to its beginning by a part that is shorter.
    """
    at = {
        "first": (0, limit),
        "prev": (max(offset - limit, 0), min(offset, limit)),
        "next": (offset + limit, limit),
        "last": (offset + max(total - offset - 1, 0) // limit * limit, limit),
    }
    if offset == 0:
        del at["prev"]
    if offset + limit >= total:
        del at["next"]
    query = stated({name: value for name, value in call.values.items() if name not in PARTS})
    return ", ".join(
        f'<{call.address}?{pages.query_of({**query, "limit": [str(most)], "offset": [str(first)]})}>; rel="{rel}"'
        for rel, (first, most) in at.items()
    )


def schema(figure: Figure, descriptions: Mapping[str, str]) -> dict[str, Any]:
    """Return the schema of the rows of a figure, and what they are, as JSON.

    Args:
        descriptions: column → what the dictionary says of it.
    """
    columns = {
        name: {
            "type": _type(figure.rows[name]),
            "title": title,
            **({"description": descriptions[name]} if descriptions.get(name) else {}),
        }
        for name, title in figure.columns.items()
    }
    return {
        "type": "object",
        "required": ["about", "rows"],
        "properties": {
            "about": {"$ref": "#/components/schemas/About"},
            "rows": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": list(columns),
                    "properties": columns,
                    "additionalProperties": False,
                },
            },
        },
        "additionalProperties": False,
    }


def _type(cells: pd.Series) -> str | list[str]:
    """Return the type of a column in JSON. What is not known is null; of a text, nothing."""
    if pd.api.types.is_bool_dtype(cells):
        return ["boolean", "null"]
    if pd.api.types.is_integer_dtype(cells):
        return ["integer", "null"]
    return ["number", "null"] if pd.api.types.is_numeric_dtype(cells) else "string"


ABOUT: Mapping[str, Any] = {
    "type": "object",
    "required": [one.name for one in fields(exports.About)],
    "properties": {
        one.name: {"type": "integer", "minimum": 0}
        if one.type is int
        else {"type": "string"}
        if one.type is str
        else {"type": "array", "items": {"type": "string"}}
        for one in fields(exports.About)
    },
    "additionalProperties": False,
}
"""The schema of what a file says of itself."""
