"""The rows of figures as charts and tables of a slide."""

from collections import Counter
from typing import Any

from briefing.slides.charts import Series
from briefing.slides.grid import LEAST, TABLE
from briefing.slides.tables import Cell, Table, fitted
from data.catalog import Catalog
from figures import labels
from figures.figure import Figure
from figures.language import Language
from figures.palette import Palette, mixed
from figures.sources import bars
from figures.view import View

LARGE = 20.0
"""Size of type of a table that has room."""

SIZES = (17.0, 16.0, TABLE, LEAST)
"""Sizes of type of a table, the best first."""

SOUGHT = "strategy"
"""The scope of initiatives on which later sources were sought."""


def initiatives(figure: Figure, catalog: Catalog, language: Language) -> list[Table]:
    """Return initiatives by name, in some ways: those first that tell and fill most."""
    strategy, words = labels.words(language, "scope")[SOUGHT], labels.words(language, "status")
    # The day of a status is that of the release nearly throughout: beside each it would say little, and take a line.
    status = catalog.names("initiatives", "initiative_id", "status")
    told = [
        {
            "initiative": row.initiative,
            "summary": row.summary,
            "scope": row.scope,
            "status": words[status[row.initiative_id]],
            "later": _later(row, False, row.scope == strategy, language),
            "evidence": _later(row, True, row.scope == strategy, language),
        }
        for row in figure.rows.itertuples()
    ]
    later = language.gettext("Later source")
    head = {**figure.columns, "later": later, "evidence": later}
    ways = [
        (("initiative", "summary", "scope", "status", "later"), {"initiative": 0.36, "summary": 0.64}),
        (("initiative", "scope", "status", "evidence"), {"initiative": 0.46, "evidence": 0.54}),
        (("initiative", "scope", "status", "later"), {"initiative": 1.0}),
    ]
    if not any(figure.rows["evidence_date"]):
        del ways[1]
    return [
        fitted([head[name] for name in names], _cells(told, names, strategy), _at(names, wide), size)
        for names, wide in ways
        for size in SIZES
    ]


def _cells(told: list[dict[str, str]], names: tuple[str, ...], strategy: str) -> list[list[Cell]]:
    return [[Cell(row[name], bold=name == "initiative" and row["scope"] == strategy) for name in names] for row in told]


def _at(names: tuple[str, ...], wide: dict[str, float]) -> dict[int, float]:
    return {names.index(name): share for name, share in wide.items()}


def _later(row: Any, is_whole: bool, was_sought: bool, language: Language) -> str:
    """Return the year of a later source, or its day and what it says."""
    if row.evidence_date and is_whole:
        return language.gettext("{day}: {what}").format(day=language.date(row.evidence_date), what=row.evidence)
    if row.evidence_date:
        return str(row.evidence_date[:4])
    return language.gettext("none found") if was_sought else language.gettext("not sought")


def places(figure: Figure, language: Language) -> Table:
    """Return places by name, with how good and how old their evidence is; of several countries, with these instead of the former."""
    known, grades = figure.rows, labels.words(language, "grade")
    names = (
        ("country", "place", "evidence_date") if known["iso3"].nunique() > 1 else ("place", "grade", "evidence_date")
    )
    told = [
        [
            {"grade": grades[row.strength], "evidence_date": language.date(row.evidence_date)}.get(name)
            or getattr(row, name)
            for name in names
        ]
        for row in known.itertuples()
    ]
    cells = [[Cell(words) for words in row] for row in told]
    return Table([figure.columns[name] for name in names], cells, (0.33, 0.25, 0.42), LEAST)


def evidence(figure: Figure, colors: Palette, language: Language) -> tuple[list[str], list[Series], list[Table]]:
    """Return by objective the initiatives with and without a later source as bars; and what the newest says as a table, in some sizes."""
    rows, columns = figure.rows, figure.columns
    names = [
        language.gettext("{number} {title}").format(number=row.objective, title=row.title) for row in rows.itertuples()
    ]
    own = [colors.objectives[str(number)] for number in rows["objective"]]
    series = [
        Series(columns["found"], rows["found"].tolist(), colors.quiet, colors.paper, colors=own),
        Series(columns["missing"], rows["missing"].tolist(), colors.paper, colors.ink, outline=colors.quiet),
    ]
    told = [
        (Cell(str(row.objective), bold=True), Cell(row.newest or language.gettext("none found")))
        for row in rows.itertuples()
    ]
    head = (columns["objective"], columns["newest"])
    return names, series, [Table(head, told, (0.22, 0.78), size) for size in (LARGE, *SIZES)]


def coverage(figure: Figure, view: View) -> tuple[list[str], list[Series]]:
    """Return by table the rows that cite none, one, two or more independent sources."""
    rows = figure.rows
    return rows["title"].tolist(), [
        Series(
            part.words,
            rows[part.column].tolist(),
            part.color,
            part.ink,
            outline=part.outline,
            hatched=mixed(part.ink, part.color, 0.45) if part.hatched else "",
        )
        for part in bars.divided(view.language, view.theme)
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


def plain(figure: Figure) -> Table:
    """Return the rows of any figure as the reader is shown them."""
    table = figure.table
    told = [
        [Cell("" if value is None or value != value else str(value)) for value in row]
        for row in table.itertuples(index=False)
    ]
    return Table(list(table), told, [1 / len(table.columns)] * len(table.columns), TABLE)
