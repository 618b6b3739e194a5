"""A screen as plain HTML, for whoever reads without Streamlit: before its script has come, without scripts, as a search engine."""

import re
from html import escape, unescape
from urllib.parse import unquote

from data import pages
from figures import age, cited, imprint, labels
from figures.figure import Figure
from figures.language import available
from figures.plain_table import parts, plain_table
from figures.screen import Number, Screen
from figures.view import View

IMAGE = re.compile(r'<img([^>]*) src="data:image/svg\+xml,([^"]*)">')
"""What `figures.ink.marks` makes of SVG, whose class and size come first."""

WITHIN = re.compile(r' href="#([^"]+)"')
"""A link to another place of the same page."""

LINK = re.compile(r""" href=(["'])([^"'#/:]+(?:#[^"']*)?)\1""")
"""A link to a page of ours, or to nothing that needs more than it says."""

PART = re.compile(r"""(\bid=["']|\bhref=["']#|url\(#)([\w-]+)""")
"""A part of HTML that has a name, and whatever names it."""

COLOR = re.compile(r"#[0-9a-f]{6}\b|rgba?\([^)]*\)", re.IGNORECASE)

OWN_NAMES = {"en": "English", "es": "Español"}
"""A language is offered in its own words."""

SOURCES = 3


def html(screen: Screen, view: View) -> str:
    """Return the heading, the numbers and the first drawing of a page, with words, sources, and what is not known.

    A figure to which the first drawing's own links lead stands there, too.
    """
    return _carrying(_html(screen, view), view)


def whole(one: Figure, view: View, is_said: bool = False) -> str:
    """Return a figure as HTML, in words and with its rows. `is_said`: the page's heading tells its finding."""
    return figure(one, view, is_said) + _read(one, view)


def _read(figure: Figure, view: View) -> str:
    """Return what a drawing shows in words, and its rows, which are folded up."""
    words = "".join(
        f"<p>{escape(said)}</p>" for said in (figure.text, figure.note) if said and figure.drawing is not None
    )
    rows = figure.holds or view.language.ngettext("{n} row", "{n} rows", len(figure.rows))
    told = view.language.gettext("Table: {rows}").format(rows=rows)
    tables = "".join(plain_table(figure, part, frozenset(), view.language) for part in parts(len(figure.rows)))
    return f"<details><summary>{escape(told)}</summary>{words}{tables}</details>"


def _carrying(html: str, view: View) -> str:
    """Return HTML whose links to our pages carry the view on: where no script runs, nothing else adds it."""
    return LINK.sub(lambda found: f' href="{escape(view.carrying(unescape(found[2])))}"', html)


def _html(screen: Screen, view: View) -> str:
    if screen.whole:
        return head(screen) + inlined(screen.whole)
    return "".join([head(screen), numbers(screen), *_first(screen, view), unknown(screen, view)])


def head(screen: Screen) -> str:
    """Return the heading of a page, and the sentence below it."""
    sentence = f'<p class="sentence">{escape(screen.sentence)}</p>' if screen.sentence else ""
    return f"<h1>{escape(screen.finding)}</h1>{sentence}"


def numbers(screen: Screen) -> str:
    """Return the numbers of a page, side by side."""
    return f'<div class="headline-numbers">{"".join(map(number, screen.numbers))}</div>' if screen.numbers else ""


def unknown(screen: Screen, view: View) -> str:
    """Return what is not known, as a list under its heading."""
    if not screen.unknown:
        return ""
    gaps = "".join(f"<li>{escape(gap)}</li>" for gap in screen.unknown)
    heading = view.language.gettext("What is not known")
    return f"<section><h2>{escape(heading)}</h2><ul>{gaps}</ul></section>"


def footer(view: View) -> str:
    """Return what stands below every page, and what is missing where no script runs."""
    missing = view.language.gettext(
        "Filters, whole tables and downloads need JavaScript, which is off in this browser."
    )
    return f"<footer><noscript><p>{escape(missing)}</p></noscript><p>{escape(imprint.below(view))}</p></footer>"


def number(one: Number) -> str:
    """Return a number that can be read from the back of a room, and is read out together with its words."""
    return (
        f'<div class="headline-number"><b>{escape(one.value)}</b> <span>{escape(one.counts)}</span> '
        f"<small>{escape(one.known)}</small></div>"
    )


