"""Decks to look at: makes them for some selections in every language and, where LibreOffice is, turns each slide into a picture.

`python -m tests.decks [FOLDER]`, or `make deck-check`. Each is drawn twice: with the project's typefaces, and as on a computer that
has not got them. Nothing is judged here: look at the contact sheets.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from PIL import Image

from briefing.slides import pptx
from data.catalog import build
from data.selection import Selection
from data.translation import translated
from figures.ink.lettering import FOLDER
from figures.language import available, language
from figures.palette import Theme
from figures.view import View

SELECTIONS = {
    "everything": Selection(),
    "objective-3": Selection(objectives=(3,)),
    "mexico": Selection(countries=("MEX",)),
    "one-row": Selection(countries=("ZAF",)),
    "nothing": Selection(objectives=(2,), countries=("ZAF",), first_year=2011, last_year=2011),
}
DARK = {"objective-3"}
"""Selections that are drawn in the dark, so that it is seen too."""

ACROSS, DOWN = 2, 3
"""Slides on a contact sheet."""


def main(folder: Path) -> None:
    """Make decks, and pictures of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, code in product(SELECTIONS, available()):
        theme: Theme = "dark" if name in DARK else "light"
        view = View(translated(build(), code), SELECTIONS[name], language(code), theme)
        deck = folder / f"{name}-{code}.pptx"
        deck.write_bytes(pptx(view))
        print(deck, f"{deck.stat().st_size / 1024:.0f} KB")
    if not shutil.which("soffice"):
        print("LibreOffice is not installed: no pictures")
        return
    decks = sorted(folder.glob("*.pptx"))
    for faces in ("ours", "others"):
        for deck, pictures in zip(decks, _pictures(folder, decks, faces), strict=True):
            _sheets(pictures, folder / faces / deck.stem)


def _pictures(folder: Path, decks: list[Path], faces: str) -> Iterator[list[Path]]:
    drawn = folder / faces
    drawn.mkdir(exist_ok=True)
    known = dict(os.environ)
    if faces == "ours":
        known["FONTCONFIG_FILE"] = str(_fonts(folder).resolve())
    profile = f"-env:UserInstallation=file://{folder.resolve()}/profile-{faces}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", drawn, *decks], check=True, env=known
    )
    for deck in decks:
        for old in drawn.glob(f"{deck.stem}-[0-9]*.png"):
            old.unlink()
        subprocess.run(
            ["pdftoppm", "-r", "72", "-png", drawn / f"{deck.stem}.pdf", drawn / deck.stem], check=True, env=known
        )
        yield sorted(drawn.glob(f"{deck.stem}-[0-9]*.png"))


def _fonts(folder: Path) -> Path:
    """Write which typefaces LibreOffice finds: the computer's, and ours, the serif under its real name."""
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{FOLDER.resolve()}</dir>'
        f"<cachedir>{folder.resolve()}/cache</cachedir>"
        '<alias binding="same"><family>Source Serif 4</family><prefer><family>Briefing Serif</family></prefer></alias></fontconfig>'
    )
    return path


def _sheets(pictures: list[Path], name: Path) -> None:
    each = ACROSS * DOWN
    for first in range(0, len(pictures), each):
        slides = [Image.open(path) for path in pictures[first : first + each]]
        wide, high = slides[0].width + 10, slides[0].height + 10
        sheet = Image.new("RGB", (ACROSS * wide, DOWN * high), "#888")
        for at, slide in enumerate(slides):
            sheet.paste(slide, (at % ACROSS * wide, at // ACROSS * high))
        sheet.save(name.with_name(f"{name.name}-sheet{first // each + 1}.png"))
        print(name.with_name(f"{name.name}-sheet{first // each + 1}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else ".cache/decks"))
