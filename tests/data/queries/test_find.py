"""Anything can be found by a few words, mistyped or cut short, in English or Spanish."""

import pytest

from data.queries.find import MOST_WORDS, Index

NAMES = {
    "countries": [("MEX Mexico México", ""), ("JPN Japan Japón", ""), ("USA United States Estados Unidos", "")],
    "offices": [("Ciudad Juárez Mexico México", ""), ("Mexico City Mexico México", "")],
    "events": [("López Obrador rejects interference 2023", "At his morning conference the president …")],
}


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(NAMES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("juarez", {"offices": [0]}),
        ("JUÁREZ ciudad", {"offices": [0]}),
        ("japon", {"countries": [1]}),
        ("estados unidos", {"countries": [2]}),
        ("interf", {"events": [0]}),
        ("interfernce", {"events": [0]}),
        ("obrdaor", {"events": [0]}),
        ("intrefer", {"events": [0]}),
        ("obrador 2023", {"events": [0]}),
        ("morning conference", {"events": [0]}),
        ("jpn", {"countries": [1]}),
    ],
)
def test_words_find_what_they_mean(index: Index, text: str, found: dict[str, list[int]]) -> None:
    assert index.find(text) == found


@pytest.mark.parametrize("text", ["", " ", "–", "…!", "zzzzz", "juarez japan", "usb"])
def test_what_is_nowhere_is_not_found(index: Index, text: str) -> None:
    assert index.find(text) == {}


def test_the_country_comes_before_what_lies_in_it(index: Index) -> None:
    assert list(index.find("mexico")) == ["countries", "offices"]


def test_the_word_itself_comes_before_one_with_a_slip() -> None:
    assert Index({"a": [("Argus", ""), ("Artemis", "")]}).find("artemis") == {"a": [1]}
    assert Index({"a": [("Marten", ""), ("Martin", "")]}).find("martin") == {"a": [1, 0]}


def test_a_name_comes_before_a_text_that_only_mentions_it() -> None:
    assert Index({"a": [("Other", "about Hydra"), ("Operation Hydra", "")]}).find("hydra") == {"a": [1, 0]}


def test_short_words_forgive_no_slip(index: Index) -> None:
    assert index.find("usa")
    assert not index.find("uza")


def test_a_very_long_text_is_searched_by_its_first_words(index: Index) -> None:
    assert index.find("mexico " * 5_000)
    assert index.find(" ".join(["mexico", *("ciudad juarez mexico méxico",) * MOST_WORDS])) == {"offices": [0]}


def test_small_words_of_a_question_are_no_condition_but_tell_who_fits_better() -> None:
    index = Index({"a": [("Leads of units", ""), ("Who leads", "")]})
    assert index.find("who leads it") == {"a": [1, 0]}
    assert index.find("who") == {"a": [1]}


def test_a_number_is_never_taken_for_another() -> None:
    index = Index({"a": [("Meeting of 2023", ""), ("Meeting of 2024", "")]})
    assert index.find("meeting 2024") == {"a": [1]}
