"""Which of a row's sources carry what a document says of it: where few are cited, these are, and in this order.

The rule. A source carries a clause if it was published about when the clause is dated; of those that do, an official one comes
first, then the one nearest to the day, then the one whose own date is more exact, then the one that the table names first. What tells something later, too, also cites what was
published later; what repeats the Ríodoce article, the article; what is in dispute, a source of either side.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from data.catalog import Catalog
from data.once import once
from data.queries import release
from data.queries.evidence import places
from data.queries.flows import denying, disputes
from data.queries.linked import linked
from data.queries.sources.citing import SEED
from data.queries.sources.contradictions import Contradiction
from data.queries.timeline import span

NEAR = 31
"""Days between what happened and a source that tells of it as news."""

ARTICLE = "Ríodoce article"
"""How the tables name the article that the briefing started from, where a text repeats it."""


class Carried(NamedTuple):
    """The sources of a row, those that carry most of what it says first.

    Attributes:
        least: so many of the first are cited however few are: one for each thing that it says.
    """

    source_ids: tuple[str, ...]
    least: int = 1


def weighed(catalog: Catalog, source_ids: Iterable[str], day: str) -> tuple[str, ...]:
    """Return sources by how well they carry what is dated a day, each once.

    Args:
        day: an ISO date, as exact as it is known; empty where it is not.
    """
    ids = list(dict.fromkeys(source_ids))
    official = catalog.names("sources", "source_id", "official")

    def weight(source_id: str) -> tuple[bool, bool, int, int]:
        published = catalog.sources[source_id].published
        away = _days_between(day, published)
        return away > NEAR, not official[source_id], away, -len(published)

    return tuple(sorted(ids, key=weight))


@once(512)
def of_event(catalog: Catalog, event_id: str) -> Carried:
    """Return the sources of an event; where its text sets the Ríodoce article beside another source, that article is the second."""
    row = _row(catalog, "events", "event_id", event_id)
    found = weighed(catalog, linked(catalog, "event_sources", "event_id").get(event_id, ()), row["date"])
    if ARTICLE not in row["summary"] or SEED not in found:
        return Carried(found)
    first, *rest = (source for source in found if source != SEED)
    return Carried((first, SEED, *rest), 2)


@once(512)
def of_initiative(catalog: Catalog, initiative_id: str) -> Carried:
    """Return the sources of an initiative: that of its status as published, then the newest that came later."""
    row = _row(catalog, "initiatives", "initiative_id", initiative_id)
    cited = linked(catalog, "initiative_sources", "initiative_id").get(initiative_id, ())
    found = weighed(catalog, cited, row["status_date"] or release.DAY)
    status = row["status_source_id"] or found[0]
    told = tuple(dict.fromkeys([status, *_later(catalog, found)]))
    return Carried(tuple(dict.fromkeys([*told, *found])), len(told))


def status_day(catalog: Catalog, initiative_id: str) -> str:
    """Return the day as of which an initiative has its status: that of the status, or else of its newest source; maybe empty."""
    row = _row(catalog, "initiatives", "initiative_id", initiative_id)
    cited = linked(catalog, "initiative_sources", "initiative_id").get(initiative_id, ())
    return row["status_date"] or max((catalog.sources[one].published for one in cited), default="")


@once(256)
def of_place(catalog: Catalog, office_id: str) -> Carried:
    """Return the sources of a place, the one that dates it first."""
    cited = linked(catalog, "office_evidence", "office_id").get(office_id, ())
    return Carried(tuple(dict.fromkeys([_dated_by(catalog)[office_id], *cited])))


def of_flows(catalog: Catalog, flow_ids: Iterable[str]) -> Carried:
    """Return the sources of statements that say the same, official ones first; where another source denies them, its own is the second."""
    ids, cited = list(flow_ids), linked(catalog, "flow_sources", "flow_id")
    first, *rest = weighed(catalog, (source for flow in ids for source in cited[flow]), "")
    rows = catalog["flows"]
    points = disputes(catalog, rows[rows["flow_id"].isin(ids)])
    against = [source for point in points for source in denying(point).source_ids if source != first]
    return Carried(tuple(dict.fromkeys([first, *against, *rest])), 2 if against else 1)


def of_disagreement(catalog: Catalog, point: Contradiction) -> Carried:
    """Return the sources of a point in question, in turn of every side: first of what is denied, then of who denies it."""
    denies = denying(point)
    others = [one for one in point.readings if one.claim_id != denies.claim_id]
    ranked = [weighed(catalog, side.source_ids, "") for side in (*others[:1], denies, *others[1:])]
    turns = range(max(map(len, ranked)))
    return Carried(tuple(dict.fromkeys(side[at] for at in turns for side in ranked if at < len(side))), 2)


def _later(catalog: Catalog, source_ids: Iterable[str]) -> tuple[str, ...]:
    """Return the newest of some sources, if it was published long after the strategy's release; else nothing."""
    dated = [(catalog.sources[source].published, source) for source in source_ids]
    newest, source = max(dated, default=("", ""), key=lambda pair: pair[0])
    is_later = bool(newest) and (span(newest)[0] - date.fromisoformat(release.DAY)).days > NEAR
    return (source,) if is_later else ()


def _days_between(day: str, published: str) -> int:
    """Return the days between what is dated and what was published, both as exact as known; as good as never without one."""
    if not day or not published:
        return 36_500
    (first, last), (begins, ends) = span(day), span(published)
    return max(0, (begins - last).days, (first - ends).days)


@once(4)
def _dated_by(catalog: Catalog) -> Mapping[str, str]:
    rows = places(catalog)
    return dict(zip(rows["office_id"], rows["dated_by"], strict=True))


def _row(catalog: Catalog, table: str, key: str, code: str) -> Mapping[str, str]:
    """Return a row as the tables have it in English: what it repeats is told by its words."""
    return _rows(catalog.original, table, key)[code]


@once(16)
def _rows(catalog: Catalog, table: str, key: str) -> Mapping[str, Mapping[str, str]]:
    return {row[key]: row for row in catalog[table].to_dict("records")}
