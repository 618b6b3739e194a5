"""The page on which the briefing is taken away: what it recommends, what the filters narrow, and nothing promised that is not so."""

import re

import pytest

from figures.palette import Theme
from figures.take_away import offers
from tests.opened import html, opened, said


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({}, "No filter is on"),
        ({"country": "MEX"}, "Mexico: all is narrowed but the whole briefing and the sources."),
        (
            {"country": "USA"},
            "The United States: all is narrowed but the whole briefing, the sources and most of what is not known.",
        ),
        (
            {"region": "419"},
            "Latin America and the Caribbean: all is narrowed but the whole briefing, the sources and most of",
        ),
        (
            {"objective": "4"},
            "Objective 4: all is narrowed but the whole briefing, offices, supply chain, sources and most of",
        ),
        ({"from": "2024"}, "From 2024: events are narrowed, and nothing else"),
    ],
)
def test_it_says_what_the_filters_narrow_and_what_not(query: dict[str, str], told: str) -> None:
    assert told in said(opened("take_away", **query))


def test_it_recommends_one_file_first_and_says_whom_each_is_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offers, "seen", lambda _view: offers.PREVIEWED)
    (body,) = [one for one in html(opened("take_away", country="MEX")) if 'class="offers"' in one]
    hurry, *kinds = body.split("<section>")
    assert "Take the offline page." in hurry
    assert 'href="take/page?country=MEX&amp;lang=en"' in hurry
    assert '<span class="keys">B makes the screen black' in hurry, "a phone, which has no keys, is told of them"
    assert "The small pictures show the briefing without a filter." in hurry
    titles = [re.findall(r"<h2>(.*?)</h2>", one) for one in kinds]
    assert titles[0] == ["Offline page"]
    assert all('<p class="when">' in one and "<img" in one for one in kinds)
    for word in ("tagged", "native", "Data Package", "HTML"):
        assert word not in body
    assert len(re.findall(r'src="previews/([a-z-]+)-light\.png\?lang=en"', body)) == len(offers.PREVIEWED)


@pytest.mark.parametrize(("theme", "media"), [("dark", "all"), ("light", "not all")])
def test_previews_have_the_colours_of_the_page(theme: Theme, media: str) -> None:
    shown = offers.in_theme(f"<source {offers.BY_SYSTEM}>", theme)
    assert shown == f'<source media="{media}">'
