"""Reported flows in the reader's words: what the tables and files of the flow figures hold."""

import re
from collections.abc import Mapping
from itertools import chain
from typing import Any

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.flows import disputed, said_by, until
from data.queries.sources.contradictions import contradictions
from figures import labels
from figures.language import Language

DENIED = "†"
"""Stands at what another source denies or corrects, and at such a statement everywhere."""

SINGULAR = ("fentanyl", "cash")
"""Commodities of which a sentence says that it goes, and not that they go."""


@once(256)
def in_words(rows: pd.DataFrame, catalog: Catalog, language: Language) -> pd.DataFrame:
    """Return statements with their codes in words.

    Args:
        rows: what `data.queries.flows.flows` returns.

    Returns:
        The given columns and what_moves, route, from_place, to_place (names of the ends), from_is, to_is (country, region, people
        or companies), said_by (publishers with dates) and against (the point on which another source says otherwise).
    """
    cited, against = said_by(catalog, rows), disputed(catalog, rows)
    points = {one.contradiction_id: one.title for one in contradictions(catalog)}
    names, words = ends(rows, catalog, language), labels.words(language, "flow_end")
    return rows.assign(
        what_moves=rows["commodity"].map(labels.words(language, "commodity")),
        route=[route(row, catalog, language) for row in rows.itertuples(index=False)],
        from_place=rows["from_end"].map(names),
        from_is=rows["from_kind"].map(words),
        to_place=rows["to_end"].map(names),
        to_is=rows["to_kind"].map(words),
        said_by=[labels.sources(cited[flow], language, catalog) for flow in rows["flow_id"]],
        against=["; ".join(points[one] for one in against.get(flow, ())) for flow in rows["flow_id"]],
    )


def columns(language: Language) -> dict[str, str]:
    """Return column of `in_words` → its name for the reader."""
    _ = language.gettext
    return {
        "route": _("From → to"),
        "what_moves": _("What moves"),
        "from_name": _("From, as stated"),
        "from_iso3": _("From, code"),
        "from_is": _("From is a"),
        "to_name": _("To, as stated"),
        "to_iso3": _("To, code"),
        "to_is": _("To is a"),
        "note": _("What the sources say"),
        "said_by": _("Who says so"),
        "against": _("Disputed: another source differs on"),
        "flow_id": _("Code"),
    }


def route(row: Any, catalog: Catalog, language: Language) -> str:
    """Return from where to where, in the words of the statement: "Mexico (lawful market) → Mexico (diverted)"."""
    names = labels.countries(language, catalog)
    tabled = catalog.names("countries", "iso3", "name")
    start, end = (
        names[code] if code and name == tabled[code] else name
        for name, code in ((row.from_name, row.from_iso3), (row.to_name, row.to_iso3))
    )
    if start == end:
        return language.gettext("{place}, no route named").format(place=start)
    return f"{start} → {end}"


def dated(words: str, former: str, language: Language) -> str:
    """Return words with the year before which what they name is said of; as they are without one."""
    return language.gettext("{what} (before {year})").format(what=words, year=former) if former else words


CODE = re.compile(r"[A-Z]{3}", re.ASCII)
"""An end that is a country, and no region or group."""


def ends(rows: pd.DataFrame, catalog: Catalog, language: Language, in_sentence: bool = False) -> Mapping[str, str]:
    """Return end → its name: of a country, or of others as the tables have it, in this language.

    Args:
        in_sentence: with its article: "the United States".
    """
    names = labels.in_sentences(language, catalog) if in_sentence else labels.countries(language, catalog)
    found = dict.fromkeys([*rows["from_end"], *rows["to_end"]])
    called = _called(catalog)
    return {end: names.get(end) or called[end] for end in found}


@once(4)
def _called(catalog: Catalog) -> Mapping[str, str]:
    """Return what a flow begins or ends at, as the tables have it in English → the same in the language of the catalog."""
    sides = ("from_name", "to_name")
    return {
        name: called
        for side in sides
        for name, called in zip(catalog.original["flows"][side], catalog["flows"][side], strict=True)
    }


def kinds(rows: pd.DataFrame) -> dict[str, str]:
    """Return end → what it is: country, region or actor."""
    sides = (zip(rows[f"{side}_end"], rows[f"{side}_kind"], strict=True) for side in ("from", "to"))
    return dict(chain.from_iterable(sides))


def regions(rows: pd.DataFrame) -> list[str]:
    """Return the ends that are regions, each once."""
    return [end for end, kind in kinds(rows).items() if kind == "region"]


def sentences(rows: pd.DataFrame, catalog: Catalog, language: Language) -> list[str]:
    """Return of each statement, or route, what is said to move where: "Precursors go from China to Mexico"."""
    names = ends(rows, catalog, language, in_sentence=True)
    stated = rows["flow_ids"] if "flow_ids" in rows else [(flow,) for flow in rows["flow_id"]]
    return [
        language.opening(moves(row.commodity, row.from_end, row.to_end, names, language, until(flows)))
        for row, flows in zip(rows.itertuples(index=False), stated, strict=True)
    ]


def moves(commodity: str, start: str, end: str, names: Mapping[str, str], language: Language, former: str = "") -> str:
    """Return what is said to move where, as it stands within a sentence.

    Args:
        former: the year before which it is said to have moved; empty where the statement tells of no time of its own.
    """
    word = labels.words(language, "commodity")[commodity].lower()
    if former:
        return language.gettext("{commodity} from {start} to {end}, before {year}").format(
            commodity=word, start=names[start], end=names[end], year=former
        )
    if start == end and not CODE.fullmatch(start):
        return language.gettext("{commodity} in {place}, no route named").format(commodity=word, place=names[start])
    if start == end:
        return language.gettext("{commodity} within {place}").format(commodity=word, place=names[start])
    pattern = (
        language.gettext("{commodity} goes from {start} to {end}")
        if commodity in SINGULAR
        else language.gettext("{commodity} go from {start} to {end}")
    )
    return pattern.format(commodity=word, start=names[start], end=names[end])
