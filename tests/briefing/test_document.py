"""The document is read back: what it says, in both languages, and what makes it one for every reader."""

import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from babel import Locale
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from briefing.document import addresses, brief, brief_room, document, paper, pdf, press
from briefing.document import initiatives as listed_initiatives
from briefing.document.quotes import curled
from briefing.document.references import References
from briefing.story import UNKNOWN, story
from data.catalog import Catalog
from data.queries import release
from data.queries.evidence import PRESENCE, places
from data.queries.flows import disputed
from data.queries.objectives import in_full, initiatives
from data.queries.offices import documented
from data.queries.timeline import KEY_EVENTS
from data.selection import Selection
from data.translation import translated
from figures import filters
from figures.country import screen, unknown
from figures.flows import listing
from figures.language import language as speak
from figures.offices import wording
from figures.view import ROOM, View
from tests.pages.test_languages import SAME

ADDRESS = "https://briefing.example/?lang=en"

SELECTIONS = {
    "everything": Selection(),
    "one objective": Selection(objectives=(3,)),
    "one country": Selection(countries=("MEX",)),
    "a country with one row": Selection(countries=("KEN",)),
    "nothing": Selection(countries=("NGA",), objectives=(4,)),
}

ON: dict[str, document.Paper] = {"en": "letter", "es": "a4"}
"""Language → the paper on which its readers print."""

SIZES = {"letter": (612, 792), "a4": (595, 842)}

EVERY = pytest.mark.parametrize(("chosen", "code"), [(chosen, code) for chosen in SELECTIONS for code in ON])

MARGIN = 46
"""Points at the left and right of a page."""

LEAST = 7.5
"""Points of the smallest type."""

NAMED = (
    ("countries", "name"),
    ("events", "title"),
    ("flows", "from_name"),
    ("flows", "to_name"),
    ("initiatives", "name"),
    ("objectives", "title"),
    ("organisations", "name"),
    ("contradictions", "title"),
)
"""Tables and columns of what has a name."""


@pytest.fixture(scope="module")
def view(catalog: Catalog) -> Any:
    return cache(
        lambda chosen, code: View(translated(catalog, code), SELECTIONS[chosen], speak(code), "light", stated=code)
    )


Made = Callable[..., tuple[PdfReader, set[int]]]


@pytest.fixture(scope="module")
def both(view: Any) -> Made:
    """Return a document, and the numbers of its references, whatever it cites."""

    def make(chosen: str, code: str, size: document.Paper | None = None) -> tuple[PdfReader, set[int]]:
        told, setting = [], press._set

        def seen(document: str, *rest: Any) -> bytes:
            told.append(json.loads(document))
            return setting(document, *rest)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(press, "_set", seen)
            reader = PdfReader(io.BytesIO(pdf(view(chosen, code), size or ON[code], ADDRESS)))
        return reader, {one["number"] for one in told[0]["references"]["items"]}

    return cache(make)


@pytest.fixture(scope="module")
def made(both: Made) -> Any:
    return lambda *of: both(*of)[0]


@pytest.fixture(scope="module")
def listed(both: Made) -> Any:
    return lambda chosen, code: both(chosen, code)[1]


def told(text: str) -> str:
    """Return a text as it is set, without what lines break at: spaces and hyphens."""
    return re.sub(r"[\s\u00ad\u200b-]+", "", curled(text))


@cache
def words(reader: PdfReader) -> str:
    return told("".join(page.extract_text() for page in reader.pages))


def elements(reader: PdfReader) -> Iterator[dict[str, Any]]:
    """Yield every element of the structure tree."""
    root: Any = reader.trailer["/Root"]
    left: list[Any] = [root["/StructTreeRoot"]]
    while left:
        one = left.pop()
        one = one.get_object() if isinstance(one, IndirectObject) else one
        if isinstance(one, list):
            left += reversed(one)
        elif isinstance(one, dict) and one.get("/Type") != "/MCR":
            if "/S" in one:
                yield one
            left.append(one.get("/K", []))


