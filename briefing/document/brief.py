"""The brief of one country on one page: what is found, five numbers, where it lies, and the weightiest rows of each kind."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.document import places
from briefing.document.parts import Block, Text, bold, columns, drawing, items, numbers, quiet, section, text
from briefing.document.references import References
from data.queries.country.brief import Brief
from data.queries.flows import said_by
from data.queries.linked import linked
from data.queries.objectives import Initiative
from data.queries.sources.contradictions import sources
from data.selection import Selection
from figures import age
from figures.country import nothing, screen, unknown
from figures.flows import listing
from figures.language import Language
from figures.sources.contradictions import standing
from figures.view import View

PAGES = 1

STEPS = (
    (9, 3, 560, 8.2),
    (9, 2, 460, 8.2),
    (9, 1, 400, 8.2),
    (7, 1, 380, 8.2),
    (6, 1, 340, 8.2),
    (5, 1, 320, 8.2),
    (5, 1, 300, 7.8),
    (4, 1, 300, 7.8),
    (3, 1, 300, 7.8),
    (2, 1, 300, 7.8),
)
"""Rows of each kind, sources of a row, pixels of the map's height and points of the type, at most: as many as find room on the page."""

GAPS = 6
"""What is not known, at most: with fewer rows, as many as they are."""

WIDE = 1400
"""Pixels of the map's width: its type of 22 of them is 7.7 points on A4."""


def is_one(selection: Selection) -> bool:
    """Return whether a selection is one country and nothing else."""
    return len(selection.countries) == 1 and selection == Selection(countries=selection.countries)


def blocks(view: View, cites: References, most: int, high: int) -> tuple[str, list[Block]]:
    """Return the title of a country's brief, and what stands below it.

    Args:
        most: rows of each kind.
        high: height of the map in pixels.
    """
    on = replace(view, page="country")
    (one,), begun = screen.of(on), screen.screen(on)
    language, shown = view.language, begun.figures[0]
    events = linked(view.catalog, "event_sources", "event_id")
    newest = one.country.events.iloc[::-1]
    left = [
        section(language.gettext("Places named by sources"), [], _places(one, on, cites), level=1),
        _listed(
            language.gettext("Events"),
            [
                [bold(language.date(row.date)), f"  {row.title}", cites.cite(events.get(row.event_id, ()))]
                for row in newest.head(most).itertuples()
            ],
            len(newest),
            nothing.no_event(Selection(), language),
            language,
        ),
        *_disagreements(one, cites, most, language),
    ]
    right = [
        _listed(
            language.gettext("Initiatives, and what came later"),
            [_initiative(initiative, cites, language) for initiative in one.initiatives[:most]],
            len(one.initiatives),
            nothing.no_initiative(Selection(), language),
            language,
        ),
        _listed(
            language.gettext("Statements of what moves"),
            _flows(one, view, cites, most),
            len(one.flows),
            language.gettext("None found in the sources read."),
            language,
        ),
    ]
    mapped = [age.said(view.catalog, shown.source_ids, language), cites.again(shown.source_ids)]
    made = [
        text(begun.sentence),
        numbers(begun.numbers),
        drawing(shown, WIDE, high, mapped if shown.source_ids else []),
        columns([1, 1], left, right),
        section(
            language.gettext("What is not known"),
            [],
            [items([[gap] for gap in unknown.gaps(one, language)[: min(GAPS, most)]], 2)],
        ),
    ]
    return begun.finding, made


def _places(one: Brief, view: View, cites: References) -> list[Block]:
    """Return the country's places as a table."""
    shown = screen.drawn(one, view)
    if shown.rows.empty:
        return [text(_no_place(one, view.language))]
    return [places.table_of(shown, view, cites, ("place", "type", "evidence_date"))]


def _no_place(one: Brief, language: Language) -> str:
    if one.is_home:
        return language.gettext("The table of offices holds places abroad: HSI's own country is not in it.")
    return language.gettext("No office found in the sources read.")


def _listed(title: str, entries: Sequence[Text], total: int, empty: str, language: Language) -> Block:
    """Return a section of entries, which says how many more there are, or that there is none."""
    if not entries:
        return section(title, [], [text(empty)])
    more = total - len(entries)
    told = (
        [text(quiet(language.ngettext("{n} more row is in the files.", "{n} more rows are in the files.", more)))]
        if more > 0
        else []
    )
    return section(title, [], [items(entries), *told])


def _initiative(one: Initiative, cites: References, language: Language) -> Text:
    """Return an initiative with its objective and the latest evidence, or that there is none; for context, none was sought."""
    objective = language.gettext("Objective {numbers}").format(numbers=one.objective_id)
    head: Text = [bold(one.name), quiet(f"  {objective}"), cites.cite(one.source_ids)]
    if not one.follow_up:
        return head
    if not (latest := one.follow_up.latest).date:
        return [*head, "  ", language.gettext("No later source in this collection.")]
    told = language.gettext("{day}: {what}").format(day=language.date(latest.date), what=latest.what)
    return [*head, f"  {told}", cites.cite(latest.source_ids)]


def _flows(one: Brief, view: View, cites: References, most: int) -> list[Text]:
    rows = one.flows.head(most)
    if rows.empty:
        return []
    cited = said_by(view.catalog, rows)
    told: Iterable[str] = listing.sentences(rows, view.catalog, view.language)
    return [
        [f"{words}{listing.DENIED if row.disputed else ''}", cites.cite(cited[row.flow_id])]
        for row, words in zip(rows.itertuples(), told, strict=True)
    ]


def _disagreements(one: Brief, cites: References, most: int, language: Language) -> list[Block]:
    """Return the points on which sources disagree; nothing where none was found."""
    found = one.disagreements
    if not found:
        return []
    entries: list[Text] = [
        [point.title, quiet(f"  {standing(point, language)}"), cites.cite(sources((point,)))]
        for point in found[: max(1, most // 2)]
    ]
    return [_listed(language.gettext("What sources disagree on"), entries, len(found), "", language)]
