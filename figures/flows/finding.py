"""How the page of flows begins: where what moves is said to come from, and who denies it."""

from collections.abc import Mapping, Sequence

import pandas as pd

from data.catalog import Catalog
from data.queries.flows import ALL, COMMODITIES, denials, until
from data.queries.linked import by_key
from data.queries.regions import allowed
from data.selection import Selection
from figures import labels
from figures.flows import listing
from figures.language import Language

N = str  # marks a message for extraction; it is translated where it is used

DENIED: Mapping[str, str] = {"x12d": N("China denies it"), "x13b": N("Mexico's president denied it")}
"""Claim that denies → what it denies, short enough for a title."""

DENIED_IN_FULL: Mapping[str, str] = {
    "x12d": N("China has denied being the origin of precursors"),
    "x13b": N("Mexico's President López Obrador said in April 2023 that fentanyl is not made in Mexico"),
}
"""The same, so that it can stand alone."""

DRUGS = frozenset({"fentanyl", "illicit_opioids", "narcotics"})
"""Commodities that are drugs; precursors are none yet."""

FEW = 3
"""Origins that a title names; more are counted."""


def finding(rows: pd.DataFrame, selection: Selection, commodity: str, catalog: Catalog, language: Language) -> str:
    """Return the title of the page.

    Args:
        rows: what `data.queries.flows.flows` returns for the selection and the commodity.
    """
    if rows.empty:
        return _nothing(selection, commodity, catalog, language)
    names = listing.ends(rows, catalog, language, in_sentence=True)
    if len(rows) == 1:
        row = rows.iloc[0]
        moved = listing.moves(
            row["commodity"], row["from_end"], row["to_end"], names, language, until((row["flow_id"],))
        )
        return language.gettext("One statement: {moved}").format(moved=moved)
    if len(selection.countries) == 1 and not selection.regions:
        return _around(rows, selection.countries[0], catalog, language)
    return _traced(_lead(rows), selection.has_places, names, catalog, language)


def sentence(rows: pd.DataFrame, catalog: Catalog, language: Language) -> str:
    """Return what stands under the title: that nothing was measured, and who denies what."""
    if rows.empty:
        return language.gettext("What is missing was not found in the sources read, and may exist all the same.")
    said = language.gettext("What sources say, not what was measured.")
    claims = _denied(rows, catalog)
    if not claims:
        return " ".join([said, language.gettext("No source that was read says otherwise.")])
    full = "; ".join(language.gettext(DENIED_IN_FULL[claim]) for claim in claims if claim in DENIED_IN_FULL)
    return f"{said} {full}." if full else said


def _nothing(selection: Selection, commodity: str, catalog: Catalog, language: Language) -> str:
    kept = allowed(catalog, selection)
    if kept == ():
        regions = labels.chosen_regions(selection, language, catalog, "or")
        return language.gettext("No country that was chosen lies in {regions}").format(regions=regions)
    if kept and selection.countries:
        names = labels.in_sentences(language, catalog)
        places = [names[code] for code in kept]
    else:
        names = labels.regions_in_sentences(language, catalog)
        places = [names[code] for code in selection.regions]
    if not 0 < len(places) <= FEW:
        return language.gettext("No statement found on what moves to or from the places chosen")
    named = language.join(places, "or")
    if commodity == ALL:
        return language.gettext("No statement found on what moves to or from {places}").format(places=named)
    return language.gettext("No statement found on {commodity} to or from {places}").format(
        commodity=labels.words(language, "commodity")[commodity].lower(), places=named
    )


def _around(rows: pd.DataFrame, code: str, catalog: Catalog, language: Language) -> str:
    """Say what is said to reach one country, and what to leave it."""
    name = labels.in_sentences(language, catalog)[code]
    away = rows["from_end"] != rows["to_end"]
    into = _listed(rows[(rows["to_iso3"] == code) & away], language)
    out = _listed(rows[(rows["from_iso3"] == code) & away], language)
    if into and out:
        return language.gettext("Said to reach {place}: {into}; to leave it: {out}").format(
            place=name, into=into, out=out
        )
    if into:
        return language.gettext("Said to reach {place}: {into}").format(place=name, into=into)
    return language.gettext("Said to leave {place}: {out}").format(place=name, out=out)


