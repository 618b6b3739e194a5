"""The static site: every page is reached, every link leads to a file and a part that is there, and a page says what ours says."""

import posixpath
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html import escape, unescape
from pathlib import Path
from types import SimpleNamespace

import pytest

from briefing import making, site
from briefing.site import figures, places, taken, writing
from briefing.site.page import page
from data import pages
from data.catalog import Catalog
from data.translation import translated
from figures import every, framed, labels
from figures.country import screen as begun
from figures.country import sections, unknown
from figures.sources import citing
from figures.view import View

LINK = re.compile(r"""\b(?:href|src|srcset)=["']([^"']+)["']""")
ID = re.compile(r"""\bid=["']([^"']+)["']""")
OWN = re.compile(r"<main.*</main>", re.DOTALL)
"""What a page holds beside the band that stands on all of them."""

SIZES = {"page": 781, "whole": 5302, "slides": 199, "document": 640, "document-a4": 641, "pack": 3700}

COUNTRIES = ("MEX", "KEN", "ISL")


class Site:
    """The pages of the site, each made when it is first looked at."""

    def __init__(self, catalog: Catalog) -> None:
        self.views = {
            places.path_of(view): view
            for code in ("en", "es")
            for view in places.views(translated(catalog, code), code)
        }
        self._made: dict[str, str] = {}

    def html(self, path: str) -> str:
        if path not in self._made:
            self._made[path] = page(self.views[path], "", SIZES)
        return self._made[path]

    def some(self) -> list[str]:
        """All pages of each kind that stands alone, and some of those that are alike; in Spanish, a few."""
        paths = [path for path in self.views if not path.startswith("es/")]
        records = [path for path in paths if path.startswith("record/")]
        few = [
            *records[::150],
            *(f"country/{code}.html" for code in COUNTRIES),
            "timeline/2024.html",
            "timeline/all.html",
        ]
        listed = [path for path in paths if "/" not in path or path.startswith("objective/")]
        return [
            *listed,
            *(path for path in few if path in self.views),
            "es/index.html",
            "es/offices.html",
            "es/brief.html",
        ]


@pytest.fixture(scope="module")
def made(catalog: Catalog) -> Site:
    return Site(catalog)


def files(catalog: Catalog) -> set[str]:
    """Where what is no page lies."""
    found = {"static/site.css"}
    for code in ("en", "es"):
        view = next(iter(places.views(translated(catalog, code), code)))
        below = places.folder(code)
        found |= {f"{below}{path}" for path in taken.paths(view).values()}
        found |= {
            f"{below}previews/{kind}-{theme}.png"
            for kind in ("page", "slides", "document", "pack")
            for theme in ("light", "dark")
        }
    return found


def led(path: str, to: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), to)) if to else path


def test_every_link_leads_to_a_file_and_to_a_part_of_it_that_is_there(catalog: Catalog, made: Site) -> None:
    others = files(catalog)
    for path in made.some():
        for link in set(LINK.findall(made.html(path))):
            to, _, part = link.partition("#")
            if to.startswith(("http:", "https:")):
                continue
            target = led(path, to)
            assert target in made.views or target in others, (path, link)
            if part and target.startswith("sources/"):
                assert part in {one.key for one in figures.of(made.views[target])}, (path, link)
            elif part:
                assert part in ID.findall(made.html(target)), (path, link)


def test_what_cannot_be_made_stops_nothing_else_and_is_told(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_of: object) -> bytes:
        raise ValueError("more than 6 pages")

    apart: list[str] = []

    def here(make: Callable[..., bytes], view: View, kind: str, address: str) -> bytes:
        apart.append(kind)
        return make(view, kind, address)

    monkeypatch.setattr(taken.apart, "made", here)
    others = {kind: making.Kind(one.extension, one.mime, lambda *_of: b"made") for kind, one in making.KINDS.items()}
    monkeypatch.setattr(making, "KINDS", others | {"document": making.Kind("pdf", "application/pdf", fails)})
    monkeypatch.setattr(taken, "previews", lambda _view: {})
    monkeypatch.setattr(taken.show, "of_everything", lambda _view: SimpleNamespace(shown=""))
    monkeypatch.setattr(writing, "views", lambda *_of: ())
    monkeypatch.setattr(writing, "card", lambda _view: b"")
    view = next(iter(places.views(translated(catalog, "es"), "es")))
    with pytest.raises(site.NotMadeError, match=f"es/take/{making.file_name('document', view)}"):
        site.write(catalog, tmp_path)
    assert "more than 6 pages" in caplog.text
    assert apart == ["document", "document-a4"] * 2, "what sets documents keeps them in memory"
    assert {path.suffix for path in (tmp_path / "es" / "take").iterdir()} == {".html", ".pptx", ".pdf", ".zip"}
    assert list((tmp_path / "es").glob("cards/*.png"))


