"""Every colour of the project. The same colour means the same thing on every page.

Within a set, colours differ in lightness as well as in hue, so that grey print and colour-blind readers tell them apart;
on paper, land and the chosen country each is strong enough to be seen. `tests/figures/test_palette.py` computes all this:
change a colour there and then.
"""

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Theme = Literal["light", "dark"]

WHITE, BLACK = "#ffffff", "#000000"
"""The paper of a printer; what SVG paints where it states no colour."""
Colors = MappingProxyType[str, str]


@dataclass(frozen=True)
class Palette:
    """The colours of one theme. `.streamlit/config.toml` repeats those of the page itself; a test holds it.

    Attributes:
        paper: what everything stands on.
        panel: the sidebar, and controls on paper.
        ink: text.
        quiet: second text, marks without a category.
        line: hairlines.
        accent: controls and links.
        land: countries of a map.
        tint: the land of a chosen country.
        coast: the edge of land drawn as a point.
        chosen: what the reader chose: outline of a country, ring of an event.
        objectives: number → colour.
        periods: period of evidence → colour, the newest firmest; undated evidence is grey, outside of that order.
        strengths: strength of evidence → one ink, the strongest firmest: no colour of a period says how good evidence is.
        regions: region → colour.
        series: for categories without colours of their own; firm enough to be written in.
    """

    paper: str
    panel: str
    ink: str
    quiet: str
    line: str
    accent: str
    land: str
    tint: str
    coast: str
    chosen: str
    objectives: Colors
    periods: Colors
    strengths: Colors
    regions: Colors
    series: tuple[str, ...] = field(default=())


def _colors(**colors: str) -> Colors:
    return MappingProxyType({name.removeprefix("_"): color for name, color in colors.items()})


LIGHT = Palette(
    paper="#fbfaf7",
    panel="#f1efe9",
    ink="#1d1c1a",
    quiet="#5f5c55",
    line="#d9d5cb",
    accent="#0b5c73",
    land="#e6e2d9",
    tint="#c7cfcb",
    coast="#bdb7a9",
    chosen="#0b5c73",
    objectives=_colors(_1="#231e80", _2="#954909", _3="#6c3d5d", _4="#357e65"),
    periods=_colors(after_strategy="#082c42", _2019_to_strategy="#15608a", before_2019="#8f6a17", undated="#6b665d"),
    strengths=_colors(strong="#1d1c1a", moderate="#3a3834", weak="#575551", ungraded="#706e6a"),
    regions=_colors(Africa="#77702a", Americas="#4a4078", Asia="#7a2b20", Europe="#1f7268", Oceania="#56304a"),
    series=("#465268", "#80602f", "#3b4a12", "#6a2d49", "#0e7d7b"),
)

DARK = Palette(
    paper="#13181d",
    panel="#1b2228",
    ink="#ece9e2",
    quiet="#a9a69e",
    line="#333c44",
    accent="#6cbdd6",
    land="#2a333b",
    tint="#334651",
    coast="#4a555f",
    chosen="#6cbdd6",
    objectives=_colors(_1="#b09cf5", _2="#eeb077", _3="#b485a8", _4="#b5e6d3"),
    periods=_colors(after_strategy="#d7eff6", _2019_to_strategy="#70b5e4", before_2019="#c08a45", undated="#9b9891"),
    strengths=_colors(strong="#f6f4ef", moderate="#cfcdc8", weak="#b0aeaa", ungraded="#94928e"),
    regions=_colors(Africa="#d9cb85", Americas="#b9b4f2", Asia="#dc8b7e", Europe="#93e0d4", Oceania="#a890ab"),
    series=("#9aa7c4", "#e3c8a4", "#8fa057", "#cf7da0", "#c4ddd8"),
)


def palette(theme: Theme) -> Palette:
    """Return the colours of a theme."""
    return DARK if theme == "dark" else LIGHT


def rgb(color: str, alpha: int = 255) -> list[int]:
    """Return `#0b5c73` as [11, 92, 115, alpha], the form that deck.gl takes."""
    return [int(color[at : at + 2], 16) for at in (1, 3, 5)] + [alpha]


def mixed(color: str, paper: str, share: float) -> str:
    """Return a colour thinned with paper: `share` of it, from 0 to 1."""
    pairs = zip(rgb(color)[:3], rgb(paper)[:3], strict=True)
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in pairs)
