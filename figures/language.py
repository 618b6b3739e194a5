"""One reader's language: messages through gettext, numbers and dates through CLDR (Babel)."""

import gettext
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date as Day
from functools import cache, lru_cache
from typing import Literal

from babel import Locale, dates, lists, numbers
from babel.messages.mofile import write_mo

from data.translation import LOCALES, catalogues, messages

MONTHS = "|".join(Locale.parse("es").months["format"]["wide"].values())
"""The months in Spanish, one of which follows the number of a day."""

JOINED: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "es": (
        (re.compile(r"\b([Dd])e el\b"), r"\1el"),
        (re.compile(r"\b([Aa]) el\b"), r"\1l"),
        (re.compile(rf"\b([Dd]e|[Aa])(?= \d{{1,2}} de (?:{MONTHS})\b)"), r"\1l"),
        (re.compile(r"\by(?= [*_“]*h?[Ii](?![aeou]))"), "e"),
        (re.compile(r"\bo(?= [*_“]*h?[Oo])"), "u"),
    ),
}
"""Language code → what two words become where they meet: "de el Reino Unido" is "del Reino Unido", "y Irlanda" is "e Irlanda".
A day of a month has an article: "a 10 de febrero" is "al 10 de febrero"."""


class Message(str):
    """What a catalogue says. What fills its fields is joined to it as the language joins words."""

    __slots__ = ("code",)
    code: str

    def format(self, *args: object, **fields: object) -> str:
        """Return the message with its fields filled in."""
        return joined(super().format(*args, **fields), self.code)


def joined(text: str, code: str) -> str:
    """Return a text in which words that meet are joined as a language joins them."""
    for met, become in JOINED.get(code, ()):
        text = met.sub(become, text)
    return text


@dataclass(frozen=True, eq=False)
class Language:
    """A language to speak to a reader. `code` is the one in the URL: `en` or `es`.

    Each is made once a process (`language`), and equal to itself alone: answers are kept by it.
    """

    code: str
    messages: gettext.NullTranslations
    locale: Locale

    def gettext(self, message: str) -> str:
        """Return the message in this language."""
        return self._message(self.messages.gettext(message))

    def _message(self, text: str) -> str:
        if self.code not in JOINED:
            return text
        message = Message(text)
        message.code = self.code
        return message

    def ngettext(self, one: str, many: str, count: int, **fields: str) -> str:
        """Return the message that fits the count, with `{n}` and any other named fields filled in."""
        # A count out of a table is no Python integer, and gettext warns of that.
        found = self._message(self.messages.ngettext(one, many, int(count)))
        return found.format(n=self.number(count), **fields)

    def pgettext(self, context: str, message: str) -> str:
        """Return the message in this language, where the same English words mean different things."""
        return self._message(self.messages.pgettext(context, message))

    def number(self, value: float) -> str:
        """Return a number with this language's separators: 27,022.9."""
        return _number(value, str(self.locale))

    def date(self, partial: str) -> str:
        """Return a partial ISO date as precisely as it is stated: `2023-05` → May 2023; empty → undated."""
        return _date(partial, str(self.locale)) if partial else self.gettext("undated")

    def span(self, first: str, last: str) -> str:
        """Return from when to when, of two partial ISO dates: "May 2023 to August 2024", "13 March to 10 May 2023"."""
        pattern = (
            # Where a day begins it, other languages have other words for it: "del 13 de marzo al 10 de mayo".
            self.pgettext("days", "{first} to {last}")
            if len(first) == len("2023-03-13")
            else self.gettext("{first} to {last}")
        )
        return pattern.format(first=self.date(first), last=self.date(last))

    def join(self, items: Iterable[str], style: Literal["standard", "or"] = "standard") -> str:
        """Return "a, b and c" (`standard`) or "a, b or c" (`or`)."""
        return joined(lists.format_list(list(items), style=style, locale=self.locale), self.code)

    def name_of(self, code: str) -> str:
        """Return what a language is called: `es` → Spanish."""
        return self.locale.languages.get(code, code)

    @staticmethod
    def opening(text: str) -> str:
        """Return a text as it stands at the beginning of a sentence: "the Netherlands" → The Netherlands."""
        return text[:1].upper() + text[1:]

    def country(self, iso2: str, fallback: str) -> str:
        """Return the name of a country, or of a region by its M49 code. English keeps the tables' names; others take CLDR's."""
        if self.code == "en":
            return fallback
        return self.locale.territories.get(iso2, fallback)


@cache
def available() -> tuple[str, ...]:
    """Return the languages that have a message catalogue, English first."""
    found = {path.parent.parent.name for path in catalogues().glob("*/LC_MESSAGES/messages.po")}
    return tuple(code for code in LOCALES if code in found or code == "en")


def language(code: str) -> Language:
    """Return a language by its code; a code without a catalogue speaks English.

    The code may be whatever a browser says, of any length: it is not what is kept.
    """
    return spoken(code if code in available() else "en")


@cache
def spoken(code: str) -> Language:
    """Return a language that has a catalogue, made once."""
    return Language(code, _messages(code), Locale.parse(LOCALES[code]))


def _messages(code: str) -> gettext.NullTranslations:
    """Compile the catalogue in memory, so that no built file has to be kept in step with its source."""
    catalogue = messages(code, "messages")
    if not catalogue:
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@lru_cache(maxsize=4096)
def _number(value: float, locale: str) -> str:
    return numbers.format_decimal(value, locale=locale)


@lru_cache(maxsize=4096)
def _date(partial: str, locale: str) -> str:
    parts = [int(part) for part in partial.split("-")]
    if len(parts) == 1:
        return str(parts[0])
    day = Day(parts[0], parts[1], parts[2] if len(parts) == 3 else 1)
    if len(parts) == 2:
        return dates.format_skeleton("yMMMM", day, locale=locale)
    return dates.format_date(day, "long", locale=locale)
