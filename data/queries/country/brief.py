"""All that the tables hold on one country, for a brief of one page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.country.facts import Country, country
from data.queries.flows import disputed, disputes, flows, routes
from data.queries.linked import linked
from data.queries.narrowing import Narrowed
from data.queries.objectives import Initiative, in_full
from data.queries.offices import documented
from data.queries.regions import allowed
from data.queries.sources.contradictions import Contradiction, contradictions, disagreements
from data.queries.trends.indicators import in_time
from data.selection import Selection

HOME = "USA"
"""HSI's own country: the table of offices holds places abroad."""

EXAMPLE = "MEX"
"""The country that stands open where a reader has chosen none, and no region without it."""

MOST = 2
"""Countries side by side at most."""


WAYS = ("out", "in", "inside", "unrouted")
"""How a flow touches a country: from it, to it, within it, or by its name alone, in a statement without a route."""


@dataclass(frozen=True, eq=False)
class Brief:
    """One country or territory in full.

    Attributes:
        country: its offices, vetted unit, initiatives and events; objectives and years narrow the last two.
        initiatives: the same initiatives with later evidence and events.
        totals: rows of `reported_totals` whose note names the country.
        flows: what `flows_of` returns.
        organisations: rows of `organisations` that belong to it.
        series: the newest value of each indicator that the country as a whole has, as `series` gives them.
        disagreements: contradictions that bear on its flows, or whose wording names it, those without a chosen reading
            first.
    """

    country: Country
    initiatives: tuple[Initiative, ...]
    totals: pd.DataFrame
    flows: pd.DataFrame
    organisations: pd.DataFrame
    series: pd.DataFrame
    disagreements: tuple[Contradiction, ...]

    @property
    def is_home(self) -> bool:
        """Whether it is HSI's own country."""
        return self.country.iso3 == HOME


@once(256, by=("countries",))
def shown(catalog: Catalog, selection: Selection) -> tuple[str, ...]:
    """Return the countries that a selection puts on the page: the first two chosen, or an example where none is.

    None is left where those chosen lie outside the regions chosen.
    """
    kept = allowed(catalog, selection)
    if selection.countries:
        return (kept or ())[:MOST]
    return (EXAMPLE,) if kept is None or EXAMPLE in kept else (_example(catalog, selection, kept),)


def alone(selection: Selection) -> str:
    """Return the country abroad that is chosen and nothing beside it, of which alone is told what is not known; maybe empty."""
    if len(selection.countries) != 1 or selection.regions or selection.countries == (HOME,):
        return ""
    return selection.countries[0]


def on_page(catalog: Catalog, selection: Selection) -> Narrowed:
    """Return the rows of `countries` that a selection puts on the page."""
    rows = catalog["countries"]
    return Narrowed(rows[rows["iso3"].isin(shown(catalog, selection))], len(rows), {})


def _example(catalog: Catalog, selection: Selection, kept: tuple[str, ...]) -> str:
    """Return the country of a region that stands as its example.

    It is the one with the most places named by sources; of those with as many, the one that most initiatives and events name.
    """
    places = documented(catalog, selection).rows["iso3"].value_counts()
    named = pd.concat([catalog["initiative_countries"]["iso3"], catalog["event_countries"]["iso3"]]).value_counts()
    return max(kept, key=lambda code: (int(places.get(code, 0)), int(named.get(code, 0))))


@once(256, by=("objectives", "years"))
def brief(catalog: Catalog, iso3: str, selection: Selection) -> Brief:
    """Return all that is known of one country, its initiatives and events narrowed by the other filters.

    Raises:
        KeyError: no table names this country.
    """
    known = country(catalog, iso3, selection)
    name = catalog.original.names("countries", "iso3", "name")[iso3]
    found = flows_of(catalog, iso3)
    return Brief(
        country=known,
        initiatives=_weightiest(in_full(catalog, known.initiatives, Selection(countries=(iso3,)))),
        totals=_totals(catalog, name),
        flows=found,
        organisations=_organisations(catalog, iso3),
        series=series(catalog, name),
        disagreements=_about(catalog, found, name),
    )


@once(256)
def series(catalog: Catalog, name: str) -> pd.DataFrame:
    """Return the newest value of each indicator of a country as a whole, the longest series first.

    Args:
        name: of the country, as the tables have it.

    Returns:
        Columns of `observations` and `start`, `end` (timestamps, NaT where not stated) and `values` (how many the
        series holds).
    """
    rows = catalog["observations"]
    rows = in_time(rows[catalog.original["observations"]["region"] == name])
    rows = rows.assign(values=rows.groupby("indicator_id")["observation_id"].transform("size"))
    newest = rows.drop_duplicates("indicator_id", keep="last")
    order = ["values", "by", "indicator_id"]
    return newest.sort_values(order, ascending=[False, False, True]).drop(columns="by").reset_index(drop=True)


