"""English and Spanish, whole: no message and no cell without its Spanish, the same fields and numbers in both."""

import re
from collections import Counter
from string import Formatter

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from data.catalog import Catalog
from data.packing import CONTEXT, README
from data.translation import TRANSLATIONS, cells, names, prose
from tests.messages import ROOT

OTHERS = sorted(path.name for path in TRANSLATIONS.iterdir() if path.is_dir())

NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def messages(code: str, domain: str) -> list[Message]:
    with (TRANSLATIONS / code / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
        return [message for message in read_po(file, locale=code) if message.id]


def pairs(message: Message) -> list[tuple[str, str]]:
    """Return what a message says in English and in the other language, each plural form by itself."""
    if isinstance(message.id, tuple):
        return list(zip(message.id, message.string, strict=True))
    return [(message.id, str(message.string))]


def fields(text: str) -> set[str]:
    return {name for _text, name, _form, _conversion in Formatter().parse(text) if name is not None}


def test_there_is_another_language() -> None:
    assert OTHERS == ["es"]


@pytest.mark.parametrize("code", OTHERS)
def test_every_message_is_said(code: str) -> None:
    with (ROOT / "translations" / "messages.pot").open("rb") as file:
        wanted = {(message.context, message.id) for message in read_po(file) if message.id}
    found = {(message.context, message.id): message for message in messages(code, "messages")}
    assert set(found) == wanted, "run `make messages`, and translate what is new"
    assert [message.id for message in found.values() if not all(said for _english, said in pairs(message))] == []
    assert [message.id for message in found.values() if message.fuzzy] == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_message_has_the_same_fields_links_and_marks_in_both(code: str) -> None:
    for message in messages(code, "messages"):
        for english, said in pairs(message):
            # "One place …" beside "{n} places …": a singular may do without the number.
            assert fields(said) <= fields(english), message.id
            assert fields(english) - fields(said) <= {"n"}, message.id
            for mark in ("**", "](", ":material/", "\n"):
                assert said.count(mark) == english.count(mark), message.id
            assert (said[:1].isspace(), said[-1:].isspace()) == (english[:1].isspace(), english[-1:].isspace()), (
                message.id
            )


@pytest.mark.parametrize("code", OTHERS)
def test_every_cell_of_prose_is_said(code: str, catalog: Catalog) -> None:
    wanted = {*prose(catalog), *((CONTEXT, paragraph) for paragraph in README)}
    named, said = names(code), cells(code)
    assert [cell for cell in wanted if cell[1] not in named and cell not in said] == [], (
        "run `make messages`, and translate"
    )
    assert set(said) <= wanted, "what no table says any more goes"
    assert [cell for cell in said if cell[1] in named] == [], "what has a name has it in one place"


@pytest.mark.parametrize("code", OTHERS)
def test_what_is_said_has_the_numbers_of_the_english(code: str) -> None:
    differing = {}
    for domain in ("messages", "tables"):
        for message in messages(code, domain):
            for english, said in pairs(message):
                one, other = (Counter(NUMBER.findall(text)) for text in (english, said))
                # Spanish writes in figures what English writes in words from ten on: eleven months, 11 meses.
                if one - other or any(int(re.sub(r"\D", "", number)) < 10 for number in other - one):
                    differing[english] = said
    assert differing == {}


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_is_quoted_straight(code: str) -> None:
    for domain in ("messages", "tables"):
        for message in messages(code, domain):
            for english, said in pairs(message):
                assert '"' not in said or '"' in english, said
