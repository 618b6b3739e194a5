"""What is taken away, as files of the site: their names, and the links to them."""

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from briefing import apart, making, show
from briefing.preview import previews
from briefing.site.places import folder
from data.queries.timeline import events
from figures.take_away import offers
from figures.timeline import ics
from figures.view import View

log = logging.getLogger(__name__)

PRESENTATION = "present.html"
"""The presentation with every filter in it, to be looked at, and to be taken."""

CALENDAR = "timeline.ics"
"""All events as a calendar, beside the page that lists them."""

LINK = re.compile(
    r'\b(href|src|srcset)="(?:take/([a-z0-9-]+)|(present)|(previews/[a-z0-9-]+\.png))\?[^"]*"(?: download)?'
)
"""A link to what the server would make: the site holds it, made without a filter."""

Files = Iterator[tuple[str, str | bytes]]
"""Path below the site's root, with slashes, and content."""


class NotMadeError(Exception):
    """Some files of the site could not be made; the message names them, and the log says why."""


def files(view: View, base: str, sizes: dict[str, int], missing: list[str]) -> Files:
    """Yield all that is taken away in the language of a view, and its previews. What cannot be made does not stop the rest.

    Args:
        base: the full address at which the site will lie; maybe empty.
        sizes: kind → how large its file is, in kB; filled as they are made.
        missing: the paths of what could not be made; filled likewise.
    """
    below = folder(view.language.code)
    for path, kind, make in _asked(view, base):
        try:
            made = make()
        except Exception:
            log.exception("%s%s could not be made", below, path)
            missing.append(below + path)
            continue
        if kind:
            sizes[kind] = round(len(made) / 1000)
        yield below + path, made


def _asked(view: View, base: str) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Yield path, kind and what makes it of all that is taken away; a preview is of no kind."""
    for kind in making.KINDS:
        yield f"take/{making.file_name(kind, view)}", kind, _making(kind, view, base)
    yield PRESENTATION, making.WHOLE, lambda: show.of_everything(view).shown.encode()
    kept = events(view.catalog, view.selection).rows
    yield CALENDAR, "", partial(ics.file, view.catalog, kept, view.language)
    for theme in offers.THEMES:
        for kind, make in previews(replace(view, theme=theme)).items():
            yield f"previews/{offers.preview(kind, theme)}", "", make


def _making(kind: str, view: View, base: str) -> Callable[[], bytes]:
    if making.KINDS[kind].extension == "pdf":
        return partial(apart.made, making.make, view, kind, base)
    return partial(making.make, view, kind, base)


def paths(view: View) -> Mapping[str, str]:
    """Return kind → where its file lies below the folder of the language."""
    made = {kind: f"take/{making.file_name(kind, view)}" for kind in making.KINDS}
    return made | {making.WHOLE: PRESENTATION, "calendar": CALENDAR}


def led(html: str, view: View, up: str) -> str:
    """Return HTML whose links to what the server would make lead to the files of the site."""
    below, at = f"{up}{folder(view.language.code)}", paths(view)

    def one(found: re.Match[str]) -> str:
        if kind := found[2]:
            return f'{found[1]}="{below}{at[kind]}" download="{making.file_name(kind, view)}"'
        return f'{found[1]}="{below}{PRESENTATION if found[3] else found[4]}"'

    return LINK.sub(one, html)
