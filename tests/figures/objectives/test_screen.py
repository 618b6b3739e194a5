"""How the page of objectives begins: what it says is true under every filter."""

import pytest

from data.catalog import Catalog
from figures.objectives.screen import screen
from tests.allowed import Chosen, initiatives, table
from tests.figures.objectives.views import view

LATER = {row["initiative_id"] for row in table("initiative_followup") if row["agency_date"] or row["others_date"]}

OF_KOREA = "offices-asia-pacific"
"""It names China, and its later source speaks of South Korea only."""


@pytest.mark.parametrize(
    ("here", "finding"),
    [
        ({}, "Four objectives, 28 initiatives; later sources mention 15"),
        ({"scope": "strategy"}, "Four objectives, 28 initiatives; later sources mention 15"),
        ({"scope": "context"}, "Four objectives, 29 initiatives in context"),
        ({"objectives": (2,)}, "Objective 2: 2 initiatives; a later source mentions one"),
        ({"objectives": (1, 4)}, "Objectives 1 and 4: 16 initiatives; later sources mention 10"),
        ({"countries": ("MEX",)}, "11 initiatives name Mexico; later sources mention 4"),
        # A later source speaks of Korea alone.
        ({"countries": ("CHN",)}, "2 initiatives name China; no later source on China was found"),
        ({"countries": ("CHN", "USA")}, "18 initiatives name China or the United States; later sources mention 6"),
        ({"objectives": (2,), "countries": ("MEX",)}, "Objective 2: one initiative names Mexico; no later source was found"),
        ({"regions": ("419",)}, "11 initiatives name a country in Latin America and the Caribbean; later sources mention 4"),
        ({"countries": ("MEX",), "regions": ("419",)}, "11 initiatives name Mexico; later sources mention 4"),
        ({"countries": ("MEX",), "regions": ("150",)}, "No country that was chosen lies in Europe"),
        ({"countries": ("KEN",)}, "No initiative of the strategy names Kenya; one in context does"),
        ({"countries": ("KEN",), "scope": "context"}, "One initiative in context names Kenya"),
        ({"countries": ("KEN",), "scope": "strategy"}, "No initiative of the strategy names Kenya"),
        ({"countries": ("KEN",), "objectives": (4,)}, "Objective 4: no initiative names Kenya"),
        ({"countries": ("ARE", "ARG", "BRA", "EGY")}, "No initiative of the strategy names any of 4 countries; one in context does"),
    ],
)  # fmt: skip
def test_the_finding_speaks_of_the_subject_in_view(catalog: Catalog, here: dict[str, object], finding: str) -> None:
    assert screen(view(catalog, **here)).finding == finding


@pytest.mark.parametrize(
    "chosen", [Chosen(), Chosen(("3",)), Chosen(countries=("MEX",)), Chosen(countries=("CHN", "USA"))]
)
def test_its_numbers_are_those_of_the_tables(catalog: Catalog, chosen: Chosen) -> None:  # fmt: skip
    ours = {row["initiative_id"] for row in initiatives(chosen, "strategy")}
    objectives = tuple(map(int, chosen.objectives))
    finding = screen(view(catalog, objectives=objectives, countries=chosen.countries)).finding
    assert f"{len(ours)} initiatives" in finding
    later = LATER - {OF_KOREA} if chosen.countries else LATER
    assert finding.endswith(f"mention {len(ours & later)}")


def test_the_sentence_says_who_leads_and_what_is_context(catalog: Catalog) -> None:
    assert screen(view(catalog)).sentence == (
        "HSI or a unit of it leads or co-leads all 28 initiatives of the strategy. 29 more are context: related work, not "
        "shown to be in the strategy."
    )
    assert screen(view(catalog, scope="context")).sentence.endswith(
        "Context is related work, not shown to be in the strategy."
    )
    assert "more" not in screen(view(catalog, scope="strategy")).sentence


def test_a_part_is_never_said_to_be_the_strategy(catalog: Catalog) -> None:
    for here in ({"objectives": (3,)}, {"countries": ("MEX",)}, {"regions": ("419",)}):
        begins = screen(view(catalog, **here))
        said = begins.sentence.split(". ")[0] + begins.figures[0].title
        assert "of the strategy" not in said


def test_an_empty_view_has_nothing_to_show(catalog: Catalog) -> None:
    begins = screen(view(catalog, objectives=(4,), countries=("KEN",)))
    assert begins.figures == ()
    assert begins.sentence == ""
