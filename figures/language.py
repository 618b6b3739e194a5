"""One reader's language: messages through gettext, numbers and dates through CLDR (Babel)."""

import gettext
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day
from functools import cache, lru_cache
from typing import Literal

from babel import Locale, dates, lists, numbers
from babel.messages.mofile import write_mo

from data.translation import LOCALES, catalogues, messages


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
        return self.messages.gettext(message)

    def ngettext(self, one: str, many: str, count: int, **fields: str) -> str:
        """Return the message that fits the count, with `{n}` and any other named fields filled in."""
        # A count out of a table is no Python integer, and gettext warns of that.
        return self.messages.ngettext(one, many, int(count)).format(n=self.number(count), **fields)

    def pgettext(self, context: str, message: str) -> str:
        """Return the message in this language, where the same English words mean different things."""
        return self.messages.pgettext(context, message)

    def number(self, value: float) -> str:
        """Return a number with this language's separators: 27,022.9."""
        return _number(value, str(self.locale))

    def date(self, partial: str) -> str:
        """Return a partial ISO date as precisely as it is stated: `2023-05` → May 2023; empty → undated."""
        return _date(partial, str(self.locale)) if partial else self.gettext("undated")

    def join(self, items: Iterable[str], style: Literal["standard", "or"] = "standard") -> str:
        """Return "a, b and c" (`standard`) or "a, b or c" (`or`)."""
        return lists.format_list(list(items), style=style, locale=self.locale)

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
