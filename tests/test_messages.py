"""Every word of the interface goes through gettext."""

import re

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
