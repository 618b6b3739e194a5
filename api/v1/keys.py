"""The keys that addresses take, made of what the dashboard's links may carry (`data/link.py`): what it offers is what is allowed."""

from collections.abc import Iterator, Mapping
from typing import Any

from api.v1.parameter import Parameter
from api.v1.problem import ProblemError, Wrong
from data import link
from data.catalog import Catalog
from data.once import once
from data.selection import Selection
from figures.labels import N
from figures.language import Language, available

LARGEST = 10_000
"""Rows of a page at most."""

SAYS: Mapping[str, str] = {
    "lang": N("The language of titles and cells; English where it is not stated."),
    "objective": N("Rows of an objective of the strategy; of any of them where it stands more than once."),
    "country": N(
        "Rows of a country, by its code in ISO 3166 (alpha-3); of any of them where it stands more than once."
    ),
    "region": N("Rows of a region, by its code in UN M49; of any of them where it stands more than once."),
    "from": N("Rows of this year or later."),
    "to": N("Rows of this year or earlier."),
    "sources_search": N("Rows that hold all these words, in any cell; accents and case do not matter."),
    "changes_kind": N("Changes of one kind."),
    "since": N("Changes made on this day or later."),
    "limit": N("How many rows at most; all of them where it is not stated."),
    "offset": N("How many rows are passed over."),
}
"""Key → what it does."""

EXAMPLES: Mapping[str, Any] = {
    "lang": "es",
    "objective": [3],
    "country": ["MEX"],
    "region": ["419"],
    "from": 2023,
    "to": 2025,
    "sources_search": "fentanyl",
    "changes_kind": "corrected",
    "since": "2026-11-24",
    "limit": 10,
    "offset": 0,
}
"""Key → a value of today, for documents: a test asks for each."""

WHOLE = {"type": "integer", "minimum": 0, "maximum": 1_000_000}


def language(speaking: Language) -> Parameter:
    """Return the key of the language."""
    return _said("lang", {"type": "string", "enum": list(available()), "default": "en"}, speaking)


def paging(speaking: Language) -> tuple[Parameter, ...]:
    """Return the keys that ask for a part of the rows."""
    return (
        _said("limit", {**WHOLE, "minimum": 1, "maximum": LARGEST}, speaking),
        _said("offset", {**WHOLE, "default": 0}, speaking),
    )


@once(256)
def of_link(key: link.Key, catalog: Catalog, speaking: Language) -> tuple[Parameter, ...]:
    """Return what a key of the dashboard's links is here: the span of years is two."""
    return tuple(_said(url, schema, speaking) for url, schema in _schemas(key, catalog))


def _schemas(key: link.Key, catalog: Catalog) -> Iterator[tuple[str, dict[str, Any]]]:
    match key:
        case link.Many():
            yield key.url, {"type": "array", "items": _enum(key.options(catalog)), "minItems": 1}
        case link.One():
            yield key.url, _enum(key.options(catalog)) | ({} if key.default is None else {"default": key.default})
        case link.Years():
            first, last = key.bounds(catalog)
            for url in key.urls:
                yield url, {"type": "integer", "minimum": first, "maximum": last}
        case link.Day():
            yield key.url, {"type": "string", "format": "date"}
        case link.Text():
            yield key.url, {"type": "string", "minLength": 1, "maxLength": link.LONGEST_SEARCH}


def _enum(options: Any) -> dict[str, Any]:
    values = list(options)
    return {"type": "integer" if all(isinstance(one, int) for one in values) else "string", "enum": values}


def _said(name: str, schema: Mapping[str, Any], speaking: Language) -> Parameter:
    return Parameter(name, schema, speaking.gettext(SAYS[name]), EXAMPLES[name])


def selection(values: Mapping[str, Any], catalog: Catalog, speaking: Language) -> Selection:
    """Return the selection that values read here stand for, as the dashboard's links state it.

    Raises:
        ProblemError: the first year comes after the last.
    """
    first, last = (values.get(url) for url in link.YEARS.urls)
    if first and last and first > last:
        said = speaking.gettext("“from” ({first}) comes after “to” ({last}).").format(first=first, last=last)
        raise ProblemError("out-of-range", Wrong(said, "from", str(first)))
    query = stated(values)
    return link.selection({key.name: key.read(query, catalog) for key in link.SHARED}, catalog)


def stated(values: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return values read here as a link states them."""
    return {
        name: [str(one) for one in value] if isinstance(value, list) else [str(value)] for name, value in values.items()
    }