@once(256)
def flows_of(catalog: Catalog, iso3: str) -> pd.DataFrame:
    """Return the statements that name a country, those that leave it first, then those that the Ríodoce article tells.

    Returns:
        Columns of `data.queries.flows.flows`, `way` (one of `WAYS`) and `disputed` (whether another source denies or
        corrects the statement).
    """
    rows = flows(catalog, Selection(countries=(iso3,))).rows
    starts, ends = rows["from_end"] == iso3, rows["to_end"] == iso3
    way = pd.Series("unrouted", index=rows.index).mask(ends, "in").mask(starts, "out").mask(starts & ends, "inside")
    rows = rows.assign(way=way, disputed=rows["flow_id"].isin(disputed(catalog, rows).keys()), rank=way.map(WAYS.index))
    ordered = rows.sort_values(["rank", "in_seed"], ascending=[True, False], kind="stable")
    return ordered.drop(columns="rank").reset_index(drop=True)


@once(256)
def ways(statements: pd.DataFrame) -> pd.DataFrame:
    """Return which commodity is said to move from where to where, so that the first few show every side of a country.

    Args:
        statements: what `flows_of` returns.

    Returns:
        Columns of `data.queries.flows.routes` and `way`. The first of each commodity and way of `WAYS` stand before all others,
        those of every way in turn; the index keeps the order of the statements.
    """
    of_flow = dict(zip(statements["flow_id"], statements["way"], strict=True))
    found = routes(statements)
    found = found.assign(way=[of_flow[ids[0]] for ids in found["flow_ids"]])
    found = found.assign(_again=found.groupby(["way", "commodity"]).cumcount())
    found = found.sort_values("_again", kind="stable")
    found = found.assign(_turn=found.groupby(["_again", "way"]).cumcount(), _rank=found["way"].map(WAYS.index))
    ordered = found.sort_values(["_again", "_turn", "_rank"], kind="stable")
    return ordered.drop(columns=["_again", "_turn", "_rank"])


def shared_events(one: Brief, other: Brief) -> int:
    """Return how many events name both countries."""
    return len(set(one.country.events["event_id"]) & set(other.country.events["event_id"]))


def sources_in_order(catalog: Catalog, links: str, key: str, ids: Iterable[str]) -> list[str]:
    """Return the sources that a link table cites for the given rows, each once, those of the first row first."""
    cited = linked(catalog, links, key)
    return list(dict.fromkeys(source for one in ids for source in cited.get(one, ())))


def _weightiest(initiatives: tuple[Initiative, ...]) -> tuple[Initiative, ...]:
    """Those of the strategy before those of context; among them, those of which most is known later come first."""

    def weight(one: Initiative) -> tuple[bool, bool, int]:
        return one.scope != "strategy", not (one.follow_up and one.follow_up.latest.date), -len(one.events)

    return tuple(sorted(initiatives, key=weight))


@once(256)
def _totals(catalog: Catalog, name: str) -> pd.DataFrame:
    rows = catalog["reported_totals"]
    named = catalog.original["reported_totals"]["note"].str.contains(_word(name), regex=True)
    return rows[named].reset_index(drop=True)


@once(256)
def _organisations(catalog: Catalog, iso3: str) -> pd.DataFrame:
    rows = catalog["organisations"]
    return rows[rows["iso3"] == iso3].reset_index(drop=True)


@once(256)
def _about(catalog: Catalog, statements: pd.DataFrame, name: str) -> tuple[Contradiction, ...]:
    """Return the contradictions that concern a country.

    The tables tie contradictions to flows, and to no country: beside those, what counts is that the point, or what a side
    says, names the country. Who says it does not count: "The Mexico City Post" may write of any country.
    """
    word, tied = re.compile(_word(name)), disputes(catalog, statements)
    said = {one.contradiction_id: one for one in contradictions(catalog.original)}

    def is_named(one: Contradiction) -> bool:
        return any(word.search(side.claim) for side in said[one.contradiction_id].readings)

    def is_subject(one: Contradiction) -> bool:
        return bool(word.search(said[one.contradiction_id].title))

    ours = [one for one in disagreements(contradictions(catalog)) if one in tied or is_subject(one) or is_named(one)]
    return tuple(sorted(ours, key=lambda one: (one.resolved, not is_subject(one))))


def _word(name: str) -> str:
    return rf"\b{re.escape(name)}\b"
