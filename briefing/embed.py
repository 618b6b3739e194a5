"""A figure as a page of its own, for a frame in somebody else's page: drawing, title, words, rows, sources, and the way back."""

from dataclasses import replace
from html import escape

from briefing import content
from data.once import once
from figures import dress, every
from figures.figure import Figure
from figures.view import View

FRAMED = (
    "#first-paint{position:static!important;padding:0!important}#first-paint main{padding:12px 16px;max-width:none}"
    "html{font-size:16px!important}#first-paint h2{padding-top:0}"
)
"""What differs in a frame: nothing stands around the figure."""


def figure_of(view: View, key: str) -> Figure | None:
    """Return the figure of a view's page that has a key; None where the view shows none of that key."""
    return next((one for one in every.of(view) if one.key == key), None)


@once(64)
def page(view: View, figure: Figure, back: str, up: str) -> str:
    """Return a figure as a whole document, in the colours of both themes.

    Args:
        figure: one that the view shows.
        back: the full address of the view.
        up: from the document to the root of the site, with a slash at its end.
    """
    light, dark = (_body(replace(view, theme=theme), figure.key, back) for theme in ("light", "dark"))
    body, style = dress.themed(light, dark, content.ELEMENT)
    sheet = content.sheet().replace("./app/static/", f"{up}app/static/")
    head = f'<base target="_blank"><style>{content.colors()}{sheet}{FRAMED}{style}</style>'
    held = f'<div id="{content.ELEMENT}"><main>{body}</main></div>'
    return content.document(view.language, figure.title, head, held)


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
