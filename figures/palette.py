"""Every colour of the project. The same colour means the same thing on every page."""

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Theme = Literal["light", "dark"]
Colors = MappingProxyType[str, str]


@dataclass(frozen=True)
class Palette:
    """The colours of one theme. `paper` and `ink` match `.streamlit/config.toml`; a test holds it."""

    paper: str
    panel: str
    ink: str
    quiet: str
    line: str
    accent: str
    land: str
    coast: str
    chosen: str
    objectives: Colors
    periods: Colors
    strengths: Colors
    regions: Colors
    scopes: Colors
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
    land="#e4e0d6",
    coast="#bdb7a9",
    chosen="#0b5c73",
    objectives=_colors(_1="#173b66", _2="#b4480f", _3="#6b3f94", _4="#3c7d57"),
    periods=_colors(after_2023="#0a4a5e", _2019_2023="#1f7f9c", before_2019="#9a6b1f", undated="#77736a"),
    strengths=_colors(strong="#0a4a5e", moderate="#1f7f9c", weak="#b4480f", ungraded="#77736a"),
    regions=_colors(Africa="#8a5a00", Americas="#173b66", Asia="#b4480f", Europe="#3c7d57", Oceania="#6b3f94"),
    scopes=_colors(strategy="#1d1c1a", context="#8b867a"),
    series=("#173b66", "#b4480f", "#3c7d57", "#6b3f94", "#8a5a00"),
)

DARK = Palette(
    paper="#13181d",
    panel="#1b2228",
    ink="#ece9e2",
    quiet="#a9a69e",
    line="#333c44",
    accent="#6cbdd6",
    land="#2a333b",
    coast="#4a555f",
    chosen="#6cbdd6",
    objectives=_colors(_1="#8fb6e8", _2="#f09a66", _3="#c9a3ee", _4="#7fc79c"),
    periods=_colors(after_2023="#8fdcf2", _2019_2023="#3fa3c2", before_2019="#d9a54a", undated="#98948a"),
    strengths=_colors(strong="#8fdcf2", moderate="#3fa3c2", weak="#f09a66", ungraded="#98948a"),
    regions=_colors(Africa="#e0b040", Americas="#8fb6e8", Asia="#f09a66", Europe="#7fc79c", Oceania="#c9a3ee"),
    scopes=_colors(strategy="#ece9e2", context="#8c8980"),
    series=("#8fb6e8", "#f09a66", "#7fc79c", "#c9a3ee", "#e0b040"),
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
