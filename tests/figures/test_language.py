"""Numbers, dates and names in the reader's language."""

import re

import pytest

from data.queries.sources.tables import plain
from data.translation import translated
from figures import labels
from figures.language import Language, language


@pytest.mark.parametrize(
    ("partial", "said"),
    [("2023-05-31", "31 May 2023"), ("2023-05", "May 2023"), ("2023", "2023"), ("", "undated")],
)
def test_a_date_is_as_precise_as_it_is_known(partial: str, said: str) -> None:
    assert language("en").date(partial) == said


def test_numbers_carry_their_separators() -> None:
    assert language("en").number(27022.9) == "27,022.9"


def test_a_language_without_a_catalogue_speaks_english() -> None:
    assert language("fr").code == "en"


@pytest.mark.parametrize("said", ["fr", "x" * 1_000_000, "\0", "EN"])
def test_what_a_browser_calls_its_language_is_not_kept(said: str) -> None:
    assert language(said) is language("en")


def test_counts_choose_their_form() -> None:
    english = language("en")
    assert english.ngettext("{n} office", "{n} offices", 1) == "1 office"
    assert english.ngettext("{n} office", "{n} offices", 1435) == "1,435 offices"


def test_every_code_of_the_tables_has_a_word(catalog, language: Language) -> None:
    columns = {
        ("offices", "office_type"), ("office_evidence", "strength"), ("office_evidence", "source_type"),
        ("office_evidence", "shows"),
        ("countries", "region"), ("initiatives", "scope"), ("initiatives", "status"), ("initiatives", "kind"),
        ("events", "category"), ("event_initiatives", "relation"), ("initiative_actors", "role"),
    }  # fmt: skip
    for table, column in columns:
        assert set(catalog[table][column]) <= set(labels.words(language, column)), (table, column)


def test_english_keeps_the_names_of_the_tables(catalog, language: Language) -> None:
    names = labels.countries(language, catalog)
    assert names["HKG"] == "Hong Kong"
    assert len(names) == len(catalog["countries"])


def plainly(text: str) -> str:
    return " ".join(re.findall(r"\w+", plain(text)))


@pytest.mark.parametrize("column", labels.WORDS)
def test_a_word_that_names_a_code_is_the_word_of_that_code(column: str) -> None:
    words = {code: plainly(label) for code, label in labels.WORDS[column].items() if code}
    for code in words:
        named = plainly(code.replace("_", " "))
        if any(named in word for word in words.values()):
            assert named in words[code], code


@pytest.mark.parametrize("column", ["strength", "region", "commodity", "role", "source_type", "unit_type"])
def test_most_words_name_their_code(column: str) -> None:
    words = labels.WORDS[column]
    named = [code for code in words if code and plainly(code.replace("_", " ")) in plainly(words[code])]
    assert len(named) >= len(words) - 1


@pytest.mark.parametrize(
    ("first", "last", "english", "spanish"),
    [
        ("2024-10", "2025-08", "October 2024 to August 2025", "octubre de 2024 a agosto de 2025"),
        (
            "2024-10-01",
            "2025-08-25",
            "1 October 2024 to 25 August 2025",
            "del 1 de octubre de 2024 al 25 de agosto de 2025",
        ),
    ],
)
def test_a_span_of_days_has_articles_where_a_language_has_them(
    first: str, last: str, english: str, spanish: str
) -> None:
    assert language("en").span(first, last) == english
    assert language("es").span(first, last) == spanish


def test_a_day_has_its_article_wherever_it_fills_a_message() -> None:
    spanish = language("es")
    said = spanish.gettext("From {first} to {last}. A bar stands where only the month or the year is known.")
    assert said.format(first="2019", last=spanish.date("2026-02-10")).startswith("De 2019 al 10 de febrero de 2026.")
    assert said.format(first=spanish.date("2019-05-01"), last="2026").startswith("Del 1 de mayo de 2019 a 2026.")


def test_a_name_has_its_article_within_a_sentence(catalog) -> None:
    assert labels.in_sentences(language("en"), catalog)["HKG"] == "Hong Kong"
    assert labels.in_sentences(language("es"), translated(catalog, "es"))["HKG"] == "la RAE de Hong Kong (China)"
