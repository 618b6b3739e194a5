"""Events on lanes over time: a dot is a day; a bar covers the month or the year that is all the sources say."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from data.catalog import Catalog
from data.queries.narrowing import Narrowed, sources_of
from data.queries.timeline import KEY_EVENTS, UNTIED, dated_after, with_lanes
from data.selection import Selection
from figures import labels
from figures.figure import Figure
from figures.language import Language
from figures.palette import Theme
from figures.timeline import axis, marks, placement
from figures.timeline.dates import covered

CATEGORIES = ("strategy", "diplomacy", "legislation", "operation", "sanction", "publication", "context")
"""Lanes from top to bottom: what governments set down and agree first, what was published and what surrounds it last."""

THIN_AFTER = "2026-05"
"""The month after which the collection holds little, because its sources end there."""


def figure(
    catalog: Catalog,
    narrowed: Narrowed,
    selection: Selection,
    lanes: str,
    chosen: str | None,
    language: Language,
    theme: Theme,
) -> Figure:
    """Return the timeline of the events that a selection keeps; at least one.

    Args:
        narrowed: what `data.queries.timeline.events` returns.
        lanes: `category` or `objective`.
        chosen: id of the event to ring, or None. One that is not among the rows is not drawn.
    """
    names = lane_names(catalog, lanes, language)
    rows = with_lanes(catalog, narrowed.rows, lanes, selection)
    keys = [event_id for event_id in KEY_EVENTS if event_id in set(rows["event_id"])]
    first, last = placement.window(rows, selection)
    named = placement.key_labels(rows, keys, (first, last))
    layout = placement.layout(rows, list(names), last - first, max((label.row + 1 for label in named), default=0))
    lane_lines, lane_heads = marks.lane_heads(layout, names, language, theme)
    key_lines, key_heads = marks.key_heads(layout, named, language, theme)
    # Given whole: Plotly checks a chart in a tenth of the time that it takes to check parts that are added one by one.
    chart = go.Figure(
        data=marks.traces(layout, keys, chosen, lanes, language, theme),
        layout={
            "shapes": [*lane_lines, *key_lines],
            "annotations": [*lane_heads, *key_heads],
            **axis.axes((first, last), layout.height, language),
            **marks.HIT,
        },
    )
    counts = {names[lane.code]: lane.count for lane in layout.lanes}
    precisions = labels.words(language, "precision")
    return Figure(
        key="timeline",
        title=_title(counts, len(narrowed.rows), language),
        text=_text(narrowed, counts, keys, lanes, language),
        note=_note(catalog, language),
        rows=rows.assign(
            lane_name=rows["lane"].map(names),
            when=rows["date"].map(language.date),
            precision=rows["date_precision"].map(precisions),
            sources=labels.sources_by("event_sources", "event_id", rows["event_id"], language, catalog),
        ),
        columns={
            "when": language.gettext("Date"),
            "precision": language.gettext("Precision"),
            "lane_name": language.gettext("Lane"),
            "title": language.gettext("Event"),
            "date": language.gettext("Date in ISO 8601"),
            "event_id": language.gettext("Code"),
            "sources": language.gettext("Sources"),
        },
        source_ids=cited(catalog, narrowed.rows["event_id"]),
        drawing=chart,
        height=layout.height + axis.ROOM + 8,
        axis_room=axis.ROOM,
    )


def cited(catalog: Catalog, event_ids: pd.Series) -> tuple[str, ...]:
    """Return the sources of events, those of the key events first."""
    keys = [event_id for event_id in KEY_EVENTS if event_id in set(event_ids)]
    links = [sources_of(catalog, "event_sources", "event_id", ids) for ids in (keys, event_ids)]
    return tuple(dict.fromkeys([*links[0], *links[1]]))


def lane_names(catalog: Catalog, lanes: str, language: Language) -> dict[str, str]:
    """Return lane → its name, in the order from top to bottom."""
    if lanes == "category":
        words = labels.words(language, "category")
        return {code: words[code] for code in CATEGORIES}
    short = labels.objectives(language, catalog, short=True)
    named = {
        str(number): language.gettext("Objective {number}: {title}").format(number=number, title=title)
        for number, title in short.items()
    }
    return named | {UNTIED: language.gettext("Not tied to an objective")}


def _title(counts: Mapping[str, int], total: int, language: Language) -> str:
    """Say which lane holds the most events; ties are named, and a single event is not called a most."""
    most = max(counts.values())
    fullest = [f"“{name}”" for name, count in counts.items() if count == most]
    if len(counts) == 1:
        return language.ngettext(
            "{n} event, in one lane: {lane}", "{n} events, all in one lane: {lane}", total, lane=fullest[0]
        )
    if len(fullest) == 1:
        return language.gettext("The fullest lane is {lane}: {n} of {total} events").format(
            lane=fullest[0], n=language.number(most), total=language.number(total)
        )
    if len(fullest) == len(counts):
        return language.gettext("Every lane holds as many events: {n}").format(n=language.number(most))
    return language.gettext("The fullest lanes are {lanes}: {n} of {total} events each").format(
        lanes=language.join(fullest), n=language.number(most), total=language.number(total)
    )


def _text(narrowed: Narrowed, counts: Mapping[str, int], keys: list[str], lanes: str, language: Language) -> str:
    """Say in words what the chart shows: how many events on which lane, how exact, and the key dates."""
    rows = narrowed.rows
    listed = language.join([f"{name} ({language.number(count)})" for name, count in counts.items()])
    sentences = [
        language.ngettext(
            "{n} event, {years}, by lane: {lanes}.",
            "{n} events, {years}, by lane: {lanes}.",
            len(rows),
            years=covered(language, rows),
            lanes=listed,
        )
    ]
    if lanes == "objective":
        sentences.append(language.gettext("An event tied to several objectives lies on each of their lanes."))
    sentences.append(_exactness(rows["date_precision"].value_counts(), language))
    if keys:
        known = rows.set_index("event_id")
        told = [f"{language.date(known.at[key, 'date'])}, {known.at[key, 'title']}" for key in keys]
        sentences.append(language.gettext("Named on the chart: {events}.").format(events="; ".join(told)))
    return " ".join(sentences)


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


def _note(catalog: Catalog, language: Language) -> str:
    """Say what the collection holds and what it does not."""
    dates = catalog["events"]["date"]
    # A bare year sorts before its own days: the collection's edges are taken from events known to the month at least.
    monthly = dates[dates.str.len() >= 7].str[:7]
    late = dated_after(catalog, THIN_AFTER)
    return " ".join(
        [
            language.gettext("The collection holds events from {first} to {last}.").format(
                first=language.date(monthly.min()), last=language.date(monthly.max())
            ),
            language.ngettext(
                "It holds only one event after {month}: that is what the collection holds, not what happened.",
                "It holds only {n} events after {month}: that is what the collection holds, not what happened.",
                late,
                month=language.date(THIN_AFTER),
            ),
            language.gettext("The filter on years keeps events by the year of their date."),
        ]
    )
