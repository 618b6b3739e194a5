"""Every word of the interface goes through gettext."""

from babel.messages.pofile import read_po

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
