"""The shell around every page, run in process."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import figure
from components.navigation import ENTRIES
from components.state import PAGE
from data import translation
from data.catalog import Catalog
from data.library import Library
from data.queries.regions import members
from figures import labels, language
from tests import known_offices
from tests.allowed import Chosen, events, initiatives
from tests.messages import OPEN, write_made_up_spanish
from tests.opened import SHELL, html, opened
from tests.package import part, spoil


def shown(app: AppTest) -> str:
    return "\n".join(element.value for element in (*app.title, *app.markdown, *app.caption, *app.info))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_page_says_who_it_is_not_and_as_of_when(entry) -> None:
    app = opened(entry.name)
    assert not app.exception
    assert app.session_state[PAGE] == entry.path
    foot = app.caption[-1].value
    assert "Independent of Homeland Security Investigations and of any government" in foot
    assert "24 November 2026" in foot


def test_an_empty_view_says_so_too() -> None:
    app = opened("timeline", objective="4", country="KEN")
    assert any("No events match" in info.value or "No events match" in info.proto.title for info in app.info)
    assert "Independent of Homeland Security Investigations" in app.caption[-1].value


def test_what_a_link_asks_for_and_has_no_entry_is_named() -> None:
    app = opened("country", country=["ISL", "MEX", "<b>" * 4000], objective="9")
    said = next(caption.value for caption in app.caption if "no entry here" in caption.value)
    assert "no entry here for 9 and ISL; no filter" in said
    assert "no entry here" not in shown(opened("country", country="MEX"))


@pytest.mark.parametrize("written", ["Call 555 0100", "<b>MEX</b>", "[x](//evil.test)", "A" * 21, "=1+1"])
def test_no_link_writes_its_own_words_into_the_page(written: str) -> None:
    app = opened(country=[written])
    assert "There is no entry here for a part of the link; no filter was set." in [
        caption.value for caption in app.caption
    ]
    assert written not in shown(app)


def test_what_is_on_is_said_with_counts() -> None:
    app = opened(objective=["3"], country=["MEX"])
    assert app.sidebar.pills[0].value == [3]
    assert app.sidebar.multiselect[0].value == ["MEX"]
    line = next(m.value for m in app.markdown if "Objective 3" in m.value)
    assert "Mexico" in line
    assert "5 of 55 places" in line.replace("\N{NO-BREAK SPACE}", " ")


def test_the_link_to_the_other_language_states_the_whole_view() -> None:
    """A new tab lost the filter: what a link carries on is added by the page's script when it is used."""
    app = opened("timeline", objective=["3"], timeline_span="all")
    (link,) = re.findall(r'<a class="language" href="([^"]*)"', "".join(html(app)))
    assert unescape(link) == "timeline?objective=3&timeline_span=all&lang=es"


@pytest.mark.parametrize("chosen", [Chosen(("3",)), Chosen(first="2024"), Chosen(countries=("MEX",))], ids=str)
def test_what_is_not_narrowed_is_not_counted_where_it_is_said_what_is_on(chosen: Chosen) -> None:
    """Of an objective, 55 of 55 places beside it is noise."""
    app = opened(**chosen.query)
    line = next(m.value for m in app.markdown if m.value.startswith("**")).replace("\N{NO-BREAK SPACE}", " ")
    counts = [part.strip() for part in line.partition("**")[2].partition("**")[2].split("·") if part.strip()]
    every = [place["iso3"] for place in known_offices.places() if place["standing"] == "office"]
    expected = [
        f"{kept} of {of} {name}"
        for name, kept, of in (
            ("places", sum(chosen.at({code}) for code in every), len(every)),
            ("initiatives", len(initiatives(chosen)), len(initiatives(Chosen()))),
            ("events", len(events(chosen)), len(events(Chosen()))),
        )
        if kept < of
    ]
    assert counts == expected


def test_a_filter_writes_the_query() -> None:
    app = opened()
    app.sidebar.multiselect[0].select("MEX").run()
    assert app.query_params["country"] == "MEX"
    app.sidebar.slider[0].set_range(2022, 2024).run()
    assert app.query_params["from"] == "2022"
    assert app.query_params["to"] == "2024"


def test_reset_is_offered_only_when_something_is_on() -> None:
    app = opened()
    assert "reset" not in [button.key for button in app.button]
    app = opened(country=["MEX"])
    app.button(key="reset").click().run()
    assert not app.query_params
    assert app.sidebar.multiselect[0].value == []


