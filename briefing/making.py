"""What can be taken away of a view: each kind with its file's name, its type and how it is made."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from briefing import document, show, slides
from briefing.pack import pack
from data import exports, link
from data.selection import Selection
from figures import files
from figures.view import View


class Kind(NamedTuple):
    """A kind of file.

    Attributes:
        extension, mime: of the file.
        make: makes it of a view and the full link to it.
    """

    extension: str
    mime: str
    make: Callable[[View, str], bytes]


KINDS: Mapping[str, Kind] = {
    "page": Kind("html", "text/html", lambda view, _address: show.of_view(view).shown.encode()),
    "slides": Kind(
        "pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        slides.pptx,
    ),
    "document": Kind("pdf", "application/pdf", lambda view, address: document.pdf(view, "letter", address)),
    "document-a4": Kind("pdf", "application/pdf", lambda view, address: document.pdf(view, "a4", address)),
    "pack": Kind("zip", "application/zip", pack),
}
"""Name of a kind, as links and the command know it."""


def make(view: View, kind: str, address: str) -> bytes:
    """Return a file of a view.

    Args:
        kind: one of `KINDS`.
        address: the full link to the view.
    """
    return KINDS[kind].make(view, address)


WHOLE = "whole"
"""The presentation with every filter in it: the one kind that takes minutes to make, and that no filter narrows."""


def whole(view: View) -> bytes:
    """Return the presentation with every filter in it, in the language of a view."""
    return show.of_everything(unfiltered(view)).shown.encode()


def unfiltered(view: View) -> View:
    """Return a view without its filters."""
    return replace(view, selection=Selection())


def file_name(kind: str, view: View) -> str:
    """Return the name of a file: what it is, what narrows it, and the day of the facts. No two kinds share one."""
    query = {} if kind == WHOLE else link.stated(view.selection, view.catalog)
    return exports.file_name(
        files.name(f"briefing-{kind}", view.language),
        {files.key(url, view.language): values for url, values in query.items()},
        view.catalog.facts_as_of,
        KINDS["page" if kind == WHOLE else kind].extension,
    )
