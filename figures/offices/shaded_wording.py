"""What the map of countries says in words: its finding, its text equivalent and its caveat."""

from collections.abc import Sequence

import pandas as pd

from data.catalog import Catalog
from data.selection import Selection
from figures.language import Language
from figures.offices import listing, wording

NAMED = 4
"""So many countries are named in a title; of more, only those with the most places."""


def title(rows: pd.DataFrame, selection: Selection, catalog: Catalog, language: Language) -> str:
    """Return the finding in one line, honest for no country, one, a few and many.

    Args:
        rows: columns `country` and `offices`, the countries with the most places first.
        selection: what the reader chose.
    """
    if rows.empty:
        return wording.nothing(selection, catalog, language)
    if len(rows) == 1:
        places = language.ngettext("{n} documented place", "{n} documented places", int(rows["offices"].iloc[0]))
        return language.gettext("{country}: {places}").format(country=rows["country"].iloc[0], places=places)
    if len(rows) > NAMED:
        return listing.ranked(rows, language)
    return language.gettext("Documented places: {countries}").format(countries=listing.each(rows, language))


def text(rows: pd.DataFrame, cities: Sequence[str], selection: Selection, catalog: Catalog, language: Language) -> str:
    """Return the text equivalent: how many countries are shaded, how many places each has, and what plain land means.

    Args:
        rows: likewise, with `country_level`.
        cities: what the map names, beside the countries that the reader chose.
        selection: what the reader chose, these countries among it.
    """
    if rows.empty:
        return language.gettext(
            "No country is shaded here. That the sources read name no office does not mean that there is none."
        )
    if len(rows) == 1:
        sentences = [
            language.gettext("The map shades one country or territory, {country}, and writes the number on it.").format(
                country=rows["country"].iloc[0]
            )
        ]
    else:
        pattern = language.gettext(
            "The map shades {countries} by their number of documented places, and writes it on each."
        )
        countries = language.ngettext("{n} country or territory", "{n} countries and territories", len(rows))
        sentences = [pattern.format(countries=countries), *listing.shared_out(rows, language)]
    only = rows.loc[rows["country_level"] > 0, "country"]
    if len(only):
        pattern = language.gettext("Counted too, though the source names no city: {countries}.")
        sentences.append(pattern.format(countries=language.join(sorted(only))))
    if cities:
        sentences.append(language.gettext("Dots mark {cities}.").format(cities=language.join(sorted(cities))))
    if not selection.has_places:
        sentences.append(language.gettext("Plain land: none found in the sources read."))
    return " ".join([*sentences, *wording.missing(rows, selection, catalog, language)])


def note(rows: pd.DataFrame, language: Language) -> str:
    """Return what a reader must not read into the shades."""
    if rows.empty:
        return ""
    return language.gettext(
        "A stronger shade may only mean that more was written about a country: the number says what sources name, not how "
        "many offices there are. Numbers that would hide one another are moved a little apart."
    )
