"""A figure as a page of its own, for a frame in somebody else's page: drawing, title, words, rows, sources, and the way back."""

from dataclasses import replace
from html import escape
from pathlib import Path

from briefing import content
from data.once import once
from figures import dress, every
from figures.figure import Figure
from figures.view import View

STYLE = Path(__file__).parent.parent / "components" / "style"

FRAMED = (
    "#first-paint{position:static!important;padding:0!important}#first-paint main{padding:12px 16px;max-width:none}"
    "html{font-size:16px!important}#first-paint h2{padding-top:0}"
)
"""What differs in a frame: nothing stands around the figure."""


def figure_of(view: View, key: str) -> Figure | None:
    """Return the figure of a view's page that has a key; None where the view shows none of that key."""
    return next((one for one in every.of(view) if one.key == key), None)


@once(64)
def page(view: View, key: str, back: str, up: str) -> str:
    """Return a figure as a whole document, in the colours of both themes.

    Args:
        key: of a figure that the view shows.
        back: the full address of the view.
        up: from the document to the root of the site, with a slash at its end.
    """
    light, dark = (_body(replace(view, theme=theme), key, back) for theme in ("light", "dark"))
    body, style = dress.themed(light, dark, content.ELEMENT)
    sheet = content.sheet(STYLE).replace("./app/static/", f"{up}app/static/")
    figure = figure_of(view, key)
    assert figure
    return (
        f'<!doctype html><html lang="{view.language.code}"><head><meta charset="utf-8"><title>{escape(figure.title)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><base target="_blank">'
        f"<style>{content.colors()}{sheet}{FRAMED}{style}</style></head>"
        f'<body><div id="{content.ELEMENT}"><main>{body}</main></div></body></html>'
    )


def _body(view: View, key: str, back: str) -> str:
    figure = figure_of(view, key)
    assert figure
    name = view.language.gettext("Illicit opioids strategy briefing")
    version = view.language.gettext("Version {version}.").format(version=view.catalog.package["version"])
    independent = view.language.gettext("Independent of any government")
    return (
        f'{dress.whole(figure, view)}<footer><p><a href="{escape(f"{back}#{key}")}">{escape(name)}</a>. {escape(version)} '
        f"{escape(independent)}.</p></footer>"
    )
