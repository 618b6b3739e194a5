"""What became of a promise: which side says something since, and for which countries that counts."""

import pytest

from data.catalog import Catalog
from data.queries.country.brief import brief
from data.queries.follow_up import ELSEWHERE, follow_ups
from data.queries.linked import linked
from data.selection import EVERYTHING, Selection

PROMISE = "offices-asia-pacific"
"""It names China; the later source on it speaks of South Korea only."""


@pytest.mark.parametrize(
    ("chosen", "counts"),
    [
        (EVERYTHING, True),
        (Selection(regions=("142",)), True),
        (Selection(countries=("CHN", "KOR")), True),
        (Selection(countries=("CHN",)), False),
        (Selection(countries=("CHN", "MEX")), False),
    ],
)
def test_what_speaks_of_another_country_alone_is_no_later_source(
    catalog: Catalog, chosen: Selection, counts: bool
) -> None:
    found = follow_ups(catalog, chosen)[PROMISE]
    assert bool(found.latest.date) is bool(found.source_ids) is counts
    # Where it was sought stands all the same; how far a source goes does not, where the source is not told.
    assert found.searched_to
    assert found.note.startswith("Korea only") is counts


def test_no_other_side_names_countries_that_its_initiative_does_not(catalog: Catalog) -> None:
    names = catalog.original.names("countries", "iso3", "name")
    tied = linked(catalog, "initiative_countries", "initiative_id", "iso3")
    amiss = set()
    for row in catalog.original["initiative_followup"].itertuples(index=False):
        for side, words in (("agency", row.agency_says), ("others", row.others_say)):
            spoken_of = {code for code, name in names.items() if name in words}
            if spoken_of and (own := tied.get(row.initiative_id)) and spoken_of.isdisjoint(own):
                amiss.add((row.initiative_id, side, tuple(sorted(spoken_of))))
    assert amiss == {(*key, countries) for key, countries in ELSEWHERE.items()}


def test_the_brief_of_a_country_counts_as_its_filter_does(catalog: Catalog) -> None:
    ours = [one.follow_up for one in brief(catalog, "CHN", EVERYTHING).initiatives if one.follow_up]
    assert ours
    assert not [one for one in ours if one.latest.date]
