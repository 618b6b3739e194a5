"""The changes of the facts as Atom feeds (RFC 4287): of all, of an objective, of a country, of a region."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

from data.catalog import Catalog
from data.queries.records.address import KINDS
from data.queries.regions import members

ROUTE = "feeds"
NAMESPACE = "http://www.w3.org/2005/Atom"
MOST = 200
"""Entries of a feed: the newest."""

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML may not hold."""


class Entry(NamedTuple):
    """One entry: a stable address of its own as `id`, a line as title, text, the day, and the page to read."""

    id: str
    title: str
    text: str
    day: str
    link: str


def path(kind: str = "", code: object = "", language: str = "en") -> str:
    """Return the relative address of a feed: of all, or of an objective, a country or a region; in English, or in another language."""
    return asked(f"{ROUTE}/{kind}-{code}.atom" if kind else f"{ROUTE}/changes.atom", {}, language)


def asked(address: str, query: Mapping[str, str], language: str) -> str:
    """Return an address with a query, and with its language where that is another than English."""
    stated = urlencode({**query, **({} if language == "en" else {"lang": language})})
    return f"{address}?{stated}" if stated else address


def chosen(catalog: Catalog, name: str) -> tuple[str, str] | None:
    """Return what a feed is of, by its file name: kind and code, both empty for all; None where there is no such feed."""
    if name == "changes.atom":
        return "", ""
    kind, _dash, code = name.removesuffix(".atom").partition("-")
    if not name.endswith(".atom") or kind not in ("objective", "country", "region"):
        return None
    held = members(catalog) if kind == "region" else catalog.tables[KINDS[kind].table][KINDS[kind].key].astype(str)
    return (kind, code) if code in set(held) else None


def atom(
    title: str, author: str, address: str, page: str, language: str, updated: str, entries: Iterable[Entry]
) -> bytes:
    """Return a feed.

    Args:
        address: its own full address.
        page: the page that shows the same.
        language: code of the language that it speaks.
        updated: the day of the newest change.
    """
    ET.register_namespace("", NAMESPACE)
    feed = ET.Element(_tag("feed"), {"xml:lang": language})
    _add(feed, "id", address)
    _add(feed, "title", title)
    _add(feed, "updated", _instant(updated))
    _add(ET.SubElement(feed, _tag("author")), "name", author)
    ET.SubElement(feed, _tag("link"), rel="self", type="application/atom+xml", href=address)
    ET.SubElement(feed, _tag("link"), rel="alternate", type="text/html", href=page)
    for entry in list(entries)[:MOST]:
        one = ET.SubElement(feed, _tag("entry"))
        _add(one, "id", entry.id)
        _add(one, "title", entry.title)
        _add(one, "updated", _instant(entry.day))
        ET.SubElement(one, _tag("link"), rel="alternate", type="text/html", href=entry.link)
        ET.SubElement(one, _tag("content"), type="text").text = FORBIDDEN.sub(" ", entry.text)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True))


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, _tag(name)).text = FORBIDDEN.sub(" ", text)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _instant(day: str) -> str:
    """Return a day as Atom wants it. The ledger knows days, no hours."""
    return f"{day}T00:00:00Z"
