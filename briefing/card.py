"""The picture that stands for a link where it is shared: the first figure of its page, as a slide."""

from briefing.content import CARD
from figures import filters, imprint, screens
from figures.ink import picture
from figures.ink.lettering import PLAIN, text, wrapped
from figures.ink.picture import Caption, Draw
from figures.palette import palette
from figures.screen import Screen
from figures.view import View

SIZE = 30
"""Size of type of a card without a drawing."""


def card(view: View) -> bytes:
    """Return the card of a view as PNG."""
    screen = screens.of(view)
    figure = next((one for one in screen.figures if one.picture), None)
    draw = figure.picture if figure and figure.picture else _words(screen, view)
    narrowed = filters.in_words(view.selection, view.catalog, view.language)
    foot = imprint.foot(figure.source_ids if figure else (), view)
    slide = picture.svg(draw, Caption(screen.finding, narrowed, foot), view.theme)
    return picture.png(slide, CARD[0])


def _words(screen: Screen, view: View) -> Draw:
    """Return what draws a screen without a picture: what it says."""
    color = palette(view.theme).ink

    def draw(width: float, _height: float) -> str:
        lines = wrapped(screen.sentence, SIZE, width, PLAIN, most=12)
        return "".join(text(line, 0, SIZE * 1.5 * (at + 1), SIZE, color) for at, line in enumerate(lines))

    return draw