def test_no_link_of_a_page_leads_to_itself(made: Site) -> None:
    for path in made.some():
        own = OWN.search(made.html(path))
        assert own
        assert path not in {led(path, link) for link in LINK.findall(own[0]) if "#" not in link}, path


def test_no_page_is_an_orphan(made: Site) -> None:
    """Each is linked from another; that of a record, from the table in which the record is a row."""
    linked: set[str] = set()
    for path in made.some():
        linked |= {to for link in LINK.findall(made.html(path)) if (to := led(path, link.partition("#")[0])) != path}
    for path, view in made.views.items():
        if path.startswith("sources/"):
            (table,) = figures.of(view)
            linked |= {places.led(way, view) or "" for way in table.ways if way}
    assert {path for path in made.views if not path.startswith("es/")} - linked == set()


@pytest.mark.parametrize("path", ["country/MEX.html", "country/NGA.html"])
def test_a_country_has_every_section_of_its_brief_with_every_entry(path: str, made: Site) -> None:
    html, view = made.html(path), made.views[path]
    (known,) = begun.of(view)
    assert len(known.flows) == html.count("record/flow-"), "each statement of what moves leads to its record"
    for point in known.disagreements:
        assert f"record/contradiction-{point.contradiction_id}.html" in html
    for make in sections.EVERY:
        section = sections.made(make, known, view)
        found = re.search(rf'<section id="{section.key}"><h2>(.*?)</section>', html, re.DOTALL)
        assert found, section.key
        entries = re.sub(r"<thead>.*?</thead>", "", found[1])
        assert len(re.findall("<tr>|<li>", entries)) == len(section.rows)
        assert section.rows or section.empty in unescape(found[1])
    assert all(escape(gap) in html for gap in unknown.gaps(known, view.language))


def test_every_country_is_reached_by_name_and_by_its_shape(catalog: Catalog, made: Site) -> None:
    own = {f"country/{code}.html" for code in catalog["countries"]["iso3"]}
    assert own <= set(LINK.findall(made.html("country.html")))
    drawing = re.findall(r"<svg.*?</svg>", made.html("offices.html"), re.DOTALL)[0]
    assert "country/MEX.html" in drawing
    assert "country/BRA.html" in drawing


def test_no_two_parts_of_a_page_have_one_name(made: Site) -> None:
    for path in made.some():
        assert [name for name, count in Counter(ID.findall(made.html(path))).items() if count > 1] == [], path


@pytest.mark.parametrize("path", ["timeline.html", "sources.html", "index.html", "es/index.html"])
def test_a_phone_has_a_drawing_of_its_own(made: Site, path: str) -> None:
    html = made.html(path)
    narrow = re.findall(r'<div class="in-narrow">.*?<svg class="drawing"[^>]*viewBox=["\']0 0 (\d+)', html, re.DOTALL)
    assert narrow
    assert int(narrow[0]) < 400 < int(re.findall(r'<div class="in-wide">.*?viewBox=["\']0 0 (\d+)', html, re.DOTALL)[0])


def test_no_drawing_is_stretched(made: Site) -> None:
    for path in ("offices.html", "country/MEX.html"):
        assert framed.SIZE.findall(made.html(path)) == []
        assert 'style="max-width:' in made.html(path)


def test_the_tab_is_named_after_what_the_page_is_of(catalog: Catalog, made: Site) -> None:
    def title(path: str) -> str:
        found = re.search(r"<title>(.*?) · ", made.html(path))
        assert found
        return found[1]

    assert title("country/MEX.html") == "Mexico"
    assert title("objective/3.html") == "Enablers"
    record = next(path for path in made.some() if path.startswith("record/"))
    heading = re.search(r"<h1>(.*?)</h1>", made.html(record))
    assert heading
    assert title(record) == heading[1]
    assert title("offices.html") == labels.words(made.views["offices.html"].language, "page")["offices"]