def _listed(rows: pd.DataFrame, language: Language) -> str:
    """Return what moves in the order of the chain; several kinds of drugs in one word, so that a phone has room for the title."""
    words, stated = labels.words(language, "commodity"), by_key(rows, "commodity", "flow_id")
    found = set(stated)
    several = len(found & DRUGS) > 1
    said = {
        code: language.gettext("drugs")
        if several and code in DRUGS
        else listing.dated(words[code].lower(), until(stated[code]), language)
        for code in found
    }
    return language.join(dict.fromkeys(said[code] for code in COMMODITIES if code in found))


def _lead(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the statements on the commodity that most of them are on."""
    counts = rows["commodity"].value_counts()
    lead = next(code for code in COMMODITIES if counts.get(code) == counts.max())
    return rows[rows["commodity"] == lead]


def _traced(rows: pd.DataFrame, is_part: bool, names: Mapping[str, str], catalog: Catalog, language: Language) -> str:
    """Say where one commodity is said to come from, and who denies it.

    Args:
        is_part: whether only statements on some places are at hand, of which nothing follows for most of all.
    """
    commodity = str(rows["commodity"].iloc[0])
    word = labels.words(language, "commodity")[commodity]
    origins, share = ((), 0) if is_part else _origins(rows, catalog)
    if 2 * share > len(rows):
        pattern = (
            language.gettext("Each of the {n} statements on {commodity} names {places} as origin")
            if share == len(rows)
            else language.gettext("{share} of {n} statements on {commodity} name {places} as origin")
        )
        said = pattern.format(
            commodity=word.lower(),
            places=_either(origins, {**labels.words(language, "region"), **names}, language),
            share=language.number(share),
            n=language.number(len(rows)),
        )
    else:
        pattern = (
            language.gettext("{commodity} is said to come from {places}")
            if commodity in listing.SINGULAR
            else language.gettext("{commodity} are said to come from {places}")
        )
        # What leads from one place to another names an origin; what stays within one, or names no route, only where none does.
        away = rows[rows["from_end"] != rows["to_end"]]
        named = rows if away.empty else away
        every, stated = tuple(named["from_end"].value_counts(sort=True).index), by_key(named, "from_end", "flow_id")
        told = {end: listing.dated(names.get(end, end), until(stated[end]), language) for end in every}
        said = pattern.format(commodity=word, places=_either(every, told, language))
    short = [DENIED[claim] for claim in _denied(rows, catalog) if claim in DENIED]
    if not short:
        return said
    return language.gettext("{finding}; {denial}").format(finding=said, denial=language.gettext(short[0]))


def _origins(rows: pd.DataFrame, catalog: Catalog) -> tuple[tuple[str, ...], int]:
    """Return the country that most statements name as the origin, with its region and others in it where some name that, and how many do.

    "China and the Asia-Pacific" names both.
    """
    counts = rows.loc[rows["from_kind"] == "country", "from_end"].value_counts()
    if counts.empty or (counts == counts.max()).sum() > 1:
        return (), 0
    code = str(counts.index[0])
    known = catalog.original["countries"].set_index("iso3")
    row = known.loc[code]
    wider = (rows["from_kind"] == "region") & rows["from_end"].map(
        lambda name: row["name"] in name or row["region"] in name
    )
    if not wider.any():
        return (code,), int(counts.max())
    # Who hears of a region counts each country in it.
    within = tuple(one for one in counts.index if known.at[one, "region"] == row["region"])
    return (*within, str(row["region"])), int(counts[list(within)].sum() + wider.sum())


def _either(ends: Sequence[str], names: Mapping[str, str], language: Language) -> str:
    found = [names.get(end, end) for end in ends]
    if len(found) > FEW:
        rest = language.ngettext("{n} other place", "{n} other places", len(found) - FEW + 1)
        found = [*found[: FEW - 1], rest]
    return language.join(found, "or")


def _denied(rows: pd.DataFrame, catalog: Catalog) -> tuple[str, ...]:
    """Return the claims that deny some of the statements, each once."""
    found = (denial.reading.claim_id for told in denials(catalog, rows).values() for denial in told)
    return tuple(dict.fromkeys(found))
