"""The rows of figures as charts and tables of a slide."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from briefing import citing
from briefing.slides.charts import Series
from briefing.slides.grid import LEAST, NO_BREAK, TABLE
from briefing.slides.tables import Cell, Table, fitted, narrow, needed
from data.queries import carrying
from data.queries.follow_up import FollowUp
from data.queries.objectives import Initiative, in_full
from data.queries.objectives import initiatives as selected
from figures import evidenced, labels
from figures.figure import Figure
from figures.language import Language
from figures.objectives.evidence import told
from figures.objectives.promise_list import named
from figures.palette import Palette, mixed
from figures.sources import bars
from figures.view import View

SIZES = (17.0, 16.0, TABLE, LEAST)
"""Sizes of type of a table, the best first."""

SOUGHT = "strategy"
"""The scope of initiatives on which later sources were sought."""

WIDE = {0: 0.36, 2: 0.64}
"""Column of initiatives → its part of what the others leave: the name, and what is said of it."""


@dataclass(frozen=True)
class Lists:
    """The initiatives of an objective in one size of type: those of the strategy with what a later source says, then those of context.

    Attributes:
        table: all of them; where both are there, a row amid them is the head of those of context.
        strategy: how many are of the strategy.
        further: the head of those of context, on a slide that holds no other.
        rows: those of the figure, in the order of the table.
    """

    table: Table
    strategy: int
    further: Sequence[str]
    rows: pd.DataFrame

    def parted(self, wide: float, room: float, more: float) -> list[tuple[Table, pd.DataFrame]]:
        """Return the table in as few parts as find room, each with the rows of the figure that it holds; as of `Table.parted`."""
        found, at = [], 0
        amid = self.strategy if 0 < self.strategy < len(self.rows) else -1
        for part in self.table.parted(wide, room, more):
            held, after = list(part.rows), at + len(part.rows)
            # A head amid the rows is none where nothing stands before or after it.
            if at == amid:
                held = held[1:]
            if after == amid + 1:
                held = held[:-1]
            head = self.further if amid >= 0 and at >= amid else part.head
            first, last = (count - (0 <= amid < count) for count in (at, after))
            found.append((replace(part, head=head, rows=held), self.rows.iloc[first:last]))
            at = after
        return found


def initiatives(figure: Figure, view: View) -> list[Lists]:
    """Return initiatives by name, the largest type first. Every objective is told in the same columns."""
    language, words = view.language, labels.words(view.language, "status")
    scopes = labels.words(language, "scope")
    # The day of a status is that of the release nearly throughout: beside each it would say little, and take a line.
    status = view.catalog.names("initiatives", "initiative_id", "status")
    follow_ups = {
        one.initiative_id: one.follow_up
        for one in in_full(view.catalog, selected(view.catalog, view.selection, SOUGHT).rows, view.selection)
    }
    is_ours = figure.rows["scope"] == scopes[SOUGHT]
    ours, context = figure.rows[is_ours], figure.rows[~is_ours]
    listed = [
        [
            Cell(row.initiative, bold=True),
            Cell(words[status[row.initiative_id]]),
            Cell(_later(follow_ups[row.initiative_id], language)),
        ]
        for row in ours.itertuples()
    ]
    beside = [
        [
            Cell(row.initiative),
            Cell(
                _of_context(status[row.initiative_id], carrying.status_day(view.catalog, row.initiative_id), language)
            ),
            Cell(row.summary),
        ]
        for row in context.itertuples()
    ]
    head = (figure.columns["initiative"], figure.columns["status"], language.gettext("Later source"))
    # A year beside a status, as in "Existing (2013)", would else be read as that of a beginning.
    status_of = language.gettext("Status (as of)")
    further = (language.gettext("Context, not shown to be in the strategy"), status_of, figure.columns["summary"])
    amid = [[Cell(words, bold=True) for words in further]] if listed and beside else []
    kept = pd.concat([ours, context])
    return [
        Lists(fitted(head if listed else further, [*listed, *amid, *beside], WIDE, size), len(listed), further, kept)
        for size in SIZES
    ]


def _of_context(status: str, day: str, language: Language) -> str:
    """Return a status with its year or, without one, that nothing dates it: it would be read as today's."""
    if day:
        return labels.status(status, day[:4], language)
    word = labels.words(language, "status")[status]
    return language.gettext("{status} (undated)").format(status=word)


def _later(found: FollowUp | None, language: Language) -> str:
    """Return what later sources say, with the limits of it."""
    return (told(found, language) if found else "") or language.gettext("none found")


def places(figure: Figure, language: Language, room: float) -> tuple[Table, float] | None:
    """Return places by name, with how good and how old their evidence is; of several countries, with these instead of the former.

    Returns:
        The table, and how many of `room` pixels it is wide; without how good the evidence is, where that finds no room; nothing where even
        so no word does.
    """
    known, grades = figure.rows, labels.words(language, "grade")
    names = (
        ("country", "place", "evidence_date") if known["iso3"].nunique() > 1 else ("place", "grade", "evidence_date")
    )
    told = {
        **{name: known[name].tolist() for name in names},
        "grade": [grades[code] for code in known["strength"]],
        "evidence_date": [evidenced.day(row, language).replace(" ", NO_BREAK) for row in known.to_dict("records")],
    }

    def of(columns: tuple[str, ...]) -> tuple[Table, float] | None:
        cells = [[Cell(words) for words in row] for row in zip(*(told[name] for name in columns), strict=True)]
        return narrow([figure.columns[name] for name in columns], cells, LEAST, room)

    return of(names) or of(tuple(name for name in names if name != "grade"))


