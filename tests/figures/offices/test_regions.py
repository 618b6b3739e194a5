"""A region narrows and frames the map of offices as a country does, and is named in its title."""

import pytest

from data.catalog import Catalog
from data.queries.offices import documented
from data.selection import Selection
from figures.figure import Figure
from figures.language import Language
from figures.offices import explore_map
from tests.figures.scenes import PHONE, WIDE, scene


def draw(catalog: Catalog, language: Language, chosen: Selection, size: tuple[int, int] = WIDE) -> Figure:
    return explore_map.figure(documented(catalog, chosen).rows, catalog, language, "light", "period", chosen, size)


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_a_region_frames_the_map_and_outlines_no_country(
    catalog: Catalog, language: Language, size: tuple[int, int]
) -> None:
    world, region, country = (
        draw(catalog, language, chosen, size)
        for chosen in (Selection(), Selection(regions=("419",)), Selection(countries=("MEX",)))
    )
    zooms = [scene(figure)["initialViewState"]["zoom"] for figure in (world, region, country)]
    assert zooms == sorted(set(zooms))
    outlined = [
        any(layer["id"].startswith("outline") for layer in scene(figure)["layers"]) for figure in (region, country)
    ]
    assert outlined == [False, True]


@pytest.mark.parametrize(
    ("chosen", "title"),
    [
        (Selection(regions=("419",)), " in Latin America and the Caribbean: "),
        (Selection(regions=("002", "019")), " in Africa and the Americas: "),
        (Selection(countries=("COL", "MEX", "CHN"), regions=("419",)), " in Colombia and Mexico: "),
        (Selection(countries=("CHN",), regions=("419",)), "No country that was chosen lies in Latin America"),
        (Selection(countries=("CHN", "USA"), regions=("021",)), "The United States: HSI's own country, not abroad"),
    ],
)  # fmt: skip
def test_the_title_names_the_region_or_the_countries_in_it_and_none_outside(
    catalog: Catalog, language: Language, chosen: Selection, title: str
) -> None:
    figure = draw(catalog, language, chosen)
    assert title in figure.title
    assert "China" not in figure.title + figure.text
