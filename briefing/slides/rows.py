"""The rows of figures as charts and tables of a slide."""

from collections import Counter

from briefing.slides.charts import Series
from briefing.slides.grid import TABLE
from briefing.slides.tables import Cell, Table
from figures import labels
from figures.figure import Figure
from figures.language import Language
from figures.palette import Palette, mixed
from figures.sources import bars
from figures.view import View

SOUGHT = "strategy"
"""The scope of initiatives on which later sources were sought."""


def initiatives(figure: Figure, language: Language) -> Table:
    """Return initiatives by name: their scope, their status, the year of the newest later source."""
    strategy = labels.words(language, "scope")[SOUGHT]
    names = ("initiative", "scope", "status", "evidence_date")
    rows = [
        (
            Cell(row.initiative, bold=row.scope == strategy),
            Cell(row.scope),
            Cell(row.status),
            Cell(_year(row.evidence_date, row.scope == strategy, language)),
        )
        for row in figure.rows.itertuples()
    ]
    head = [*(figure.columns[name] for name in names[:3]), language.gettext("Later source, year")]
    return Table(head, rows, (0.5, 0.13, 0.19, 0.18), TABLE)


def _year(date: str, was_sought: bool, language: Language) -> str:
    if date:
        return date[:4]
    return language.gettext("none found") if was_sought else language.gettext("not sought")


def evidence(figure: Figure, colors: Palette, language: Language) -> tuple[list[str], list[Series], Table]:
    """Return by objective the initiatives with and without a later source as bars, and what the newest of these says as a table."""
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
    return names, series, Table((columns["objective"], columns["newest"]), told, (0.16, 0.84), TABLE)


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
    """Return events by lane, each bar divided by year."""
    rows = figure.rows
    counts = Counter(zip(rows["lane_name"], rows["date"].str[:4], strict=True))
    lanes, years = list(dict.fromkeys(rows["lane_name"])), sorted({year for _lane, year in counts})
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
