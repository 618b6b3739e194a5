"""What the first answer to an address says of its view: to readers, to search engines, to whoever shows a preview of a link."""

import json
import re
from dataclasses import replace
from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple

from data import pages
from data.once import once
from figures import dress, labels, screens
from figures.language import Language, available
from figures.palette import DARK, LIGHT, Palette
from figures.view import View

COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)

STYLE = Path(__file__).parent.parent / "components" / "style"
"""The style of every page."""

ELEMENT = "first-paint"
"""The id of what holds the content."""

CARD = (1200, 675)
"""Size in pixels of the picture that stands for a link."""


class Content(NamedTuple):
    """What a page says before any script, as HTML: for its body, and the style that colours it.

    Attributes:
        title: of the tab.
        finding, sentence: how the page begins.
    """

    title: str
    finding: str
    sentence: str
    body: str
    style: str


@once(128)
def content(view: View) -> Content:
    """Return what a page says of a view, in the colours of both themes."""
    light, dark = (dress.html(screens.of(one), one) for one in (view, replace(view, theme="dark")))
    body, style = dress.themed(light, dark, ELEMENT)
    screen = screens.of(view)
    title = view.language.gettext("{page} · Illicit opioids strategy briefing").format(
        page=labels.words(view.language, "page")[view.page]
    )
    held = f'<div id="{ELEMENT}">{dress.navigation(view)}<main>{body}{dress.footer(view)}</main></div>'
    return Content(title, screen.finding, screen.sentence, held, style)


def head(view: View, made: Content, base: str) -> str:
    """Return what the head of the page tells of its view.

    Args:
        base: the full address of the first page, with a slash at its end.
    """
    address = view.full(base)
    card = f"{base}cards/{view.page}.png{address[len(base + pages.PATHS[view.page]) :]}"
    said = made.sentence or made.finding
    meta = {
        "description": f"{made.finding}. {said}" if made.sentence else made.finding,
        "twitter:card": "summary_large_image",
        "twitter:title": made.finding,
        "twitter:description": said,
        "twitter:image": card,
    }
    graph = {
        "og:type": "website",
        "og:site_name": view.language.gettext("Illicit opioids strategy briefing"),
        "og:locale": str(view.language.locale),
        "og:title": made.finding,
        "og:description": said,
        "og:url": address,
        "og:image": card,
        "og:image:width": str(CARD[0]),
        "og:image:height": str(CARD[1]),
        "og:image:alt": made.finding,
    }
    # What a script element holds ends at the first "</", wherever it stands.
    linked = json.dumps(_linked(view, made, address)).replace("</", r"<\/")
    return "".join(
        [
            *(f'<meta name="{name}" content="{escape(value)}">' for name, value in meta.items()),
            *(f'<meta property="{name}" content="{escape(value)}">' for name, value in graph.items()),
            f'<link rel="canonical" href="{escape(address)}">',
            *(
                f'<link rel="alternate" hreflang="{code}" href="{escape(_spoken(view, code, base))}">'
                for code in (*available(), X_DEFAULT)
                if len(available()) > 1
            ),
            f'<script type="application/ld+json">{linked}</script>',
        ]
    )


X_DEFAULT = "x-default"
"""What HTML calls the address that leaves the language to the browser."""


def _spoken(view: View, code: str, base: str) -> str:
    """Return the full address of a view in a language."""
    return view.full(base, lang=[] if code == X_DEFAULT else [code])


def _linked(view: View, made: Content, address: str) -> dict[str, object]:
    """Return what the page is, as JSON-LD of schema.org."""
    package = view.catalog.package
    return {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": made.title,
        "headline": made.finding,
        "description": made.sentence or made.finding,
        "url": address,
        "inLanguage": view.language.code,
        "dateModified": str(view.catalog.facts_as_of),
        "isPartOf": {"@type": "WebSite", "name": view.language.gettext("Illicit opioids strategy briefing")},
        "mainEntity": {
            "@type": "Dataset",
            "name": str(package["title"]),
            "description": str(package["description"]),
            "version": str(package["version"]),
            "license": str(package["licenses"][0]["path"]),
            "isAccessibleForFree": True,
        },
    }


def document(language: Language, title: str, head: str, body: str) -> str:
    """Return a whole document of HTML.

    Args:
        head: what stands in its head beside the title, as HTML.
    """
    return (
        f'<!doctype html><html lang="{language.code}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">{head}</head><body>{body}</body></html>'
    )


def sheet(folder: Path = STYLE) -> str:
    """Return the style sheets of a folder as one, in the order of their names, without their comments."""
    text = "\n".join(path.read_text("utf-8") for path in sorted(folder.glob("*.css")))
    return COMMENT.sub("", text)


@cache
def colors() -> str:
    """Return the colours of both themes as variables, and what the system's own colours do to drawings, for a style sheet."""
    by_day, by_night = (f":root {{ {named(colors)} }}" for colors in (LIGHT, DARK))
    return (
        f":root {{ --print: {LIGHT.ink}; }} {by_day} @media (prefers-color-scheme: dark) {{ {by_night} }} {_forced()}"
    )


def _forced() -> str:
    """Return the colours of drawings where the system forces its own: words, and what is drawn in the colour of paper, are the system's.

    A word in the colour of paper stands on a mark and stays.
    """
    paper = f':is([fill="{LIGHT.paper}"], [fill="{DARK.paper}"])'
    return (
        f"@media (forced-colors: active) {{ .drawing text:not({paper}) {{ fill: CanvasText; }} "
        f".drawing :is(rect, path){paper} {{ fill: Canvas; }} }}"
    )


def named(colors: Palette) -> str:
    """Return the colours of a theme that pages name in their style, as declarations of CSS."""
    return (
        f"--paper: {colors.paper}; --panel: {colors.panel}; --line: {colors.line}; --accent: {colors.accent}; "
        f"--ink: {colors.ink}; --quiet: {colors.quiet};"
    )
