"""What the page of flows and its map say in words: headline, finding, text equivalent and caveats."""

from collections.abc import Iterable, Mapping

import pandas as pd

from data.catalog import Catalog
from data.queries.about import same_origin
from data.queries.flows import COMMODITIES, between_places, disputed, routes
from figures import labels
from figures.flows import listing
from figures.language import Language

FEW = 3
"""Places that are named where several share the lead."""


def headline(rows: pd.DataFrame, catalog: Catalog, language: Language) -> str:
    """Return the title of the page: what most statements are about, and how many there are.

    Args:
        rows: what `data.queries.flows.flows` returns.
    """
    if rows.empty:
        return language.gettext("No published statement on a flow matches this view")
    words, counts = labels.words(language, "commodity"), rows["commodity"].value_counts()
    if len(rows) == 1:
        return language.gettext("One published statement: {commodity}, {route}").format(
            commodity=words[rows["commodity"].iloc[0]], route=_route(rows.iloc[0], listing.ends(rows, catalog, language, in_sentence=True), language)
        )  # fmt: skip
    if len(counts) == 1:
        return language.ngettext(
            "{commodity}: {n} published statement on where it moves",
            "{commodity}: {n} published statements on what moves where",
            len(rows),
            commodity=words[counts.index[0]],
        )
    lead = [code for code in COMMODITIES if counts.get(code) == counts.max()]
    if len(lead) == len(counts):
        return language.gettext("{n} published statements on what moves where: {commodities}, {each} each").format(
            n=language.number(len(rows)),
            commodities=language.join(words[code] for code in lead),
            each=language.number(int(counts.max())),
        )
    return language.gettext("{commodity}: {most} of {n} published statements on what moves where").format(
        commodity=language.join(words[code] for code in lead),
        most=language.number(int(counts[lead].sum())),
        n=language.number(len(rows)),
    )


def title(rows: pd.DataFrame, catalog: Catalog, language: Language) -> str:
    """Return the finding of the map: where most of the drawn statements lead, and where most begin."""
    drawn = between_places(rows)
    names = listing.ends(drawn, catalog, language, in_sentence=True)
    if drawn.empty:
        return language.gettext("No statement here leads from one place to another")
    if len(drawn) == 1:
        return language.gettext("One statement drawn: {route}").format(route=_route(drawn.iloc[0], names, language))
    leads = {side: _lead(drawn[f"{side}_end"], names) for side in ("to", "from")}
    if any(len(first) > FEW or (len(first) > 1 and most == 1) for first, most in leads.values()):
        return language.gettext("{n} statements drawn as arrows between {places} places").format(
            n=language.number(len(drawn)), places=language.number(len(names))
        )
    # What holds of all is said first: "All 6 begin in China; 2 lead to Mexico".
    ordered = sorted(leads, key=lambda side: leads[side][1] < len(drawn))
    said = [_said(side, *leads[side], len(drawn), names, at, language) for at, side in enumerate(ordered)]
    return language.gettext("{one}; {other}").format(one=said[0], other=said[1])


def _lead(found: pd.Series, names: Mapping[str, str]) -> tuple[list[str], int]:
    """Return the ends that most statements name, and how many name each."""
    counts = found.value_counts()
    return [end for end in names if counts.get(end) == counts.max()], int(counts.max())


def _said(
    side: str, first: list[str], most: int, total: int, names: Mapping[str, str], place: int, language: Language
) -> str:
    """Say how many statements lead to, or begin in, the ends that most of them name.

    Args:
        place: 0 for what is said first, which says too what is counted.
    """
    several = len(first) > 1
    if most == total:
        to, begun = (
            language.gettext("all {n} statements drawn lead to {places}"),
            language.gettext("all {n} statements drawn begin in {places}"),
        )
    elif several:
        to, begun = language.gettext("{most} each lead to {places}"), language.gettext("{most} each begin in {places}")
    elif place:
        to, begun = (
            language.gettext("{most} of {n} lead to {places}"),
            language.gettext("{most} of {n} begin in {places}"),
        )
    else:
        to, begun = (
            language.gettext("{most} of {n} statements drawn lead to {places}"),
            language.gettext("{most} of {n} statements drawn begin in {places}"),
        )
    said = (to if side == "to" else begun).format(
        most=language.number(most), n=language.number(total), places=language.join(names[end] for end in first)
    )
    return said if place else language.opening(said)


def text(rows: pd.DataFrame, catalog: Catalog, language: Language) -> str:
    """Return the text equivalent of the map: every arrow, which ends are regions, and what is not drawn."""
    drawn = between_places(rows)
    names, against = listing.ends(rows, catalog, language, in_sentence=True), disputed(catalog, rows)
    parts = []
    if len(drawn):
        parts.append(
            language.ngettext(
                "The map draws {n} statement as an arrow from where something is said to come to where it is said to go.",
                "The map draws {n} statements as arrows from where something is said to come to where it is said to go.",
                len(drawn),
            )
        )
        parts += by_commodity(drawn, names, against, language)
    if found := listing.regions(drawn):
        parts.append(
            language.gettext(
                "Regions, not countries, and drawn as rings at a declared point at sea: {regions}."
            ).format(regions=language.join(names[end] for end in found))
        )
    aside = rows[~rows["flow_id"].isin(drawn["flow_id"])]
    if len(aside):
        parts.append(
            language.ngettext(
                "{n} statement is not drawn, since it does not lead from one place to another: {routes}.",
                "{n} statements are not drawn, since none leads from one place to another: {routes}.",
                len(aside),
                routes=_listed((_route(row, names, language) for _, row in aside.iterrows()), language),
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
            + (f" ({language.number(int(row['statements']))})" if row["statements"] > 1 else "")
            + star(row["flow_ids"], against)
            for _, row in group.iterrows()
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
    return "" if not any(found) else "†" if all(found) else f"†{sum(found)}"


def note(source_ids: tuple[str, ...], catalog: Catalog, language: Language) -> str:
    """Return what a reader must not read into the arrows, and which sources are one."""
    said = [
        language.gettext(
            "An arrow is what a source says, not a measured flow and not the way taken: it joins one point of a country with "
            "one of another, whatever the words say of mail, ports or stops between. The table has the words."
        )
    ]
    return " ".join(said + one_origin(source_ids, catalog, language))


def one_origin(source_ids: tuple[str, ...], catalog: Catalog, language: Language) -> list[str]:
    """Say which of the sources repeat one original, and so do not confirm each other."""
    publishers = {code: source.publisher for code, source in catalog.sources.items()}
    return [
        language.gettext("{copies} repeat one article and do not confirm each other.").format(
            copies=language.join(publishers[copy] for copy in copies)
        )
        for copies in same_origin(catalog, source_ids).values()
    ]


def _route(row: pd.Series, names: Mapping[str, str], language: Language) -> str:
    if row["from_end"] == row["to_end"]:
        return language.gettext("within {place}").format(place=names[row["from_end"]])
    return language.gettext("{start} to {end}").format(start=names[row["from_end"]], end=names[row["to_end"]])


def _listed(routes: Iterable[str], language: Language) -> str:
    return language.join(dict.fromkeys(routes))
