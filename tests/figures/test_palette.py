"""Colours can be seen, read and told apart in both themes, in grey and by colour-blind readers: computed, not judged."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest
import resvg_py
from colorspacious import cspace_convert

from figures import labels
from figures.ink import marks
from figures.palette import DARK, LIGHT, Palette, Theme, mixed, palette, rgb

ROOT = Path(__file__).parent.parent.parent
STYLE = "".join(path.read_text("utf-8") for path in sorted((ROOT / "components" / "style").glob("*.css")))
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]

THEMES: tuple[Theme, ...] = ("light", "dark")

TEXT = 4.5
"""WCAG 2.2, 1.4.3: least contrast of text with what it is written on."""

MARK = 3.0
"""WCAG 2.2, 1.4.11: least contrast of a mark with what it stands on."""

APART = 10
"""Least distance of two colours of a set, in CAM02-UCS. About 1 is the least difference that an eye finds between two large
fields beside each other. Marks here are 8 to 17 pixels, far from each other and from their key, and projectors wash out."""

STEP = 7
"""Least difference of two greys in lightness, CIE L* from 0 to 100, of which about 1 is the least that an eye finds. Four colours
cannot have much more: between near black and the palest that paper-coloured words can be read on lie 30, three such steps and room."""

STRANGE = 6
"""Least distance, likewise in CAM02-UCS, of the colours of objectives, which stand on every page, from all other sets."""

VISIONS = {
    "protanopia": "protanomaly",
    "deuteranopia": "deuteranomaly",
    "tritanopia": "tritanomaly",
}
"""Colour-blindness → its milder kind; the model (Machado et al., 2009) makes the former of the latter at severity 100."""


def sets(colors: Palette) -> dict[str, list[str]]:
    """Return the sets within which colours must be told apart."""
    named = ("objectives", "periods", "strengths", "regions")
    return {name: list(getattr(colors, name).values()) for name in named} | {"series": list(colors.series)}


def channels(colors: Sequence[str]) -> np.ndarray:
    return np.array([rgb(color)[:3] for color in colors]) / 255


def luminance(color: str) -> float:
    part = channels([color])[0]
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lightness(color: str) -> float:
    """CIE L*."""
    return float(cspace_convert(channels([color])[0], "sRGB1", "CIELab")[0])


def seen(colors: Sequence[str], vision: str | None = None) -> np.ndarray:
    """Where colours stand in CAM02-UCS, to an eye of that vision."""
    parts = channels(colors)
    if vision:
        space = {"name": "sRGB1+CVD", "cvd_type": VISIONS[vision], "severity": 100}
        parts = np.clip(cspace_convert(parts, space, "sRGB1"), 0, 1)
    return cspace_convert(parts, "sRGB1", "CAM02-UCS")


def faint(pairs: Iterable[tuple[str, str]], least: float) -> list[str]:
    return [f"{one} on {under}: {found:.2f}" for one, under in set(pairs) if (found := contrast(one, under)) < least]


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read(theme: Theme) -> None:
    colors = palette(theme)
    # Captions are ink thinned with what they stand on, by the share that the style sheet says.
    share = int(re.search(r"StCaption.*?currentColor (\d+)%", STYLE, re.DOTALL | re.IGNORECASE)[1]) / 100
    pairs = [
        (text, ground)
        for ground in (colors.paper, colors.panel)
        for text in (colors.ink, colors.quiet, colors.accent, mixed(colors.ink, ground, share))
    ]
    pairs += [(color, colors.paper) for color in colors.series]  # numbers on the chart of reported totals
    pairs += [(colors.ink, mixed(colors.paper, under, 215 / 255)) for under in (colors.land, colors.tint)]  # its names
    assert faint(pairs, TEXT) == []


@pytest.mark.parametrize("theme", THEMES)
def test_marks_can_be_seen_on_what_they_stand_on(theme: Theme) -> None:
    colors = palette(theme)
    of = sets(colors)
    on_maps = [*of["objectives"], *of["periods"], *of["strengths"], *of["regions"], colors.chosen]
    grounds = (colors.paper, colors.panel, colors.land, colors.tint)
    pairs = [(mark, ground) for mark in on_maps for ground in grounds]
    pairs += [(colors.quiet, ground) for ground in (colors.paper, colors.land)]
    pairs += [(mark, colors.paper) for mark in [*of["series"], colors.ink]]
    assert faint(pairs, MARK) == []


@pytest.mark.parametrize("vision", [None, *VISIONS])
@pytest.mark.parametrize("theme", THEMES)
def test_colours_of_a_set_are_told_apart(theme: Theme, vision: str | None) -> None:
    near = []
    for name, colors in sets(palette(theme)).items():
        for (one, here), (other, there) in combinations(zip(colors, seen(colors, vision), strict=True), 2):
            if (distance := np.linalg.norm(here - there)) < APART:
                near.append(f"{name}: {one} and {other}, {distance:.1f}")
    assert near == []


@pytest.mark.parametrize("theme", THEMES)
def test_objectives_are_told_apart_in_grey(theme: Theme) -> None:
    greys = sorted(map(lightness, palette(theme).objectives.values()))
    assert min(high - low for low, high in pairwise(greys)) >= STEP


@pytest.mark.parametrize("theme", THEMES)
def test_evidence_is_firmer_the_more_they_say(theme: Theme) -> None:
    colors = palette(theme)
    for ordered in (
        [colors.periods[code] for code in ("after_strategy", "2019_to_strategy", "before_2019")],
        [colors.strengths[code] for code in ("strong", "moderate", "weak")],
    ):
        for firm, faded in pairwise(ordered):
            assert contrast(firm, colors.land) > contrast(faded, colors.land)
            assert abs(lightness(firm) - lightness(faded)) >= STEP
    for unknown in (colors.periods["undated"], colors.strengths["ungraded"]):
        assert np.ptp(rgb(unknown)[:3]) < 16, "what is not known has no hue"


@pytest.mark.parametrize("theme", THEMES)
def test_a_colour_means_one_thing(theme: Theme) -> None:
    of = sets(palette(theme))
    for (_, some), (_, others) in combinations(of.items(), 2):
        assert not set(some) & set(others)
    objectives = of.pop("objectives")
    for colors in of.values():
        away = np.linalg.norm(seen(objectives)[:, None] - seen(colors)[None], axis=-1)
        assert away.min() >= STRANGE, colors


@pytest.mark.parametrize("theme", THEMES)
def test_an_objective_is_not_taken_for_evidence_or_for_a_control(theme: Theme) -> None:
    # They stand beside each other on the first page and in the brief of a country.
    colors = palette(theme)
    beside = [*colors.periods.values(), colors.accent]
    away = np.linalg.norm(seen(list(colors.objectives.values()))[:, None] - seen(beside)[None], axis=-1)
    assert away.min() >= APART


@pytest.mark.parametrize("theme", THEMES)
def test_how_good_evidence_is_is_read_as_one_ink(theme: Theme) -> None:
    for color in palette(theme).strengths.values():
        assert np.ptp(rgb(color)[:3]) < 16, "an ink has no hue that could be taken for a period"


@pytest.mark.parametrize(("name", "colors"), [("light", LIGHT), ("dark", DARK)])
def test_charts_and_page_share_their_colours(name: str, colors: Palette) -> None:
    theme = CONFIG[name]
    assert theme["backgroundColor"] == colors.paper
    assert theme["secondaryBackgroundColor"] == colors.panel
    assert theme["textColor"] == colors.ink
    assert theme["primaryColor"] == theme["linkColor"] == colors.accent
    assert theme["borderColor"] == colors.line
    assert theme["sidebar"] == {"backgroundColor": colors.panel, "secondaryBackgroundColor": colors.paper}


def test_every_colour_lives_in_the_palette() -> None:
    written = re.compile(r"(?<!&)#(?:[0-9a-f]{6}|[0-9a-f]{3})(?![\w-])|\brgba?\(\s*\d", re.IGNORECASE)
    at_home = {
        ROOT / "figures" / "palette.py",
        ROOT / "figures" / "ink" / "marks.py",  # white, the mask that a colour fills
    }
    files = [
        file
        for folder in ("api", "briefing", "components", "data", "figures", "pages")
        for ending in ("py", "css", "js", "html", "svg")
        for file in (ROOT / folder).rglob(f"*.{ending}")
        if file not in at_home
    ]
    assert len(files) > 50
    assert [f"{file.name}: {found[0]}" for file in files for found in written.finditer(file.read_text("utf-8"))] == []


@pytest.mark.parametrize("column", marks.SHAPES)
def test_each_code_has_a_shape_of_its_own(column: str) -> None:
    shapes = marks.SHAPES[column]
    assert list(shapes) == list(labels.WORDS[column])
    assert len(set(shapes.values())) == len(shapes)


def test_the_atlas_holds_the_shapes_of_today() -> None:
    assert bytes(resvg_py.svg_to_bytes(svg_string=marks.atlas_svg())) == marks.ATLAS.read_bytes()


def test_a_colour_for_the_map_is_four_numbers() -> None:
    assert rgb("#0b5c73") == [11, 92, 115, 255]
