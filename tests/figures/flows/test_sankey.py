"""The diagram counts statements, each once, and says that it counts nothing else."""

import pytest

from data.catalog import Catalog
from data.queries import flows
from data.selection import Selection
from figures.figure import Figure
from figures.flows import sankey
from figures.language import Language


@pytest.fixture(scope="module")
def figure(catalog: Catalog, language: Language) -> Figure:
    return sankey.figure(flows.flows(catalog, Selection()).rows, catalog, language, "light")


def bands(figure: Figure) -> list[tuple[str, str, int]]:
    data = figure.drawing.to_dict()["data"][0]
    names, link = data["node"]["label"], data["link"]
    return [(names[a], names[b], n) for a, b, n in zip(link["source"], link["target"], link["value"], strict=True)]


def test_each_statement_is_counted_once_on_either_side(figure: Figure, catalog: Catalog) -> None:
    total = len(catalog["flows"])
    assert sum(n for *_, n in bands(figure)) == 2 * total
    assert figure.rows["statements"].sum() == total


def test_the_number_at_a_name_is_that_of_its_bands(figure: Figure) -> None:
    found = bands(figure)
    for name in {name for start, end, _ in found for name in (start, end)}:
        out, into = (sum(n for *ends, n in found if ends[side] == name) for side in (0, 1))
        assert name.endswith(f" {max(out, into)}")


def test_it_says_that_it_counts_no_quantities(figure: Figure, catalog: Catalog) -> None:
    counts = catalog["flows"]["commodity"].value_counts()
    assert figure.title.startswith("Counts of statements, not of quantities: ")
    assert f"Precursors {counts['precursors']}" in figure.title
    assert "nothing of weight" in figure.note


def test_regions_and_people_are_told_from_countries(figure: Figure) -> None:
    names = figure.drawing.to_dict()["data"][0]["node"]["label"]
    assert "Asia (region) 1" in names
    assert not [name for name in names if name.startswith("China (")]
    kinds = figure.rows.set_index("to_place")["to_is"]
    assert kinds["Chinese money-laundering networks"] == "group of people or companies"


def test_every_route_says_who_says_so(figure: Figure) -> None:
    assert (figure.rows["said_by"] != "").all()
    china = figure.rows[(figure.rows["from_place"] == "China") & (figure.rows["to_place"] == "Mexico")]
    assert "Eje Central" in china["said_by"].iloc[0]


def test_on_a_phone_long_names_are_broken(catalog: Catalog, language: Language) -> None:
    narrow = sankey.figure(flows.flows(catalog, Selection()).rows, catalog, language, "light", narrow=True)
    names = narrow.drawing.to_dict()["data"][0]["node"]["label"]
    assert max(len(line) for name in names for line in name.split("<br>")) <= sankey.LINE
