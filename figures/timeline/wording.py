"""What the timeline shows, in words."""

from collections.abc import Mapping

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.timeline import KEY_EVENTS, dated_after
from figures.language import Language
from figures.timeline.span import Span

THIN_AFTER = "2026-05"
"""The month after which the collection holds little, because its sources end there."""


def text(seen: pd.DataFrame, names: Mapping[str, str], shown: Span, lanes: str, language: Language) -> str:
    """Say in words what the drawing shows: how many events on which lane, how exact, and the key dates.

    Args:
        seen: the events that are drawn, one row an event and lane.
        names: lane → its name, from top to bottom.
        lanes: `category` or `objective`.
    """
    counts, rows = seen["lane"].value_counts(), seen.drop_duplicates("event_id")
    listed = [f"{name} ({language.number(int(counts[code]))})" for code, name in names.items() if code in counts]
    sentences = [
        language.ngettext(
            "{n} event, {years}, by lane: {lanes}.",
            "{n} events, {years}, by lane: {lanes}.",
            len(rows),
            years=_years(shown, language),
            lanes=language.join(listed),
        )
    ]
    if lanes == "objective":
        sentences.append(language.gettext("An event tied to several objectives lies on each of their lanes."))
    sentences.append(_exactness(rows["date_precision"].value_counts(), language))
    known = rows.set_index("event_id")
    if keys := [key for key in KEY_EVENTS if key in known.index]:
        told = [f"{language.date(known.at[key, 'date'])}, {known.at[key, 'title']}" for key in keys]
        sentences.append(language.gettext("The key dates: {events}.").format(events="; ".join(told)))
    return " ".join(sentences)


def zoomed(seen: pd.DataFrame, kept: pd.DataFrame, shown: Span, language: Language) -> str:
    """Say what the drawing leaves out, where it looks at a part of the events that the filters keep; else nothing.

    Args:
        seen: the events that are drawn.
        kept: all of them.
    """
    if len(seen) == len(kept):
        return ""
    return language.gettext("Drawn: {years}, {n} of {total} events. The table and the files hold all {total}.").format(
        years=_years(shown, language), n=language.number(len(seen)), total=language.number(len(kept))
    )


def collected(catalog: Catalog, language: Language) -> str:
    """Say of when events were found, and what the filter on years goes by."""
    kept = language.gettext("The filter on years keeps events by the year of their date.")
    return f"{found(catalog, language)} {kept}"


@once(8)
def found(catalog: Catalog, language: Language) -> str:
    """Say of when events were found, and that few of the last months say nothing of what happened."""
    dates = catalog["events"]["date"]
    # A bare year sorts before its own days: the edges are taken from events known to the month at least.
    monthly = dates[dates.str.len() >= 7].str[:7]
    return " ".join(
        [
            language.gettext("Events from {first} to {last} were found.").format(
                first=language.date(monthly.min()), last=language.date(monthly.max())
            ),
            language.ngettext(
                "Only one of them is later than {month}: that is what was found, not what happened.",
                "Only {n} of them are later than {month}: that is what was found, not what happened.",
                dated_after(catalog, THIN_AFTER),
                month=language.date(THIN_AFTER),
            ),
        ]
    )


def _years(shown: Span, language: Language) -> str:
    if shown.first == shown.last:
        return str(shown.first)
    return language.gettext("{first} to {last}").format(first=shown.first, last=shown.last)


def _exactness(precision: pd.Series, language: Language) -> str:
    """Say how many events are known to the day, the month and the year."""
    parts = [
        language.ngettext("{n} to the day (a dot)", "{n} to the day (dots)", int(precision.get("day", 0))),
        language.ngettext(
            "{n} to the month (a short bar)", "{n} to the month (short bars)", int(precision.get("month", 0))
        ),
        language.ngettext("{n} to the year (a long bar)", "{n} to the year (long bars)", int(precision.get("year", 0))),
    ]
    kinds = ("day", "month", "year")
    shown = [part for part, kind in zip(parts, kinds, strict=True) if precision.get(kind, 0)]
    return language.gettext("Known as exactly as the sources say: {parts}.").format(parts=language.join(shown))
