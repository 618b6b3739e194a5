"""What can be taken away of a view: each file with what it holds, about how large it is, and where it is made."""

from dataclasses import replace
from html import escape
from typing import NamedTuple

from data import link, pages
from data.once import once
from figures import filters, screens
from figures.language import Language
from figures.view import View


class File(NamedTuple):
    """A file, and its address below `/take/`; `size` is about how large it is, in kB."""

    words: str
    kind: str
    size: int


class Offer(NamedTuple):
    """A kind of thing to take away: what it is, what it holds, and the files of it."""

    title: str
    holds: str
    files: tuple[File, ...]


PREVIEWED = ("offices", "objectives", "supply_chain", "timeline")
"""The pages whose chapters are shown."""

SIZES = {"page": 760, "whole": 5500, "slides": 200, "document": 650, "document-a4": 650, "pack": 3700}
"""Kind → about how large its file is without a filter, in kB: with one it is smaller. A test holds each against what is made."""


@once(64)
def html(view: View) -> str:
    """Return all offers, each with links that make its files, below a preview of what they tell."""
    _ = view.language.gettext
    whole = _("Present it")
    how = _("Arrow keys, a clicker or a finger move it; B blackens it, Escape shows all screens, S opens the notes.")
    making, made, failed = _("Being made…"), _("Taken: {size}."), _("It could not be made. Try again.")
    drawn = "".join(_offer(one, view) for one in offers(view))
    seen = "".join(_previewed(page, view) for page in PREVIEWED)
    return (
        f'<div class="offers"><section class="preview"><ul>{seen}</ul>'
        f'<p><a class="presents" href="{presented(view)}" target="_blank" rel="opener">{escape(whole)}</a> {escape(how)}</p></section>'
        f'<div class="kinds" data-making="{escape(making)}" data-made="{escape(made)}" data-failed="{escape(failed)}">{drawn}</div></div>'
    )


def _previewed(page: str, view: View) -> str:
    """Return a picture of a chapter, which leads to it."""
    finding = screens.of(replace(view, page=page, choices=())).finding
    picture = f"cards/{page}.png?{_query(view)}"
    return (
        f'<li><a href="{presented(view, page)}" target="_blank" rel="opener"><img src="{picture}" alt="{escape(finding)}" '
        f'loading="lazy" width="1200" height="675"></a></li>'
    )


def presented(view: View, page: str = "") -> str:
    """Return the relative address of the presentation of a view, at the chapter that a page stands for."""
    chapter = f"#{pages.CHAPTERS[page]}" if page else ""
    return f"present?{_query(view)}{chapter}"


def offers(view: View) -> tuple[Offer, ...]:
    """Return what is offered, what most need first."""
    _ = view.language.gettext
    return (
        Offer(
            _("Slides"),
            _("The story as PowerPoint: charts, maps and tables are native and can be edited; notes name the sources."),
            (File(_("PowerPoint"), "slides", SIZES["slides"]),),
        ),
        Offer(
            _("Document"),
            _("A tagged PDF of two to six pages with numbered references; of one country alone, a single page."),
            (
                File(_("PDF, Letter"), "document", SIZES["document"]),
                File(_("PDF, A4"), "document-a4", SIZES["document-a4"]),
            ),
        ),
        Offer(
            _("A page for a room without internet"),
            _(
                "One HTML file that asks nobody for anything: it opens from a disk and is moved by keys. The whole briefing can be "
                "filtered by objective and country within it, and takes a minute to make."
            ),
            (File(_("This view"), "page", SIZES["page"]), File(_("The whole briefing"), "whole", SIZES["whole"])),
        ),
        Offer(
            _("Data pack"),
            _("The rows that the filters leave as CSV, described as a Data Package, with the pictures of the story."),
            (File(_("ZIP"), "pack", SIZES["pack"]),),
        ),
    )


def _offer(one: Offer, view: View) -> str:
    links = "".join(f"<li>{_link(file, view)}</li>" for file in one.files)
    return f"<section><h2>{escape(one.title)}</h2><p>{escape(one.holds)}</p><ul>{links}</ul></section>"


def _link(file: File, view: View) -> str:
    said = view.language.gettext("{file}, about {size}").format(file=file.words, size=size(file.size, view.language))
    return f'<a class="takes" href="take/{file.kind}?{_query(view)}" download>{escape(said)}</a> <span role="status"></span>'


def size(kilobytes: int, language: Language) -> str:
    """Return a size as it is said: "450 kB", "5.5 MB"."""
    if kilobytes < 1000:
        return f"{language.number(kilobytes)} kB"
    return f"{language.number(round(kilobytes / 1000, 1))} MB"


def _query(view: View) -> str:
    stated = link.stated(view.selection, view.catalog) | {"lang": [view.language.code]}
    return escape(pages.query_of(stated))


def narrowed(view: View) -> str:
    """Return which filters hold in whatever is taken."""
    said = filters.in_words(view.selection, view.catalog, view.language)
    if said:
        return view.language.gettext("Everything here holds what the filters leave: {filters}.").format(filters=said)
    return view.language.gettext(
        "No filter is on: everything here tells of the whole strategy. Filter first to take away less."
    )