def navigation(view: View) -> str:
    """Return links to the pages, each with the view on it."""
    names = labels.words(view.language, "page")
    links = (
        f'<li><a href="{escape(view.carrying(view.address(page)))}"{" aria-current=page" if page == view.page else ""}>'
        f"{escape(names[page])}</a></li>"
        for page in pages.LISTED
    )
    spoken = _carrying(
        "".join(
            f'<a class="language" href="{escape(view.address(view.page, lang=[code]))}" hreflang="{code}" lang="{code}">{name}</a>'
            for code, name in other_languages(view)
        ),
        view,
    )
    return (
        f"<nav><ul>{''.join(links)}<li>{spoken}</li></ul></nav>" if spoken else f"<nav><ul>{''.join(links)}</ul></nav>"
    )


def languages(view: View) -> str:
    """Return links to this view in each other language, in its own words; nothing where there is no other.

    Each states the whole view: it may be opened in a tab of its own, where no script of ours has seen it.
    """
    return "".join(
        f'<a class="language" href="{escape(view.carrying(view.address(view.page, lang=[code])))}" hreflang="{code}" lang="{code}" '
        f'aria-label="{name}"><span aria-hidden="true">{name}</span><span aria-hidden="true">{code.upper()}</span></a>'
        for code, name in other_languages(view)
    )


def other_languages(view: View) -> list[tuple[str, str]]:
    """Return code and own name of the languages that a view is not told in."""
    return [(code, name) for code, name in OWN_NAMES.items() if code in available() and code != view.language.code]


def apart(html: str, prefix: str) -> str:
    """Return HTML whose parts are its own, and its links to them: it stands beside another dress of the same."""
    return PART.sub(lambda found: f"{found[1]}{prefix}{found[2]}", html)


def inlined(drawn: str) -> str:
    """Return HTML with its drawings as SVG in place of images: nothing washes them out here."""
    return IMAGE.sub(lambda found: unquote(found[2]).replace("<svg", f"<svg{found[1]}", 1), drawn)


def themed(light: str, dark: str, name: str) -> tuple[str, str]:
    """Return one HTML for both themes, and the style that colours it.

    Args:
        light, dark: the same HTML in the colours of each theme. Where the two differ in more than colours, `light` holds.
        name: of the element that holds it, as its id.
    """
    html, day, night = in_both(light, dark)
    return html, f"#{name}{{{day}}}@media(prefers-color-scheme:dark){{#{name}{{{night}}}}}" if day else ""


def in_both(light: str, dark: str) -> tuple[str, str, str]:
    """Return one HTML whose colours are variables, and what these are by day and by night, as declarations of CSS.

    Args:
        light, dark: the same HTML in the colours of each theme. Where the two differ in more than colours, `light` holds.
    """
    if COLOR.sub("", light) != COLOR.sub("", dark):
        return light, "", ""
    pairs = list(zip(COLOR.findall(light), COLOR.findall(dark), strict=True))
    named = {pair: f"--c{at}" for at, pair in enumerate(dict.fromkeys(pair for pair in pairs if pair[0] != pair[1]))}
    drawn = iter(pairs)
    html = COLOR.sub(lambda found: f"var({name_})" if (name_ := named.get(next(drawn))) else found[0], light)
    day, night = ("".join(f"{name_}:{pair[side]};" for pair, name_ in named.items()) for side in (0, 1))
    return html, day, night


def _first(screen: Screen, view: View) -> list[str]:
    said = screen.figures[0] if screen.says_first and screen.figures else None
    first, *others = [figure(one, view, one is said) for one in screen.figures] or [""]
    named = {f'id="{name}"' for name in WITHIN.findall(first)}
    return [first, *(one for one in others if any(name in one for name in named))]


def figure(figure: Figure, view: View, is_said: bool = False) -> str:
    """Return a figure as HTML. `is_said`: the page's heading tells its finding, and its own is only read out."""
    drawn = inlined(figure.drawing) if isinstance(figure.drawing, str) else ""
    said = f"<p>{escape(figure.text)}</p>" if not drawn else ""
    sources = cited.line(view.catalog, view.language, figure.source_ids, SOURCES)
    measured = f"<p>{escape(figure.subtitle)}</p>" if figure.subtitle else ""
    foot = ""
    if sources:
        aged = escape(age.said(view.catalog, figure.source_ids, view.language, figure.is_sought))
        told = escape(view.language.gettext("Sources: {sources}. {age}"))
        foot = f"<figcaption>{told.format(sources=sources, age=aged)}</figcaption>"
    unseen = ' class="unseen"' if is_said else ""
    return (
        f"<figure><h2{unseen}>{escape(figure.title)}</h2>{measured}{drawn}{inlined(figure.legend)}{said}{foot}</figure>"
    )
