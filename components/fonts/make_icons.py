"""Cut Streamlit's icon font, four thousand icons in 375 KB, down to those that this project and Streamlit's own page name.

Run from the project's root after an icon has been added, or Streamlit: `python components/fonts/make_icons.py`.
"""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[2]
OURS = ("components", "pages", "figures")
STREAMLIT = Path(str(files("streamlit"))) / "static" / "static"
ICONS = ROOT / "components" / "static" / "icons.woff2"
NAMED = re.compile(r":material/(\w+):")


def whole() -> TTFont:
    """Return Streamlit's font."""
    return TTFont(next((STREAMLIT / "media").glob("MaterialSymbols-Rounded.*.woff2")))


def named() -> set[str]:
    """Return the names of the icons that our code or Streamlit's scripts name: `restart_alt`."""
    ours = [path for folder in OURS for path in (ROOT / folder).rglob("*.py")]
    return {name for path in (*ours, *STREAMLIT.glob("js/*.js")) for name in NAMED.findall(path.read_text("utf-8"))}


def held(font: TTFont) -> set[str]:
    """Return the names of the icons in a font."""
    return {name for table in _tables(font) for name, _first, _ligature in _spelled(table, font)}


def main() -> None:
    """Write the font."""
    font, names = whole(), named()
    for table in _tables(font):
        kept: dict[str, list[Any]] = {}
        for name, first, ligature in _spelled(table, font):
            if name in names:
                kept.setdefault(first, []).append(ligature)
        table.ligatures = kept
    subsetter = Subsetter(Options(layout_features=["*"], notdef_outline=True))
    subsetter.populate(text="".join(sorted(names)))  # the icons follow from the letters that spell them
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(ICONS)


def _tables(font: TTFont) -> Iterator[Any]:
    """Yield where a font says which letters in a row are drawn as one sign: an icon is its name, a ligature."""
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            yield getattr(table, "ExtSubTable", table)


def _spelled(table: Any, font: TTFont) -> Iterator[tuple[str, str, Any]]:
    """Yield the name of each icon, the glyph of its first letter, and the ligature."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    for first, ligatures in table.ligatures.items():
        for ligature in ligatures:
            yield "".join(letters[glyph] for glyph in (first, *ligature.Component)), first, ligature


if __name__ == "__main__":
    main()
