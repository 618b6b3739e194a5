"""What the maps of flows say in words: finding, text equivalent and caveats."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.about import same_origin
from data.queries.flows import disputed, routes, until
from figures import labels
from figures.flows import listing
from figures.flows.listing import DENIED
from figures.language import Language

FEW = 4
"""Places of one side that a title names."""


def title(rows: pd.DataFrame, is_part: bool, catalog: Catalog, language: Language) -> str:
    """Return the finding of the maps: from where to where the statements lead, or which places they name most often.

    Args:
        rows: statements that lead from one place to another, as `data.queries.flows.between_places` gives them.
        is_part: whether only statements on some places are at hand: which place they name most often says nothing then.
    """
    names = listing.ends(rows, catalog, language, in_sentence=True)
    starts, ends = (rows[f"{side}_end"].value_counts() for side in ("from", "to"))
    if min(len(starts), len(ends)) == 1 and max(len(starts), len(ends)) <= FEW:
        several = len(starts) > 1
        return language.gettext("From {start} to {end}").format(
            start=language.join([names[end] for end in starts.index], "or" if several else "standard"),
            end=language.join([names[end] for end in ends.index]),
        )
    begins, leads = ([names[end] for end in counts.index if counts[end] == counts.max()] for counts in (starts, ends))
    if is_part or max(len(begins), len(leads)) >= FEW:
        return language.gettext("What is said to move between {n} places").format(n=language.number(len(names)))
    pattern = (
        language.gettext("{ends} is named most often as the destination, {starts} as the origin")
        if len(leads) == 1
        else language.gettext("{ends} are named most often as destinations, {starts} as the origin")
    )
    return pattern.format(ends=language.opening(language.join(leads)), starts=language.join(begins))


@once(128)
def text(rows: pd.DataFrame, catalog: Catalog, language: Language) -> str:
    """Return the text equivalent of the maps: every arrow, and which ends are regions."""
    names, against = listing.ends(rows, catalog, language, in_sentence=True), disputed(catalog, rows)
    parts = [
        language.ngettext(
            "One arrow for {n} statement, from where something is said to come to where it is said to go.",
            "Arrows for {n} statements, from where something is said to come to where it is said to go.",
            len(rows),
        ),
        *by_commodity(rows, names, against, language),
    ]
    if found := listing.regions(rows):
        parts.append(
            language.ngettext(
                "One place here is a region, not a country: {regions}.",
                "{n} places here are regions, not countries: {regions}.",
                len(found),
                regions=language.join(names[end] for end in found),
            )
        )
    return " ".join(parts)


def by_commodity(
    rows: pd.DataFrame, names: Mapping[str, str], against: Mapping[str, tuple[str, ...]], language: Language
) -> list[str]:
    """Return a sentence a commodity with all its routes: "Precursors: China to Mexico (2)†; India to Mexico."."""
    words = labels.words(language, "commodity")
    said = []
    for commodity, group in routes(rows).groupby("commodity", sort=False):
        listed = [
            _route(row, names, language)
            + (f" ({language.number(int(row.statements))})" if row.statements > 1 else "")
            + star(row.flow_ids, against)
            for row in group.itertuples(index=False)
        ]
        said.append(
            language.gettext("{commodity}: {routes}.").format(commodity=words[str(commodity)], routes="; ".join(listed))
        )
    if any(flow in against for flow in rows["flow_id"]):
        said.append(
            language.gettext(
                "A dagger (†) marks what another source denies or corrects; a number at it, how many of the statements."
            )
        )
    return said


def star(flow_ids: Iterable[str], against: Mapping[str, tuple[str, ...]]) -> str:
    """Return the mark of a route of which another source denies or corrects statements: † for all, †1 for one of several."""
    found = [flow in against for flow in flow_ids]
    return "" if not any(found) else DENIED if all(found) else f"{DENIED}{sum(found)}"


def note(source_ids: tuple[str, ...], undrawn: int, catalog: Catalog, language: Language) -> str:
    """Return what a reader must not read into the arrows, what is not drawn, and which sources are one.

    Args:
        undrawn: how many statements lead from no place to another.
    """
    said = [
        language.gettext(
            "An arrow joins one point of a country with one of another: it is no measured flow and not the way taken."
        )
    ]
    if undrawn:
        said.append(
            language.ngettext(
                "{n} statement gives no route between two places: it is in the table alone.",
                "{n} statements give no route between two places: they are in the table alone.",
                undrawn,
            )
        )
    return " ".join([*said, *one_origin(source_ids, catalog, language)])


@once(256)
def one_origin(source_ids: tuple[str, ...], catalog: Catalog, language: Language) -> list[str]:
    """Say which of the sources repeat one original, and so do not confirm each other."""
    publishers = {code: source.publisher for code, source in catalog.sources.items()}
    return [
        language.gettext("{copies} repeat one article and do not confirm each other.").format(
            copies=language.join(publishers[copy] for copy in copies)
        )
        for copies in same_origin(catalog, source_ids).values()
    ]


def _route(row: Any, names: Mapping[str, str], language: Language) -> str:
    said = language.gettext("{start} to {end}").format(start=names[row.from_end], end=names[row.to_end])
    return listing.dated(said, until(row.flow_ids), language)
