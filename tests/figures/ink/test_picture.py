"""The picture that a reader takes away: a slide that says what it shows, of whom, and as of when."""

import io
import re

import pytest
from PIL import Image

from figures.ink import picture
from figures.ink.picture import SLIDE, SMALL, ZOOM, Caption
from figures.palette import Theme, palette

CAPTION = Caption(
    "91 offices & 57 places", "Objective 3 · Mexico", "Sources: ICE. Facts as of 24 November 2026. Independent"
)


def drawn(width: float, height: float) -> str:
    return f'<rect width="{width:g}" height="{height:g}" fill="#ff0000"/>'


def pixels(document: str) -> Image.Image:
    return Image.open(io.BytesIO(picture.png(document))).convert("RGB")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_slide_says_title_filters_and_source(theme: Theme) -> None:
    document = picture.svg(drawn, CAPTION, theme)
    words = " ".join(re.findall(r"<text[^>]*>([^<]+)</text>", document))
    for said in ("91 offices &amp; 57 places", CAPTION.filters, "Facts as of 24 November 2026", "Independent"):
        assert said in words
    assert f'fill="{palette(theme).paper}"' in document


def test_the_png_is_a_slide_fit_for_print() -> None:
    image = pixels(picture.svg(drawn, CAPTION, "light"))
    assert image.size == (SLIDE[0] * ZOOM, SLIDE[1] * ZOOM)
    assert image.width * 9 == image.height * 16
    assert image.width / 300 > 10  # inches at 300 dots


def test_all_type_can_be_read_at_half_size() -> None:
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', picture.svg(drawn, CAPTION, "light"))]
    assert min(sizes) >= SMALL
    assert min(sizes) / 2 >= 11


def test_words_are_drawn_with_the_fonts_that_are_shipped() -> None:
    """A title of other letters gives other pixels, where the drawing is the same: nothing falls back to empty boxes."""
    one, other = (pixels(picture.svg(drawn, Caption(title, "", ""), "light")) for title in ("Mexico", "Canada"))
    assert one.tobytes() != other.tobytes()


def test_the_drawing_stays_between_title_and_source() -> None:
    long = Caption(
        "A long title that needs two lines of the slide, at the very least, because it says so much " * 2,
        "On",
        "S " * 200,
    )
    image = pixels(picture.svg(drawn, long, "light"))
    red = [y for y in range(0, image.height, 10) if image.getpixel((image.width // 2, y)) == (255, 0, 0)]
    assert image.height * 0.15 < red[0]
    assert red[-1] < image.height * 0.88
    assert len(red) * 10 > image.height * 0.5


def test_nothing_of_the_drawing_leaves_its_box() -> None:
    image = pixels(
        picture.svg(
            lambda width, height: '<rect x="-999" y="-999" width="9999" height="9999" fill="#ff0000"/>',
            CAPTION,
            "light",
        )
    )
    assert image.getpixel((5, image.height // 2)) != (255, 0, 0)