def fonts(reader: PdfReader) -> set[tuple[str, bool]]:
    """Return the fonts of a document, and whether each is embedded."""
    found: set[tuple[str, bool]] = set()
    for number in range(1, len(reader.xref_objStm) + len(reader.xref.get(0, {})) + 1):
        try:
            one = reader.get_object(number)
        except Exception:
            continue
        if isinstance(one, dict) and one.get("/Type") == "/FontDescriptor":
            found.add((one["/FontName"], any(name in one for name in ("/FontFile", "/FontFile2", "/FontFile3"))))
    return found


def blocks(part: Any, kind: str) -> Iterator[dict[str, Any]]:
    """Yield the parts of a document that are of a kind."""
    if isinstance(part, dict):
        if kind in part or part.get("kind") == kind:
            yield part
        for one in part.values():
            yield from blocks(one, kind)
    elif isinstance(part, list):
        for one in part:
            yield from blocks(one, kind)


@EVERY
def test_it_has_as_many_pages_as_it_may_on_the_paper_asked_for(made: Any, chosen: str, code: str) -> None:
    pages = made(chosen, code).pages
    fewest = 1 if chosen == "nothing" else 2
    assert len(pages) in ((1,) if "country" in chosen else range(fewest, paper.PAGES + 1))
    for page in pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(SIZES[ON[code]], abs=1)


@pytest.mark.parametrize(("code", "size"), [("es", "letter"), ("en", "a4")])
def test_without_a_filter_it_has_room_on_the_paper_of_the_other_language_too(made: Any, code: str, size: str) -> None:
    assert len(made("everything", code, size).pages) == paper.PAGES


def test_what_has_no_room_is_counted_and_its_file_is_named(view: Any) -> None:
    here = view("everything", "en")
    whole, less = (
        document._paper(here, "letter", "", room) for room in (paper.ALL, paper.Room(3, 3, places_cite=False))
    )
    assert "more rows are" not in json.dumps(whole["blocks"], default=str)
    said = json.dumps(less["blocks"], default=str)
    (every,), (few,) = (
        [one for one in blocks(told["blocks"], "table") if one["columns"] == 1] for told in (whole, less)
    )
    assert len(few["rows"]) == 3
    assert f"{len(every['rows']) - 3} more rows are in tables/initiative_followup.csv of the data pack." in said
    moves = max(blocks(whole["blocks"], "list"), key=lambda one: one["columns"])["items"]
    first = [found[1] for moves_ in moves[:3] if (found := re.search(r"\((\d+) statements\)", str(moves_)))]
    left = len(here.catalog["flows"]) - 3 - sum(int(count) - 1 for count in first)
    assert f"{left} more rows are in tables/flows.csv of the data pack." in said
    assert "The sources of each are in tables/office_evidence.csv of the data pack." in said
    served = document._paper(here, "letter", ADDRESS, paper.Room(3, 3, places_cite=False))
    said = json.dumps(served["blocks"], default=str, ensure_ascii=False).replace(addresses.GAP, "")
    assert f"{len(every['rows']) - 3} more rows are at briefing.example/objectives?lang=en." in said
    assert "The sources of each are at briefing.example/offices?lang=en." in said


@pytest.mark.parametrize(("chosen", "code"), [("everything", "en"), ("one country", "es")])
def test_what_either_side_says_stands_with_its_limits(view: Any, chosen: str, code: str) -> None:
    here = view(chosen, code)
    make = document._brief if "country" in chosen else document._paper
    said = json.dumps(
        make(here, "a4", "", brief_room.AMPLE[0] if "country" in chosen else paper.ALL)["blocks"],
        ensure_ascii=False,
        default=lambda one: "",
    )
    known = in_full(here.catalog, initiatives(here.catalog, here.selection, "strategy").rows)
    sought = [one.follow_up for one in known[: brief_room.MOST] if one.follow_up and one.follow_up.said]
    assert len(sought) > 2
    for found in sought:
        assert all(side.what in said for side in found.said)
        assert found.note in said


