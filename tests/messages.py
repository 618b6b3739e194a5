"""The messages of the interface, and a made-up language that shows which words went through gettext."""

from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog as Messages
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).parent.parent

KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "counted": (1, 2), "N": None}
METHODS = [
    ("api/**.py", "python"),
    ("briefing/**.py", "python"),
    ("components/**.py", "python"),
    ("figures/**.py", "python"),
    ("pages/**.py", "python"),
]

OPEN, CLOSE = "⟦", "⟧"


@cache
def extracted() -> Messages:
    """Return every message of the code."""
    messages = Messages()
    for _file, _line, message, comments, context in extract_from_dir(ROOT, METHODS, keywords=KEYWORDS):
        messages.add(message, auto_comments=comments, context=context)
    return messages


def write_made_up_spanish(folder: Path) -> Path:
    """Write a catalogue of `es` in which every message stands in ⟦brackets⟧, and return the folder of catalogues."""
    made_up = Messages(locale="es_MX")
    for message in extracted():
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = tuple(f"{OPEN}{text}{CLOSE}" for text in ids)
        made_up.add(message.id, strings if len(strings) > 1 else strings[0], context=message.context)
    file = folder / "es" / "LC_MESSAGES" / "messages.po"
    file.parent.mkdir(parents=True)
    with file.open("wb") as out:
        write_po(out, made_up)
    return folder
