"""A view as a document: which kind it is, and what every kind says of itself."""

from dataclasses import replace
from typing import Any, Literal

from briefing.document import brief, paper, press
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

TYPE = (9.0, 8.7, 8.4, 8.1, 7.8)
"""Sizes of the paper's type in points: the largest with which it has no page too many."""

CITED = (9, 3, 2, 1)
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
        return press.fitting((_brief(view, size, address, *step) for step in brief.STEPS), brief.PAGES)
    made = _paper(view, size, address)
    return press.fitting((made | {"size": points} for points in TYPE), paper.PAGES)


def _paper(view: View, size: Paper, address: str) -> dict[str, Any]:
    """Return the paper, with as many sources a row as leave few enough references."""
    for most in CITED:
        cites = References(view, most)
        title, blocks = paper.blocks(view, cites)
        if len(cites) <= REFERENCES:
            break
    name = view.language.gettext("Illicit opioids strategy briefing")
    made = _document(view, size, address, title, blocks, cites) | {"kind": "paper", "kicker": name}
    narrowed = filters.in_words(view.selection, view.catalog, view.language)
    made["head"]["lines"].insert(0, [bold(narrowed or view.language.gettext("No filter is on"))])
    return made


def _brief(view: View, size: Paper, address: str, rows: int, most: int, high: int, points: float) -> dict[str, Any]:
    """Return the brief of a country, with so many rows of each kind, so many sources a row, a map so high, and type of so many points."""
    cites = References(view, most)
    title, blocks = brief.blocks(view, cites, rows, high)
    name = labels.words(view.language, "page")["country"]
    return _document(view, size, address, title, blocks, cites) | {"kind": "brief", "kicker": name, "size": points}


def _document(
    view: View, size: Paper, address: str, title: str, blocks: list[Block], cites: References
) -> dict[str, Any]:
    """Return what the template reads of either kind."""
    language = view.language
    name, narrowed = (
        language.gettext("Illicit opioids strategy briefing"),
        filters.in_words(view.selection, view.catalog, language),
    )
    day = view.catalog.facts_as_of
    code, region = LOCALES[language.code]
    facts = language.gettext("Facts as of {day}.").format(day=language.date(day.isoformat()))
    independent = language.gettext("Independent of Homeland Security Investigations and of any government.")
    lines: list[list[Part]] = [[f"{facts} {independent}"]]
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
        "foot": f"{narrowed or language.gettext('No filter is on')}. {facts} {short}",
        "head": {"title": title, "lines": lines},
        "blocks": blocks,
        "references": paper.references(view, cites),
        "colophon": imprint.below(view),
    }


def _keywords(view: View) -> list[str]:
    """Return what a search for documents may ask for: what moves, and what the objectives are called."""
    words = labels.words(view.language, "commodity"), labels.objectives(view.language, view.catalog, short=True)
    return ["HSI", *(word for known in words for word in known.values())]
