"""What can be taken away of a view: each file with whom it is for, what it holds, how large it is, and where it is made."""

from collections.abc import Collection, Hashable, Mapping
from html import escape
from typing import NamedTuple

from data import link, made, pages
from data.once import once
from data.queries.country.brief import alone
from figures import filters
from figures.language import Language
from figures.palette import Theme
from figures.view import View


class File(NamedTuple):
    """A file: what it is called, its address below `/take/`, and what is said of it beside its link; maybe nothing."""

    words: str
    kind: str
    said: str = ""


class Offer(NamedTuple):
    """A kind of thing to take away: when it is taken, what it is, what it holds, its preview in words, and its files."""

    when: str
    title: str
    holds: str
    seen: str
    files: tuple[File, ...]


THEMES: tuple[Theme, ...] = ("light", "dark")
"""The themes in whose colours there are previews."""

PREVIEWED = ("page", "slides", "document", "pack")
"""The kinds of which there is a preview: of each offer, the kind of its first file."""

SIZES: Mapping[str, int] = {
    "page": 900,
    "whole": 6500,
    "slides": 280,
    "document": 800,
    "document-a4": 800,
    "pack": 4500,
}
"""Kind → how large its file is at most, in kB. A test holds each against what is made."""

OF_ONE_PAGE: Mapping[str, int] = {"document": 150, "document-a4": 150}
"""The same of what is a single page where one country alone is chosen."""

WHOLE = "whole.html"
"""The name under which the presentation with every filter is kept, once it is made."""

BY_SYSTEM = 'media="(prefers-color-scheme: dark)"'
"""When a preview is shown in its dark colours: where the system asks for them. A page that knows its theme says so instead."""

Sizes = Mapping[str, int]
"""Kind → how large its file is, in kB, where that is known."""


def measured(kind: str, view: View) -> Hashable:
    """Return by what the size of a file is remembered."""
    return kind, view.catalog, view.selection, view.language


def sizes(view: View) -> tuple[tuple[str, int], ...]:
    """Return kind and size in kB of every file of a view that was made before."""
    found = {kind: made.size(measured(kind, view)) for kind in SIZES}
    kept = made.file(view.catalog, view.language.code, WHOLE)
    found["whole"] = kept.stat().st_size if kept.exists() else None
    return tuple((kind, round(size / 1000)) for kind, size in found.items() if size)


def seen(view: View) -> tuple[str, ...]:
    """Return the kinds of which the preview is made, in the colours of either theme."""
    names = {kind: [preview(kind, theme) for theme in THEMES] for kind in PREVIEWED}
    code = view.language.code
    return tuple(
        kind for kind, both in names.items() if all(made.file(view.catalog, code, name).exists() for name in both)
    )


@once(64)
def html(
    view: View, known: tuple[tuple[str, int], ...], seen: tuple[str, ...] = PREVIEWED, is_made: bool = False
) -> str:
    """Return all offers, each with links that make its files, and its preview if there is one.

    Args:
        known: kind and size in kB of files that were made before.
        seen: the kinds of which there is a preview.
        is_made: whether all of them are made already, and stand beside the page.
    """
    _ = view.language.gettext
    making, taken, failed = _("Being made…"), _("Taken: {size}."), _("It could not be made. Try again.")
    later = _("Being made, which takes some minutes. It comes by itself as long as this page stays open.")
    unfiltered = _("The small pictures show the briefing without a filter.")
    told = f"<p>{escape(unfiltered)}</p>" if seen and not view.selection.is_empty else ""
    drawn = "".join(
        _offer(one, view, dict(known), seen) for one in offers(view, is_made, is_made or "whole" in dict(known))
    )
    return (
        f'<div class="offers">{_now(view, is_made)}{told}<div class="kinds" data-making="{escape(making)}" data-later="{escape(later)}" '
        f'data-made="{escape(taken)}" data-failed="{escape(failed)}">{drawn}</div></div>'
    )


def in_theme(html: str, theme: Theme) -> str:
    """Return offers whose previews have the colours of a theme, whatever the system asks for."""
    return html.replace(BY_SYSTEM, 'media="all"' if theme == "dark" else 'media="not all"')


def _now(view: View, is_made: bool) -> str:
    """Return what to do now, and what to take where little time is left."""
    _ = view.language.gettext
    presents, takes = _("Present it now"), _("Take the offline page.")
    how = _("Move with the arrow keys, a clicker or a swipe.")
    keys = (
        _("B makes the screen black, Escape shows all screens.")
        if is_made
        else _("B makes the screen black, Escape shows all screens, S opens the speaker's notes.")
    )
    hurry = _("Ten minutes left, or no internet in the room?")
    return (
        f'<p class="now"><a class="presents" href="{presented(view)}" target="_blank" rel="opener">{escape(presents)}</a> '
        f'{escape(how)} <span class="keys">{escape(keys)}</span></p>'
        f'<p class="now">{escape(hurry)} <a class="takes" href="take/page?{_query(view)}" download>{escape(takes)}</a> '
        f'<span role="status"></span></p>'
    )


def presented(view: View, page: str = "") -> str:
    """Return the relative address of the presentation of a view, at the chapter that a page stands for."""
    chapter = f"#{pages.CHAPTERS[page]}" if page else ""
    return f"present?{_query(view)}{chapter}"


