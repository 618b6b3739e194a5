"""A figure as a page of its own, for a frame in somebody else's page: drawing, title, words, rows, sources, and the way back."""

import re
from collections.abc import Mapping
from dataclasses import replace
from html import escape

from briefing import content
from figures import dress, framed
from figures.figure import Figure
from figures.view import View

FRAMED = (
    "body{margin:0}#first-paint{position:static!important;padding:0!important}#first-paint main{padding:12px 16px;max-width:none}"
    "html{font-size:16px!important}#first-paint .over{margin:0 0 4px;font-size:14px;line-height:20px;color:var(--quiet)}#first-paint h2{padding-top:0}#first-paint figcaption,#first-paint footer{overflow-wrap:anywhere}"
)
"""What differs in a frame: nothing stands around the figure."""

WITHIN = re.compile(r' href="#([\w-]+)"')


def page(view: View, key: str, back: str, up: str, is_release: bool = False) -> str | None:
    """Return a figure as a whole document, in the colours of both themes; None where the view shows none of that key.

    Args:
        back: the full address of the view.
        up: from the document to the root of the site, with a slash at its end.
        is_release: whether the facts are those of a release; the view has the newest.
    """
    figure = framed.figure_of(view, key)
    if figure is None:
        return None
    light, dark = (_body(replace(view, theme=theme), key, back, is_release) for theme in ("light", "dark"))
    body, style = dress.themed(light, dark, content.ELEMENT)
    sheet = content.sheet().replace("./app/static/", f"{up}app/static/")
    shown = _windows(list(framed.drawings(view, key)))
    head = f'<base target="_blank"><style>{content.colors()}{sheet}{FRAMED}{shown}{style}</style>'
    held = f'<div id="{content.ELEMENT}"><main class="stHtml">{body}</main></div>'
    return content.document(view.language, figure.title, head, held)


def _body(view: View, key: str, back: str, is_release: bool) -> str:
    figure = _in_all(framed.drawings(view, key))
    told = framed.over(figure, view) + _leading(dress.whole(figure, view), back)
    return told + framed.under(view, f"{back}#{key}", is_release)


def _in_all(drawings: Mapping[int, Figure]) -> Figure:
    """Return a figure whose drawing is one for each width of the frame, of which a style sheet shows one."""
    (first, *_others) = drawings.values()
    if not framed.drawn(first):
        return first
    shown = "".join(
        f'<div class="from-{least}">{dress.apart(framed.capped(framed.drawn(one)), f"from-{least}-")}</div>'
        for least, one in drawings.items()
    )
    return replace(first, drawing=shown, legend="")


def _windows(leasts: list[int]) -> str:
    """Return the style by which each drawing is shown in frames from its width up to the next one's."""
    hidden = []
    for at, least in enumerate(leasts):
        if at:
            hidden.append(f"@media(max-width:{least - 0.02}px){{.from-{least}{{display:none}}}}")
        if at + 1 < len(leasts):
            hidden.append(f"@media(min-width:{leasts[at + 1]}px){{.from-{least}{{display:none}}}}")
    return "".join(hidden)


def _leading(html: str, back: str) -> str:
    """Return HTML whose links to parts that are not in it lead to the page of the view, which has them."""
    parts = set(re.findall(r'\bid="([\w-]+)"', html))
    return WITHIN.sub(
        lambda found: found[0] if found[1] in parts else f' href="{escape(back)}#{_part(found[1])}"', html
    )


def _part(name: str) -> str:
    return re.sub(r"^from-\d+-", "", name)
