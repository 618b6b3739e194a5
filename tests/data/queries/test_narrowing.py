"""What every narrowed table shares: the years, both included, and the order of sources."""

import pandas as pd
import pytest

from data.catalog import Catalog
from data.queries.narrowing import in_years, sources_of, weightiest_first
from data.selection import Selection

YEARS = pd.Series([2019.0, 2022.0, 2023.0, 2024.0, float("nan")])


@pytest.mark.parametrize(
    ("first", "last", "kept"),
    [
        (2022, 2023, [2022, 2023]),
        (2023, None, [2023, 2024]),
        (None, 2022, [2019, 2022]),
        (2020, 2021, []),
        (None, None, [2019, 2022, 2023, 2024]),
    ],
)
def test_years_are_kept_from_the_first_to_the_last_and_an_unknown_one_never(
    first: int | None, last: int | None, kept: list[int]
) -> None:
    assert list(YEARS[in_years(YEARS, Selection(first_year=first, last_year=last))]) == kept


def test_sources_stand_once_each_the_newest_first_whatever_the_order_of_the_rows() -> None:
    links = pd.DataFrame({"row": ["b", "a", "c", "a", "a"], "source_id": ["z", "y", "q", "z", "x"]})
    dates = {"q": "2026", "x": "", "y": "2023-05", "z": "2023-05-04"}
    known = pd.DataFrame(
        {"source_id": [*dates], "title": "", "publisher": "", "published": [*dates.values()], "url": "", "language": ""}
    )
    catalog = Catalog({}, {"links": links, "sources": known})
    assert sources_of(catalog, "links", "row", ["a", "b"]) == ["z", "y", "x"]
    assert sources_of(catalog, "links", "row", ["b", "a"]) == ["z", "y", "x"]
    assert sources_of(catalog, "links", "row", ["b"]) == ["z"]


def test_sources_of_one_day_stand_in_the_order_of_the_table() -> None:
    links = pd.DataFrame({"row": ["a", "a", "a"], "source_id": ["z", "y", "x"]})
    known = pd.DataFrame(
        {"source_id": ["x", "y", "z"], "title": "", "publisher": "", "published": "2024", "url": "", "language": ""}
    )
    assert sources_of(Catalog({}, {"links": links, "sources": known}), "links", "row", ["a"]) == ["z", "y", "x"]


def test_sources_stand_by_weight(catalog: Catalog) -> None:
    ids = ("seed-cartelinsider", "str-rpnoticias-2023", "str-ejecentral-2023", "es-ice-comunicado-20230919")
    assert weightiest_first(catalog, ids) == list(reversed(ids))
