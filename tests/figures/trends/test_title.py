"""Headings of indicators: short, honest, and never a part for the whole; the names in the picker are found as people type."""

import pytest

from data.catalog import Catalog
from data.queries.trends import indicators
from data.selection import Selection
from figures import labels
from figures.ink.lettering import TITLE, wrapped
from figures.language import Language
from figures.trends import names, plot

ALL = Selection()

H2 = 1.35 * 17
"""Pixels of the type of a figure's heading."""

COLUMN = 473
"""Pixels of the narrowest column that stands beside another: half of the page in a window 1,366 pixels wide."""


def title(catalog: Catalog, language: Language, code: str, *series: str, selection: Selection = ALL) -> str:
    codes = indicators.drawings(catalog, [code], series)[0][1]
    return plot.figure(catalog, selection, code, codes, False, language, "light", 960).title


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("cbp-fentanyl-seized-fy", "Fentanyl seized by CBP: down 55% from FY2023 to FY2025"),
        ("cdc-deaths-all-drugs-cy", "U.S. overdose deaths: down 26% from 2022 to 2024"),
        ("mexico-army-navy-fentanyl-seized-cy", "Fentanyl seized by Mexico's army and navy: up 89% from 2023 to 2024"),
        ("hsi-fentanyl-seized-fy", "Fentanyl seized by HSI: 20,981 lb in FY2022, over 41,000 lb in FY2023"),
        ("hsi-heroin-seized-fy", "Heroin seized by HSI: 7,103 lb in FY2018"),
        ("nflis-fentanyl-reports-cy", "Fentanyl reports by U.S. laboratories: down 13% from 2023 to 2024"),
        ("dhs-fentanyl-seized-ytd", "Fentanyl seized by CBP and HSI: over 27,000 lb, October 2023 to June 2024"),
    ],
)
def test_titles_say_which_way_it_went_and_claim_no_more(
    catalog: Catalog, language: Language, code: str, expected: str
) -> None:
    assert title(catalog, language, code) == expected


def test_a_title_follows_the_years(catalog: Catalog, language: Language) -> None:
    since = Selection(first_year=2024)
    assert title(catalog, language, "cbp-fentanyl-seized-fy", selection=since).endswith(
        "down 45% from FY2024 to FY2025"
    )


def test_a_title_under_a_last_year_does_not_reach_to_today(catalog: Catalog, language: Language) -> None:
    until = Selection(last_year=2020)
    assert title(catalog, language, "cbp-fentanyl-seized-fy", selection=until).endswith("up 71% from FY2019 to FY2020")


def test_a_title_says_once_that_a_value_is_provisional_or_from_the_press(catalog: Catalog, language: Language) -> None:
    only = Selection(first_year=2023, last_year=2023)
    provisional = title(catalog, language, "cdc-deaths-all-drugs-provisional-cy", selection=only)
    assert provisional == "Provisional U.S. overdose deaths: 110,037 in 2023"
    assert title(catalog, language, "hsi-narcotics-arrests-change-fy").count("press") == 1


def test_no_heading_takes_more_than_two_lines_of_its_column(catalog: Catalog, language: Language) -> None:
    found = {
        told: len(wrapped(told, H2, COLUMN, TITLE))
        for code in indicators.known(catalog)
        for told in [title(catalog, language, code)]
    }
    assert {told: lines for told, lines in found.items() if lines > 2} == {}


def test_a_months_seizures_name_the_part_shown_and_never_pass_for_the_whole(
    catalog: Catalog, language: Language
) -> None:
    for code in ("cbp-fentanyl-seized-month", "cbp-fentanyl-seizure-events-month"):
        for part in indicators.parts(catalog, code):
            made = plot.figure(catalog, Selection(), code, (part.code,), False, language, "light", 960)
            place = f"{part.region}, {part.component}"
            assert f"({place} only)" in made.title
            assert made.note.startswith(f"{place} is one of 6 parts; no total of a month was published.")
            assert all(f"{place} only" in bars.hovertemplate for bars in made.drawing.data)
            assert list(made.columns)[2:5] == ["region", "component", "whole"]
            assert set(made.rows["region"] + ", " + made.rows["component"]) == {place}


def test_the_sum_of_parts_is_marked_as_ours_wherever_it_stands(catalog: Catalog, language: Language) -> None:
    code = "cbp-fentanyl-seized-month"
    made = plot.figure(catalog, Selection(), code, ("southwest-border-ofo",), False, language, "light", 960)
    march = made.rows.set_index("period").loc["2024-03"]
    assert (march["value"], march["whole"]) == (1_248.03, 1_449.13)
    assert made.columns["whole"] == "All parts of the month, added here"
    assert "Added by us, all parts of April 2026 come to 463.38 lb" in made.note
    told = {row[0]: row[1:] for bars in made.drawing.data for row in bars.customdata}
    assert list(told["March 2024"]) == ["1,248.03 lb", "1,449.13 lb"]
    assert all("all parts added by us: %{customdata[2]}" in bars.hovertemplate for bars in made.drawing.data)


def test_a_series_that_is_not_the_usual_one_is_named_in_the_title(catalog: Catalog, language: Language) -> None:
    assert "(Southwest Border, OFO)" in title(catalog, language, "cbp-fentanyl-seized-fy", "southwest-border-ofo")
    assert "(" not in title(catalog, language, "cbp-fentanyl-seized-fy")


def test_names_in_the_picker_differ(catalog: Catalog, language: Language) -> None:
    groups = labels.words(language, "system")
    told = [names.to_pick(language, one, groups[one.system]) for one in indicators.known(catalog).values()]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("fentanyl month", "cbp-fentanyl-seized-month"),
        ("cbp month", "cbp-fentanyl-seized-month"),
        ("cbp fentanyl month", "cbp-fentanyl-seized-month"),
        ("fentanyl cbp month", "cbp-fentanyl-seized-month"),
        ("fentanyl seized fiscal year", "hsi-fentanyl-seized-fy"),
        ("overdose deaths cdc", "cdc-deaths-all-drugs-cy"),
        ("mexico fentanyl", "mexico-federal-fentanyl-seized-cy"),
    ],
)
def test_the_picker_s_names_hold_the_letters_that_people_type_in_their_order(
    typed: str, code: str, catalog: Catalog, language: Language
) -> None:
    indicator = indicators.known(catalog)[code]
    told = iter(names.to_pick(language, indicator, labels.words(language, "system")[indicator.system]).lower())
    assert all(letter in told for letter in typed)


def test_a_name_begins_small_within_a_sentence_unless_it_is_an_abbreviation() -> None:
    assert labels.within("Fentanyl seized by CBP") == "fentanyl seized by CBP"
    assert labels.within("U.S. overdose deaths") == "U.S. overdose deaths"
    assert labels.within("HSI agents added") == "HSI agents added"
