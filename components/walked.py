"""What is said to who walks the marks of a map or chart by the keyboard: the words of components/static/marks.js."""

import json

from data.once import once
from figures.language import Language


def keys(language: Language) -> tuple[str, str]:
    """Return what keys do on any drawing, and what one more does where a mark opens something."""
    return (
        language.gettext(
            "Arrow keys walk the marks; Home, End, Page Up, Page Down or a first letter leap. Escape leaves."
        ),
        language.gettext("Enter opens one."),
    )


@once(8)
def said(language: Language) -> str:
    """Return the words as JSON: `reached` says which mark is reached, `hint` and `opens` what keys do, `map` and `chart` what is walked."""
    hint, opens = keys(language)
    words = {
        "reached": language.gettext("{n} of {total}: {words}"),
        "hint": hint,
        "opens": opens,
        "map": language.gettext("map with marks"),
        "chart": language.gettext("chart with marks"),
    }
    return json.dumps(words, ensure_ascii=False)