@pytest.mark.parametrize(("chosen", "of"), [("one objective", paper), ("one country", brief_room)])
def test_a_document_is_made_where_even_what_says_least_is_too_long(
    view: Any, monkeypatch: pytest.MonkeyPatch, chosen: str, of: Any
) -> None:
    monkeypatch.setattr(of, "PAGES", 0)
    assert pdf(view(chosen, "es")).startswith(b"%PDF")


def test_what_was_cut_is_given_back_where_it_finds_room_after_all() -> None:
    few = paper.LESS[-2]
    assert paper.given_back(few, lambda room: True) == paper.SHORT
    assert paper.given_back(few, lambda room: room.evidence == 5 and not room.places_cite) == replace(few, flows=None)
    assert paper.given_back(few, lambda room: (room.evidence or 99) < 9 and room.flows == 5) == replace(
        few, evidence=8, places_cite=True
    )


@pytest.mark.parametrize(("code", "size"), [("es", "letter"), ("es", "a4"), ("en", "letter")])
def test_without_a_filter_nothing_is_left_out(made: Any, code: str, size: str) -> None:
    said = words(made("everything", code, size))
    assert not re.search(r"briefing\.example/\w", said)


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("HSI's and ICE's agents' work", "HSI’s and ICE’s agents’ work"),
        ("\"Mexican form\": ('cash')", "“Mexican form”: (‘cash’)"),
        ("", ""),
    ],
)
def test_straight_marks_are_set_curly(typed: str, set_: str) -> None:
    assert curled(typed) == set_


def test_nothing_is_set_with_straight_marks_and_no_stop_is_doubled(made: Any) -> None:
    said = "".join(
        page.extract_text() for of in (("everything", "en"), ("one country", "es")) for page in made(*of).pages
    )
    assert not re.search(r"\w['\"]|['\"]\w", said)
    assert not re.search(r"[?!…]\.\s|(?<!\.)\.\.(?!\.)", said)


def test_a_reference_names_its_language_once_and_its_address(view: Any, catalog: Catalog) -> None:
    here, cites = view("everything", "es"), References(view("everything", "es"), 1)
    sources = ("upd-zeta-202502", "upd-dsl-audit")
    cites.cite(sources, 2)
    zeta, audit = (
        "".join(part if isinstance(part, str) else part["words"] for part in one["parts"]) for one in cites.listed()
    )
    assert "(Spanish)" not in zeta
    assert zeta.count("español") == 1
    assert audit.replace(addresses.GAP, "").endswith("github.com/Data-Science-Link/fentanyl-awareness")
    many = References(here, 1)
    many.cite(catalog.sources, len(catalog.sources))
    assert str(next(one for one in many.listed() if "github.com" in str(one))["parts"][-1]) == ". github.com"
    spoken = {f"({Locale('en').languages[one.language]})" for one in catalog.sources.values() if one.language}
    assert not [one for one in many.listed() if any(language in str(one["parts"][0]) for language in spoken)]


def test_the_caption_of_the_year_of_the_release_is_as_old_as_what_it_shows(view: Any) -> None:
    drawn = list(blocks(document._paper(view("everything", "en"), "letter", "")["blocks"], "drawing"))
    (year,) = [one for one in drawn if "2023, the year" in str(one["caption"])]
    assert "Newest source published: April 2024" in str(year["caption"])


@EVERY
def test_every_reader_can_read_it(made: Any, view: Any, chosen: str, code: str) -> None:
    reader = made(chosen, code)
    root, here = reader.trailer["/Root"], view(chosen, code)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith(code)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert document.named(here) in reader.metadata.title
    assert reader.metadata.author
    assert "fentan" in reader.metadata.keywords.lower()
    assert reader.metadata.creation_date.date() == here.catalog.facts_as_of
    assert "pdfuaid:part>1<" in reader.xmp_metadata.rdf_root.toxml().replace(" ", "").replace(
        "<pdfuaid:part>", "pdfuaid:part>"
    )
    found = list(elements(reader))
    assert all(one.get("/Alt") for one in found if one["/S"] == "/Figure")
    heads = [one for one in found if one["/S"] == "/TH"]
    assert all(one["/A"][0]["/Scope"] if isinstance(one["/A"], list) else one["/A"]["/Scope"] for one in heads)
    levels = [int(one["/S"][2:]) for one in found if re.fullmatch(r"/H\d", one["/S"])]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@EVERY