def offers(view: View, is_made: bool = False, has_whole: bool = False) -> tuple[Offer, ...]:
    """Return what is offered, what serves best where little time is left first.

    Args:
        is_made: whether all files are made already.
        has_whole: whether the presentation with every filter in it is.
    """
    _ = view.language.gettext
    within = (
        _("filter it by objective and country while you present")
        if has_whole
        else _("filter it by objective and country while you present; still to be made, which takes some minutes")
    )
    wait = "" if is_made else _("takes up to a minute to make")
    return (
        Offer(
            _("For a room without internet"),
            _("Offline page"),
            _("The presentation as one file that opens in any browser, on a phone too."),
            _("The first screen of the presentation"),
            (
                File(_("Without filters") if is_made else _("This view"), "page"),
                File(_("The whole briefing"), "whole", within),
            ),
        ),
        Offer(
            _("For your own deck"),
            _("Slides"),
            _(
                "The same story in PowerPoint. Charts, maps and tables can be edited; the notes help you to speak and give the sources."
            ),
            _("A slide with the map of offices"),
            (File(_("PowerPoint"), "slides"),),
        ),
        Offer(
            _("To send or print afterwards"),
            _("Document"),
            _(
                "Two to six pages with numbered references; for one country alone, a single page. Screen readers can read it."
            ),
            _("The first page of the document"),
            (File(_("PDF, Letter"), "document"), File(_("PDF, A4"), "document-a4")),
        ),
        Offer(
            _("For those who check the facts or go on with them"),
            _("Data pack"),
            _("The rows as CSV files with a description of every column, and the pictures of the story."),
            _("The files in the data pack"),
            (File(_("ZIP"), "pack", wait),),
        ),
    )


def _offer(one: Offer, view: View, known: Sizes, seen: Collection[str]) -> str:
    links = "".join(f"<li>{_link(file, view, known)}</li>" for file in one.files)
    return (
        f'<section>{_seen(one, view) if one.files[0].kind in seen else ""}<div><h2>{escape(one.title)}</h2><p class="when">{escape(one.when)}</p>'
        f"<p>{escape(one.holds)}</p><ul>{links}</ul></div></section>"
    )


def _seen(one: Offer, view: View) -> str:
    """Return the preview of an offer, in the colours that the system asks for."""
    kind, asked = one.files[0].kind, escape(pages.query_of({"lang": [view.language.code]}))
    light, dark = (f"previews/{preview(kind, theme)}?{asked}" for theme in THEMES)
    return (
        f'<picture><source srcset="{dark}" {BY_SYSTEM}>'
        f'<img src="{light}" alt="{escape(one.seen)}" loading="lazy" width="640" height="360"></picture>'
    )


def preview(kind: str, theme: Theme) -> str:
    """Return the name under which a preview is kept."""
    return f"{kind}-{theme}.png"


def _link(file: File, view: View, known: Sizes) -> str:
    said = _sized(file, view, known)
    beside = f" <small>({escape(file.said)})</small>" if file.said else ""
    return f'<a class="takes" href="take/{file.kind}?{_query(view)}" download>{escape(said)}</a>{beside} <span role="status"></span>'


def at_most(kind: str, view: View) -> int:
    """Return how large a file of a view is at most, in kB."""
    return OF_ONE_PAGE.get(kind, SIZES[kind]) if alone(view.selection) else SIZES[kind]


def _sized(file: File, view: View, known: Sizes) -> str:
    """Return what a file is called, and how large it is: as it was made before, or else at most."""
    language = view.language
    if file.kind in known:
        return language.gettext("{file}, {size}").format(file=file.words, size=size(known[file.kind], language))
    return language.gettext("{file}, up to {size}").format(
        file=file.words, size=size(at_most(file.kind, view), language)
    )


def size(kilobytes: int, language: Language) -> str:
    """Return a size as it is said: "450 kB", "5.5 MB"."""
    if kilobytes < 1000:
        return f"{language.number(kilobytes)} kB"
    return f"{language.number(round(kilobytes / 1000, 1))} MB"


def _query(view: View) -> str:
    stated = link.stated(view.selection, view.catalog) | {"lang": [view.language.code]}
    return escape(pages.query_of(stated))


def narrowed(view: View) -> str:
    """Return which filters hold in what is taken, and what they do not narrow."""
    language = view.language
    said = filters.in_words(view.selection, view.catalog, language)
    if not said:
        return language.gettext(
            "No filter is on: everything here tells of the whole strategy. Filter first to take away less."
        )
    if alone(view.selection):
        told = language.gettext("{filters}: all is narrowed but the whole briefing and the sources.")
    elif view.selection.has_places:
        told = language.gettext(
            "{filters}: all is narrowed but the whole briefing, the sources and most of what is not known."
        )
    elif view.selection.objectives:
        told = language.gettext(
            "{filters}: all is narrowed but the whole briefing, offices, supply chain, sources and most of what is not known."
        )
    else:
        told = language.gettext("{filters}: events are narrowed, and nothing else; the whole briefing has them all.")
    return told.format(filters=said)
