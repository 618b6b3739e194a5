"""What an address takes: each key with its schema, by which it is described and by which it is read. Nothing is checked but by the schema."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import parse_qsl

from jsonschema import Draft202012Validator, FormatChecker

from api.v1.problem import ProblemError, Wrong
from figures.language import Language

WHOLE = re.compile(r"-?(0|[1-9]\d{0,9})", re.ASCII)

MOST = 1000
"""Keys of one query, each counted as often as it stands."""

LONGEST = 80
"""Characters of a value that a problem repeats."""

NAMED = 8
"""Values that are named in a sentence; of more, their number."""

AMOUNT = 10_000
"""From here on the figures of a number stand in groups."""

LISTED = 300
"""Values that a problem lists at most."""


@dataclass(frozen=True)
class Parameter:
    """A key of the query, or a part of the path.

    Attributes:
        schema: of its value, in JSON Schema; of the type `array` where the key may stand several times.
        says: what it does, in words.
        example: a value, or several of an array.
        see: relative address of the list of its values, where the schema holds none.
    """

    name: str
    schema: Mapping[str, Any]
    says: str
    example: Any
    place: Literal["query", "path"] = "query"
    see: str = ""

    @property
    def item(self) -> Mapping[str, Any]:
        """The schema of one value."""
        return self.schema["items"] if self.schema["type"] == "array" else self.schema

    @property
    def allowed(self) -> Sequence[Any]:
        """The values that there are, where they can be listed."""
        return self.item.get("enum", ())

    def read(self, stated: Sequence[str], language: Language) -> tuple[Any, list[Wrong]]:
        """Return the value that texts stand for, and what is wrong with them."""
        values = [_value(text, self.item) for text in stated]
        checks = Draft202012Validator(self.item, format_checker=FormatChecker())
        wrong = [
            self._wrong(text, language)
            for text, value in zip(stated, values, strict=True)
            if not checks.is_valid(value)
        ]
        if self.schema["type"] == "array":
            return list(dict.fromkeys(values)), wrong
        if len(stated) > 1:
            wrong.append(Wrong(language.gettext("“{key}” stands more than once.").format(key=self.name), self.name))
        return values[0], wrong

    def _wrong(self, text: str, language: Language) -> Wrong:
        shown, allowed = text[:LONGEST], self.allowed
        if len(allowed) > LISTED:
            allowed = ()
        said = language.gettext("“{value}” is no value of “{key}”: {allowed}.").format(
            value=shown, key=self.name, allowed=self.range(language)
        )
        return Wrong(said, self.name, shown, allowed, self.see)

    def range(self, language: Language) -> str:
        """Return in words which values it takes."""
        item = self.item
        if len(item.get("enum", ())) > NAMED:
            return language.gettext("one of the {n} values allowed").format(n=language.number(len(item["enum"])))
        if "enum" in item:
            return language.join(map(str, item["enum"]), "or")
        if "minimum" in item:
            # A year is no amount: its figures stand together.
            said = str if item["maximum"] < AMOUNT else language.number
            return language.gettext("a whole number from {first} to {last}").format(
                first=said(item["minimum"]), last=said(item["maximum"])
            )
        if item.get("format") == "date":
            return language.gettext("a day such as {example}").format(example=self.example)
        if "maxLength" in item and "pattern" not in item:
            return language.gettext("a text of 1 to {n} characters").format(n=item["maxLength"])
        return language.gettext("a value such as {example}").format(example=self.example)


def _value(text: str, schema: Mapping[str, Any]) -> Any:
    """Return a text as what the schema wants, where it can be one."""
    return int(text) if schema["type"] == "integer" and WHOLE.fullmatch(text) else text


def queried(query: bytes, language: Language) -> list[tuple[str, str]]:
    """Return key and value of each part of a query.

    Raises:
        ProblemError: it is not UTF-8, or holds too many.
    """
    try:
        return parse_qsl(query.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MOST)
    except ValueError as error:
        said = language.gettext("The query is no list of keys and values in UTF-8, or holds more than {n}.")
        raise ProblemError("unknown-value", Wrong(said.format(n=language.number(MOST)))) from error


def read(parameters: Iterable[Parameter], query: Sequence[tuple[str, str]], language: Language) -> dict[str, Any]:
    """Return key → value of a query; a key that it does not state is not there.

    Raises:
        ProblemError: a key or a value is unknown. All that is wrong is told at once.
    """
    known = {one.name: one for one in parameters if one.place == "query"}
    foreign = list(dict.fromkeys(key for key, _value in query if key not in known))
    wrong = [
        Wrong(
            language.gettext("This address takes no key “{key}”.").format(key=key[:LONGEST]),
            key[:LONGEST],
            next(value for name, value in query if name == key)[:LONGEST],
            list(known),
        )
        for key in foreign
    ]
    if wrong:
        raise ProblemError("unknown-key", *wrong)
    values = {}
    for name, parameter in known.items():
        if stated := [value for key, value in query if key == name]:
            values[name], found = parameter.read(stated, language)
            wrong += found
    if wrong:
        raise ProblemError("unknown-value", *wrong)
    return values
