"""What is reported and what sources name, side by side: a mark a place, and outlined squares for the total."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

import pandas as pd

from data.catalog import Catalog
from data.queries.narrowing import sources_of
from data.queries.offices import PERIODS, Headline, by_period
from figures import labels
from figures.figure import Figure
from figures.ink import marks
from figures.ink.lettering import BOLD, PLAIN, text
from figures.ink.picture import SMALL
from figures.language import Language
from figures.palette import Palette, Theme, palette

PER_ROW = 13
"""Both groups have rows of the same length, so that areas can be compared by eye. 91 is seven such rows."""

STEP = 23
SIZE = 16
WIDTH = PER_ROW * STEP
"""In pixels: as wide as a small phone, so that nothing is ever scaled down."""


def figure(
    offices: pd.DataFrame, reported: Headline | None, catalog: Catalog, language: Language, theme: Theme
) -> Figure:
    """Return the places named by sources by period of evidence, and beside them, apart, the reported total of the world.

    Args:
        offices: documented offices, as `data.queries.offices.documented` gives them; at least one.
        reported: the published total; None where the places are those of some countries, beside which it says nothing.
    """
    rows = _rows(offices, reported, language)
    colors = palette(theme)
    groups = [_documented(offices, language, colors), *([_reported(reported, language, colors)] if reported else [])]
    cited = [
        *(reported.source_ids if reported else ()),
        *sources_of(catalog, "office_evidence", "office_id", offices["office_id"]),
    ]
    return Figure(
        key="offices-squares",
        title=_title(offices, reported, language),
        text=_text(offices, reported, language),
        rows=rows,
        columns={
            "group": language.gettext("Group"),
            "count": language.gettext("Number"),
            "country_only": language.gettext("Of these, known only by country"),
            "countries": language.gettext("Countries and territories"),
        },
        source_ids=tuple(dict.fromkeys(cited)),
        note=language.gettext(
            "The two are different things. No list of the total was found; the places come one by one from public "
            "sources of many years. Some may be in the total, some are older, some newer: one cannot be taken from the other."
        )
        if reported
        else "",
        drawing=_html(groups),
        picture=partial(_svg, groups, colors.ink),
        narrowed_by=("countries",),
    )


def _title(offices: pd.DataFrame, reported: Headline | None, language: Language) -> str:
    newest = int((offices["evidence_period"] == PERIODS[0]).sum())
    if reported:
        return language.gettext("{reported} reported without a list, beside {places} named by sources").format(
            reported=language.ngettext("{n} office", "{n} offices", reported.offices),
            places=language.ngettext("{n} place", "{n} places", len(offices)),
        )
    places = language.ngettext("{n} place named by sources", "{n} places named by sources", len(offices))
    if not newest and len(offices) == 1:
        return language.gettext("{places}, with no evidence dated after the strategy").format(places=places)
    if not newest:
        return language.gettext("{places}, none with evidence dated after the strategy").format(places=places)
    if newest == len(offices):
        # Of a single place nothing is said of all.
        if newest == 1:
            return language.gettext("{places}, with evidence from after the strategy").format(places=places)
        return language.gettext("{places}, all with evidence from after the strategy").format(places=places)
    return language.gettext("{places}, {n} with evidence from after the strategy").format(
        places=places, n=language.number(newest)
    )


def _rows(offices: pd.DataFrame, reported: Headline | None, language: Language) -> pd.DataFrame:
    words = labels.words(language, "evidence_period")
    found = [(words[code], offices[offices["evidence_period"] == code]) for code in PERIODS]
    documented = [
        {
            "group": language.gettext("Named by sources: {period}").format(period=name),
            "count": len(rows),
            "country_only": int((rows["level"] == "country").sum()),
            "countries": rows["iso3"].nunique(),
        }
        for name, rows in found
    ]
    total = (
        [{"group": _as_reported(reported, language), "count": reported.offices, "countries": reported.countries}]
        if reported
        else []
    )
    frame = pd.DataFrame([*documented, *total])
    return frame.astype({"count": "Int64", "country_only": "Int64", "countries": "Int64"})


def _as_reported(reported: Headline, language: Language) -> str:
    pattern = language.gettext("As reported for {day}")
    return pattern.format(day=language.date(reported.date))


def _text(offices: pd.DataFrame, reported: Headline | None, language: Language) -> str:
    words, counts = labels.words(language, "evidence_period"), by_period(offices)
    groups = ". ".join(f"{words[str(code)]}: {language.number(int(n))}" for code, n in counts.items() if n)
    told = language.gettext("{places}. {groups}.").format(
        places=language.ngettext("{n} place named by sources", "{n} places named by sources", len(offices)),
        groups=groups,
    )
    if not reported:
        return told
    apart = language.gettext("Separately, {offices} in {countries} are reported for {day}.").format(
        offices=language.ngettext("{n} office", "{n} offices", reported.offices),
        countries=language.ngettext("{n} country", "{n} countries", reported.countries),
        day=language.date(reported.date),
    )
    return f"{told} {apart}"


@dataclass(frozen=True)
class Block:
    """A heading and the marks under it: `shape` of `marks.PATHS`, or None for an outlined square."""

    heading: str
    marks: tuple[tuple[str | None, str], ...] = ()


def _documented(offices: pd.DataFrame, language: Language, colors: Palette) -> list[Block]:
    words = labels.words(language, "evidence_period")
    pattern = language.gettext("{category}: {n}")
    blocks = []
    for code in PERIODS:
        rows = offices[offices["evidence_period"] == code].sort_values("level", kind="stable")
        if rows.empty:
            continue
        shapes = rows["level"].map({"city": marks.SHAPES["evidence_period"][code], "country": marks.COUNTRY_ONLY})
        heading = pattern.format(category=words[code], n=language.number(len(rows)))
        blocks.append(Block(heading, tuple((shape, colors.periods[code]) for shape in shapes)))
    only = int((offices["level"] == "country").sum())
    if only:
        told = language.ngettext(
            "Hollow diamond: {n} place known only by country", "Hollow diamonds: {n} places known only by country", only
        )
        blocks.append(Block(told))
    return blocks


def _reported(reported: Headline, language: Language, colors: Palette) -> list[Block]:
    heading = language.gettext("{offices}, as reported for {day}").format(
        offices=language.ngettext("{n} office", "{n} offices", reported.offices), day=language.date(reported.date)
    )
    return [Block(heading, ((None, colors.quiet),) * reported.offices)]


def _html(groups: Sequence[Sequence[Block]]) -> str:
    """Return both groups; beside each other where there is room. Words are HTML: they take the page's ink and type."""
    gap = "display:flex;flex-wrap:wrap;gap:1.4rem 1rem;line-height:1.4"
    columns = (f'<div style="width:{WIDTH}px">{"".join(map(_block, blocks))}</div>' for blocks in groups)
    return f'<div style="{gap}">{"".join(columns)}</div>'


