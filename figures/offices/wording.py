"""What the page of offices and its map say in words: findings, the text equivalent and caveats."""

from typing import Literal

import pandas as pd

from data.catalog import Catalog
from data.collation import collated
from data.queries.country.brief import HOME
from data.queries.evidence import PRESENCE, graded_below
from data.queries.offices import presences as beside
from data.queries.regions import allowed
from data.selection import Selection
from figures import evidenced, labels, telling
from figures.language import Language
from figures.offices import listing


def title(rows: pd.DataFrame, color: str, selection: Selection, catalog: Catalog, language: Language) -> str:
    """Return the finding in one line, honest for no row, one row and many.

    Args:
        rows: as `listing.in_words` gives them.
        color: `period`, `strength` or `region`.
        selection: what the reader chose.
    """
    if rows.empty:
        return nothing(selection, catalog, language)
    if len(rows) == 1:
        return one(rows.iloc[0], language)
    where, said = whereabouts(rows, selection, catalog, language), detail(rows, color, language)
    pattern = (
        language.gettext("{places} named by sources in {countries}: {detail}")
        if where
        else language.gettext("{places} named by sources: {detail}")
    )
    places = language.ngettext("{n} place", "{n} places", len(rows))
    return pattern.format(places=places, countries=where, detail=said)


def of_marks(rows: pd.DataFrame, column: str, catalog: Catalog, language: Language) -> list[str]:
    """Return what each mark says: its place, the date of its evidence, and what its shape and colour tell beside the date.

    Args:
        rows: as `listing.with_presences` gives them.
        column: what shape and colour tell.
    """
    tell, words = telling.teller("offices", catalog, language), labels.words(language, column)
    told = [tell(row).words for row in rows.itertuples()]
    if column == "evidence_period":
        return told
    return [
        one if standing == PRESENCE else f"{one} · {words[code]}"
        for one, standing, code in zip(told, rows["standing"], rows[column], strict=True)
    ]


def of_country(iso3: str, name: str, count: int, has_presence: bool, language: Language) -> str:
    """Return how many places sources name in a country, after its name."""
    if iso3 == HOME:
        return language.gettext("{country}: HSI's own country").format(country=name)
    if not count and has_presence:
        return language.gettext("{country}: HSI at work, but no office described").format(country=name)
    if not count:
        return language.gettext("{country}: no place named by sources was found").format(country=name)
    return language.ngettext(
        "{country}: {n} place named by sources", "{country}: {n} places named by sources", count, country=name
    )


def whereabouts(rows: pd.DataFrame, selection: Selection, catalog: Catalog, language: Language) -> str:
    """Return where the places of chosen countries or regions lie, as it stands in a sentence; nothing for the world.

    Args:
        rows: a column `country_said`.
    """
    if not selection.countries:
        return labels.chosen_regions(selection, language, catalog)
    return _some(sorted(rows["country_said"].unique(), key=_without_article), language)


def nothing(selection: Selection, catalog: Catalog, language: Language) -> str:
    """Return what is found where no source names an office: of the country that is home, of a presence, of nothing at all."""
    regions = labels.chosen_regions(selection, language, catalog, "or")
    kept = allowed(catalog, selection)
    if not kept:
        return language.gettext("No country that was chosen lies in {regions}").format(regions=regions)
    said = labels.in_sentences(language, catalog)
    if kept == (HOME,):
        home = language.opening(said[HOME])
        return language.gettext("{country}: HSI's own country, not abroad").format(country=home)
    at_work = [code for code in kept if code in set(beside(catalog, selection).rows["iso3"])]
    if at_work and len(at_work) == len(kept):
        names = language.opening(_some([said[code] for code in at_work], language))
        return language.gettext("{countries}: HSI at work, but no office described").format(countries=names)
    pattern = language.gettext("No HSI office in {countries} was found in the sources read")
    where = _some([said[code] for code in kept], language, "or") if selection.countries else regions
    return pattern.format(countries=where)


def none_is_named(selection: Selection, catalog: Catalog, language: Language) -> str:
    """Return what does not follow where no source names an office: of the country that is home, that none is abroad there."""
    if allowed(catalog, selection) == (HOME,):
        return language.gettext("The sources name offices abroad; those at home are not listed here.")
    return language.gettext("The sources read name no office, which does not mean that there is none.")


def missing(rows: pd.DataFrame, selection: Selection, catalog: Catalog, language: Language) -> list[str]:
    """Return the sentence that names the chosen countries without an office, beside others that have one.

    Args:
        rows: a column `iso3`.
    """
    kept = allowed(catalog, selection) if selection.countries else ()
    without = set(kept or ()) - set(rows["iso3"]) - {HOME}
    said = labels.in_sentences(language, catalog)
    found = sorted((said[code] for code in without), key=_without_article)
    if not found:
        return []
    return [
        language.gettext("No office found in the sources read: {countries}.").format(countries=language.join(found))
    ]


def _without_article(name: str) -> str:
    """Return what a country is sorted by among others: "the Netherlands" and "los Países Bajos" by their names."""
    article, _space, rest = name.partition(" ")
    return collated(rest if rest and article.islower() else name)


def one(row: pd.Series, language: Language) -> str:
    """Return what is found where there is a single place."""
    if row["level"] == "country":
        return language.gettext("{country}: a source names the country, but no city").format(country=row["country"])
    if not row["evidence_date"]:
        pattern = language.gettext("{country}: one place named by sources, {city}, with undated evidence")
        return pattern.format(country=row["country"], city=row["city"])
    if row["city"] == row["country"]:
        pattern = language.gettext("{country}: one place named by sources, with evidence dated {day}")
    else:
        pattern = language.gettext("{country}: one place named by sources, {city}, with evidence dated {day}")
    return pattern.format(country=row["country"], city=row["city"], day=evidenced.within(row, language))


