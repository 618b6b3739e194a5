"""Published totals of offices over time: unjoined points, since they count different things."""

from collections.abc import Sequence
from functools import partial

import pandas as pd

from data.catalog import Catalog
from data.queries.narrowing import sources_of
from data.queries.offices import Headline, dated
from figures import labels, qualified
from figures.figure import Figure
from figures.ink import legend, marks
from figures.language import Language
from figures.offices import totals_chart
from figures.palette import Palette, Theme, palette

KEY = "offices-reported-totals"

WIDEST = 960
"""Pixels: in a wider room the drawing grows with its column."""

HIGH, HIGH_NARROW, NARROW = 320, 280, 500
"""Height of the drawing in pixels, and the width from which on it is the former."""

SLIDE_SCALE = 1.6


def figure(
    totals: pd.DataFrame,
    reported: Headline,
    catalog: Catalog,
    language: Language,
    theme: Theme,
    narrowed_by: tuple[str, ...] = (),
    room: int = 620,
) -> Figure:
    """Return the totals by date.

    Args:
        totals: published totals of offices, as `data.queries.offices.reported_totals` gives them; at least one is dated.
        reported: the total of the strategy, named in the chart where it is among them.
        narrowed_by: the filters that narrow the totals on this page: `years`, or none.
        room: width that the drawing has, in pixels.
    """
    rows, colors = _rows(totals, language), palette(theme)
    points = dated(rows)
    size = min(room, WIDEST), HIGH if room >= NARROW else HIGH_NARROW
    samples = totals_chart.samples(points, colors)
    return Figure(
        key=KEY,
        title=_title(points, language),
        text=_text(rows, points, reported, language),
        rows=rows,
        columns={
            "day": language.gettext("Date"),
            "stated": language.gettext("Offices"),
            "countries": language.gettext("Countries"),
            "counted": language.gettext("What it counts"),
            "date_note": language.gettext("Note on the date"),
            "note": language.gettext("Note"),
        },
        source_ids=_sources(catalog, rows, reported),
        note=language.gettext(
            "The points are not joined: they come from different bodies and count different things, so they are not one "
            "series."
        )
        + " "
        + (
            language.gettext("Undated totals are left aside where years are chosen.")
            if narrowed_by
            else language.gettext("They are totals of all countries together.")
        ),
        drawing=marks.drawing(totals_chart.svg(points, reported, language, colors, size), *size),
        legend=legend.html(samples),
        picture=partial(_slide, points, reported, language, colors, samples),
        narrowed_by=narrowed_by,
        sorted_by={"day": "date", "stated": "value"},
    )


def _title(points: pd.DataFrame, language: Language) -> str:
    low, high = qualified.ends(points, language)
    if len(points) == 1:
        return language.gettext("One published total: {n} offices").format(n=low)
    if low == high:
        return language.gettext("{points} published totals, each of {n} offices").format(
            points=language.number(len(points)), n=low
        )
    return language.gettext(
        "Published totals run from {low} to {high} offices, and they count different things"
    ).format(low=low, high=high)


def _rows(totals: pd.DataFrame, language: Language) -> pd.DataFrame:
    said = [
        "" if pd.isna(value) else qualified.said(language.number(int(value)), qualifier, language)
        for value, qualifier in zip(totals["value"], totals["qualifier"], strict=True)
    ]
    return totals.assign(
        stated=said,
        day=[language.date(date) for date in totals["date"]],
        counted=totals["counts"].map(labels.words(language, "counts")),
    )


def _sources(catalog: Catalog, rows: pd.DataFrame, reported: Headline) -> tuple[str, ...]:
    others = sources_of(catalog, "reported_total_sources", "total_id", rows["total_id"])
    ours = reported.source_ids if (rows["date"] == reported.date).any() else ()
    return tuple(dict.fromkeys([*ours, *others]))


def _text(rows: pd.DataFrame, points: pd.DataFrame, reported: Headline, language: Language) -> str:
    groups = "; ".join(
        f"{labels.within(name)}: {language.number(int(n))}"
        for name, n in points["counted"].value_counts(sort=True).items()
    )
    newest = points.sort_values("start", kind="stable").iloc[-1]  # a total of "2026" may be older than one of February
    sentences = [
        language.gettext("{points} on the chart, by what they count: {groups}.").format(
            points=language.ngettext("{n} dated total", "{n} dated totals", len(points)), groups=groups
        ),
        *_strategy(points, reported, language),
        language.gettext("The newest dated total is {stated}, {newest}.").format(
            stated=newest["stated"], newest=newest["day"]
        ),
        language.gettext("A line through a mark spans the month or year that its source gives."),
    ]
    undated = rows[(rows["date"] == "") & rows["value"].notna()]
    if len(undated):
        left = language.ngettext("{n} undated total", "{n} undated totals", len(undated))
        sentences.append(
            language.gettext("Not on the chart, but in the table: {undated} ({values}).").format(
                undated=left, values=language.join(undated["stated"])
            )
        )
    if len(only := rows[rows["value"].isna()]):
        sentences.append(
            language.ngettext(
                "{n} source gives a number of countries and none of offices.",
                "{n} sources give a number of countries and none of offices.",
                len(only),
            )
        )
    return " ".join(sentences)


def _strategy(points: pd.DataFrame, reported: Headline, language: Language) -> list[str]:
    """Say what the strategy's total is, where the years chosen keep it."""
    if not (points["date"] == reported.date).any():
        return []
    return [
        language.gettext("The strategy's total is {offices}, on {day}.").format(
            offices=language.number(reported.offices), day=language.date(reported.date)
        )
    ]


def _slide(
    points: pd.DataFrame,
    reported: Headline,
    language: Language,
    colors: Palette,
    samples: Sequence[legend.Sample],
    width: float,
    height: float,
) -> str:
    """Return the drawing for a slide, its key below it."""
    key, _, high = legend.svg(samples, colors.ink, width)
    drawn = totals_chart.svg(points, reported, language, colors, (width, height - high - 12), SLIDE_SCALE)
    return f'{drawn}<g transform="translate(0 {height - high:g})">{key}</g>'
