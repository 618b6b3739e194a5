"""The slides, read back: titles, values, names, notes, languages, and whether words find room."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise, product
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE as KIND

from briefing import citing
from briefing.slides import chapters, pptx, references, rows
from briefing.slides.grid import EMU, NO_BREAK, OTHER_FACE, POINT, SOURCE, Box, bound, lines, lines_of, pixels
from briefing.slides.master import FOOT_BOX
from briefing.slides.notes import LINES
from briefing.slides.page import LANG
from briefing.slides.tables import ABOVE, ASIDE, Table, fill
from briefing.story import Chapter, gathered, story
from data import shapes
from data.catalog import Catalog
from data.queries import carrying, flows
from data.queries.linked import linked
from data.queries.objectives import in_full, initiatives
from data.queries.offices import headline
from data.queries.sources.coverage import coverage
from data.queries.timeline import events
from data.selection import Selection
from data.translation import translated
from figures import filters
from figures.ink.lettering import BOLD, PLAIN, TITLE, width
from figures.language import available, language
from figures.palette import Theme, palette
from figures.sources.coverage import IN_TITLE, LAST
from figures.view import View
from tests.briefing.views import asked
from tests.decks import SELECTIONS

CASES = [(name, code) for name, code in product(SELECTIONS, available())]
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
ADDRESS = "https://briefing.example/?lang=en"

DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


@cache
def made(catalog: Catalog, name: str, code: str, theme: Theme = "light") -> tuple[Any, tuple[Chapter, ...], View]:
    view = View(translated(catalog, code), SELECTIONS[name], language(code), theme)
    return Presentation(BytesIO(pptx(view, ADDRESS))), gathered(view), view


def every(holder: Any) -> Iterator[Any]:
    for shape in holder.shapes:
        yield shape
        if shape.shape_type == KIND.GROUP:
            yield from every(shape)


def title_of(slide: Any) -> str:
    return str(slide.shapes.title.text_frame.text)


def notes_of(slide: Any) -> str:
    return str(slide.notes_slide.notes_text_frame.text)


def foot_of(slide: Any) -> str:
    return next(str(one.text_frame.text) for one in slide.placeholders if one.placeholder_format.type.name == "FOOTER")


def cited_in(words: str) -> list[int]:
    return [int(number) for number in re.findall(r"\[(\d+)\]", words)]


def tables(deck: Any) -> list[Any]:
    return [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]


def cells(table: Any) -> list[list[str]]:
    return [[cell.text_frame.text for cell in row.cells] for row in table.rows]


def told(shape: Any) -> tuple[str, str, bool]:
    """Return what a shape is called, what is told of it, and whether it is marked as decorative."""
    one = shape._element.xpath("./*[1]/p:cNvPr")[0]
    return one.get("name"), one.get("descr") or "", next(one.iter(DECORATIVE), None) is not None


def charts(deck: Any) -> list[Any]:
    return [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]


@pytest.mark.parametrize(("name", "code"), CASES)
def test_every_chapter_has_a_slide_with_its_finding_as_title(catalog: Catalog, name: str, code: str) -> None:
    deck, chapters, _view = made(catalog, name, code)
    titles = [title_of(slide) for slide in deck.slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    places = [
        next(at for at, title in enumerate(titles) if title.startswith(bound(one.screen.finding))) for one in chapters
    ]
    assert places == sorted(places)


@pytest.mark.parametrize(("name", "code"), CASES)
def test_everything_drawn_has_words(catalog: Catalog, name: str, code: str) -> None:
    deck, *_ = made(catalog, name, code)
    for slide in deck.slides:
        for shape in every(slide):
            called, words, decorative = told(shape)
            assert called
            has_text = shape.has_text_frame and bool(shape.text_frame.text.strip())
            assert has_text or words or decorative, called
            assert not (words and decorative)
            assert not shape.is_placeholder or has_text or shape.has_chart or shape.has_table, "an empty placeholder"


@pytest.mark.parametrize(("name", "code"), CASES)
def test_every_text_says_its_language(catalog: Catalog, name: str, code: str) -> None:
    deck, *_ = made(catalog, name, code)
    assert deck.core_properties.language == LANG[code]
    parts = [part for slide in deck.slides for part in (slide._element, slide.notes_slide._element)]
    parts += [chart._chartSpace for chart in charts(deck)]
    for part in parts:
        for run in part.iter(f"{DRAWN}r", f"{DRAWN}fld"):
            assert run.find(f"{DRAWN}rPr").get("lang") == LANG[code]


@pytest.mark.parametrize(("name", "code"), CASES)
def test_notes_say_what_to_say_what_may_be_asked_and_what_carries_it(catalog: Catalog, name: str, code: str) -> None:
    deck, chapters, view = made(catalog, name, code)
    headings = [view.language.gettext(words) for words in ("What to say", "What may be asked", "Sources")]
    notes = [(title_of(slide), notes_of(slide)) for slide in deck.slides]
    for chapter in chapters:
        ours = [words for title, words in notes if title.startswith(bound(chapter.screen.finding))]
        told = [{part.split("\n")[0]: part for part in words.split("\n\n")} for words in ours]
        assert all(list(parts) == headings for parts in told), chapter.name
        _said, _asked, sources = told[0].values()
        assert len(set(ours)) == len(ours), "two slides of a chapter have the same notes"
        carried = citing.carrying(chapter)
        assert not carried or any(view.catalog.sources[source].url in sources for source in carried)


@pytest.mark.parametrize(("name", "code"), CASES)
def test_every_slide_has_a_footer_and_a_number(catalog: Catalog, name: str, code: str) -> None:
    deck, _chapters, view = made(catalog, name, code)
    day = view.language.date(view.catalog.facts_as_of.isoformat())
    for slide in deck.slides:
        kinds = [shape.placeholder_format.type.name for shape in slide.placeholders]
        assert kinds[0] == "TITLE"
        assert kinds[-2:] == ["FOOTER", "SLIDE_NUMBER"]
        assert day in list(slide.placeholders)[-2].text_frame.text


@pytest.mark.parametrize(("name", "code"), CASES)
def test_every_foot_names_the_filters_and_keeps_to_its_lines(catalog: Catalog, name: str, code: str) -> None:
    deck, _chapters, view = made(catalog, name, code)
    narrowed = filters.in_words(view.selection, view.catalog, view.language)
    for slide in deck.slides:
        foot = foot_of(slide)
        assert all(part.casefold() in foot.casefold() for part in narrowed.split(" · ")), foot
        runs = [
            (run.text, BOLD if run.font.bold else PLAIN)
            for shape in slide.placeholders
            if shape.placeholder_format.type.name == "FOOTER"
            for run in shape.text_frame.paragraphs[0].runs
        ]
        assert lines_of(runs, SOURCE, FOOT_BOX[2]) <= LINES, foot


def test_what_a_filter_leaves_as_it_is_says_so(catalog: Catalog) -> None:
    deck, chapters, _view = made(catalog, "objective-3", "en")
    feet = {title_of(slide): foot_of(slide) for slide in deck.slides}
    by_name = {one.name: feet.get(bound(one.screen.finding), "") for one in chapters}
    for name in ("offices", "supply", "sources"):
        assert by_name[name].startswith("Not narrowed by: Objective 3 · "), name
    for name in ("strategy", "dates", "evidence"):
        assert by_name[name].startswith("Objective 3 · "), name
    said = next(one for one in chapters if one.name == "unknown").screen
    assert "6 of the 10 initiatives" in " ".join(said.unknown)
    assert "6 of 10 initiatives" in said.finding


@pytest.mark.parametrize(("name", "code"), CASES)
def test_no_slide_points_at_what_only_a_page_has(catalog: Catalog, name: str, code: str) -> None:
    deck, _chapters, view = made(catalog, name, code)
    facts = set(view.catalog["events"]["summary"])
    for slide in deck.slides:
        words = [notes_of(slide), *(shape.text_frame.text for shape in every(slide) if shape.has_text_frame)]
        said = [line for part in words for line in part.split("\n") if not any(line.endswith(fact) for fact in facts)]
        assert not re.search(r"\bbelow\b|\babajo\b", " ".join(said))


@pytest.mark.parametrize(("name", "code"), CASES)
def test_a_number_in_a_foot_is_that_of_the_list_and_of_the_notes(catalog: Catalog, name: str, code: str) -> None:
    deck, _chapters, view = made(catalog, name, code)
    listed = [slide for slide in deck.slides if title_of(slide).startswith(references.title(view))]
    assert len(listed) <= references.SLIDES
    titles = {
        cited_in(row[0])[0]: row[1]
        for slide in listed
        for shape in slide.shapes
        if shape.has_table
        for row in cells(shape.table)[1:]
    }
    assert list(titles) == list(range(1, len(titles) + 1))
    used = set()
    for slide in list(deck.slides)[: -len(listed)]:
        numbers = cited_in(foot_of(slide))
        used.update(numbers)
        in_notes = dict(re.findall(r"\[(\d+)\] (.+)", notes_of(slide)))
        for number, words in in_notes.items():
            assert words.startswith(titles[int(number)])
        assert set(numbers) <= set(map(int, in_notes)), title_of(slide)
    assert used == set(titles)


@pytest.mark.parametrize(("name", "code"), CASES)
def test_a_foot_names_every_source_whose_number_it_gives(catalog: Catalog, name: str, code: str) -> None:
    """Bare numbers stood there, as if words had been lost."""
    deck, _chapters, _view = made(catalog, name, code)
    for foot in map(foot_of, deck.slides):
        assert len(re.findall(r"\[\d+\] \w", foot)) == len(cited_in(foot)), foot


@pytest.mark.parametrize("code", available())
def test_each_thing_that_is_to_be_said_has_its_source_in_the_notes(catalog: Catalog, code: str) -> None:
    deck, chapters, view = made(catalog, "everything", code)
    later = next(one for one in chapters if one.name == "later")
    slide = next(one for one in deck.slides if title_of(one) == bound(later.screen.finding))
    for row in events(view.catalog, later.view.selection).rows.tail(3).itertuples():
        source = carrying.of_event(view.catalog, row.event_id).source_ids[0]
        assert view.catalog.sources[source].url in notes_of(slide), row.title


@pytest.mark.parametrize("code", available())
def test_no_line_of_a_title_ends_between_day_and_month(catalog: Catalog, code: str) -> None:
    deck, *_ = made(catalog, "everything", code)
    (title,) = (
        title for slide in deck.slides if "2023" in (title := slide.shapes.title.text_frame.text) and "31" in title
    )
    day = {"en": f"31{NO_BREAK}May", "es": f"31{NO_BREAK}de{NO_BREAK}mayo"}[code]
    assert day in title


def test_of_one_objective_an_official_source_stands_before_the_newest(catalog: Catalog) -> None:
    _deck, chapters, view = made(catalog, "objective-3", "en")
    evidence = next(one for one in chapters if one.name == "evidence")
    official = view.catalog.names("sources", "source_id", "official")
    said = [side.source_ids for one in citing.promised(evidence) if one.follow_up for side in one.follow_up.said]
    first = [official[source] for source in citing.carrying(evidence)[: len(citing.of_each(view.catalog, said))]]
    assert any(first)
    assert first == sorted(first, reverse=True)


@pytest.mark.parametrize("code", available())
def test_of_each_objective_the_newest_later_source_is_cited_the_official_first(catalog: Catalog, code: str) -> None:
    _deck, chapters, view = made(catalog, "everything", code)
    evidence = next(one for one in chapters if one.name == "evidence")
    newest = citing.newest_of_each(citing.newest(citing.promised(evidence)))
    cited = citing.carrying(evidence)[: len(newest)]
    assert len(newest) == 4
    for one in newest:
        assert set(one.follow_up.latest.source_ids) & set(cited), one.name
    official = [view.catalog.names("sources", "source_id", "official")[source] for source in cited]
    assert official == sorted(official, reverse=True)


@pytest.mark.parametrize("code", available())
def test_each_thing_that_a_heading_says_has_its_source(catalog: Catalog, code: str) -> None:
    deck, chapters, _view = made(catalog, "everything", code)
    feet = {title_of(slide): cited_in(foot_of(slide)) for slide in deck.slides}
    by_name = {one.name: feet.get(bound(one.screen.finding), []) for one in chapters}
    assert len(by_name["dates"]) >= 2, "the rejection and the release"
    assert len(by_name["supply"]) >= 2, "who says it, and who denies it"
    assert len(by_name["evidence"]) >= 4, "one an objective"
    supply = next(one for one in chapters if one.name == "supply")
    statements = flows.flows(catalog, supply.view.selection).rows
    denying = {
        source
        for told in flows.denials(catalog, statements).values()
        for one in told
        for source in one.reading.source_ids
    }
    assert set(citing.carrying(supply)[1:2]) <= denying


@pytest.mark.parametrize("name", ["everything", "mexico", "one-row"])
def test_official_sources_are_cited_first(catalog: Catalog, name: str) -> None:
    _deck, chapters, view = made(catalog, name, "en")
    official = dict(zip(catalog["sources"]["source_id"], catalog["sources"]["official"], strict=True))
    dated = {one: bool(source.published) for one, source in view.catalog.sources.items()}
    for chapter in chapters:
        if chapter.name in ("strategy", "later"):
            weights = [(dated[one], official[one]) for one in citing.carrying(chapter)]
            assert weights == sorted(weights, reverse=True), chapter.name


@pytest.mark.parametrize("code", available())
def test_a_cover_says_as_of_when_and_not_how_old_its_newest_source_is(catalog: Catalog, code: str) -> None:
    """A cover of February 2026 stood before a slide of October."""
    deck, _chapters, view = made(catalog, "everything", code)
    day = view.language.date(view.catalog.facts_as_of.isoformat())
    assert view.language.gettext("Facts as of {day}.").format(day=day).rstrip(".") in foot_of(deck.slides[0])


@pytest.mark.parametrize("code", available())
def test_a_foot_states_how_many_sources_it_does_not_name_and_the_source_of_the_total(
    catalog: Catalog, code: str
) -> None:
    deck, chapters, view = made(catalog, "everything", code)
    offices, year = (next(one for one in chapters if one.name == name) for name in ("offices", "dates"))
    assert citing.carrying(offices)[0] in headline(view.catalog).source_ids
    newest = citing.carrying(offices)[1]
    assert view.catalog.sources[newest].published[:4] == view.catalog.facts_as_of.isoformat()[:4]
    drawn = {event for event in events(view.catalog, view.selection).rows["event_id"] if "2023" in event[:7]}
    cited = linked(view.catalog, "event_sources", "event_id")
    assert set(citing.behind(year)) <= {source for event in drawn for source in cited[event]}
    for chapter in chapters:
        for slide in deck.slides:
            if title_of(slide) == bound(chapter.screen.finding) and cited_in(foot_of(slide)):
                left = len(citing.behind(chapter)) - len(cited_in(foot_of(slide)))
                assert left == 0 or re.search(rf"; {left} (more|más)\.", foot_of(slide)), foot_of(slide)


def test_the_first_slide_says_whose_places_and_initiatives_it_counts(catalog: Catalog) -> None:
    deck, *_ = made(catalog, "mexico", "en")
    words = " ".join(shape.text_frame.text for shape in deck.slides[0].shapes if not shape.is_placeholder)
    assert "named by sources are in Mexico" in words
    assert "name Mexico; " in words
    assert "reported worldwide" in words


@pytest.mark.parametrize("name", ["one-row", "nothing"])
def test_what_was_not_found_takes_one_slide(catalog: Catalog, name: str) -> None:
    _deck, chapters, view = made(catalog, name, "en")
    empty = [one.screen.finding for one in story(view) if one.says_nothing]
    assert len(empty) > 1
    (together,) = (one for one in chapters if one.name == "nothing")
    assert together.screen.unknown == tuple(empty)
    assert not any(one.says_nothing for one in chapters)


@pytest.mark.parametrize(("name", "code"), CASES)
def test_no_word_in_a_table_breaks(catalog: Catalog, name: str, code: str) -> None:
    deck, *_ = made(catalog, name, code)
    for table in tables(deck):
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                room = (column.width - cell.margin_left - cell.margin_right) / EMU
                for run in cell.text_frame.paragraphs[0].runs:
                    size, face = run.font.size.pt / POINT, BOLD if run.font.bold else PLAIN
                    longest = max(run.text.split(), key=len, default="")
                    assert width(longest, size, face) * OTHER_FACE <= room, (longest, room)


@pytest.mark.parametrize(("name", "code"), CASES)
def test_titles_begin_at_one_height_and_what_follows_right_below(catalog: Catalog, name: str, code: str) -> None:
    deck, *_ = made(catalog, name, code)
    assert len({slide.shapes.title.top for slide in deck.slides}) == 1
    for slide in deck.slides:
        title = slide.shapes.title
        below = min(shape.top for shape in slide.placeholders if shape.shape_id != title.shape_id)
        assert 0 <= below - title.top - title.height <= 40 * EMU


@pytest.mark.parametrize("code", available())
def test_initiatives_are_told_in_the_same_columns_throughout(catalog: Catalog, code: str) -> None:
    heads = set()
    for name in ("everything", "mexico"):
        deck, chapters, view = made(catalog, name, code)
        first = {bound(chapter.screen.finding) for chapter in chapters if chapter.name.startswith("objective-")}
        for slide in deck.slides:
            if any(title_of(slide).startswith(one) for one in first):
                heads.update(tuple(cells(shape.table)[0]) for shape in slide.shapes if shape.has_table)
    later, context = (view.language.gettext(words) for words in ("Later source", "Summary"))
    assert {head[2] for head in heads} == {later, context}
    assert len(heads) == 2


def test_a_status_of_context_bears_its_year(catalog: Catalog) -> None:
    """ "Existing", of a source of 2016, was read as what it is today."""
    deck, _chapters, _view = made(catalog, "objective-3", "en")
    table = next(table for table in tables(deck) if "Context" in cells(table)[0][0])
    told = {row[0]: row[1] for row in cells(table)[1:]}
    assert set(told.values()) <= {*(f"Existing ({year})" for year in range(2010, 2027)), "Existing (undated)"}
    assert "Existing (2016)" in told.values()
    assert cells(table)[0][1] == "Status (as of)", "2016 was read as the year in which it began"


@pytest.mark.parametrize(("code", "limit"), [("MEX", "The drug made in the laboratories is not stated"), ("CHN", "")])
def test_a_later_source_says_its_limits_and_one_of_another_place_is_none(
    catalog: Catalog, code: str, limit: str
) -> None:
    view = View(catalog, Selection(countries=(code,)), language("en"), "light")
    chapter = next(one for one in story(view) if one.name == "objective-1")
    assert ("may tell of another place" in chapter.screen.sentence) is bool(limit)
    table = rows.initiatives(chapter.screen.figures[0], chapter.view)[0].table
    told = " ".join(cell.words for row in table.rows for cell in row)
    assert limit in told
    assert "South Korea" not in told
    offices = next(one for one in story(view) if one.name == "offices")
    newer = "A newer source (September 2023) speaks of an HSI office in the country"
    assert (newer in offices.screen.sentence) is (code == "CHN")


def test_of_one_objective_every_later_source_is_told(catalog: Catalog) -> None:
    deck, chapters, _view = made(catalog, "objective-3", "en")
    evidence = next(one for one in chapters if one.name == "evidence")
    slide = next(one for one in deck.slides if title_of(one) == bound(evidence.screen.finding))
    told = cells(next(shape.table for shape in slide.shapes if shape.has_table))
    assert [row[0] for row in told[1:]] == [one.name for one in citing.newest(citing.promised(evidence))]
    assert len(told) > 3
    assert not [shape for shape in slide.shapes if shape.has_chart], "one bar says what the finding does"


def test_strength_is_told_by_one_rule(catalog: Catalog) -> None:
    deck, *_ = made(catalog, "mexico", "en")
    table = next(shape.table for shape in deck.slides[1].shapes if shape.has_table)
    assert cells(table)[0][1] == "Strength of evidence"
    assert "older evidence may be stronger" in notes_of(deck.slides[1])


def test_words_on_a_map_stand_on_a_ground_of_their_own(catalog: Catalog) -> None:
    deck, chapters, _view = made(catalog, "mexico", "es")
    supply = next(bound(one.screen.finding) for one in chapters if one.name == "supply")
    slide = next(one for one in deck.slides if title_of(one) == supply)
    found = [shape for shape in every(slide) if shape.has_text_frame and shape.text_frame.text == "Fentanilo†"]
    assert found
    assert all(shape._element.spPr.find(f"{DRAWN}solidFill") is not None for shape in found)
    # A coast that shows through runs across the words.
    alpha = [shape._element.spPr.xpath("a:solidFill//a:alpha/@val") for shape in found]
    assert all(not one or int(one[0]) >= 90_000 for one in alpha)


@pytest.mark.parametrize("code", available())
def test_labels_of_a_timeline_do_not_meet_in_a_wider_typeface(catalog: Catalog, code: str) -> None:
    deck, chapters, _view = made(catalog, "everything", code)
    findings = {bound(one.screen.finding) for one in chapters if one.name in ("dates", "later")}
    for slide in deck.slides:
        if title_of(slide) not in findings:
            continue
        boxes = [
            _wider(shape)
            for shape in every(slide)
            if shape.has_text_frame and re.search(r"[0-9] \D", shape.text_frame.text) and not shape.is_placeholder
        ]
        assert len(boxes) > 2
        for at, (left, top, right, bottom) in enumerate(boxes):
            for other in boxes[at + 1 :]:
                apart = right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
                assert apart, (boxes[at], other)


def _wider(shape: Any) -> tuple[float, float, float, float]:
    """Return the room of a text where its words come out wider, without the air above and below them."""
    more = shape.width * (OTHER_FACE - 1)
    ends = shape._element.xpath(".//a:pPr")[0].get("algn") == "r"
    left, right = (more, 0) if ends else (0, more)
    air = shape.height * 0.12
    return shape.left - left, shape.top + air, shape.left + shape.width + right, shape.top + shape.height - air


@pytest.mark.parametrize("name", ["everything", "mexico"])
def test_bars_of_evidence_are_the_initiatives_of_the_query(catalog: Catalog, name: str) -> None:
    deck, _chapters, view = made(catalog, name, "en")
    known = in_full(catalog, initiatives(catalog, view.selection, "strategy").rows)
    numbers = sorted({one.objective_id for one in known})
    found = [sum(one.objective_id == n and bool(one.follow_up.latest.date) for one in known) for n in numbers]
    total = [sum(one.objective_id == n for one in known) for n in numbers]
    plot = next(chart.plots[0] for chart in charts(deck) if len(chart.plots[0].series) == 2)
    assert [int(category[0]) for category in plot.categories] == numbers
    # Of the longest bar of 13, a part of two is narrower than its number; of five, a part of one is not.
    narrow = {13: 2, 5: 0}[max(total)]
    left_out = [
        [int(one.idx.val) for one in series._element.dLbls.dLbl_lst if one.find(f"{CHART}delete") is not None]
        for series in plot.series
    ]
    assert left_out == [
        [at for at, value in enumerate(series.values) if value and value <= narrow] for series in plot.series
    ]
    newest = {row[0]: row[1] for table in tables(deck) for row in cells(table)[1:] if len(row) == 2}
    for number in numbers:
        name = next((one.name for one in citing.newest(known) if one.objective_id == number), "")
        assert newest[str(number)].startswith(f"{name}\n" if name else "none found")
    assert [[int(value or 0) for value in series.values] for series in plot.series] == [
        found,
        [whole - part for whole, part in zip(total, found, strict=True)],
    ]


@pytest.mark.parametrize(("name", "code"), [("everything", "en"), ("objective-3", "es")])
def test_what_either_side_says_stands_with_its_limits_whatever_the_filter(
    catalog: Catalog, name: str, code: str
) -> None:
    deck, _chapters, view = made(catalog, name, code)
    later = {row[0]: row[-1] for table in tables(deck) for row in cells(table)[1:] if len(row) > 2}
    known = in_full(view.catalog, initiatives(view.catalog, view.selection, "strategy").rows)
    sought = [(one, one.follow_up) for one in known if one.follow_up and one.follow_up.said]
    assert len(sought) > 3
    for one, found in sought:
        assert all(side.what in later[one.name] for side in found.said)
        assert found.note in later[one.name]


def test_bars_of_coverage_are_the_counts_of_the_query(catalog: Catalog) -> None:
    deck, _chapters, view = made(catalog, "everything", "es")
    counted = coverage(view.catalog).set_index("table")
    by_title = {view.catalog.resource(table)["title"]: counted.loc[table] for table in IN_TITLE if table not in LAST}
    plot = charts(deck)[-1].plots[0]
    drawn = {
        category.partition(" (")[0]: [int(series.values[at] or 0) for series in plot.series]
        for at, category in enumerate(plot.categories)
    }
    # No row is without a source: neither is the key told of such.
    assert not sum(row["none"] for row in by_title.values())
    assert drawn == {
        title: [row["seed"], row["one"] - row["seed"], row["two"], row["more"]] for title, row in by_title.items()
    }
    assert len(plot.series) == 4
    slide = next(
        one
        for one in deck.slides
        if any(shape.has_chart and shape.chart.plots[0].series[0].name == plot.series[0].name for shape in one.shapes)
    )
    assert any("Ríodoce" in shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame)


@pytest.mark.parametrize("name", ["everything", "mexico"])
def test_bars_of_events_are_the_events_of_the_query(catalog: Catalog, name: str) -> None:
    deck, chapters, _view = made(catalog, name, "en")
    later = next(one for one in chapters if one.name == "later").view
    rows = events(catalog, later.selection).rows
    plot = charts(deck)[-2].plots[0]
    assert {series.name: sum(int(value or 0) for value in series.values) for series in plot.series} == (
        rows["date"].str[:4].value_counts().to_dict()
    )


@pytest.mark.parametrize("code", available())
def test_maps_are_countries_and_marks_with_names(catalog: Catalog, code: str) -> None:
    deck, chapters, _view = made(catalog, "everything", code)
    names = set(shapes.names(code).values())
    offices = deck.slides[1]
    called = {told(shape)[0] for shape in every(offices)}
    assert len(called & names) > 150
    rows = chapters[1].screen.figures[0].rows
    cities = [city for city in rows["city"] if city]
    assert all(any(city in name for name in called) for city in cities)
    supply = next(
        slide
        for slide in deck.slides
        if title_of(slide) == bound(next(one for one in chapters if one.name == "supply").screen.finding)
    )
    called = {told(shape)[0] for shape in every(supply)}
    assert len(called & names) > 50
    assert sum(": " in name or " from " in name or " desde " in name for name in called) >= 5


def test_a_timeline_names_each_event_that_it_draws(catalog: Catalog) -> None:
    deck, chapters, _view = made(catalog, "everything", "en")
    dates = next(one for one in chapters if one.name == "dates")
    slide = next(one for one in deck.slides if title_of(one) == bound(dates.screen.finding))
    called = {told(shape)[0] for shape in every(slide)}
    rows = dates.screen.figures[0].rows
    drawn = rows[rows["date"].str.startswith("2023")]
    assert len(drawn) > 20
    assert all(any(title in name for name in called) for title in drawn["title"])


def test_the_objectives_are_tables_of_every_initiative(catalog: Catalog) -> None:
    deck, chapters, _view = made(catalog, "everything", "en")
    cells = {
        cell.text_frame.text
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    }
    for chapter in chapters:
        if chapter.name.startswith("objective-"):
            assert set(chapter.screen.figures[0].rows["initiative"]) <= cells


def test_the_references_lead_to_their_sources(catalog: Catalog) -> None:
    deck, _chapters, view = made(catalog, "mexico", "es")
    table = next(shape.table for shape in deck.slides[-1].shapes if shape.has_table)
    linked = [row.cells[1].text_frame.paragraphs[0] for row in list(table.rows)[1:]]
    urls = {source.title: source.url for source in view.catalog.sources.values()}
    assert linked
    for one in linked:
        assert all((run.hyperlink.address or "") == urls[one.text] for run in one.runs), one.text


def test_the_deck_says_what_it_is(catalog: Catalog) -> None:
    deck, _chapters, view = made(catalog, "mexico", "en")
    about = deck.core_properties
    assert about.title == "Illicit opioids strategy briefing"
    assert about.subject == "Mexico"
    assert about.identifier == ADDRESS
    assert ADDRESS in deck.slides[-1].notes_slide.notes_text_frame.text
    assert about.created.date() == view.catalog.facts_as_of
    assert "Independent of Homeland Security Investigations" in about.comments


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_master_has_the_colours_and_the_typefaces_of_the_theme(catalog: Catalog, theme: Theme) -> None:
    deck, *_ = made(catalog, "nothing", "en", theme)
    colors = palette(theme)
    part = next(rel.target_part for rel in deck.slide_master.part.rels.values() if rel.reltype.endswith("/theme"))
    words = part.blob.decode()
    shown = [colors.paper, colors.ink, colors.accent, *colors.objectives.values()]
    assert all(color[1:].upper() in words for color in shown)
    assert "Source Serif 4" in words
    assert "Public Sans" in words
    mapped = deck.slide_master._element.xpath("./p:clrMap")[0].get("bg1")
    assert f'<a:{mapped}><a:srgbClr val="{colors.paper[1:].upper()}"/>' in words


def test_no_layout_of_the_template_is_left(catalog: Catalog) -> None:
    deck, *_ = made(catalog, "everything", "en")
    used = {slide.slide_layout.name for slide in deck.slides}
    names = [layout.name for layout in deck.slide_layouts]
    assert used <= set(names)
    assert all(name.startswith("Finding") for name in names)


@pytest.mark.parametrize(("name", "code"), CASES)
def test_no_words_are_small_and_none_leave_their_slide(catalog: Catalog, name: str, code: str) -> None:
    deck, *_ = made(catalog, name, code)
    for slide in deck.slides:
        for shape in every(slide):
            inside = shape.left >= 0 and shape.top >= 0 and shape.left + shape.width <= deck.slide_width
            assert inside, told(shape)[0]
            if shape.has_text_frame and not shape.is_placeholder:
                _fits(shape)


def _fits(shape: Any) -> None:
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph.runs:
            assert run.font.size.pt >= 14 or len(run.text) == 1, run.text  # the sign of the key stands for itself
    if shape.text_frame.word_wrap is False:
        lines = [[]]
        for one in shape._element.iter(f"{DRAWN}r", f"{DRAWN}br"):
            if one.tag.endswith("}br"):
                lines.append([])
            else:
                properties = one.find(f"{DRAWN}rPr")
                size = int(properties.get("sz")) / 100 / POINT
                lines[-1].append(width(one.find(f"{DRAWN}t").text, size, BOLD if properties.get("b") else PLAIN))
        assert max(map(sum, lines)) <= shape.width / EMU + 1


@pytest.mark.parametrize(("name", "code"), CASES)
def test_titles_sentences_and_lists_find_room(catalog: Catalog, name: str, code: str) -> None:
    deck, *_ = made(catalog, name, code)
    for slide in deck.slides:
        title = slide.shapes.title
        size = (title.text_frame.paragraphs[0].runs[0].font.size or 0) and title.text_frame.paragraphs[0].runs[
            0
        ].font.size.pt
        assert _lines(title.text_frame.text, size or 28, title.width / EMU, TITLE) <= 2
        # LibreOffice without our faces takes DejaVu Sans Bold, 1.31 times as wide: a third line would lie on what follows.
        other = lines(title.text_frame.text, size or 28, title.width / EMU, TITLE, wider=1.34)
        assert other * (size or 28) / POINT * 1.19 <= title.height / EMU
        boxes = sorted(
            (shape.top, shape.top + shape.height, told(shape)[0])
            for shape in slide.placeholders
            if shape.left < EMU * 400
        )
        for (_top, bottom, upper), (top, _bottom, lower) in pairwise(boxes):
            assert bottom <= top, (upper, lower)
        for shape in slide.shapes:
            if shape.has_table:
                assert shape.top + shape.height <= 820 * EMU


def _lines(words: str, points: float, room: float, face: Any) -> int:
    size, count, used = points / POINT, 1, 0.0
    for word in words.split():
        wide = width(f"{word} ", size, face)
        if used + wide > room and used:
            count, used = count + 1, 0.0
        used += wide
    return count


def test_a_part_of_the_world_ends_at_the_edge_of_its_map(catalog: Catalog) -> None:
    deck, *_ = made(catalog, "mexico", "en")
    group = next(shape for shape in deck.slides[1].shapes if shape.shape_type == KIND.GROUP)
    for shape in every(group):
        assert shape.top >= group.top - EMU
        assert shape.top + shape.height <= group.top + group.height + 3 * EMU


def test_selection_of_years_alone_makes_a_deck(catalog: Catalog) -> None:
    view = View(catalog, Selection(first_year=2024, last_year=2024), language("en"), "light")
    assert len(Presentation(BytesIO(pptx(view))).slides) > 5


def test_a_day_that_a_source_does_not_bear_is_said_to_be_about_then(catalog: Catalog) -> None:
    deck, _chapters, _view = made(catalog, "mexico", "en")
    days = {row[0]: row[2] for table in tables(deck) for row in cells(table)[1:] if len(row) == 3}
    assert (days["Ciudad Juárez"], days["Mérida"]) == (f"About{NO_BREAK}2024", "2016")


def test_initiatives_without_a_later_source_are_shown_by_what_their_wording_names(catalog: Catalog) -> None:
    """A single bar of two said what the slide of their objective had said."""
    view = asked(catalog, "no filter")
    view = replace(view, selection=Selection(countries=("CHN",)))
    deck = Presentation(BytesIO(pptx(view)))
    chapter = next(one for one in gathered(view) if one.name == "evidence")
    slide = next(one for one in deck.slides if title_of(one) == bound(chapter.screen.finding))
    (table,) = (shape.table for shape in slide.shapes if shape.has_table)
    said = "No later source was found for either of the two initiatives; neither can be measured as worded"
    assert chapter.screen.finding == said
    assert cells(table)[0] == ["Initiative", "Its wording names", "Later source"]
    assert [row[0] for row in cells(table)[1:]] == [one.name for one in citing.promised(chapter)]
    assert not [shape for shape in slide.shapes if shape.has_chart]


@pytest.mark.parametrize("code", available())
def test_a_map_leaves_its_table_the_room_that_it_needs(catalog: Catalog, code: str) -> None:
    """In one language a date took three lines, in the other a column was left out."""
    view = replace(asked(catalog, "no filter", code), selection=Selection(countries=("CHN",)))
    slide = Presentation(BytesIO(pptx(view))).slides[1]
    (frame,) = (shape for shape in slide.shapes if shape.has_table)
    assert len(frame.table.columns) == 3
    assert {NO_BREAK in row[2] for row in cells(frame.table)[1:]} == {True}
    names = set(shapes.names(code).values())
    land = [shape for shape in every(slide) if told(shape)[0] in names]
    assert frame.left + frame.width < min(shape.left for shape in land)


def test_a_head_is_no_line_taller_than_its_words(catalog: Catalog) -> None:
    deck, *_ = made(catalog, "everything", "en")
    slide = next(one for one in deck.slides if title_of(one).startswith("Objective 3"))
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    size = table.cell(0, 1).text_frame.paragraphs[0].runs[0].font.size.pt
    room = table.columns[1].width / EMU - 2 * ASIDE
    assert width(table.cell(0, 1).text_frame.text, pixels(size), BOLD) <= room
    assert table.rows[0].height / EMU <= 1.5 * size / POINT + 2 * ABOVE


def test_a_title_stands_right_above_what_follows_be_it_of_one_line(catalog: Catalog) -> None:
    deck, *_ = made(catalog, "mexico", "en")
    assert all(
        layout.placeholders[0]._element.xpath(".//a:bodyPr")[0].get("anchor") == "b" for layout in deck.slide_layouts
    )


@pytest.mark.parametrize("code", available())
def test_what_stands_beside_bars_finds_room_in_a_wider_typeface(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    filled = list[tuple[Table, Box]]()
    monkeypatch.setattr(chapters, "fill", lambda *told: filled.append(told[1:3]) or fill(*told))
    made.__wrapped__(catalog, "everything", code)
    (beside,) = ((table, box) for table, box in filled if box[0] > 100 and len(table.head) == 2)
    table, (_left, _top, wide, tall) = beside
    assert sum(table.heights(wide)) <= tall


def test_where_a_part_of_a_bar_is_too_narrow_its_name_says_the_numbers(catalog: Catalog) -> None:
    deck, *_ = made(catalog, "everything", "en")
    plot = next(chart.plots[0] for chart in charts(deck) if len(chart.plots[0].series) == 2)
    names = list(plot.categories)
    for at, parts in enumerate(zip(*(series.values for series in plot.series), strict=True)):
        said = f"({' + '.join(f'{value or 0:g}' for value in parts)})"
        assert names[at].endswith(said) == (min(value or 0 for value in parts) <= 2)