def later(found: Sequence[Initiative], language: Language) -> list[Table]:
    """Return what later sources say of each initiative as a table, the largest type first."""
    head = (language.gettext("Initiative"), language.gettext("Later source"))
    listed = [(Cell(one.name, bold=True), Cell(_later(one.follow_up, language))) for one in found]
    return [Table(head, listed, (0.3, 0.7), size) for size in SIZES]


def worded(found: Sequence[Initiative], language: Language) -> list[Table]:
    """Return what the wording of each initiative names that could be measured as a table, the largest type first."""
    head = (language.gettext("Initiative"), language.gettext("Its wording names"), language.gettext("Later source"))
    listed = [
        (
            Cell(one.name, bold=True),
            Cell(language.opening(named(one.follow_up, language)) if one.follow_up else ""),
            Cell(_later(one.follow_up, language)),
        )
        for one in found
    ]
    return [Table(head, listed, (0.44, 0.36, 0.2), size) for size in SIZES]


def evidence(
    figure: Figure, newest: Sequence[Initiative], wide: float, colors: Palette, language: Language
) -> tuple[list[str], list[Series], list[Table]]:
    """Return by objective the initiatives with and without a later source as bars; and what the newest says as a table, in some sizes.

    Args:
        newest: the initiatives with a later source, those first of which it is the newest.
        wide: pixels that the table is wide.
    """
    first = {one.objective_id: one for one in citing.newest_of_each(newest)}
    rows, columns = figure.rows, figure.columns
    names = [
        language.gettext("{number} {title}").format(number=row.objective, title=row.title) for row in rows.itertuples()
    ]
    own = [colors.objectives[str(number)] for number in rows["objective"]]
    series = [
        Series(columns["found"], rows["found"].tolist(), colors.quiet, colors.paper, colors=own),
        Series(columns["missing"], rows["missing"].tolist(), colors.paper, colors.ink, outline=colors.quiet),
    ]
    listed = [
        (
            Cell(str(number), bold=True),
            Cell(_later(first[number].follow_up, language), lead=first[number].name)
            if number in first
            else Cell(language.gettext("none found")),
        )
        for number in rows["objective"]
    ]
    head = (columns["objective"], columns["newest"])
    numbers = [row[0] for row in listed]
    shares = {size: needed(head[0], numbers, size) / wide for size in SIZES}
    return names, series, [Table(head, listed, (one, 1 - one), size) for size, one in shares.items()]


def coverage(figure: Figure, view: View) -> tuple[list[str], list[Series]]:
    """Return by table the rows that cite none, one, two or more independent sources, as far as there are such."""
    rows = figure.rows
    # What no row has is no part of the key either.
    parts = [part for part in bars.divided(view.language, view.theme) if rows[part.column].any()]
    return rows["title"].tolist(), [
        Series(
            part.words,
            rows[part.column].tolist(),
            part.color,
            part.ink,
            outline=part.outline,
            hatched=mixed(part.ink, part.color, 0.45) if part.hatched else "",
        )
        for part in parts
    ]


def by_year(figure: Figure, colors: Palette) -> tuple[list[str], list[Series]]:
    """Return events by lane, each bar divided by year, the longest first."""
    rows = figure.rows
    counts = Counter(zip(rows["lane_name"], rows["date"].str[:4], strict=True))
    lanes, years = rows["lane_name"].value_counts().index.tolist(), sorted({year for _lane, year in counts})
    firm, paper = colors.series[0], colors.paper
    shades = [(0.3, colors.ink), (0.6, colors.ink), (1.0, paper)]
    return lanes, [
        Series(year, [counts[lane, year] for lane in lanes], mixed(firm, paper, share), ink)
        for year, (share, ink) in zip(years, shades * len(years), strict=False)
    ]


def most(figure: Figure, language: Language) -> str:
    """Return what events by lane find: how many there are of which years, and on which lane most of them lie, if it is one."""
    rows = figure.rows
    years, counts = rows["date"].str[:4], rows["lane_name"].value_counts()
    events = language.ngettext(
        "{n} event from {first} to {last}",
        "{n} events from {first} to {last}",
        len(rows),
        first=years.min(),
        last=years.max(),
    )
    if len(counts) > 1 and counts.iloc[0] == counts.iloc[1]:
        return language.gettext("{events}, by category and year").format(events=events)
    return language.gettext("{events}; the largest category is “{category}” ({n})").format(
        events=events, category=counts.index[0], n=language.number(int(counts.iloc[0]))
    )


def plain(figure: Figure) -> Table:
    """Return the rows of any figure as the reader is shown them."""
    table = figure.table
    told = [
        [Cell("" if value is None or value != value else str(value)) for value in row]
        for row in table.itertuples(index=False)
    ]
    return Table(list(table), told, [1 / len(table.columns)] * len(table.columns), TABLE)
