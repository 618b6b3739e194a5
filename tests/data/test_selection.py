"""What a selection keeps when filters are lifted."""

import pytest

from data.selection import FILTERS, Selection

EVERYTHING = Selection(objectives=(1,), countries=("MEX",), first_year=2022)


@pytest.mark.parametrize("name", FILTERS)
def test_only_keeps_the_named_filter_and_lifts_the_others(name: str) -> None:
    assert EVERYTHING.only([name]).active == (name,)
    assert EVERYTHING.without(name).active == tuple(other for other in FILTERS if other != name)


def test_only_with_no_name_lets_everything_through() -> None:
    assert EVERYTHING.only([]).is_empty
