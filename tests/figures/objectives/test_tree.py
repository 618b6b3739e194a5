"""The treemap of initiatives: one tile each, its scope told apart, names broken to fit."""

import re
from collections.abc import Iterator
from html import unescape
from xml.etree import ElementTree

import pytest

from data.catalog import Catalog
from data.queries.objectives import initiatives
from data.selection import Selection
from figures.figure import Figure
from figures.language import Language
from figures.objectives import tree

TILE = re.compile(r'<div title="([^"]+)" style="([^"]+)">.*?<span[^>]*>([^<]*)</span>')


def tiles_of(figure: Figure) -> Iterator[tuple[str, str, str]]:
    """Return of each tile the name that hovering tells, its style, and what is written on it."""
    assert isinstance(figure.drawing, str)
    for found in TILE.findall(figure.drawing):
        name, style, written = map(unescape, found)
        yield name, style, written


def test_every_initiative_is_one_tile_and_one_row(catalog: Catalog, language: Language) -> None:
    rows = initiatives(catalog, Selection()).rows
    figure = tree.figure(catalog, rows, language, "light")
    names = [name for name, _, _ in tiles_of(figure)]
    assert len(names) == len(rows) == len(figure.rows)
    assert all(any(name.endswith(one) for name in names) for one in rows["name"])


def test_context_is_told_apart_by_a_hatch(catalog: Catalog, language: Language) -> None:
    rows = initiatives(catalog, Selection()).rows
    figure = tree.figure(catalog, rows, language, "dark")
    hatched = {name for name, style, _ in tiles_of(figure) if "gradient" in style}
    context = rows.loc[rows["scope"] == "context", "name"]
    assert len(hatched) == len(context)
    assert all(any(name.endswith(one) for name in hatched) for one in context)


@pytest.mark.parametrize(("wide", "least"), [(862, 0.9), (350, 0.15)])
def test_most_names_are_written_on_their_tiles(catalog: Catalog, language: Language, wide: int, least: float) -> None:
    figure = tree.figure(catalog, initiatives(catalog, Selection()).rows, language, "light", wide)
    written = [(name, said) for name, _, said in tiles_of(figure)]
    assert all(said in ("", name) for name, said in written)
    assert sum(bool(said) for _, said in written) >= least * len(written)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_slide_holds_every_heading_and_most_names(catalog: Catalog, language: Language, theme) -> None:
    rows = initiatives(catalog, Selection()).rows
    figure = tree.figure(catalog, rows, language, theme)
    assert figure.picture
    slide = ElementTree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{figure.picture(1488.0, 640.0)}</svg>')
    words = " ".join(text.text or "" for text in slide.iter("{http://www.w3.org/2000/svg}text"))
    for number, title in catalog.names("objectives", "objective_id", "short_title").items():
        assert f"{number} {title}" in words
    assert sum(name in words for name in rows["name"]) >= 0.75 * len(rows)


def test_the_title_names_the_objective_with_most_of_the_strategy(catalog: Catalog, language: Language) -> None:
    rows = initiatives(catalog, Selection()).rows
    ours = rows[rows["scope"] == "strategy"]["objective_id"].value_counts()
    title = tree.figure(catalog, rows, language, "light").title
    assert catalog.names("objectives", "objective_id", "short_title")[ours.index[0]] in title
    assert f"{ours.iloc[0]} of {ours.sum()}" in title


def test_objectives_that_tie_are_all_named(catalog: Catalog, language: Language) -> None:
    rows = initiatives(catalog, Selection(), "strategy").rows.groupby("objective_id").head(2)
    title = tree.figure(catalog, rows, language, "light").title
    for name in catalog.names("objectives", "objective_id", "short_title").values():
        assert name in title
    assert "each" in title


def test_a_scope_that_is_filtered_out_is_not_called_zero(catalog: Catalog, language: Language) -> None:
    rows = initiatives(catalog, Selection(objectives=(3,)), "strategy").rows
    drawn = tree.figure(catalog, rows, language, "light")
    assert drawn.title == f"Objective 3: {len(rows)} in the strategy"
    assert " 0 " not in drawn.text
    assert "context, hatched" not in drawn.drawing


def test_one_initiative_still_makes_a_figure(catalog: Catalog, language: Language) -> None:
    drawn = tree.figure(catalog, initiatives(catalog, Selection()).rows.head(1), language, "light")
    assert len(drawn.rows) == 1
    assert drawn.source_ids
