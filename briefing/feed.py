"""Atom feeds of what changed, in full: of all facts, of an objective, of a country, of a region."""

from hashlib import sha256

from data import feeds
from data.catalog import Catalog
from data.link import RECORD
from data.queries.records import changes
from data.queries.records.address import address
from data.selection import Selection
from figures import labels, telling
from figures.language import Language
from figures.records import changes as told


def feed(catalog: Catalog, kind: str, code: str, base: str, language: Language) -> bytes:
    """Return a feed as bytes.

    Args:
        kind: `objective`, `country` or `region`; empty for all.
        code: of the objective, country or region.
        base: the full address of the first page, with a slash at its end.
    """
    selection = {
        "objective": lambda: Selection(objectives=(int(code),)),
        "country": lambda: Selection(countries=(code,)),
        "region": lambda: Selection(regions=(code,)),
    }.get(kind, Selection)()
    found = changes.narrowed(catalog, selection)
    title = language.gettext("Changes of the illicit opioids strategy briefing")
    if kind:
        subject = (
            labels.regions(language, catalog)[code]
            if kind == "region"
            else telling.words(address(kind, code), catalog, language)
        )
        title = language.gettext("{title}: {subject}").format(title=title, subject=subject)
    return feeds.atom(
        title,
        str(catalog.package["contributors"][0]["title"]),
        f"{base}{feeds.path(kind, code, language.code)}",
        feeds.asked(f"{base}changes", {kind: code} if kind else {}, language.code),
        language.code,
        str(found["date"].iloc[0]) if len(found) else str(catalog.package["created"])[:10],
        [_entry(group, base, language) for group in told.groups(catalog, found, language)],
    )


def _entry(group: told.Group, base: str, language: Language) -> feeds.Entry:
    """Tell changes that were made on one day for one reason as one entry."""
    records = list(dict.fromkeys(one.record for one in group.told))
    alone = len(records) == 1 and records[0]
    name = sha256("|".join([group.day, group.version, group.reason]).encode()).hexdigest()[:12]
    return feeds.Entry(
        f"{base}changes#{group.version}-{name}",
        told.title(group, language),
        "\n".join([group.reason, *group.lines]),
        group.day,
        feeds.asked(f"{base}record", {RECORD.url: alone}, language.code)
        if alone
        else feeds.asked(f"{base}changes", {}, language.code),
    )
