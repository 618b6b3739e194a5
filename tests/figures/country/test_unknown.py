"""What is not known of a country: true of what the filters leave of it, and of the sources."""

import re

import pytest

from data.catalog import Catalog
from data.queries.country.brief import brief
from data.selection import Selection
from figures.country import unknown
from figures.language import Language
from figures.language import language as speak


@pytest.mark.parametrize(
    ("objectives", "said"),
    [
        ((), "What became of 7 of 11 initiatives in the strategy that name it: no later source was found."),
        (
            (3,),
            "What became of 3 of 5 initiatives in the strategy under objective 3 that name it: no later source was found.",
        ),
        (
            (2,),
            "What became of the only initiative in the strategy under objective 2 that names it: no later source was found.",
        ),
    ],
)
def test_initiatives_are_said_to_be_of_the_objectives_that_are_chosen(
    catalog: Catalog, language: Language, objectives: tuple[int, ...], said: str
) -> None:
    """Eleven initiatives of the strategy name Mexico, five of them under the third objective."""
    chosen = Selection(objectives=objectives, countries=("MEX",))
    told = unknown.gaps(brief(catalog, "MEX", chosen), language, objectives)
    assert [one for one in told if one.startswith("What became of")] == [said]


@pytest.mark.parametrize("code", ["en", "es"])
def test_what_is_not_known_of_one_thing_is_said_without_a_number(catalog: Catalog, code: str) -> None:
    for iso3 in catalog["countries"]["iso3"]:
        known = brief(catalog, iso3, Selection(countries=(iso3,)))
        places = [gap for gap in unknown.gaps(known, speak(code)) if "TCIU" not in gap][:3]
        assert not [gap for gap in places if re.search(r"\b1\b", gap)], iso3


def test_no_gap_of_any_country_speaks_of_a_collection(catalog: Catalog, language: Language) -> None:
    for code in catalog["countries"]["iso3"]:
        told = unknown.gaps(brief(catalog, code, Selection(countries=(code,))), language)
        assert not [one for one in told if "collection" in one], code


def test_what_happened_lately_is_no_count_of_events_that_were_not_found(catalog: Catalog, language: Language) -> None:
    for code in catalog["countries"]["iso3"]:
        known = brief(catalog, code, Selection(countries=(code,)))
        said = unknown.gaps(known, language)[-1]
        assert ("newest event" in said) == bool(len(known.country.events)), code


def test_of_all_initiatives_none_is_counted_out(catalog: Catalog, language: Language) -> None:
    told = unknown.gaps(brief(catalog, "CHN", Selection(countries=("CHN",))), language)
    assert "What became of the 2 initiatives in the strategy that name it: no later source was found." in told