@pytest.fixture
def made_up_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak a made-up Spanish; nothing that was made before the test or in it is shown in another."""
    made = (
        language.available.cache_clear,
        language.spoken.cache_clear,
        translation.cells.cache_clear,
        translation.names.cache_clear,
        translation.translated.clear,
        figure.drawn.clear,
    )
    monkeypatch.setenv("BRIEFING_TRANSLATIONS", str(write_made_up_spanish(tmp_path)))
    for forget in made:
        forget()
    yield
    monkeypatch.undo()
    for forget in made:
        forget()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
@pytest.mark.usefixtures("made_up_language")
def test_every_word_of_the_interface_goes_through_gettext(entry, catalog: Catalog) -> None:
    opened(entry.name, lang="en", country=["MEX"])  # what is kept of this must not be shown to who reads Spanish
    app = opened(entry.name, lang="es", country=["MEX"])
    labelled = [
        *app.sidebar.pills,
        *app.sidebar.multiselect,
        *app.sidebar.slider,
        *app.button,
        *app.expander,
        *app.selectbox,
    ]
    assert labelled
    facts = titles_of_data(catalog)
    for element in labelled:
        assert OPEN in element.label or any(fact in element.label for fact in facts), element.label
    for element in (*app.title, *app.subheader, *app.header):
        assert OPEN in element.value or element.value in facts, element.value


def titles_of_data(catalog: Catalog) -> set[str]:
    """Headings that are facts, not interface: the document's own, and names and titles out of the tables."""
    names = labels.countries(language.language("es"), catalog)
    tables = (resource["title"] for resource in catalog.package["resources"])
    return {*catalog["objectives"]["title"], *catalog["events"]["title"], *names.values(), *tables}


def test_broken_data_is_named_to_the_reader_without_a_stack_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = part(tmp_path, "offices")
    spoil(package, "offices", "attache", "embassy")
    monkeypatch.setattr("components.catalog.library", lambda: Library(package))
    app = opened()
    assert not app.exception
    (error,) = app.error
    for word in ("offices.csv", "office_type", "embassy"):
        assert word in error.value
    assert app.title[0].value == "The data could not be read"
    assert app.button(key="try-again")


def test_back_holds_against_a_widget_that_has_not_heard_of_it() -> None:
    app = opened("objectives", objective=["3", "4"])
    app.query_params["objective"] = "3"
    app.sidebar.pills[0].set_value([1, 3, 4]).run()
    assert app.query_params["objective"] in ("3", ["3"])
    assert app.sidebar.pills[0].value == [3]
    app.sidebar.pills[0].set_value([3, 4]).run()
    assert app.query_params["objective"] == ["3", "4"]


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every page break off at its title."""

    def fail(*args: object) -> None:
        raise RuntimeError("secret inner words")

    monkeypatch.setattr("components.heading.show", fail)


@pytest.mark.usefixtures("broken")
def test_a_page_that_breaks_says_so_once_and_offers_two_ways_on(caplog: pytest.LogCaptureFixture) -> None:
    app = AppTest.from_file(SHELL, default_timeout=60)
    app.query_params["country"] = "MEX"
    app.run()
    (error,) = app.error
    assert "is logged" in error.value
    assert "secret inner words" in caplog.text
    (record,) = (one for one in caplog.records if one.name == "components.errors")
    assert (record.page, record.keys) == ("/", ["country"])
    assert "MEX" not in record.message
    assert "secret inner words" not in " ".join([error.value, shown(app)])
    assert app.button(key="try-again").label == "Try again"
    assert "Independent of Homeland Security Investigations" in app.caption[-1].value
    app.button(key="reset-after-error").click().run()
    assert "country" not in app.query_params


def test_a_region_s_own_countries_come_first_among_those_to_choose_from(catalog: Catalog) -> None:
    names = catalog.names("countries", "iso3", "name")
    app = opened("timeline", region="419", country="CHN")
    box = app.sidebar.multiselect(key="country")
    ours = [names[code] for code in members(catalog)["419"]]
    assert box.options[: len(ours)] == sorted(ours)
    assert sorted(box.options) == sorted(names.values())
    assert box.value == ["CHN"]
    everywhere = opened("timeline").sidebar.multiselect(key="country").options
    assert everywhere == sorted(names.values())
