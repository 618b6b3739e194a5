"""Every word of the interface goes through gettext."""

import ast
import re
from collections.abc import Iterator

from babel.messages.pofile import read_po

from data.catalog import Catalog
from data.m49 import REGIONS
from figures.signposts import SIGNPOSTS
from tests.messages import ROOT, extracted


def test_the_template_holds_every_message_of_the_code() -> None:
    with (ROOT / "translations" / "messages.pot").open("rb") as file:
        kept = {message.id for message in read_po(file) if message.id}
    assert kept == {message.id for message in extracted() if message.id}, "run `make messages`"


def test_messages_are_not_built_from_pieces() -> None:
    pieces = [
        m.id
        for m in extracted()
        if isinstance(m.id, str) and m.id and (m.id != m.id.strip() or "{}" in m.id or "%s" in m.id)
    ]
    assert pieces == []


ASKED = {"_": 0, "N": 0, "gettext": 0, "ngettext": 0, "counted": 0, "pgettext": 1}
"""What asks for a message → the place of its English words among the arguments."""


def asked() -> Iterator[tuple[str, str]]:
    """Give every message that the code asks for in so many words, with the place where it does."""
    for folder in ("api", "briefing", "components", "figures", "pages"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for call in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(call, ast.Call):
                    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
                    words = call.args[at] if len(call.args) > (at := ASKED.get(name, 0)) and name in ASKED else None
                    if isinstance(words, ast.Constant) and isinstance(words.value, str):
                        yield words.value, f"{path.relative_to(ROOT)}:{call.lineno}"


def test_every_message_that_is_asked_for_is_collected() -> None:
    # Python tells what stands in a formatted string as one piece of text: a message in it is never found.
    known = {
        words for message in extracted() for words in (message.id if isinstance(message.id, tuple) else (message.id,))
    }
    assert [where for words, where in asked() if words not in known] == []


def test_what_gives_messages_goes_by_the_names_that_are_looked_for() -> None:
    bound = re.compile(r"(\w+)(?:, \w+)* = (?:\w+\.)*(?:n|p)?gettext\b(?!\()")
    for folder in ("api", "briefing", "components", "figures", "pages"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            assert set(bound.findall(path.read_text("utf-8"))) <= {"_"}, path


NAMED = {"objectives": "title", "initiatives": "name", "organisations": "name", "glossary": "term"}


def test_what_the_tables_and_signposts_name_in_english_has_a_spanish_name_that_says_what_it_rests_on(
    catalog: Catalog,
) -> None:
    with (ROOT / "translations" / "es" / "LC_MESSAGES" / "names.po").open("rb") as file:
        spanish = {message.id: message for message in read_po(file, locale="es") if message.id}
    named = {name for table, column in NAMED.items() for name in catalog[table][column]}
    named |= {words for one in SIGNPOSTS for words in (one.title, one.sought)}
    assert named <= set(spanish)
    more = {*catalog["glossary"]["expansion"], *catalog["offices"]["city"], *(one.name for one in REGIONS.values())}
    assert set(spanish) <= named | more
    for message in spanish.values():
        assert message.string
        basis = re.fullmatch(r"(official|press|usual|ours)(?:: ([a-z0-9, -]+?))?(, with .*)?", message.user_comments[0])
        assert basis, message.id
        cited = basis[2].split(", ") if basis[2] else []
        assert set(cited) <= set(catalog.sources), message.id
        assert cited or basis[1] in ("usual", "ours"), message.id
