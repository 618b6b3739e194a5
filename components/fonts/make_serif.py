"""Cut the serif down to what titles need: one weight, and the sizes that they come in; a third of the bytes, the same letters.

Run with the folder of the whole font's files, from the npm package `@fontsource-variable/source-serif-4`:
`python components/fonts/make_serif.py node_modules/@fontsource-variable/source-serif-4/files`.
"""

import sys
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

STATIC = Path(__file__).parents[1] / "static"
CUT = {"wght": 600, "opsz": (17, 60)}
"""Weight, and height in pixels of the smallest and largest titles: the letters are drawn finer where they are large."""

for subset in ("latin", "latin-ext"):
    font = instantiateVariableFont(TTFont(Path(sys.argv[1]) / f"source-serif-4-{subset}-opsz-normal.woff2"), CUT)
    font.flavor = "woff2"
    font.save(STATIC / f"source-serif-4-{subset}-600.woff2")
