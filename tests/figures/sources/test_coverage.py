"""The support of rows as a figure: every row in one part of one bar, and honest words beside it."""

from dataclasses import replace
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from data.catalog import Catalog
from data.queries.sources.coverage import coverage
from data.selection import Selection
from figures.figure import Figure
from figures.ink.lettering import BOLD, PLAIN, width
from figures.language import Language
from figures.language import language as speak
from figures.palette import LIGHT
from figures.room import PHONE_ROOM
from figures.sources import coverage as support
from figures.sources.screen import screen
from figures.view import View
from tests.allowed import table, ties

SVG = "{http://www.w3.org/2000/svg}"


def seen(catalog: Catalog, language: Language, room: int = 960) -> View:
    return View(catalog, Selection(), language, "light", page="sources", room=room)


@pytest.fixture(scope="module")
def figure(catalog: Catalog, language: Language) -> Figure:
    return support.figure(seen(catalog, language))


def drawn(figure: Figure) -> ElementTree.Element:
    assert isinstance(figure.drawing, str)
    return ElementTree.fromstring(unquote(figure.drawing.partition("data:image/svg+xml,")[2].partition('"')[0]))


def bars(figure: Figure) -> dict[str, list[tuple[str, float, float, str]]]:
    """Return table → the parts of its bar: what it stands for with its number, left, width, and fill."""
    found: dict[str, list[tuple[str, float, float, str]]] = {}
    for group in drawn(figure).iter(f"{SVG}g"):
        table, said = group.findtext(f"{SVG}title", "").split(", ", 1)
        box = next(group.iter(f"{SVG}rect"))
        fills = [one.attrib["fill"] for one in group.iter(f"{SVG}rect")]
        found.setdefault(table, []).append(
            (
                said,
                float(box.attrib["x"]),
                float(box.attrib["width"]),
                "url(#alone)" if "url(#alone)" in fills else fills[0],
            )
        )
    return found


@pytest.mark.parametrize("room", [PHONE_ROOM, 640, 960, 1240])
def test_the_parts_of_every_bar_fill_it(room: int, catalog: Catalog, language: Language) -> None:
    shown = bars(support.figure(seen(catalog, language, room)))
    rows = coverage(catalog).set_index("table")
    assert len(shown) == len(rows)
    ends = {round(parts[-1][1] + parts[-1][2]) for parts in shown.values()}
    assert max(ends) - min(ends) <= 1, "one length"
    for name, counts in rows.iterrows():
        parts = shown[catalog.resource(name)["title"]]
        assert sum(int(said.rpartition(": ")[2].replace(",", "")) for said, *_ in parts) == counts["rows"]


def test_no_word_stands_over_the_edge(catalog: Catalog, language: Language) -> None:
    for room in (PHONE_ROOM, 640, 960, 1240):
        for one in drawn(support.figure(seen(catalog, language, room))).iter(f"{SVG}text"):
            wide = width(
                one.text, float(one.attrib["font-size"]), BOLD if one.attrib["font-weight"] == "700" else PLAIN
            )
            start = float(one.attrib["x"]) - wide * {"start": 0, "middle": 0.5, "end": 1}[one.attrib["text-anchor"]]
            assert -1 <= start <= start + wide <= room + 1, (room, one.text)


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("room", [600, 640, 960])
def test_the_key_leaves_room_for_the_head_of_the_last_column(room: int, code: str, catalog: Catalog) -> None:
    speaking = speak(code)
    head, *_others = [
        one
        for one in drawn(support.figure(seen(catalog, speaking, room))).iter(f"{SVG}text")
        if one.text == speaking.gettext("official source")
    ]
    left = room - width(head.text, float(head.attrib["font-size"]), PLAIN)
    for one in drawn(support.figure(seen(catalog, speaking, room))).iter(f"{SVG}text"):
        if 0 < float(head.attrib["y"]) - float(one.attrib["y"]) < 14:
            assert float(one.attrib["x"]) + width(one.text, float(one.attrib["font-size"]), PLAIN) < left


def test_what_rests_on_one_article_is_told_apart_by_more_than_colour(figure: Figure) -> None:
    fills = {said.partition(":")[0]: fill for parts in bars(figure).values() for said, _x, _wide, fill in parts}
    assert fills.pop("the article we began from") == "url(#alone)"
    assert "url(#alone)" not in fills.values()


def test_what_rests_on_no_source_is_hollow_with_an_outline(figure: Figure) -> None:
    (outlined,) = {one.attrib["fill"] for one in drawn(figure).iter(f"{SVG}rect") if "stroke" in one.attrib}
    assert outlined == LIGHT.paper


