"""Cut the page's variable web fonts into the few plain ones that pictures are drawn with: resvg reads no WOFF2.

Run from the project's root after the web fonts have changed: `python figures/ink/fonts/make_fonts.py`.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
STATIC = HERE.parents[2] / "components" / "static"
FILES = {"public-sans": "Public Sans", "source-serif-4": "Briefing Serif"}
FORMS = {"public-sans": "wght-normal", "source-serif-4": "600"}
"""What the name of a web font ends in."""

WEIGHTS = {"public-sans": {400: "Regular", 600: "Bold"}, "source-serif-4": {600: "Bold"}}
SUBSETS = ("latin", "latin-ext")


def cut(file: str, family: str, weight: int, style: str) -> None:
    """Write one weight as a TrueType font that holds the letters of every subset."""
    with TemporaryDirectory() as folder:
        parts = []
        for subset in SUBSETS:
            web = TTFont(STATIC / f"{file}-{subset}-{FORMS[file]}.woff2")
            # The serif has its weight already, and varies by its size.
            font = instantiateVariableFont(web, {"wght": weight} if file == "public-sans" else {"opsz": 28})
            font.flavor = None
            for table in ("GSUB", "GPOS", "GDEF", "STAT", "HVAR", "MVAR"):  # shaping rules of two subsets do not merge
                if table in font:
                    del font[table]
            parts.append(Path(folder) / f"{subset}.ttf")
            font.save(parts[-1])
        whole = Merger().merge([str(part) for part in parts])
    for number in (16, 17, 21, 22, 25):
        whole["name"].removeNames(nameID=number)
    for number, text in {1: family, 2: style, 4: f"{family} {style}", 6: f"{family}-{style}".replace(" ", "")}.items():
        whole["name"].setName(text, number, 3, 1, 0x409)
    whole["OS/2"].usWeightClass = 400 if style == "Regular" else 700
    whole.save(HERE / f"{file}-{weight}.ttf")


for name, weights in WEIGHTS.items():
    for number, words in weights.items():
        cut(name, FILES[name], number, words)
