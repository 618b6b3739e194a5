"""The columns of initiatives: every one by name, told apart by shape, with a mark where a later source was found."""

import re
from html import unescape
from xml.etree import ElementTree

import pytest

from data.catalog import Catalog
from data.queries.objectives import in_full, initiatives
from figures.figure import Figure
from figures.ink.lettering import BOLD, PLAIN, width
from figures.objectives.columns import figure
from figures.palette import palette
from figures.view import View
from tests.allowed import table
from tests.figures.objectives.views import view

ITEM = re.compile(r"<li>(.*?)</li>")
NAMED = re.compile(r'<a href="record\?[^"]*id=initiative%3A([a-z0-9-]+)">([^<]+)</a>')
LISTS = re.compile(r'<ul class="in-(strategy|context)"[^>]*>(.*?)</ul>')
SVG = "{http://www.w3.org/2000/svg}"


def draw(here: View) -> Figure:
    rows = initiatives(here.catalog, here.selection, dict(here.choices).get("objectives_scope", ("all",))[0]).rows
    return figure(here, in_full(here.catalog, rows))


def listed(drawn: Figure) -> dict[str, tuple[str, str]]:
    """Return code of each initiative listed → the scope of its list, and the year of its later source."""
    assert isinstance(drawn.drawing, str)
    found = {}
    for scope, items in LISTS.findall(drawn.drawing):
        for item in ITEM.findall(items):
            ((code, _name),) = NAMED.findall(item)
            year = re.search(r'class="later">.*?(\d{4})</small>', item)
            found[code] = scope, year[1] if year else ""
    return found


def test_in_words_it_says_of_how_many_no_later_source_was_found(catalog: Catalog) -> None:
    told = draw(view(catalog)).text
    assert told.endswith("a later source was found for 15, none for 13 (sources read to 24 November 2026).")


def test_every_initiative_is_named_once_and_leads_to_its_record(catalog: Catalog) -> None:
    drawn = draw(view(catalog))
    assert isinstance(drawn.drawing, str)
    names = [(code, unescape(name)) for code, name in NAMED.findall(drawn.drawing)]
    assert sorted(names) == sorted((row["initiative_id"], row["name"]) for row in table("initiatives"))


def test_the_list_tells_the_scope_and_a_mark_the_newest_later_source(catalog: Catalog) -> None:
    later = {
        row["initiative_id"]: max(row["agency_date"], row["others_date"])[:4] for row in table("initiative_followup")
    }
    assert listed(draw(view(catalog))) == {
        row["initiative_id"]: (row["scope"], later.get(row["initiative_id"], "")) for row in table("initiatives")
    }


def test_each_stands_under_its_objective_in_that_ones_colour(catalog: Catalog) -> None:
    drawn = draw(view(catalog, theme="dark")).drawing
    assert isinstance(drawn, str)
    sections = re.findall(r'<section style="--of:(#\w{6})">(.*?)</section>', drawn)
    assert [color for color, _held in sections] == list(palette("dark").objectives.values())
    for number, (_color, held) in enumerate(sections, 1):
        codes = {row["initiative_id"] for row in table("initiatives") if row["objective_id"] == str(number)}
        assert {code for code, _name in NAMED.findall(held)} == codes
        assert f'href="objectives?objective={number}"' in held


def test_the_key_names_the_marks_that_are_shown_and_no_other(catalog: Catalog) -> None:
    def key(scope: str) -> str:
        drawing = draw(view(catalog, scope)).drawing
        assert isinstance(drawing, str)
        return re.findall(r'<div class="initiatives-key">.*?</div>', drawing)[0]

    assert "not looked for in context" in key("all")
    assert "in-context" not in key("strategy")
    assert "in-strategy" not in key("context")
    assert "later" not in key("context")


def test_one_objective_alone_says_more_of_each(catalog: Catalog) -> None:
    drawn = draw(view(catalog, objectives=(3,)))
    assert isinstance(drawn.drawing, str)
    items = {NAMED.findall(item)[0][0]: item for item in ITEM.findall(drawn.drawing)}
    for said in ("HSI; CBP", "Existing<time> (19 September 2023)</time>", "United States"):
        assert said in items["without-a-trace"]
    assert "HSI BCSC" in items["bcsc-strategic-programmes"]
    assert "19 countries" in items["cbfit"], "a long list of countries would take more than its line"


def test_of_what_none_is_named_is_said_where_no_heading_says_it(catalog: Catalog) -> None:
    drawn = draw(view(catalog, objectives=(1,))).drawing
    assert isinstance(drawn, str)
    items = {NAMED.findall(item)[0][0]: item for item in ITEM.findall(drawn)}
    assert "no country named" in items["tciu-vetting"]


