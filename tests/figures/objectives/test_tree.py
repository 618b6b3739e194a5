"""The treemap of initiatives: one tile each, its scope told apart, names broken to fit."""

from data.catalog import Catalog
from data.queries.objectives import initiatives
from data.selection import Selection
from figures.language import Language
from figures.objectives import tree
from figures.objectives.tiling import Tile


def test_every_initiative_is_one_tile_and_one_row(catalog: Catalog, language: Language) -> None:
    rows = initiatives(catalog, Selection()).rows
    drawn = tree.figure(catalog, rows, language, "light")
    shown = drawn.drawing.data[0]
    assert sum(shown.values) == len(rows) == len(drawn.rows)
    assert set(rows["initiative_id"]) <= set(shown.ids)


def test_context_is_told_apart_by_a_hatch(catalog: Catalog, language: Language) -> None:
    rows = initiatives(catalog, Selection()).rows.set_index("initiative_id")
    shown = tree.figure(catalog, rows.reset_index(), language, "dark").drawing.data[0]
    hatched = {name for name, shape in zip(shown.ids, shown.marker.pattern.shape, strict=True) if shape}
    assert hatched == set(rows.index[rows["scope"] == "context"])


def test_every_tile_lies_under_a_node_that_is_there(catalog: Catalog, language: Language) -> None:
    shown = tree.figure(catalog, initiatives(catalog, Selection()).rows, language, "light").drawing.data[0]
    assert set(shown.parents) - {""} <= set(shown.ids)
    assert list(shown.parents).count("") == 1


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
    assert "context" not in drawn.drawing.data[0].labels[0]


def test_one_initiative_still_makes_a_figure(catalog: Catalog, language: Language) -> None:
    drawn = tree.figure(catalog, initiatives(catalog, Selection()).rows.head(1), language, "light")
    assert len(drawn.rows) == 1
    assert drawn.source_ids


def test_a_name_fits_where_both_its_longest_word_and_its_lines_do() -> None:
    assert tree._fits("Operation Apollo", Tile(0, 0, 90, 60))
    assert not tree._fits("Operation Apollo", Tile(0, 0, 50, 60))
    assert not tree._fits("Operation Apollo", Tile(0, 0, 90, 20))
