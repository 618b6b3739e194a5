"""The Offices page: reported and documented stand apart, and a country tells what is and is not found."""

import pytest
from streamlit.testing.v1 import AppTest

from components.navigation import PAGES

SHELL = PAGES.parent / "components" / "shell.py"


def offices(**query: str | list[str]) -> AppTest:
    app = AppTest.from_file(SHELL, default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    return app.switch_page(str(PAGES / "offices.py")).run()


def said(app: AppTest) -> str:
    parts = (*app.title, *app.header, *app.markdown, *app.caption, *app.info)
    return "\n".join(part.value for part in parts)


def test_reported_and_documented_stand_apart_and_are_never_subtracted() -> None:
    app = offices()
    assert not app.exception
    text = said(app)
    assert "91 offices reported in 54 countries" in app.title[0].value
    assert "57" in app.title[0].value
    for difference in ("34 offices", "34 places", "37 offices"):
        assert difference not in text


def test_a_country_shows_its_places_with_dated_evidence() -> None:
    text = said(offices(country=["MEX"]))
    for city in ("Mexico City", "Monterrey", "Tijuana", "Ciudad Juárez", "Mérida"):
        assert city in text
    assert "Strong evidence" in text


@pytest.mark.parametrize("code", ["NGA", "IDN"])
def test_a_country_without_an_office_says_only_that_none_was_found(code: str) -> None:
    app = offices(country=[code])
    assert not app.exception
    assert "No office found in the sources read" in said(app)


def test_a_place_known_only_by_its_country_is_said_to_be_so() -> None:
    assert "No city named, only the country" in said(offices(country=["HND"]))


def test_objectives_and_years_are_said_not_to_narrow_offices() -> None:
    app = offices(objective=["3"], country=["MEX"])
    assert "do not narrow offices" in said(app)
    assert "5 of 57 documented offices" in said(app)


@pytest.mark.parametrize("color", ["period", "strength", "region", "rainbow"])
def test_every_way_to_colour_the_map_stands(color: str) -> None:
    assert not offices(offices_color=color).exception
