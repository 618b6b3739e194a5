"""The static site: every page, record, country and feed as plain files, in every language, for any host that serves files.

A page is made by the same functions as the first answer of the server (`briefing.content`), with all its figures below each other.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from html import escape, unescape
from pathlib import Path
from urllib.parse import parse_qs

from briefing import content, making, show
from briefing.card import card
from briefing.feed import feed
from data import feeds, pages
from data.catalog import Catalog
from data.link import RECORD
from data.queries.records.address import known
from data.selection import Selection
from data.translation import translated
from figures import dress
from figures.language import available, language
from figures.view import NAMED, View

STATIC = content.STYLE.parent / "static"

FONTS = ("public-sans-latin-wght-normal.woff2", "source-serif-4-latin-600.woff2")

TAKEN = re.compile(r'\b(href|src)="(?:take/([a-z0-9-]+)|present|(cards/[a-z_]+\.png))\?[^"#]*(#[^"]*)?"')
"""A link to what the server would make: the site holds it, made without a filter."""

STANDING = (
    "#first-paint{position:static!important}"
    "@media(max-width:1099px){#first-paint nav{display:block;padding:16px 16px 0}#first-paint nav li{display:inline-block}"
    "#first-paint nav a{padding:0 8px}#first-paint main{padding-top:24px}}"
)
"""What differs where no script will ever put a page in the place of this one."""

Files = Iterator[tuple[str, str | bytes]]
"""Path below the site's root, with slashes, and content."""


def write(catalog: Catalog, folder: Path, base: str = "") -> int:
    """Write the site into a folder, and return how many files it has. What stands there already is kept.

    Args:
        base: the full address at which the site will lie, with a slash at its end; without it there are no feeds, canonical addresses
            and sitemap, which cannot do without.
    """
    count = 0
    for path, made in files(catalog, base):
        to = folder / path
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(made if isinstance(made, bytes) else made.encode())
        count += 1
    for font in FONTS:
        (folder / "static").mkdir(exist_ok=True)
        shutil.copy(STATIC / font, folder / "static" / font)
    return count + len(FONTS)


def files(catalog: Catalog, base: str = "") -> Files:
    """Yield every file of the site but its fonts."""
    yield "static/site.css", _style()
    listed = []
    for code in available():
        for view in views(translated(catalog, code), code):
            path = path_of(view)
            listed.append(path)
            yield path, page(view, base)
        begun = _view(translated(catalog, code), code, pages.HOME)
        yield f"{_folder(code)}present.html", show.of_everything(begun).shown
        for name in pages.LISTED:
            yield f"{_folder(code)}cards/{name}.png", card(replace(begun, page=name))
        for name, kind in making.KINDS.items():
            yield f"{_folder(code)}take/{name}.{kind.extension}", kind.make(begun, base)
        if base:
            yield from _of_base(begun, base)
    if base:
        yield "sitemap.xml", _sitemap(listed, base, catalog)
        yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n"


def views(catalog: Catalog, code: str) -> Iterator[View]:
    """Yield the view of every page, of every country and of every record, in a language."""
    for name in pages.LISTED:
        yield _view(catalog, code, name)
    for country in catalog["countries"]["iso3"]:
        yield replace(_view(catalog, code, "country"), selection=Selection(countries=(str(country),)))
    for record in known(catalog):
        yield replace(_view(catalog, code, "record"), choices=((RECORD.url, (record,)),))


def _view(catalog: Catalog, code: str, page: str) -> View:
    return View(catalog, Selection(), language(code), "light", page)


def path_of(view: View) -> str:
    """Return where a view lies: `offices.html`, `es/country/MEX.html`, `record/event-ev-20230531-mananera.html`."""
    return _folder(view.language.code) + _path(view.page, view.choice(RECORD), view.selection.countries)


def _folder(code: str) -> str:
    return "" if code == available()[0] else f"{code}/"


def _path(page: str, record: str | None, countries: tuple[str, ...]) -> str:
    if page == "record" and record:
        return f"record/{record.replace(':', '-', 1)}.html"
    if page == "country" and len(countries) == 1:
        return f"country/{countries[0]}.html"
    return f"{pages.PATHS[page] or 'index'}.html"


def page(view: View, base: str = "") -> str:
    """Return a page as a whole document."""
    path = path_of(view)
    up = "../" * path.count("/")
    begun = content.content(view, whole=True)
    alternates = "".join(
        f'<link rel="alternate" hreflang="{code}" href="{up}{_folder(code)}{path.removeprefix(_folder(view.language.code))}">'
        for code in available()
    )
    canonical = f'<link rel="canonical" href="{base}{path}">' if base else ""
    body = dress.LINK.sub(lambda found: f' href="{escape(_led(unescape(found[2]), view, up))}"', begun.body)
    body = TAKEN.sub(
        lambda found: f'{found[1]}="{up}{_folder(view.language.code)}{found[3] or _taken(found[2])}{found[4] or ""}"',
        body,
    )
    said = f'<meta name="description" content="{escape(begun.sentence or begun.finding)}">'
    style = f'<link rel="stylesheet" href="{up}static/site.css"><style>{begun.style}</style>'
    return content.document(view.language, begun.title, f"{said}{alternates}{canonical}{style}", body)


def _led(address: str, view: View, up: str) -> str:
    """Return where a link to a page of ours leads in the site. What no file holds, a filter on a page, leads to the page."""
    way, hash_, part = address.partition("#")
    path, _, query = way.partition("?")
    name = NAMED.get(path)
    if name is None:
        return address
    asked = parse_qs(query)
    code = asked.get("lang", [view.language.code])[0]
    record, countries = asked.get(RECORD.url, [None])[0], tuple(asked.get("country", ()))
    return f"{up}{_folder(code)}{_path(name, record, countries)}{hash_}{part}"


def _taken(kind: str | None) -> str:
    """Return where what is taken lies in the site; without a kind, or with every filter in it, it is the presentation."""
    return f"take/{kind}.{making.KINDS[kind].extension}" if kind and kind in making.KINDS else "present.html"


def _style() -> str:
    sheet = content.sheet().replace("./app/static/", "")
    return f"{content.colors()}{sheet}{STANDING}"


def _of_base(view: View, base: str) -> Files:
    """Yield what names full addresses: the feeds."""
    code, catalog = view.language.code, view.catalog
    listed = [("", ""), *(("objective", str(number)) for number in catalog["objectives"]["objective_id"])]
    for kind, of in [*listed, *(("country", str(iso3)) for iso3 in catalog["countries"]["iso3"])]:
        path = feeds.path(kind, of).removesuffix(".atom")
        yield f"{_folder(code)}{path}.atom", feed(catalog, kind, of, f"{base}{_folder(code)}", view.language)


def _sitemap(paths: list[str], base: str, catalog: Catalog) -> str:
    day = catalog.facts_as_of.isoformat()
    listed = "".join(f"<url><loc>{escape(base + path)}</loc><lastmod>{day}</lastmod></url>" for path in paths)
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</urlset>'