def test_only_what_occurs_stands_in_the_key(figure: Figure, catalog: Catalog, language: Language) -> None:
    facts = support.of_facts(seen(catalog, language))
    assert facts.picture
    assert not facts.rows["none"].any()
    assert ">no source<" not in facts.picture(1488, 600)
    assert figure.rows["none"].any()
    assert "no source" in [one.text for one in drawn(figure).iter(f"{SVG}text")]


def test_the_name_of_a_table_leads_to_its_rows(figure: Figure) -> None:
    links = [one.attrib["href"] for one in drawn(figure).iter(f"{SVG}a")]
    assert "sources?sources_table=claims#sources-table" in links


def test_the_title_counts_rows_of_the_tables_it_names(catalog: Catalog, figure: Figure) -> None:
    events = coverage(catalog).set_index("table").loc["events"]
    assert f"{events['one']} of {events['rows']} events" in figure.title


def test_where_most_rows_have_more_sources_it_says_so(catalog: Catalog, language: Language) -> None:
    counted = coverage(catalog)
    moved = counted.assign(two=counted["two"] + counted["one"], one=0, seed=0)
    figure = support.of(moved, seen(catalog, language))
    assert "In no table" in figure.title
    assert "No row rests on" in figure.text


def test_the_article_that_a_part_is_named_after_is_explained(figure: Figure) -> None:
    assert "“The article we began from” is that of Ríodoce of 24 September 2023" in figure.note


def test_more_sources_are_not_called_truth(figure: Figure) -> None:
    assert "More sources are not more truth" in figure.note
    assert "do not count as official" in figure.note


def test_the_table_holds_what_the_drawing_leaves_out(figure: Figure) -> None:
    assert {"official", "unofficial", "seed", "none"} <= set(figure.columns)


FACTS = {
    "offices": ("office_evidence", "office_id"), "initiatives": ("initiative_sources", "initiative_id"),
    "events": ("event_sources", "event_id"), "flows": ("flow_sources", "flow_id"),
    "reported_totals": ("reported_total_sources", "total_id"),
}  # fmt: skip
"""Table of facts → where its rows cite, and by which key."""


def origin(source: str) -> frozenset[str]:
    """Return what a source repeats, to the first."""
    above = [row["derived_from_id"] for row in table("source_derivations") if row["source_id"] == source]
    return frozenset().union(*map(origin, above)) if above else frozenset({source})


def alone(name: str) -> int:
    """Return how many rows of a table cite sources of a single origin, counted row after row."""
    links, key = FACTS[name]
    cited = ties(links, key, "source_id")
    return sum(len(frozenset().union(*map(origin, cited.get(row[key], ())))) == 1 for row in table(name))


def test_the_page_says_how_many_facts_that_a_reader_knows_rest_on_one_source(
    catalog: Catalog, language: Language
) -> None:
    total, few = sum(len(table(name)) for name in FACTS), sum(map(alone, FACTS))
    begun = screen(seen(catalog, language))
    assert begun.finding == f"Of {total} facts, {few} rest on one source"
    scopes = [row["scope"] for row in table("initiatives")]
    ours, beside = scopes.count("strategy"), scopes.count("context")
    assert f"initiatives ({ours} in the strategy, {beside} in context)" in begun.sentence, "their bar counts both"
    assert f"Statistical values are not among them: of {len(table('observations')):,}, " in begun.sentence


def test_places_initiatives_and_events_stand_on_top_and_oversight_and_statistics_last(figure: Figure) -> None:
    order = list(figure.rows["table"])
    assert order[:3] == ["offices", "initiatives", "events"]
    assert set(order[3:5]) == {"flows", "reported_totals"}
    assert order[-2:] == ["oversight", "observations"]
    named = [f"{alone(name)} of {len(table(name))}" for name in order[:3]]
    assert [figure.title.index(one) for one in named] == sorted(figure.title.index(one) for one in named)
    assert "observations" not in figure.title


@pytest.mark.parametrize(
    "chosen", [Selection(countries=("MEX",)), Selection(objectives=(3,)), Selection(first_year=2024)], ids=str
)
def test_where_a_filter_is_on_the_page_says_that_it_does_not_narrow_the_count(
    catalog: Catalog, language: Language, chosen: Selection
) -> None:
    whole = screen(seen(catalog, language))
    begun = screen(replace(seen(catalog, language), selection=chosen))
    assert begun.finding == whole.finding
    assert "The filters do not narrow this count, its bars or the sources" in begun.sentence
    assert "do not narrow" not in whole.sentence
    assert len(begun.sentence) <= len(whole.sentence), "it takes no line more than the other, so that nothing moves"
