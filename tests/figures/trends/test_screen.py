"""How the page of trends begins: a finding that is true for what is shown, in two lines, with a first drawing that needs no script."""

import pytest

from data.catalog import Catalog
from data.queries.trends import indicators
from data.queries.trends.shown import shown
from data.selection import Selection
from figures.figure import is_chart
from figures.ink.lettering import TITLE, wrapped
from figures.language import Language
from figures.screen import Screen
from figures.trends import headline
from figures.trends.screen import screen
from figures.view import View

ALL = Selection()

H1, COLUMN = 2 * 17, 1014
"""Pixels of the type of a page's heading, and of its column in a window 1,366 pixels wide."""


H1_PHONE, COLUMN_PHONE = 1.45 * 17, 358
"""The same in a window 390 pixels wide."""

CARRIED = "cbp-amo-fentanyl-seized-fy"


def first(catalog: Catalog, language: Language, selection: Selection = ALL, **keys: str) -> Screen:
    choices = tuple((key, (value,)) for key, value in keys.items())
    return screen(View(catalog, selection, language, "light", "trends", choices))


def test_the_finding_says_which_way_seizures_and_deaths_went(catalog: Catalog, language: Language) -> None:
    assert first(catalog, language).finding == (
        "Fentanyl seized by CBP fell 55% from FY2023 to FY2025; U.S. deaths with synthetic opioids fell 35% from 2022 to 2024"
    )
    assert "never added" in first(catalog, language).sentence


@pytest.mark.parametrize(
    ("years", "finding"),
    [
        (
            (2024, 2024),
            "Fentanyl seized by CBP: 21,889 lb in FY2024; U.S. deaths with synthetic opioids: 47,735 in 2024",
        ),
        (
            (None, 2022),
            "Fentanyl seized by CBP rose 31% from FY2021 to FY2022; U.S. deaths with synthetic opioids rose",
        ),
        ((2025, None), "Fentanyl seized by CBP: 12,027 lb in FY2025"),
        ((2026, None), "The series shown have no value in the years chosen"),
    ],
)
def test_the_finding_follows_the_years(
    catalog: Catalog, language: Language, years: tuple[int | None, int | None], finding: str
) -> None:
    made = first(catalog, language, Selection(first_year=years[0], last_year=years[1]))
    assert made.finding.startswith(finding)
    assert bool(made.figures) == ("no value" not in finding)


def test_the_finding_is_of_what_was_picked(catalog: Catalog, language: Language) -> None:
    assert first(catalog, language, trends_indicator="nflis-fentanyl-reports-cy").finding == (
        "Fentanyl reports by U.S. laboratories fell 13% from 2023 to 2024"
    )
    assert first(catalog, language, trends_group="mexico_seizures").finding.startswith(
        "Fentanyl seized by Mexico's army and navy rose 89% from 2023 to 2024"
    )
    assert first(catalog, language, trends_indicator="cbp-fentanyl-seized-month").finding == (
        "Fentanyl seized by CBP (Southwest Border, OFO only): 358 lb (provisional) in April 2026"
    )
    totals = first(catalog, language, trends_indicator="reported-totals")
    assert totals.finding.startswith("Published totals of HSI's offices run from ")
    assert totals.figures == ()


@pytest.mark.parametrize("selection", [Selection(), Selection(first_year=2023), Selection(last_year=2021)])
def test_no_finding_takes_more_than_two_lines(catalog: Catalog, language: Language, selection: Selection) -> None:
    shows = [(code,) for code in (*indicators.known(catalog), indicators.REPORTED)]
    shows += [shown(catalog, (), group) for group in (None, *indicators.systems(catalog), indicators.REPORTED)]
    found = [headline.finding(catalog, selection, codes, (), language) for codes in shows]
    assert [told for told in found if len(wrapped(told, H1, COLUMN, TITLE)) > 2] == []


@pytest.mark.parametrize("selection", [Selection(), Selection(first_year=2023), Selection(last_year=2021)])
def test_on_a_phone_no_finding_takes_more_than_three_lines(
    catalog: Catalog, language: Language, selection: Selection
) -> None:
    shows = [
        ((code,), (part.code,))
        for code in indicators.known(catalog)
        for part in (indicators.parts(catalog, code) or (indicators.Part("", "", ""),))
    ]
    shows += [(shown(catalog, (), group), ()) for group in (None, *indicators.systems(catalog), indicators.REPORTED)]
    found = [headline.finding(catalog, selection, codes, part, language, is_phone=True) for codes, part in shows]
    assert len(found) > 100
    assert [told for told in found if len(wrapped(told, H1_PHONE, COLUMN_PHONE, TITLE)) > 3] == []


def test_on_a_phone_a_change_says_until_when(catalog: Catalog, language: Language) -> None:
    (code,) = (one.code for one in indicators.parts(catalog, CARRIED) if one.region == "Northern Border")
    told = headline.finding(catalog, Selection(last_year=2022), (CARRIED,), (code,), language, is_phone=True)
    assert told == "Fentanyl seized by CBP's AMO (Northern Border): up 60%, FY2021–FY2022"


def test_a_chart_is_told_by_the_heading_where_that_tells_all_it_shows(catalog: Catalog, language: Language) -> None:
    codes = shown(catalog, (), None)
    assert headline.tells(catalog, ALL, codes, (), language) == codes[:2]
    assert headline.tells(catalog, ALL, codes, (), language, is_phone=True) == codes[:1]
    two = ("southwest-border-ofo", "northern-border-ofo")
    assert headline.tells(catalog, ALL, ("cbp-fentanyl-seized-fy",), two, language) == (), "it tells of one of the two"
    assert headline.tells(catalog, Selection(first_year=2026), codes, (), language) == ()
    assert first(catalog, language).says_first
    assert not first(catalog, language, trends_indicator="reported-totals").says_first


def test_letters_in_a_heading_are_said_in_full_below_it(catalog: Catalog, language: Language) -> None:
    begun = first(catalog, language, trends_indicator="cbp-fentanyl-seized-month")
    assert "OFO only" in begun.finding
    assert begun.sentence.endswith("OFO: Office of Field Operations.")
    assert begun.figures[0].subtitle.endswith("OFO: Office of Field Operations")
    assert "OFO" not in first(catalog, language).sentence


def test_the_first_drawing_needs_no_script(catalog: Catalog, language: Language) -> None:
    (made,) = first(catalog, language).figures
    assert made.key == "trend-cbp-fentanyl-seized-fy"
    assert not is_chart(made.drawing)
    assert made.drawing.startswith('<img class="drawing"')
    assert "27%2C023" in made.drawing or "27,023" in made.drawing
    (alone,) = first(catalog, language, trends_indicator="hsi-fentanyl-seized-to-2023-09").figures
    assert "over 54,000 lb" in alone.drawing
