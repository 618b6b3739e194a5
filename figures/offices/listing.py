"""Places named by sources in the reader's words: what the tables and files of the office figures hold."""

import pandas as pd

from data.catalog import Catalog
from data.collation import collated
from data.once import once
from data.queries.offices import cited, located, presences
from data.selection import Selection
from figures import labels
from figures.language import Language


@once(256)
def in_words(offices: pd.DataFrame, catalog: Catalog, language: Language) -> pd.DataFrame:
    """Return documented offices with their codes in words, their sources' addresses and coordinates in every row.

    Returns:
        The given columns; `country` in this language, `country_said` (as it stands in a sentence), `place` (city, or the words for a row that names only a country),
        `what` (office or presence), `period`, `grade`, `type`, `source_kind`, `region_name`, `sources`.
    """
    names = labels.countries(language, catalog)
    frame = located(catalog, cited(catalog, offices))
    return frame.assign(
        country=frame["iso3"].map(names),
        country_said=frame["iso3"].map(labels.in_sentences(language, catalog)),
        place=frame["city"].where(frame["level"] == "city", language.gettext("No city named")),
        period=frame["evidence_period"].map(labels.words(language, "evidence_period")),
        grade=frame["strength"].map(labels.words(language, "strength")),
        what=frame["standing"].map(labels.words(language, "standing")),
        type=frame["office_type"].map(labels.words(language, "office_type")),
        source_kind=frame["source_type"].map(labels.words(language, "source_type")),
        region_name=frame["region"].map(labels.words(language, "region")),
    )


@once(256, by=("countries",))
def with_presences(rows: pd.DataFrame, selection: Selection, catalog: Catalog, language: Language) -> pd.DataFrame:
    """Return documented offices in words and, after them, the places of the same selection that are a presence and no office.

    Args:
        rows: as `in_words` gives them.
    """
    beside = presences(catalog, selection).rows
    return pd.concat([rows, in_words(beside, catalog, language)], ignore_index=True) if len(beside) else rows


def columns(language: Language) -> dict[str, str]:
    """Return column of `in_words` → its name for the reader."""
    _ = language.gettext
    return {
        "place": _("Place"),
        "country": _("Country or territory"),
        "what": _("What it is"),
        "grade": _("Strength of evidence"),
        "evidence_date": _("Date of evidence"),
        "type": _("Type"),
        "period": _("Period of evidence"),
        "source_kind": _("Kind of source"),
        "iso3": _("Code"),
        "note": _("Note"),
        "latitude": _("Latitude"),
        "longitude": _("Longitude"),
        "sources": _("Sources"),
    }


def shared_out(countries: pd.DataFrame, language: Language) -> list[str]:
    """Say which countries have more than one place, each with its number, and how many have one.

    Args:
        countries: columns `country` and `offices`, one row a country.
    """
    several = countries[countries["offices"] > 1].sort_values("offices", ascending=False, kind="stable")
    sentences = []
    if len(several):
        sentences.append(language.gettext("More than one: {countries}.").format(countries=each(several, language)))
    if singles := int((countries["offices"] == 1).sum()):
        sentences.append(
            language.ngettext(
                "{n} country or territory has one.", "{n} countries and territories have one each.", singles
            )
        )
    return sentences


def each(countries: pd.DataFrame, language: Language) -> str:
    """Return countries, each with its number of places: "Mexico 5, Canada 5"."""
    return ", ".join(f"{row.country} {language.number(row.offices)}" for row in countries.itertuples())


def ranked(countries: pd.DataFrame, language: Language) -> str:
    """Say which countries have the most places named by sources: "Canada and Mexico have the most places named by sources, 5 each".

    Args:
        countries: columns `country` and `offices`, one row a country.
    """
    most = int(countries["offices"].max())
    leaders = sorted(countries.loc[countries["offices"] == most, "country"], key=collated)
    if len(leaders) > 4 or len(leaders) == len(countries):
        if most == 1:
            return language.gettext("No country has more than one place named by sources")
        return language.ngettext(
            "No country has more than {n} place named by sources",
            "No country has more than {n} places named by sources",
            most,
        )
    if len(leaders) == 1:
        pattern = language.gettext("{country} has the most places named by sources, {n}")
        return pattern.format(country=leaders[0], n=language.number(most))
    pattern = language.gettext("{countries} have the most places named by sources, {n} each")
    return pattern.format(countries=language.join(leaders), n=language.number(most))