def test_every_page_names_the_briefing_and_leads_to_its_other_language(made: Site) -> None:
    for path in made.some():
        band = made.html(path).partition("<main")[0]
        name = "Informe interactivo" if path.startswith("es/") else "Illicit opioids strategy briefing"
        assert re.search(rf'<a class="name" href="[^"]+">{name}', band)
        assert re.search(r'<a class="present" href="[^"]*present.html">', band)
        assert re.search(r'hreflang="(es|en)" lang="\1">(Español|English)</a>', band)


def test_a_page_holds_every_figure_of_it_with_its_words_and_rows(made: Site) -> None:
    for path in [one for one in made.some() if "/" not in one and one not in ("country.html", "brief.html")]:
        html = made.html(path).replace("&#x27;", "'").replace("&quot;", '"')
        for figure in (one for one in every.of(made.views[path]) if one.key != citing.KEY):
            assert f'<section id="{figure.key}">' in html
            assert f">{figure.title.replace('&', '&amp;')}</h2>" in html
        assert html.count("<h1>") == 1
        assert "<script" not in html


def test_a_record_says_how_to_cite_and_to_correct_it_and_of_a_source_what_cites_it(made: Site) -> None:
    html = made.html("record/office-mex-tijuana.html")
    assert "record/office-mex-tijuana.html</p><p><b>Correct this:</b> this copy" in html
    assert "<figcaption>" not in html, "its map has marks of other places, whose sources are not its own"
    source = made.html("record/source-seed-cartelinsider.html")
    assert "record/claim-" in source
    assert "cite this source" not in made.html("sources.html")


def test_events_stand_as_a_list_with_their_calendar(made: Site) -> None:
    html = made.html("timeline.html").partition('<section id="events">')[2]
    assert re.findall(r"<details[^>]*>", html)[0] == "<details>", "as open, it is as long as a book"
    assert "<details open>" not in made.html("index.html").partition('<section id="overview-map">')[2], (
        "the map stands above"
    )
    assert f'<a href="{taken.CALENDAR}" download>' in html


def test_a_date_is_said_and_where_a_column_is_of_digits_it_has_them(made: Site) -> None:
    assert '<time datetime="2013-02-06">6 February 2013</time>' in made.html("index.html")
    assert '<time datetime="2013-02-06">6 de febrero de 2013</time>' in made.html("es/index.html")
    html = made.html("timeline.html")
    assert 'data-label="Date in ISO 8601"><time>2023-09-19</time>' in html
    assert set(re.findall(r'data-label="([^"]*)">(?:<a [^>]*>)?<time>', html)) == {"Date in ISO 8601"}


def test_no_page_speaks_of_filters_which_it_does_not_have(made: Site) -> None:
    for path in ("about.html", "offices.html", "index.html", "timeline.html", "es/offices.html", "country/KEN.html"):
        words = re.sub(r"<[^>]+>", " ", made.html(path))
        assert not re.findall(r"[^.]*\b(?:[Ff]ilters?\b(?!,| *,)|[Ff]iltros?\b)[^.]*", words), path


def test_what_is_taken_away_is_there_and_said_as_it_is(catalog: Catalog, made: Site) -> None:
    html = made.html("brief.html")
    assert f'href="present.html" download="{making.file_name("whole", made.views["brief.html"])}"' in html
    assert "5.3 MB" in html
    assert "up to" not in html
    assert "Filter first" not in html
    assert "S opens" not in html
    assert made.html("brief.html").count('media="(prefers-color-scheme: dark)"') == 4


def test_with_an_address_there_are_feeds_cards_and_a_map_of_the_site(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def few(catalog: Catalog, code: str) -> list[View]:
        return [replace(next(iter(places.views(catalog, code))), page="offices")]

    monkeypatch.setattr(writing, "views", few)
    monkeypatch.setattr(writing, "card", lambda view: b"")
    monkeypatch.setattr(writing.taken, "files", lambda view, base, sizes, missing: iter(()))
    found = dict(site.files(catalog, "https://briefing.test/"))
    assert "https://briefing.test/es/offices.html" in str(found["sitemap.xml"])
    assert {"feeds/changes.atom", "es/feeds/country-MEX.atom", "cards/offices.png", "robots.txt"} <= set(found)
    assert set(pages.LISTED) == {path[6:-4] for path in found if path.startswith("cards/")}
    feed = found["es/feeds/changes.atom"]
    assert isinstance(feed, bytes)
    assert b"https://briefing.test/es/" in feed
