"""What is said to who walks the marks of a map or chart by the keyboard: the words of components/static/marks.js."""

import json

from data.once import once
from figures.language import Language


@once(8)
def said(language: Language) -> str:
    """Return the words as JSON: `reached` says which mark is reached, `hint` and `opens` what keys do, `map` and `chart` what is walked."""
    words = {
        "reached": language.gettext("{n} of {total}: {words}"),
        "hint": language.gettext(
            "Arrow keys walk the marks; Home, End, Page Up, Page Down or a first letter leap. Escape leaves."
        ),
        "opens": language.gettext("Enter opens one."),
        "map": language.gettext("map with marks"),
        "chart": language.gettext("chart with marks"),
    }
    return json.dumps(words, ensure_ascii=False)