def _some(names: list[str], language: Language, style: Literal["standard", "or"] = "standard") -> str:
    if len(names) > 3:
        return language.ngettext("{n} country or territory", "{n} countries and territories", len(names))
    return language.join(names, style)


def strength(language: Language) -> str:
    """Return what the strength of a place is taken from."""
    return language.gettext(
        "The strength is that of the strongest evidence of the newest period; older evidence may be stronger."
    )


def older_is_stronger(rows: pd.DataFrame, catalog: Catalog, language: Language) -> list[str]:
    """Return the sentence on places of which older evidence is stronger than the strength that they are given, if there are any.

    Args:
        rows: columns office_id, city, country and level.
    """
    below = rows[rows["office_id"].isin(graded_below(catalog))]
    if below.empty:
        return []
    named = below["city"].where(below["level"] == "city", below["country"])
    return [
        language.gettext("{places}: older evidence is stronger than the newest.").format(
            places=language.join(sorted(named, key=collated))
        )
    ]


def detail(rows: pd.DataFrame, color: str, language: Language) -> str:
    """Return how many of several places share what shape and colour tell."""
    match color:
        case "strength":
            n = int((rows["strength"] == "strong").sum())
            if not n:
                return language.gettext("the newest evidence is strong for none")
            if n == len(rows):
                return language.gettext("the newest evidence is strong for all")
            return language.gettext("the newest evidence is strong for {n}").format(n=language.number(n))
        case "region":
            counts = rows["region_name"].value_counts()
            if len(counts) == 1:
                return language.gettext("all in one region, {region}").format(region=counts.index[0])
            pattern = language.gettext("{n} in the largest group, {region}")
            return pattern.format(n=language.number(int(counts.iloc[0])), region=counts.index[0])
        case _:
            n = int((rows["evidence_period"] == "after_strategy").sum())
            if not n:
                return language.gettext("none has evidence dated after the strategy")
            if n == len(rows):
                return language.gettext("all have evidence from after the strategy")
            return language.ngettext(
                "{n} has evidence from after the strategy", "{n} have evidence from after the strategy", n
            )


def recent(rows: pd.DataFrame, language: Language) -> str:
    """Return how many of several places have evidence from after the strategy, and of how many of these it is weak."""
    told, newest = detail(rows, "period", language), rows[rows["evidence_period"] == "after_strategy"]
    weak = int((newest["strength"] == "weak").sum())
    if not weak:
        return told
    if weak == len(newest):
        return language.gettext("{told} (weak evidence)").format(told=told)
    return language.gettext("{told} (weak for {n})").format(told=told, n=language.number(weak))


def text(rows: pd.DataFrame, column: str, selection: Selection, catalog: Catalog, language: Language) -> str:
    """Return the text equivalent of the map: how many places, in which groups, where most are, and what is missing."""
    if rows.empty:
        if allowed(catalog, selection) == (HOME,):
            return language.gettext("The map shows no mark here: it marks places abroad.")
        return language.gettext(
            "The map shows no mark here. The sources read name no office, which does not mean that there is none."
        )
    words, counts = labels.words(language, column), rows[column].value_counts()
    groups = [f"{label}: {language.number(int(counts[code]))}" for code, label in words.items() if code in counts]
    sentences = [
        language.gettext("The map marks {places}. {groups}.").format(
            places=language.ngettext("{n} place", "{n} places", len(rows)),
            groups=". ".join(groups),
        )
    ]
    cities = rows[rows["level"] == "city"].groupby("country", as_index=False).size()
    if len(cities) > 1:
        sentences.append(f"{listing.ranked(cities.rename(columns={'size': 'offices'}), language)}.")
    only = rows.loc[rows["level"] == "country", "country_said"]
    if len(only):
        pattern = language.gettext(
            "Known only by country, and marked hollow at its middle, not at a city: {countries}."
        )
        sentences.append(pattern.format(countries=language.join(sorted(only, key=collated))))
    sentences += missing(rows, selection, catalog, language)
    return " ".join(sentences)


def presences(rows: pd.DataFrame, language: Language) -> list[str]:
    """Return the sentence on places where HSI is at work and no source describes an office.

    Args:
        rows: these places, as `listing.in_words` gives them.
    """
    if rows.empty:
        return []
    named = [f"{row.city}, {row.country}" if row.city else row.country_said for row in rows.itertuples()]
    return [
        language.ngettext(
            "A cross marks {places}: sources tell of HSI at work there and describe no office, so it is not counted.",
            "Crosses mark {places}: sources tell of HSI at work there and describe no office, so they are not counted.",
            len(rows),
            places=language.join(named),
        )
    ]


def note(rows: pd.DataFrame, is_home_told: bool, language: Language) -> str:
    """Return what a reader must not read into the marks.

    Args:
        is_home_told: whether the map says itself which country is not abroad, or does not show it.
    """
    if rows.empty:
        return ""
    told = language.gettext(
        "A mark stands for a city that a source names, not for an address, as of the date of its evidence: an office may have "
        "closed since. Marks that would hide one another are moved a little apart."
    )
    home = language.gettext("The United States is home to HSI, not abroad.")
    return told if is_home_told else f"{told} {home}"
