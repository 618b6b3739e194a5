"""What can be taken away of a view: each kind with its file's name, its type and how it is made."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from briefing import document, show, slides
from briefing.pack import pack
from data import exports, link
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


def file_name(kind: str, view: View) -> str:
    """Return the name of a file: what it is, what narrows it, and the day of the facts."""
    query = link.stated(view.selection, view.catalog)
    return exports.file_name(
        files.name(f"briefing-{kind.partition('-')[0]}", view.language),
        {files.key(url, view.language): values for url, values in query.items()},
        view.catalog.facts_as_of,
        KINDS[kind].extension,
    )
