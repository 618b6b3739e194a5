"""How the page of changes begins: how many facts that one may have quoted changed, since when."""

import pandas as pd

from data import link
from data.once import once
from data.queries.records import changes
from figures import filters
from figures.language import Language
from figures.records import parts, told
from figures.records.changes import headline
from figures.screen import Screen
from figures.view import View

FIRST = 12
"""Reasons with which the page begins where no script makes the rest of it."""

QUOTED = ("corrected", "updated")
"""What was done to a fact that a reader may have quoted as it stood before."""


def asked(view: View) -> tuple[str, str]:
    """Return which kind of changes a view asks for, and since which day (ISO); each empty where it asks for all."""
    kind, since = view.choice(link.CHANGES_KIND), view.choice(link.CHANGES_SINCE)
    return "" if kind == "all" else kind, since.isoformat() if since else ""


def found(view: View) -> pd.DataFrame:
    """Return the lines of the ledger that a view asks for."""
    return changes.narrowed(view.catalog, view.selection, *asked(view))


@once(64)
def screen(view: View) -> Screen:
    """Return how the page begins."""
    language, lines, since = view.language, found(view), view.choice(link.CHANGES_SINCE)
    day = language.date(since.isoformat() if since else changes.FIRST_DAY)
    narrowed = filters.in_words(view.selection.only(("objectives", "countries")), view.catalog, language)
    if lines.empty and (narrowed or view.choice(link.CHANGES_KIND) != "all"):
        return Screen(
            language.gettext("No such change since {day}").format(day=day),
            language.gettext("Changes of another kind, or of other facts, may have been made."),
        )
    if lines.empty:
        return Screen(
            language.gettext("Nothing changed since {day}").format(day=day),
            language.gettext("Nothing is changed silently: what stands on the pages is what stood there then."),
        )
    return Screen(
        _finding(lines, narrowed, language, day),
        " ".join(
            [
                *_beside(lines, language),
                language.gettext(
                    "Nothing is changed silently: each line says what stood before, what stands now, why, and on which source."
                ),
            ]
        ),
        whole=told.html(parts.first(parts.parts(view.catalog, lines, language), FIRST)[0], view),
    )


def _finding(lines: pd.DataFrame, narrowed: str, language: Language, day: str) -> str:
    """Return how often facts changed that a reader may have quoted; where none did, what else changed.

    Args:
        narrowed: which filters choose the facts, in words: what did not change of these may have changed of others.
    """
    facts, _structure = changes.apart(lines)
    quoted = facts[facts["kind"].isin(QUOTED)]
    if len(quoted):
        return language.gettext("{changes} of facts you may have quoted, since {day}").format(
            changes=language.join(headline(quoted, language)), day=day
        )
    if len(facts):
        return language.gettext("{changes} since {day}").format(
            changes=language.opening(language.join(headline(facts, language))), day=day
        )
    if narrowed:
        return language.gettext("{filters}: no fact changed since {day}, only the structure of the tables").format(
            filters=narrowed, day=day
        )
    return language.gettext("Only the structure of the tables changed since {day}").format(day=day)


def _beside(lines: pd.DataFrame, language: Language) -> list[str]:
    """Say what changed beside that which the heading counts; nothing where that is all."""
    facts, structure = changes.apart(lines)
    is_quoted = facts["kind"].isin(QUOTED)
    others = [*headline(facts[~is_quoted], language)] if is_quoted.any() else []
    if len(structure) and len(facts):
        others.append(
            language.ngettext(
                "{n} change of the structure of the tables",
                "{n} changes of the structure of the tables",
                len(structure),
            )
        )
    return [language.gettext("Also {changes}.").format(changes=language.join(others))] if others else []
