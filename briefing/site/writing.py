"""All files of the site, one after the other."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from pathlib import Path

from briefing import content
from briefing.card import card
from briefing.feed import feed
from briefing.site import taken
from briefing.site.page import page
from briefing.site.places import folder, path_of, views
from briefing.site.taken import Files
from data import feeds, pages
from data.catalog import Catalog
from data.selection import Selection
from data.translation import translated
from figures.language import available, language
from figures.view import View

STATIC = content.STYLE.parent / "static"

FONTS = ("public-sans-latin-wght-normal.woff2", "source-serif-4-latin-600.woff2")

OWN = Path(__file__).parent / "site.css"
"""What differs where no script will ever put a page in the place of this one."""


def write(catalog: Catalog, folder: Path, base: str = "") -> int:
    """Write the site into a folder, and return how many files it has. What stands there already is kept.

    A file that cannot be made to be taken away stops no other; at the end, it is told.

    Args:
        base: the full address at which the site will lie, with a slash at its end; without it there are no feeds, canonical addresses
            and sitemap, which cannot do without.

    Raises:
        NotMadeError: all others are written, and some could not be made.
    """
    count = len(FONTS)
    for font in FONTS:
        (folder / "static").mkdir(parents=True, exist_ok=True)
        shutil.copy(STATIC / font, folder / "static" / font)
    for path, made in files(catalog, base):
        to = folder / path
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(made if isinstance(made, bytes) else made.encode())
        count += 1
    return count


def files(catalog: Catalog, base: str = "") -> Files:
    """Yield every file of the site but its fonts.

    Raises:
        NotMadeError: all others are made, and some could not be.
    """
    yield "static/site.css", style()
    listed, missing = [], list[str]()
    for code in available():
        spoken = translated(catalog, code)
        begun = View(spoken, Selection(), language(code), "light")
        sizes: dict[str, int] = {}
        yield from taken.files(begun, base, sizes, missing)
        for view in views(spoken, code):
            listed.append(path_of(view))
            yield path_of(view), page(view, base, sizes)
        for name in pages.LISTED:
            yield f"{folder(code)}cards/{name}.png", card(replace(begun, page=name))
        if base:
            yield from _of_base(begun, base)
    if base:
        yield "sitemap.xml", _sitemap(listed, base, catalog)
        yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n"
    if missing:
        raise taken.NotMadeError(f"Could not be made: {', '.join(missing)}")


def style() -> str:
    """Return the style sheet of every page."""
    sheet = content.sheet().replace("./app/static/", "")
    return f"{content.colors()}{sheet}{OWN.read_text('utf-8')}"


def _of_base(view: View, base: str) -> Files:
    """Yield what names full addresses: the feeds."""
    code, catalog = view.language.code, view.catalog
    listed = [("", ""), *(("objective", str(number)) for number in catalog["objectives"]["objective_id"])]
    for kind, of in [*listed, *(("country", str(iso3)) for iso3 in catalog["countries"]["iso3"])]:
        path = feeds.path(kind, of).removesuffix(".atom")
        yield f"{folder(code)}{path}.atom", feed(catalog, kind, of, f"{base}{folder(code)}", view.language)


def _sitemap(paths: Sequence[str], base: str, catalog: Catalog) -> str:
    day = catalog.facts_as_of.isoformat()
    listed = "".join(f"<url><loc>{escape(base + path)}</loc><lastmod>{day}</lastmod></url>" for path in paths)
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</urlset>'
