"""What is taken away, as files of the site: their names, and the links to them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing import making, show
from briefing.ahead import THEMES, preview_name
from briefing.preview import previews
from briefing.site.places import folder
from data.queries.timeline import events
from figures.timeline import ics
from figures.view import View

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


def files(view: View, base: str, sizes: dict[str, int]) -> Files:
    """Yield all that is taken away in the language of a view, and its previews.

    Args:
        base: the full address at which the site will lie; maybe empty.
        sizes: kind → how large its file is, in kB; filled as they are made.
    """
    below = folder(view.language.code)
    for kind, one in making.KINDS.items():
        made = one.make(view, base)
        sizes[kind] = round(len(made) / 1000)
        yield f"{below}take/{making.file_name(kind, view)}", made
    shown = show.of_everything(view).shown
    sizes[making.WHOLE] = round(len(shown.encode()) / 1000)
    yield f"{below}{PRESENTATION}", shown
    yield f"{below}{CALENDAR}", ics.file(view.catalog, events(view.catalog, view.selection).rows, view.language)
    for theme in THEMES:
        for kind, make in previews(replace(view, theme=theme)).items():
            yield f"{below}previews/{preview_name(kind, theme)}", make()


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
