"""The icons of the page are those of a font cut down to them."""

from fontTools.ttLib import TTFont

from components.fonts.make_icons import ICONS, held, named, whole


def test_every_icon_that_is_named_is_in_the_font() -> None:
    missing = (named() & held(whole())) - held(TTFont(ICONS))
    assert not missing, "run components/fonts/make_icons.py"


def test_every_icon_that_we_name_exists() -> None:
    # Streamlit's scripts name one that its own font lacks.
    assert named() - held(whole()) <= {"star_filled"}
