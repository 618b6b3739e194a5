"""A page of the site: the name of the briefing, the pages, what the view says, all its figures with words and rows, and the foot."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape, unescape

from briefing import content
from briefing.dated import dated
from briefing.site import country, figures, record, taken
from briefing.site.places import folder, led, path_of
from data import link, pages
from data.queries import flows
from figures import dress, imprint, labels, screens
from figures.figure import Figure
from figures.language import available
from figures.room import PHONE_ROOM
from figures.screen import Screen
from figures.sources import readings
from figures.take_away import screen as taking
from figures.timeline import listing
from figures.view import View

LONG = 100
"""Rows from which on a table is folded where it does not have its page for itself: a phone shows each as a list of its own."""

PANEL = "event"
"""The part of a page in which one event is told."""

Sizes = Mapping[str, int]
"""Kind of what is taken away → how large its file is, in kB."""


def page(view: View, base: str = "", sizes: Sizes | None = None) -> str:
    """Return a page as a whole document.

    Args:
        base: the full address at which the site will lie, with a slash at its end; without it there is no canonical address.
        sizes: of what is taken away.
    """
    path, language = path_of(view), view.language
    up = "../" * path.count("/")
    begun = _begun(view, sizes or {})
    light, dark = (_main(replace(view, theme=theme), base, sizes or {}) for theme in ("light", "dark"))
    main, style = dress.themed(light, dark, content.ELEMENT)
    held = _led(f"{figures.leading(main)}{_foot(view)}", view, up)
    body = f'<div id="{content.ELEMENT}">{_band(view, up)}<main id="main" class="stHtml">{held}</main></div>'
    said = f'<meta name="description" content="{escape(begun.sentence or begun.finding)}">'
    alternates = "".join(
        f'<link rel="alternate" hreflang="{code}" href="{up}{_spoken(path, language.code, code)}">'
        for code in available()
    )
    canonical = f'<link rel="canonical" href="{base}{path}">' if base else ""
    sheet = f'<link rel="stylesheet" href="{up}static/site.css"><style>{style}</style>'
    return content.document(language, title(view, begun), f"{said}{alternates}{canonical}{sheet}", body)


def title(view: View, begun: Screen) -> str:
    """Return the title of the tab: what the page is of, and the name of the briefing."""
    names = labels.words(view.language, "page")
    of = names[view.page]
    if view.page == "record" or view.choices:
        of = begun.finding
    elif _is_country(view):
        of = labels.countries(view.language, view.catalog)[view.selection.countries[0]]
    elif view.selection.objectives:
        of = labels.objectives(view.language, view.catalog, short=True)[view.selection.objectives[0]]
    return view.language.gettext("{page} · Illicit opioids strategy briefing").format(page=of)


def _begun(view: View, sizes: Sizes) -> Screen:
    """Return how the page begins; a page of a part of another begins with the figure that it has."""
    if view.page == "take_away":
        return taking.of_site(view, sizes)
    begun = screens.of(view)
    if (view.choices and view.page != "record") or (view.page == "country" and not view.selection.countries):
        (first, *_others) = figures.of(view)
        return Screen(first.title, first.text, figures=begun.figures, says_first=True)
    return begun


def _main(view: View, base: str, sizes: Sizes) -> str:
    """Return what a page says: how it begins, its figures below each other, and what is not known."""
    begun, shown = _begun(view, sizes), figures.of(view)
    whole = begun.whole
    if view.page == pages.HOME:
        whole = figures.in_two(dress.inlined(whole), dress.inlined(screens.of(replace(view, room=PHONE_ROOM)).whole))
        # What it lays out itself holds the map already.
        shown = tuple(replace(one, drawing=None, legend="") for one in shown)
    said = shown[0] if begun.says_first and shown else None
    begins = dress.inlined(whole) if whole else dress.numbers(begun)
    told = "".join(_section(one, view, one is said, _is_open(one, shown, view)) for one in shown)
    if view.page == "record":
        told += record.html(view, base)
    gaps = "" if whole else dress.unknown(begun, view)
    if _is_country(view):
        begins, told = f"{begins}{country.begins(view)}", f"{told}{country.html(view)}"
    return f"{dress.head(begun)}{begins}{told}{_disputed(view)}{_tables(view)}{gaps}"


def _is_open(figure: Figure, shown: Sequence[Figure], view: View) -> bool:
    """Return whether the rows of a figure stand open: where they are all that there is to see of it, and not too long."""
    if figure.drawing is not None or view.page == pages.HOME:
        return False
    return len(shown) == 1 or len(figure.rows) < LONG


def _section(figure: Figure, view: View, is_said: bool, is_open: bool) -> str:
    told = dress.whole(figure, view, is_said)
    if view.page != "sources" or not view.choices:
        # A table of the data shows its codes.
        told = dated(told, view.language)
    if is_open:
        told = told.replace("<details>", "<details open>")
    if figure.key == listing.KEY:
        calendar = escape(view.language.gettext("Calendar"))
        told += f'<p><a href="{taken.CALENDAR}" download>{calendar} (ICS)</a></p>'
    return f'<section id="{figure.key}">{told}</section>'


def _is_country(view: View) -> bool:
    return view.page == "country" and bool(view.selection.countries)


def _disputed(view: View) -> str:
    """Return where sources disagree on what moves: statements lead there."""
    if view.page != "supply_chain":
        return ""
    points = flows.disputes(view.catalog, flows.flows(view.catalog, view.selection, flows.ALL).rows)
    heading = view.language.ngettext(
        "Where sources disagree: {n} point", "Where sources disagree: {n} points", len(points)
    )
    return f'<section id="disputed"><h2>{escape(heading)}</h2>{readings.html(points, view)}</section>'


def _tables(view: View) -> str:
    """Return links to all tables."""
    if view.page != "sources" or view.choices:
        return ""
    heading = view.language.gettext("All tables")
    listed = "".join(
        f'<li><a href="{escape(view.address("sources", **{link.SOURCES_TABLE.url: [name]}))}">'
        f"{escape(view.catalog.resource(name)['title'])}</a></li>"
        for name in view.catalog.tables
    )
    return f'<section id="sources-tables"><h2>{escape(heading)}</h2><ul class="columns">{listed}</ul></section>'


def _band(view: View, up: str) -> str:
    """Return what stands above the page, and beside it in a wide window: the name, the pages, the other language."""
    _, names, path = view.language.gettext, labels.words(view.language, "page"), path_of(view)
    # "./" before the name of a file: by it the style sheet knows the server's first answer, in whose place a script puts its page.
    root = f"{up or './'}{folder(view.language.code)}"
    listed = "".join(
        f'<li><a href="{root}{pages.PATHS[name] or "index"}.html"{" aria-current=page" if name == view.page else ""}>'
        f"{escape(names[name])}</a></li>"
        for name in pages.LISTED
    )
    spoken = "".join(
        f'<a class="language" href="{up or "./"}{_spoken(path, view.language.code, code)}" hreflang="{code}" lang="{code}">{name}</a>'
        for code, name in dress.other_languages(view)
    )
    label, present = escape(_("Pages")), escape(_("Present"))
    return (
        f'<header class="band"><div><a class="name" href="{root}index.html">{escape(_("Illicit opioids strategy briefing"))}</a>'
        f'<a class="present" href="{root}{taken.PRESENTATION}">{present}</a>{spoken}<nav aria-label="{label}"><ul>{listed}</ul></nav>'
        f'<details><summary>{label}</summary><nav aria-label="{label}"><ul>{listed}</ul></nav></details></div></header>'
    )


def _led(html: str, view: View, up: str) -> str:
    """Return HTML whose links lead to files of the site."""

    def one(found: re.Match[str]) -> str:
        address = unescape(found[2])
        to, (_way, hash_, part) = led(address, view), address.partition("#")
        if to is None:
            return found[0]
        if to == path_of(view) and not part:
            return ""  # it only lifts a filter, which no file has
        # What stands open in the page's own panel there has a file of its own here.
        return f' href="{escape(f"{up}{to}{hash_}{part}" if part != PANEL else f"{up}{to}")}"'

    return taken.led(dress.LINK.sub(one, html), view, up)


def _foot(view: View) -> str:
    return f"<footer><p>{escape(imprint.below(view))}</p></footer>"


def _spoken(path: str, here: str, code: str) -> str:
    """Return where a page lies in a language."""
    return folder(code) + path.removeprefix(folder(here))