def test_it_is_set_in_our_own_fonts(made: Any, chosen: str, code: str) -> None:
    found = fonts(made(chosen, code))
    assert {name.partition("+")[2] for name, _is_in in found} == {
        "PublicSans-Regular",
        "PublicSans-Bold",
        "BriefingSerif-Bold",
    }
    assert all(is_in for _name, is_in in found)


@EVERY
def test_bookmarks_are_its_headings(made: Any, chosen: str, code: str) -> None:
    reader = made(chosen, code)
    said = words(reader)
    flat: list[Any] = list(reader.outline)
    titles = []
    while flat:
        one = flat.pop(0)
        if isinstance(one, list):
            flat = [*one, *flat]
        else:
            titles.append(one.title)
    # What the filters leave nothing of stands under one heading.
    assert len(titles) >= (5 if chosen == "nothing" else 6)
    assert all(told(title) in said for title in titles)


@EVERY
def test_what_it_cites_is_listed_and_what_is_listed_is_cited(made: Any, listed: Any, chosen: str, code: str) -> None:
    marks = re.findall(r"\[([\d,–]+)\]", words(made(chosen, code)))
    cited = set()
    for run in ",".join(marks).split(","):
        first, _dash, last = run.partition("–")
        cited |= set(range(int(first), int(last or first) + 1))
    assert cited == listed(chosen, code) == set(range(1, max(cited) + 1))


@pytest.mark.parametrize("code", ON)
@pytest.mark.parametrize("chosen", ["everything", "one objective", "nothing"])
def test_a_paper_names_every_initiative_and_every_place(view: Any, made: Any, chosen: str, code: str) -> None:
    here, said = view(chosen, code), words(made(chosen, code))
    names = initiatives(here.catalog, here.selection).rows["name"]
    places = documented(here.catalog, here.selection).rows
    assert all(told(name) in said for name in names)
    # What no filter that is on narrows goes on in its file.
    here_listed = [told(city) in said for city in places.loc[places["level"] == "city", "city"]]
    assert all(here_listed) or chosen == "one objective"
    assert ("briefing.example/offices?objective=3" in said) == (chosen == "one objective")
    assert (len(names) == 0) == (chosen == "nothing")


@pytest.mark.parametrize("code", ON)
@pytest.mark.parametrize("chosen", ["one country", "a country with one row"])
def test_a_brief_says_what_the_page_of_the_country_does(view: Any, made: Any, chosen: str, code: str) -> None:
    here, said = view(chosen, code), words(made(chosen, code))
    begun = screen.screen(replace(here, page="country"))
    assert told(begun.finding) in said
    assert told(here.language.date(release.DAY)) in said
    latest = begun.sentence.removesuffix(brief.nothing_more(here)).strip()
    assert told(brief.nothing_more(here)) in said
    # Where rows are cut, the newest event stands among the events, and does not lead.
    assert (told(latest) in said) == (chosen != "one country")
    assert all(told(one.value + one.counts) in said for one in begun.numbers)
    assert all(told(place) in said for place in begun.figures[0].rows["place"])


@EVERY
def test_every_page_says_which_it_is_of_when_and_independent_of_whom(
    view: Any, made: Any, chosen: str, code: str
) -> None:
    reader, language = made(chosen, code), view(chosen, code).language
    day = language.date(view(chosen, code).catalog.facts_as_of.isoformat())
    for at, page in enumerate(reader.pages, 1):
        said = told(page.extract_text())
        assert told(language.gettext("Page {n} of {total}").format(n=at, total=len(reader.pages))) in said
        assert told(language.gettext("Facts as of {day}.").format(day=day)) in said
        assert told(language.gettext("Independent of any government")) in said
        narrowed = filters.in_words(view(chosen, code).selection, view(chosen, code).catalog, language)
        assert told(narrowed) in said
        assert told(language.gettext("No filter is on")) not in said
    links = [
        one.get_object()["/A"].get("/URI")
        for page in reader.pages
        for one in page.get("/Annots", [])
        if "/A" in one.get_object()
    ]
    own = ADDRESS
    if "country" in chosen:
        (only,) = view(chosen, code).selection.countries
        own = f"https://briefing.example/country?country={only}&lang={code}"
    assert own in links
    assert any("http" in str(one) and one != own for one in links)