def test_the_rows_hold_leads_and_partners(catalog: Catalog) -> None:
    drawn = draw(view(catalog, objectives=(3,)))
    shown = drawn.rows.set_index("initiative_id")
    assert shown.loc["without-a-trace", "leads"] == "HSI; CBP"
    assert shown.loc["without-a-trace", "partners"] == "ATF"
    assert drawn.records[0].startswith("initiative:")
    assert drawn.holds == "15 initiatives, with leads"


def test_the_table_begins_with_the_initiative_and_names_an_objective_by_its_number(catalog: Catalog) -> None:
    drawn = draw(view(catalog, objectives=(3,)))
    assert list(drawn.table)[:6] == [
        "Initiative", "Objective", "Lead", "Status as published", "Latest evidence, date", "Latest evidence",
    ]  # fmt: skip
    assert set(drawn.table["Objective"]) == {3}
    assert "Code" not in drawn.table
    assert {"objective", "initiative_id"} <= set(drawn.columns), "the files hold them"


@pytest.mark.parametrize(
    ("here", "title"),
    [
        ({}, "The objective “International supply” has the most initiatives of the strategy: 13 of 28"),
        ({"scope": "context"}, "The objective “Domestic supply” has the most initiatives in context: 13 of 29"),
        ({"countries": ("MEX",)}, "The objective “Enablers” has the most of these initiatives: 5 of 11"),
        ({"objectives": (4,)}, "Initiatives under “Private industry”, as published: 3 planned"),
        ({"countries": ("CHN",)}, "Both initiatives of the strategy here are under the objective “International supply”"),
        ({"countries": ("CAN",)}, "The objectives “International supply” and “Private industry” share 2 initiatives evenly, 1 each"),
    ],
)  # fmt: skip
def test_the_title_says_where_most_stand(catalog: Catalog, here: dict[str, object], title: str) -> None:
    assert draw(view(catalog, **here)).title == title


def test_an_objective_without_any_is_told(catalog: Catalog) -> None:
    assert draw(view(catalog, countries=("KEN",))).note == "This view has no initiative under objectives 1, 2 or 4."
    assert draw(view(catalog)).note == ""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "here", [{}, {"objectives": (1,)}, {"objectives": (2, 3)}, {"scope": "context"}, {"countries": ("KEN",)}]
)
@pytest.mark.parametrize("size", [(1488.0, 640.0), (700.0, 560.0)])
def test_on_a_slide_every_name_is_whole_and_within_it(catalog: Catalog, here, theme, size) -> None:  # fmt: skip
    drawn = draw(view(catalog, theme=theme, **here))
    assert drawn.picture
    slide = ElementTree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{drawn.picture(*size)}</svg>')
    words = list(slide.iter(f"{SVG}text"))
    for one in words:
        face = BOLD if one.get("font-weight") == "700" else PLAIN
        left, size_ = float(one.get("x", 0)), float(one.get("font-size", 0))
        assert left >= 0
        assert left + width(one.text or "", size_, face) <= size[0] + 1, one.text
        assert size_ * 0.7 <= float(one.get("y", 0)) <= size[1]
    said = " ".join(one.text or "" for one in words if not re.fullmatch(r"\d{4}", one.text or ""))
    for name in drawn.rows["initiative"]:
        assert name in said


def test_two_names_never_lie_on_each_other_on_a_slide(catalog: Catalog) -> None:
    drawn = draw(view(catalog))
    assert drawn.picture
    slide = ElementTree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{drawn.picture(1488.0, 640.0)}</svg>')
    boxes = [
        (float(one.get("x", 0)), float(one.get("y", 0)), width(one.text or "", float(one.get("font-size", 0))))
        for one in slide.iter(f"{SVG}text")
    ]
    size = min(float(one.get("font-size", 0)) for one in slide.iter(f"{SVG}text"))
    assert size >= 14
    for at, (left, foot, wide) in enumerate(boxes):
        for other, below, _wide in boxes[at + 1 :]:
            assert abs(foot - below) >= 0.9 * size or other >= left + wide or left >= other + _wide


@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize("scope", ["strategy", "context"])
def test_the_key_tells_of_a_later_source_only_where_one_is_marked(catalog: Catalog, number: int, scope: str) -> None:
    drawn = draw(view(catalog, scope, objectives=(number,)))
    assert isinstance(drawn.drawing, str)
    key, _found, columns = drawn.drawing.partition('<div class="objective-columns')
    assert ('class="later"' in key) == ('class="later"' in columns)


def test_the_key_of_one_initiative_without_a_later_source_has_no_dot(catalog: Catalog) -> None:
    here = view(catalog)
    known = in_full(catalog, initiatives(catalog, here.selection, "all").rows)
    (sought,) = [one for one in known if one.follow_up and not one.follow_up.latest.date][:1]
    drawn = figure(here, (sought,)).drawing
    assert isinstance(drawn, str)
    assert 'class="later"' not in drawn
