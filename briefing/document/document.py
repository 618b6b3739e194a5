"""A view as a document: which kind it is, and what every kind says of itself."""

from dataclasses import replace
from functools import cache
from typing import Any, Literal

from briefing.document import addresses, brief, paper, press
from briefing.document.brief_room import TITLE, Room, fullest
from briefing.document.parts import Block, Part, bold, link
from briefing.document.references import References
from figures import filters, imprint, labels
from figures.palette import LIGHT
from figures.view import ROOM, View

Paper = Literal["letter", "a4"]

SIZES = {"letter": "us-letter", "a4": "a4"}
"""Size of paper → what the template calls it."""

LOCALES = {"en": ("en", "US"), "es": ("es", "MX")}
"""Language of ours → language and region, by which words are hyphenated."""

TYPE = (9.0, 8.7, 8.4, 8.1, 7.8, 7.5)
"""Sizes of the paper's type in points: the largest with which it has no page too many."""

CITED = (2, 1)
"""Sources of a row that are cited at most: as many as leave few enough references."""

REFERENCES = 100
"""References of a paper at most, where a row need not be left without one: so many find room."""


def pdf(view: View, size: Paper = "letter", address: str = "") -> bytes:
    """Return the document of a view: of one country and nothing else, its brief on one page; of all else, the paper of a few pages.

    Args:
        size: of the paper.
        address: the full link to the view; empty where it is not served anywhere.
    """
    view = replace(view, theme="light", room=ROOM)
    if brief.is_one(view.selection):
        return _fullest(view, size, address)
    on, made = press.Press(), _paper(view, size, address)
    found = press.fitting(on, (made | {"size": points} for points in TYPE), paper.PAGES)
    return on.pdf(found or _less(on, view, size, address))


def _less(on: press.Press, view: View, size: Paper, address: str) -> dict[str, Any]:
    """Return the paper in its smallest type without what finds no room; one that is too long even so is a document all the same."""

    @cache
    def made(room: paper.Room) -> dict[str, Any]:
        return _paper(view, size, address, room) | {"size": TYPE[-1]}

    def fits(room: paper.Room) -> bool:
        return on.end(made(room))["pages"] <= paper.PAGES

    room = next(filter(fits, paper.LESS), None)
    return made(paper.given_back(room, fits) if room else paper.LESS[-1])


def _paper(view: View, size: Paper, address: str, room: paper.Room = paper.ALL) -> dict[str, Any]:
    """Return the paper, with as many sources a row as leave few enough references."""
    for most in CITED:
        cites = References(view, most, room.title)
        title, blocks = paper.blocks(view, cites, address, room)
        if len(cites) <= REFERENCES:
            break
    made = _document(view, size, address, title, blocks, cites) | {
        "kind": "paper",
        "kicker": named(view),
        "tight": room.title > 0,
    }
    if narrowed := filters.in_words(view.selection, view.catalog, view.language):
        made["head"]["lines"].insert(0, [bold(narrowed)])
    return made


def named(view: View) -> str:
    """Return what a document is called: nothing on paper is interactive."""
    return view.language.gettext("Briefing on the strategy against illicit opioids")


def _fullest(view: View, size: Paper, address: str) -> bytes:
    """Return the brief of a country with as many rows as its page has room for: it is filled before anything is left out."""
    on = press.Press()

    def tall(room: Room) -> float:
        end = on.end(_brief(view, size, address, room))
        return end["pages"] - 1 + end["filled"]

    return on.pdf(_brief(view, size, address, fullest(view, tall)))


def _brief(view: View, size: Paper, address: str, room: Room) -> dict[str, Any]:
    """Return the brief of a country in so much room."""
    cites = References(view, room.sources, TITLE if room.is_short else 0)
    title, blocks = brief.blocks(view, cites, room, address)
    kicker = f"{named(view)} · {labels.words(view.language, 'page')['country']}"
    return _document(view, size, addresses.of_page(view, address, "country"), title, blocks, cites) | {
        "kind": "brief",
        "kicker": kicker,
        "size": room.size,
        "tight": room.is_short,
    }


def _document(
    view: View, size: Paper, address: str, title: str, blocks: list[Block], cites: References
) -> dict[str, Any]:
    """Return what the template reads of either kind."""
    language = view.language
    name, narrowed = named(view), filters.in_words(view.selection, view.catalog, language)
    day = view.catalog.facts_as_of
    code, region = LOCALES[language.code]
    facts = language.gettext("Facts as of {day}.").format(day=language.date(day.isoformat()))
    independent = language.gettext("Independent of Homeland Security Investigations and of any government.")
    # Of a brief, which has one page, the foot says it.
    lines: list[list[Part]] = [] if brief.is_one(view.selection) else [[f"{facts} {independent}"]]
    short = language.gettext("Independent of any government")
    if address:
        lines.append([link(address, address)])
    return {
        "paper": SIZES[size],
        "lang": code,
        "region": region,
        "title": " · ".join(part for part in (name, narrowed) if part),
        "author": name,
        "description": title,
        "keywords": _keywords(view),
        "date": [day.year, day.month, day.day],
        "colors": {"ink": LIGHT.ink, "quiet": LIGHT.quiet, "line": LIGHT.line, "accent": LIGHT.accent},
        "page": language.gettext("Page {n} of {total}"),
        "foot": " ".join([*([f"{narrowed}."] if narrowed else []), facts, short]),
        "head": {"title": title, "lines": lines},
        "blocks": blocks,
        "references": paper.references(view, cites),
        "colophon": imprint.below(view),
    }


def _keywords(view: View) -> list[str]:
    """Return what a search for documents may ask for: what moves, and what the objectives are called."""
    words = labels.words(view.language, "commodity"), labels.objectives(view.language, view.catalog, short=True)
    return ["HSI", *(word for known in words for word in known.values())]
