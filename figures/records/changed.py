"""How the page of changes begins: what was done since when, and how often."""

import pandas as pd

from data import link
from data.once import once
from data.queries.records import changes
from figures.language import Language
from figures.records import told
from figures.records.changes import groups, headline
from figures.screen import Screen
from figures.view import View

FIRST, OPEN = 12, 1
"""Reasons with which the page begins where no script makes the rest of it, and how many of them stand open."""


def found(view: View) -> pd.DataFrame:
    """Return the lines of the ledger that a view asks for."""
    kind, since = view.choice(link.CHANGES_KIND), view.choice(link.CHANGES_SINCE)
    return changes.narrowed(
        view.catalog, view.selection, "" if kind == "all" else kind, since.isoformat() if since else ""
    )


@once(64)
def screen(view: View) -> Screen:
    """Return how the page begins."""
    language, lines, since = view.language, found(view), view.choice(link.CHANGES_SINCE)
    day = language.date(since.isoformat() if since else changes.FIRST_DAY)
    if lines.empty:
        return Screen(
            language.gettext("Nothing changed since {day}").format(day=day),
            language.gettext("Nothing is changed silently: what stands on the pages is what stood there then."),
        )
    return Screen(
        language.gettext("What was {done} since {day}").format(done=language.join(_done(lines, language)), day=day),
        language.gettext(
            "{changes}. Nothing is changed silently: each line says what stood before, what stands now, why, and on which source."
        ).format(changes=headline(lines, language)),
        whole=told.html(groups(view.catalog, lines, language)[:FIRST], view, OPEN, over_table=False),
    )


def _done(lines: pd.DataFrame, language: Language) -> list[str]:
    """Return what was done, the kinds of change that there are."""
    words = {
        "corrected": language.gettext("corrected"),
        "updated": language.gettext("updated"),
        "added": language.gettext("added"),
        "withdrawn": language.gettext("withdrawn"),
    }
    kinds = set(lines["kind"])
    return [word for kind, word in words.items() if kind in kinds]
