"""What stands below a record on the site: how to cite it and how to correct it."""

import re
from html import escape

from briefing.site.places import path_of
from data import link
from data.queries.records.address import withdrawn
from data.queries.records.record import record
from figures.records import citing
from figures.view import View

FIRM = re.compile(r"\*\*(.+?)\*\*")
LED = re.compile(r"\[(.+?)\]\(&lt;(.+?)&gt;\)")
"""The little Markdown in which it is said how to correct a record, its marks escaped."""


def html(view: View, base: str) -> str:
    """Return how to cite and to correct the record that a view has chosen; nothing of one that was withdrawn.

    Args:
        base: the full address at which the site will lie, with a slash at its end; maybe empty.
    """
    chosen = str(view.choice(link.RECORD))
    if chosen in withdrawn(view.catalog):
        return ""
    known = record(view.catalog, chosen)
    said = citing.citation(view.catalog, known, f"{base}{path_of(view)}", view.language)
    heading = escape(view.language.gettext("Cite this, correct this"))
    corrected = FIRM.sub(r"<b>\1</b>", escape(citing.correcting(known, said, view.language)))
    corrected = LED.sub(lambda found: f'<a href="{found[2]}">{found[1]}</a>', corrected)
    return f'<section id="cite"><h2>{heading}</h2><p>{escape(said)}</p><p>{corrected}</p></section>'
