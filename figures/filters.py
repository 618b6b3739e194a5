"""The filters that are on, in words."""

import re
from collections.abc import Sequence

from data.catalog import Catalog
from data.once import once
from data.selection import Selection, reach
from figures import labels
from figures.language import Language

SINGLY = 4
"""Countries, and regions, up to so many are named; more are counted."""

CODE = re.compile(r"[A-Za-z0-9-]{1,20}")
"""What a filter in a link may be a code of, and so is said where it has no entry here."""


@once(512)
def in_words(selection: Selection, catalog: Catalog, language: Language) -> str:
    """Return the filters that are on, as one line: "Objective 3 · Mexico or China · 2022 to 2024", "From 2024"; empty without one."""
    parts = []
    if selection.objectives:
        numbers = language.join(map(str, selection.objectives), "or")
        parts.append(language.gettext("Objective {numbers}").format(numbers=numbers))
    if selection.countries:
        names = labels.in_sentences(language, catalog)
        parts.append(language.opening(_countries([names[code] for code in selection.countries], language)))
    if selection.regions:
        parts.append(language.opening(_regions(selection, catalog, language)))
    if selection.has_years:
        parts.append(_years(selection, language))
    return language.opening(" · ".join(parts))


def idle(narrowed_by: tuple[str, ...], selection: Selection) -> Selection:
    """Return those of the filters that are on which narrow nothing of what is shown.

    Args:
        narrowed_by: the filters that narrow it, as a figure states them.
    """
    return selection.only([name for name in selection.active if name not in reach(narrowed_by)])


@once(512)
def ignored_by(narrowed_by: tuple[str, ...], selection: Selection, catalog: Catalog, language: Language) -> str:
    """Say which of the filters that are on do not narrow what these filters do; empty where all that are on narrow it.

    Args:
        narrowed_by: the filters that narrow it, as a figure states them.
    """
    left = in_words(idle(narrowed_by, selection), catalog, language)
    return language.gettext("Not narrowed by: {filters}").format(filters=left) if left else ""


def _countries(names: list[str], language: Language) -> str:
    if len(names) > SINGLY:
        return language.ngettext("{n} country", "{n} countries", len(names))
    return language.join(names, "or")


def _regions(selection: Selection, catalog: Catalog, language: Language) -> str:
    if (n := len(selection.regions)) > SINGLY:
        return language.ngettext("{n} region", "{n} regions", n)
    return labels.chosen_regions(selection, language, catalog, "or")


def _years(selection: Selection, language: Language) -> str:
    first, last = selection.first_year, selection.last_year
    if first == last:
        return str(first)
    if first is None:
        return language.gettext("to {year}").format(year=last)
    if last is None:
        return language.gettext("from {year}").format(year=first)
    return language.gettext("{first} to {last}").format(first=first, last=last)


def in_vain(language: Language) -> tuple[str, str]:
    """Return how it is said that a link asks for what is not there: with its codes in place of `{values}`, and without them."""
    return (
        language.gettext("There is no entry here for {values}; no filter was set."),
        language.gettext("There is no entry here for a part of the link; no filter was set."),
    )


def unheard(values: Sequence[str], language: Language) -> str:
    """Say what a link asks for in vain, where it may be a code: no link writes its own words into the page. Nothing where it asks for none."""
    named, unnamed = in_vain(language)
    if codes := [value for value in values if CODE.fullmatch(value)][:SINGLY]:
        return named.format(values=language.join(codes))
    return unnamed if values else ""