@pytest.mark.parametrize(("chosen", "code"), [("everything", "en"), ("one country", "es")])
def test_no_word_is_smaller_than_can_be_read_on_paper(made: Any, chosen: str, code: str) -> None:
    sizes: dict[float, str] = {}

    def seen(text: str, _cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        if text.strip():
            sizes[round(abs(tm[3]) * size, 2)] = text

    for page in made(chosen, code).pages:
        page.extract_text(visitor_text=seen)
    assert min(sizes) >= LEAST - 0.01, sizes[min(sizes)]


@pytest.mark.parametrize("code", ON)
@pytest.mark.parametrize("chosen", ["everything", "one objective", "nothing"])
def test_a_paper_tells_each_chapter_once_and_ends_with_what_is_not_known(view: Any, chosen: str, code: str) -> None:
    here = view(chosen, code)
    found = document._paper(here, ON[code], "")["blocks"]
    kickers = [one["kicker"] for one in blocks(found, "kicker") if one["kicker"]]
    assert len(kickers) == len(set(kickers))
    assert found[-1]["title"] == next(one.screen.finding for one in story(here) if one.name == UNKNOWN)
    headings = [one for one in blocks(found, "level") if not one["blocks"]]
    assert all(one["sticky"] for one in headings), "a heading stands over nothing"


@pytest.mark.parametrize("code", ON)
def test_what_a_filter_does_not_narrow_says_so(view: Any, code: str) -> None:
    here = view("one objective", code)
    words = here.language.gettext("Not narrowed by: {filters}").format(
        filters=filters.in_words(here.selection, here.catalog, here.language)
    )
    saying = [
        one["title"]
        for one in document._paper(here, ON[code], "")["blocks"]
        if "title" in one and words in json.dumps(one["sentence"], ensure_ascii=False)
    ]
    chapters = {one.name: one.screen.finding for one in story(here)}
    assert saying == [chapters[name] for name in ("offices", "supply")]
    reach = next(one.reach for one in story(here) if one.name == UNKNOWN)
    assert reach in json.dumps(document._paper(here, ON[code], "")["blocks"][-1]["sentence"], ensure_ascii=False)
    assert words not in json.dumps(document._paper(view("everything", code), ON[code], "")["blocks"], default=str)


def test_a_place_cites_the_source_of_its_date_and_a_presence_is_marked(view: Any) -> None:
    here = view("everything", "en")
    paper_ = document._paper(here, "letter", "")
    titles = {one["number"]: one["parts"][0] for one in paper_["references"]["items"]}
    (table,) = [one for one in blocks(paper_["blocks"], "table") if one["columns"] == 3]
    rows = {row[1][0]: row for row in table["rows"]}
    known = places(here.catalog).set_index("city")
    sources = here.catalog.sources
    for city in ("Kingston", "Mexico City", "Baghdad"):
        number = rows[city][1][-1]["cites"][0][0]
        dated_by = sources[known.loc[city, "dated_by"]]
        assert titles[number] in (dated_by.title, {"words": dated_by.title, "to": dated_by.url})
    marked = [row for row in table["rows"] if " ×" in row[1]]
    assert len(marked) == (known["standing"] == PRESENCE).sum() > 0


def test_a_day_that_a_source_does_not_bear_is_said_to_be_about_then(view: Any) -> None:
    made = document._paper(view("everything", "en"), "letter", "")
    (table,) = [one for one in blocks(made["blocks"], "table") if one["columns"] == 3]
    days = {row[1][0]: row[2][0] for row in table["rows"]}
    assert (days["Kingston"], days["Santo Domingo"], days["Mérida"]) == ("About 2013", "About 2024", "2016")


def test_places_that_a_filter_does_not_narrow_are_in_a_file_and_none_is_listed(view: Any) -> None:
    told = json.dumps(document._paper(view("one objective", "en"), "letter", "")["blocks"], default=str)
    assert re.search(r"\"\d+ rows are in tables/offices.csv of the data pack", told)


def test_what_came_later_is_told_in_full(view: Any) -> None:
    """A title alone, such as "a third yearly fall", did not say of what."""
    made = document._paper(view("everything", "en"), "letter", "")["blocks"]
    said = json.dumps(made, default=lambda one: "")
    assert "a third yearly fall. About 70,000 overdose deaths" in said


def test_a_newer_source_that_names_no_city_is_told_of(view: Any) -> None:
    here = replace(view("one country", "en"), selection=Selection(countries=("CHN",)))
    said = json.dumps(document._brief(here, "letter", "", brief_room.AMPLE[0])["blocks"], default=lambda one: "")
    assert "A newer source (September 2023) speaks of an HSI office in the country, without a city." in said


def test_a_status_of_context_has_a_day_or_says_that_it_has_none(view: Any) -> None:
    here = view("one objective", "en")
    undated, dated = (
        next(one for one in in_full(here.catalog, initiatives(here.catalog, here.selection, "context").rows) if of(one))
        for of in (lambda one: one.initiative_id == "blockchain-tracing", lambda one: one.initiative_id == "cbfit")
    )
    assert listed_initiatives._status(undated, here) == ", existing (undated)"
    assert listed_initiatives._status(dated, here) == ", existing (2016)"


@pytest.mark.parametrize("code", ON)
def test_a_brief_cuts_no_gap_shows_every_direction_and_says_where_the_rest_is(view: Any, made: Any, code: str) -> None:
    here, said = view("one country", code), words(made("one country", code))
    (one,) = screen.of(replace(here, page="country"))
    assert all(told(gap) in said for gap in unknown.gaps(one, here.language, here.selection.objectives))
    ends = listing.ends(one.flows, here.catalog, here.language, in_sentence=True)
    shown = said[said.index(told(here.language.gettext("Statements of what moves"))) :]
    assert all(told(ends[end]) in shown for side in ("from_end", "to_end") for end in one.flows[side])
    assert told("tables/flows.csv") not in said
    assert told("supply-chain?country=MEX") not in said
    (stronger,) = wording.older_is_stronger(documented(here.catalog, here.selection).rows, here.catalog, here.language)
    assert told(stronger) in said
    links = {
        str(each.get_object().get("/A", {}).get("/URI"))
        for page in made("one country", code).pages
        for each in page.get("/Annots", [])
    }
    assert any(one.startswith("https://briefing.example/timeline?country=MEX") for one in links)
    assert told("briefing.example/timeline?country=MEX") in said


@pytest.mark.parametrize("code", ON)
def test_a_brief_says_of_what_it_is_and_gives_each_kind_its_share(view: Any, monkeypatch: Any, code: str) -> None:
    here, rooms, making = view("one country", code), list[brief_room.Room](), document._brief
    monkeypatch.setattr(document, "_brief", lambda *of: rooms.append(of[-1]) or making(*of))
    for size in SIZES:
        pdf(here, size)
        room = rooms[-1]
        assert (room.events, room.initiatives, room.points) >= (4, 4, 3)
        assert min(room.events, room.initiatives) >= 4
        assert room.points >= 3
        assert room.sides >= 2, "what is disputed is told, and not named alone"
    made = making(here, "letter", "", room)
    assert made["kicker"].startswith(document.named(here))
    assert here.language.date(release.DAY) in made["blocks"][0]["parts"][0]


def test_events_of_a_brief_are_the_newest_and_those_on_which_the_strategy_turns(view: Any) -> None:
    (one,) = screen.of(replace(view("one country", "en"), page="country"))
    newest = one.country.events.iloc[::-1]
    few = list(brief.turning(newest, 4)["event_id"])
    assert few[:2] == list(newest["event_id"].head(2))
    assert len(few) == 4
    assert release.EVENT in few
    assert set(few[2:]) <= set(KEY_EVENTS)
    assert list(brief.turning(newest, 1)["event_id"]) == few[:1]
    assert len(brief.turning(newest, len(newest))) == len(newest)


def test_a_brief_has_no_room_left_for_a_row_of_any_kind(view: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    here = replace(view("one country", "es"), theme="light", room=ROOM)
    rooms: list[brief_room.Room] = []
    making = document._brief
    monkeypatch.setattr(document, "_brief", lambda *of: rooms.append(of[-1]) or making(*of))
    pdf(here, "a4", ADDRESS)
    on = press.Press()
    for kind in brief_room.KINDS:
        if larger := brief_room.more(rooms[-1], kind, here):
            assert on.end(making(here, "a4", ADDRESS, larger))["pages"] > 1, kind


def test_a_brief_tells_what_is_denied_first_and_what_the_sides_say(view: Any) -> None:
    here = view("one country", "en")
    (one,) = screen.of(replace(here, page="country"))
    told = brief_room.moves(one, here)
    against = disputed(here.catalog, one.flows)
    denied = [any(flow in against for ids in line["flow_ids"] for flow in ids) for line in told]
    assert denied == sorted(denied, reverse=True)
    assert any(denied)
    made = document._brief(here, "letter", "", replace(brief_room.AMPLE[-1], points=1))
    said = json.dumps(made["blocks"], default=lambda one: "")
    assert "not made in Mexico but imported" in said
    assert f"Not told here: {one.disagreements[1].title}; " in said
    lines = next(one for one in blocks(made["blocks"], "title") if one["title"] == "Statements of what moves")
    merged = [int(found) for found in re.findall(r"\((\d+) statements\)", json.dumps(lines))]
    left = [int(found) for found in re.findall(r"(\d+) more rows? ", json.dumps(lines))]
    listed = next(iter(blocks(lines, "list")))["items"]
    ways = [part for entry in listed for part in entry if isinstance(part, dict) and "cites" in part]
    assert len(ways) + sum(merged) - len(merged) + sum(left) == len(one.flows)
    (precursors,) = ["".join(map(str, entry)) for entry in listed if "Asia" in str(entry)]
    places_ = ("Asia", "Central America", "China†", "India", "the United States", " to Mexico")
    at = [precursors.index(place) for place in places_]
    assert at == sorted(at), "one line names every origin, none before another but by name"


@pytest.mark.parametrize("code", ON)
def test_a_brief_shows_initiatives_by_objective_and_says_that_events_are_not_the_newest_alone(
    view: Any, code: str
) -> None:
    here = view("one country", code)
    (one,) = screen.of(replace(here, page="country"))
    for count in (4, 9):
        listed_ = brief.in_order(one.initiatives[:count])
        key = [(each.objective_id, each.follow_up.latest.date if each.follow_up else "") for each in listed_]
        assert len(listed_) == count
        assert [number for number, _day in key] == sorted(number for number, _day in key)
        ours = [pair for pair, each in zip(key, listed_, strict=True) if each.scope == "strategy"]
        assert all(day >= later for (number, day), (other, later) in pairwise(ours) if number == other)

    def headings(room: brief_room.Room) -> set[str]:
        return {one["title"] for one in blocks(document._brief(here, "a4", "", room)["blocks"], "title")}

    few = brief_room.Room(events=4)
    assert here.language.gettext("Events: the newest, and key dates") in headings(few)
    assert here.language.gettext("Events") in headings(replace(few, events=1))


def test_context_is_marked_among_what_is_in_the_strategy(view: Any) -> None:
    here = view("one country", "en")
    (one,) = screen.of(replace(here, page="country"))
    told_ = {
        each.scope: str(brief._initiative(each, here, References(here, 1), brief_room.Room()))
        for each in one.initiatives
    }
    assert "· Context" in told_["context"]
    assert "· Context" not in told_["strategy"]


@pytest.mark.parametrize("code", ON)
def test_the_lower_of_two_maps_is_taken_where_a_hole_would_be_left_beside_it(view: Any, code: str) -> None:
    here = replace(view("one country", code), selection=Selection(countries=("JAM",)))
    on = press.Press()

    def tall(room: brief_room.Room) -> float:
        end = on.end(document._brief(here, ON[code], "", room))
        return end["pages"] - 1 + end["filled"]

    room = brief_room.fullest(here, tall)
    assert all(tall(room) <= tall(replace(room, high=one.high)) for one in brief_room.AMPLE)


@pytest.mark.parametrize(("chosen", "of"), [("one country", document._brief), ("everything", document._paper)])
def test_a_number_at_a_dagger_is_explained_where_it_stands(view: Any, chosen: str, of: Any) -> None:
    room = (brief_room.AMPLE[0],) if "country" in chosen else ()
    made = of(view(chosen, "en"), "letter", "", *room)["blocks"]
    said = " ".join(str(part) for one in blocks(made, "parts") for part in one["parts"])
    listed = json.dumps(list(blocks(made, "list")), ensure_ascii=False)
    assert "A dagger (†) marks" in said
    assert ("a number at it" in said) == bool(re.search(r"†\d", listed))


@pytest.mark.parametrize("chosen", ["everything", "one objective", "one country"])
def test_no_name_of_the_tables_is_left_in_english(view: Any, catalog: Catalog, chosen: str) -> None:
    here = view(chosen, "es")
    made = (
        document._brief(here, "a4", "", brief_room.AMPLE[0]) if "country" in chosen else document._paper(here, "a4", "")
    )
    said = json.dumps([made["head"], made["blocks"]], ensure_ascii=False, default=lambda one: "")
    english = {
        name: other
        for table, column in NAMED
        for name, other in zip(catalog[table][column], here.catalog[table][column], strict=True)
        if name and name != other and name not in SAME
    }
    left = [name for name in english if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said)]
    assert left == [], "translate it, or add it to tests/same_in_both.txt if it is a name"


@pytest.mark.parametrize("chosen", ["everything", "one objective", "nothing"])
def test_drawings_can_be_read_on_paper(view: Any, chosen: str) -> None:
    drawn = list(blocks(document._paper(view(chosen, "en"), "a4", ""), "drawing"))
    assert drawn
    for block in drawn:
        sizes = [*type_of(ElementTree.fromstring(press._svg(block["figure"], *block["box"])))]
        points = (SIZES["a4"][0] - 2 * MARGIN) / block["box"][0]
        assert all(size * points >= LEAST for size in sizes), (block["figure"].key, min(sizes) * points)


@pytest.mark.parametrize("code", ON)
def test_no_event_of_many_is_labelled_alone(view: Any, code: str) -> None:
    drawn = [
        block
        for block in blocks(document._paper(view("everything", code), ON[code], "")["blocks"], "drawing")
        if block["figure"].key == "timeline"
    ]
    labels = [press._svg(block["figure"], *block["box"]).count("<tspan") for block in drawn]
    assert len(labels) == 2
    assert min(labels) > 1


def type_of(element: ElementTree.Element, scale: float = 1) -> Iterator[float]:
    """Yield the sizes of type of a drawing, in its own pixels."""
    scale *= float(found[1]) if (found := re.search(r"scale\(([\d.]+)", element.get("transform", ""))) else 1
    if size := element.get("font-size"):
        yield float(size) * scale
    for one in element:
        yield from type_of(one, scale)


def test_paper_is_white_whatever_the_screen_is(view: Any) -> None:
    here = view("a country with one row", "en")
    assert pdf(replace(here, theme="dark", room=358)) == pdf(here)


def test_a_family_that_is_not_there_fails_instead_of_vanishing(
    view: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "template.typ"
    other.write_text(press.TEMPLATE.read_text("utf-8").replace('"Briefing Serif"', '"Source Serif 4"'), "utf-8")
    monkeypatch.setattr(press, "TEMPLATE", other)
    with pytest.raises(press.NotSetError, match="unknown font family"):
        pdf(view("a country with one row", "en"))


def test_the_template_holds_no_prose() -> None:
    """Words between quotation marks are families, keys and signs: none of them is a sentence."""
    code = re.sub(r"//.*", "", press.TEMPLATE.read_text("utf-8"))
    assert not [
        words for words in re.findall(r'"([^"]*)"', code) if words.count(" ") > 1 and not words.startswith("a block")
    ]
