"""The way from the controls of the map to the published totals, which differ: they stand at the foot of the page."""

from html import escape

from figures.ink import marks
from figures.offices.totals import KEY
from figures.palette import palette
from figures.view import View

DOTS = ((2, 11), (6, 7), (9, 9), (14, 3))
"""Where the points of its sign stand, in pixels."""

WIDE, HIGH = 18, 14


def html(view: View) -> str:
    """Return the link: a sign and its words, which a phone has room for in its title alone."""
    words, accent = escape(view.language.gettext("Sources differ on how many")), palette(view.theme).accent
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="2" fill="{accent}"/>' for x, y in DOTS)
    image = marks.image(dots, WIDE, HIGH)
    return f'<a class="to-totals" href="#{KEY}" title="{words}">{image}<span>{words}</span></a>'