def _block(block: Block) -> str:
    heading = escape(block.heading)
    if not block.marks:
        return f"<div>{heading}</div>"
    image = marks.image(_rows_of(block, STEP), WIDTH, STEP * _height(block))
    return (
        f'<div style="margin-bottom:.7rem"><div style="font-size:.95rem;font-weight:600">{heading}</div>{image}</div>'
    )


def _svg(groups: Sequence[Sequence[Block]], ink: str, width: float, height: float) -> str:
    """Return both groups beside each other, as large as the room allows."""
    lines = max(sum(1 + _height(block) for block in blocks) for blocks in groups)
    step = min(width / (2 * PER_ROW + 2), height / (lines + 0.5))
    return "".join(
        f'<g transform="translate({at * width / 2:g} 0)">{_column(blocks, step, ink)}</g>'
        for at, blocks in enumerate(groups)
    )


def _column(blocks: Sequence[Block], step: float, ink: str) -> str:
    drawn, down = [], 0.0
    for block in blocks:
        drawn.append(text(block.heading, 0, down + step * 0.75, SMALL, ink, BOLD if block.marks else PLAIN))
        drawn.append(f'<g transform="translate(0 {down + step:g})">{_rows_of(block, step)}</g>')
        down += step * (1 + _height(block))
    return "".join(drawn)


def _height(block: Block) -> int:
    """Return how many rows its marks take."""
    return -(-len(block.marks) // PER_ROW)


def _rows_of(block: Block, step: float) -> str:
    """Return the marks of a block as SVG, in rows."""
    size = SIZE * step / STEP
    drawn = []
    for n, (shape, color) in enumerate(block.marks):
        x, y = step * (n % PER_ROW) + step * 0.04, step * (n // PER_ROW) + step * 0.2
        drawn.append(marks.svg(shape, color, size, x, y) if shape else _outline(x, y, size, color))
    return "".join(drawn)


def _outline(x: float, y: float, size: float, color: str) -> str:
    return (
        f'<rect x="{x + 1:g}" y="{y + 1:g}" width="{size - 2:g}" height="{size - 2:g}" fill="none" stroke="{color}" '
        f'stroke-width="{size / 11:.2g}"/>'
    )
