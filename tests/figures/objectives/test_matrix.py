"""The two matrices: counts on marks told apart by shape and letter, and no row dropped without a word."""

import pandas as pd
import pytest

from data.catalog import Catalog
from data.queries.objectives import initiatives
from data.selection import Selection
from figures.language import Language
from figures.objectives import countries, matrix, organisations
from figures.palette import palette


def cells(**totals: int) -> pd.DataFrame:
    return pd.DataFrame({"row": list(totals), "total": list(totals.values())})


def test_rows_are_cut_where_the_total_changes() -> None:
    assert matrix.fullest(cells(a=5, b=2, c=2, d=1), limit=3) == ["a", "b", "c"]
    assert matrix.fullest(cells(a=5, b=2, c=2, d=1), limit=2) == ["a"]
    assert matrix.fullest(cells(a=5, b=2), limit=5) == ["a", "b"]


def test_where_all_rows_are_equal_the_first_are_drawn() -> None:
    assert matrix.fullest(cells(a=1, b=1, c=1), limit=2) == ["a", "b"]


def test_a_row_name_is_never_cut_and_takes_two_lines_at_most() -> None:
    name = "federal, state, local and tribal partners of the task forces"
    broken = matrix._in_two_lines(name)
    assert broken.replace("<br>", " ") == name
    assert broken.count("<br>") <= 1


@pytest.mark.parametrize("drawer", [organisations, countries])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_marks_carry_their_count_and_differ_in_shape_and_letter(
    catalog: Catalog, language: Language, drawer: object, theme: str
) -> None:
    drawn = drawer.figure(catalog, initiatives(catalog, Selection()).rows, language, theme)
    marks = drawn.drawing.data[-1]
    by_shape = {shape: {text[0] for text, s in zip(marks.text, marks.marker.symbol, strict=True) if s == shape}
                for shape in set(marks.marker.symbol)}  # fmt: skip
    assert len(by_shape) == 2
    letters = list(by_shape.values())
    assert all(len(found) == 1 for found in letters)
    assert letters[0] != letters[1]
    assert all(text[1:].isdigit() for text in marks.text)


def test_organisations_that_are_not_drawn_are_counted_in_words(catalog: Catalog, language: Language) -> None:
    drawn = organisations.figure(catalog, initiatives(catalog, Selection()).rows, language, "light")
    shown = len(drawn.drawing.layout.yaxis.tickvals) - 1
    left = drawn.rows["row"].nunique() - shown
    assert shown <= organisations.DRAWN
    assert f"{left} more" in drawn.text


def test_the_organisation_that_leads_most_is_named(catalog: Catalog, language: Language) -> None:
    rows = initiatives(catalog, Selection()).rows
    drawn = organisations.figure(catalog, rows, language, "light")
    ours = catalog["initiative_actors"].merge(rows[rows["scope"] == "strategy"], on="initiative_id")
    units = {"hsi", "tciu", "bcsc"}
    led = ours[ours["org_id"].isin(units) & (ours["role"] == "lead")]["initiative_id"].nunique()
    assert drawn.title == f"HSI or a unit of it leads or co-leads all {led} initiatives of the strategy"


@pytest.mark.parametrize(
    ("chosen", "title"),
    [
        (Selection(objectives=(4,)), "HSI leads or co-leads all 3 initiatives of the strategy"),
        (Selection(countries=("CAN",)), "Canada, Mexico and the United States lead all 2 initiatives in context"),
        (Selection(countries=("GTM",)), "HSI leads the only initiative"),
    ],
)
def test_leads_are_told_for_one_for_all_and_for_several_bodies(
    catalog: Catalog, language: Language, chosen: Selection, title: str
) -> None:
    rows = initiatives(catalog, chosen).rows
    assert organisations.figure(catalog, rows, language, "light").title == title


@pytest.mark.parametrize(
    ("chosen", "title"),
    [
        (Selection(objectives=(4,)), "All 3 initiatives of the strategy name the United States"),
        (Selection(countries=("ARE",)), "The only initiative names 19 countries"),
        (Selection(countries=("GTM",)), "The only initiative names Guatemala"),
        (
            Selection(objectives=(3,), countries=("MEX",)),
            "All 5 initiatives of the strategy name the United States and Mexico",
        ),
    ],
)
def test_countries_are_told_for_one_for_all_and_with_their_article(
    catalog: Catalog, language: Language, chosen: Selection, title: str
) -> None:
    assert countries.figure(catalog, initiatives(catalog, chosen).rows, language, "light").title == title


def test_both_scopes_in_one_count_are_said_so(catalog: Catalog, language: Language) -> None:
    mixed = organisations.figure(catalog, initiatives(catalog, Selection()).rows, language, "light")
    alone = organisations.figure(catalog, initiatives(catalog, Selection(), "strategy").rows, language, "light")
    assert "of context together" in mixed.note
    assert "of context together" not in alone.note


def test_countries_not_drawn_are_named_and_initiatives_without_one_counted(
    catalog: Catalog, language: Language
) -> None:
    rows = initiatives(catalog, Selection()).rows
    drawn = countries.figure(catalog, rows, language, "light")
    none = len(rows) - catalog["initiative_countries"]["initiative_id"].nunique()
    assert f"{none} initiatives name no country" in drawn.note
    assert "Kenya" in drawn.text
    assert set(catalog["initiative_countries"]["iso3"]) == set(drawn.rows["row"])


def test_initiatives_without_any_country_give_words_and_no_drawing(catalog: Catalog, language: Language) -> None:
    rows = initiatives(catalog, Selection()).rows
    bare = rows[~rows["initiative_id"].isin(catalog["initiative_countries"]["initiative_id"])]
    drawn = countries.figure(catalog, bare, language, "light")
    assert drawn.drawing is None
    assert drawn.rows.empty
    assert "None" in drawn.title


def test_only_chosen_objectives_have_a_column(catalog: Catalog, language: Language) -> None:
    rows = initiatives(catalog, Selection(objectives=(2, 4))).rows
    drawn = organisations.figure(catalog, rows, language, "light")
    assert list(drawn.drawing.data[0].text) == ["<b>2</b>", "<b>4</b>"]


@pytest.mark.parametrize(("drawer", "column"), [(organisations, "organisation"), (countries, "country")])
def test_every_count_stands_in_its_row_under_its_objective_in_its_colour(
    catalog: Catalog, language: Language, drawer: object, column: str
) -> None:
    rows = initiatives(catalog, Selection(objectives=(2, 3, 4))).rows
    drawn = drawer.figure(catalog, rows, language, "light")
    heads, marks = drawn.drawing.data[0], drawn.drawing.data[-1]
    under = [int(text.strip("</b>")) for text in heads.text]
    _key, *named = [name.replace("<br>", " ") for name in drawn.drawing.layout.yaxis.ticktext]
    found = sorted(
        (named[y], under[round(x)], text[0], int(text[1:]))
        for x, y, text in zip(marks.x, marks.y, marks.text, strict=True)
    )
    letters = {"lead": "L", "partner": "P", "strategy": "S", "context": "C"}
    names = drawn.drawing.layout.yaxis.ticktext[1:]
    labelled = dict(zip(dict.fromkeys(drawn.rows["row"]), names, strict=False))
    stated = sorted(
        (labelled[row.row].replace("<br>", " "), row.objective_id, letters[row.mark], row.initiatives)
        for row in drawn.rows.itertuples()
        if row.row in labelled
    )
    assert found == stated
    assert {number for _, number, _, _ in found} == {2, 3, 4}
    colors = palette("light").objectives
    assert list(marks.marker.line.color) == [colors[str(under[round(x)])] for x in marks.x]
