"""The support of rows as a figure: every row in one part of one bar, and honest words beside it."""

import pytest

from data.catalog import Catalog
from data.queries.sources.coverage import coverage
from figures.figure import Figure
from figures.language import Language
from figures.sources import coverage as support


@pytest.fixture(scope="module")
def figure(catalog: Catalog, language: Language) -> Figure:
    return support.figure(catalog, coverage(catalog), language, "light")


def test_the_parts_of_every_bar_fill_it(figure: Figure) -> None:
    for at in range(len(figure.rows)):
        assert sum(bar["x"][at] for bar in figure.drawing.data) == pytest.approx(1)


def test_what_rests_on_one_article_is_told_apart_by_more_than_colour(figure: Figure) -> None:
    shapes = {bar["name"]: bar["marker"]["pattern"]["shape"] for bar in figure.drawing.data}
    assert shapes.pop("Ríodoce alone") not in {None, *shapes.values()}


def test_what_rests_on_no_source_is_hollow_with_an_outline(figure: Figure) -> None:
    lines = {bar["name"]: bar["marker"]["line"]["color"] for bar in figure.drawing.data}
    hollow = next(bar["marker"]["color"] for bar in figure.drawing.data if bar["name"] == "no source")
    assert hollow == lines["two"] != lines["no source"]


def test_the_title_counts_rows_of_the_tables_it_names(catalog: Catalog, figure: Figure) -> None:
    events = coverage(catalog).set_index("table").loc["events"]
    assert f"{events['one']} of {events['rows']} events" in figure.title


def test_where_most_rows_have_more_sources_it_says_so(catalog: Catalog, language: Language) -> None:
    counted = coverage(catalog)
    moved = counted.assign(two=counted["two"] + counted["one"], one=0, seed=0)
    figure = support.figure(catalog, moved, language, "light")
    assert "In no table" in figure.title
    assert "No row rests on" in figure.text


def test_more_sources_are_not_called_truth(figure: Figure) -> None:
    assert "More sources are not more truth" in figure.note
    assert "do not count as official" in figure.note


def test_the_table_holds_what_the_drawing_leaves_out(figure: Figure) -> None:
    assert {"official", "unofficial", "seed", "none"} <= set(figure.columns)
